"""What licences say, for as long as it is needed: in this process's memory, bounded in number and age, never written.

An entry ends with its ticket, or after two hours, or when a thousand younger ones have come. Knows no store.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.visits import MaterialNeed
from hall_server.domain.city.licences import Got, LookUp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 1_000
_NO_ANSWER = frozenset({LookUp.SLOW, LookUp.NO_ANSWER})
AGE_US = 2 * 3_600 * 1_000_000


class Found(msgspec.Struct, frozen=True):
    """One visit's. `looking`: types that the city is being asked for; `kiosk`: where the consent was given."""

    at: int
    place: str
    needs: tuple[MaterialNeed, ...]
    form_fields: tuple[str, ...] = ()
    looking: tuple[str, ...] = ()
    got: tuple[Got, ...] = ()

    @property
    def outcomes(self) -> dict[str, LookUp]:
        """By type of licence."""
        return {one.type: one.outcome for one in self.got}

    def lacks(self, types: Sequence[str]) -> bool:
        """Whether the city should be asked again: another question than before, or one that it did not answer."""
        if self.looking:
            return set(self.looking) != set(types)
        return {one.type for one in self.got if one.outcome not in _NO_ANSWER} != set(types)

    def __repr__(self) -> str:
        """Without what was found."""
        return f"Found(at={self.at}, place={self.place!r}, looking={self.looking!r}, got={len(self.got)})"


class FoundLicences:
    """By visit, the oldest first. Values are whole: other threads may read while one thread writes."""

    def __init__(self) -> None:
        self._by_visit: OrderedDict[str, Found] = OrderedDict()

    def __len__(self) -> int:
        return len(self._by_visit)

    def get(self, visit: str) -> Found | None:
        """What is known of a visit."""
        return self._by_visit.get(visit)

    def put(self, visit: str, found: Found) -> None:
        """Keep or replace it; the oldest goes when there are too many."""
        self._by_visit[visit] = found
        self._by_visit.move_to_end(visit)  # asked anew: the youngest
        while len(self._by_visit) > MOST:
            self._by_visit.popitem(last=False)

    def heard(self, visit: str, got: tuple[Got, ...]) -> Found | None:
        """The city's answer; None when nobody needs it any more, or something else was asked since."""
        found = self._by_visit.get(visit)
        if found is None or set(found.looking) != {one.type for one in got}:
            return None
        found = msgspec.structs.replace(found, looking=(), got=got)
        self._by_visit[visit] = found
        return found

    def forget(self, visit: str) -> None:
        """The ticket has ended, or the visitor said no."""
        self._by_visit.pop(visit, None)

    def age(self, at: int) -> None:
        """Drop what is too old."""
        for visit in list(self._old(at - AGE_US)):
            self.forget(visit)

    def _old(self, before: int) -> Iterator[str]:
        for visit, found in self._by_visit.items():
            if found.at < before:
                yield visit
