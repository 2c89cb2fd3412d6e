"""Files that a telephone may fetch once behind a code on the screen (CL-E18): in memory, few, for minutes.

Looking does not use one up, because programs that scan codes look ahead; fetching does. Another process of the hall has
none of them, and a start forgets all: then the kiosk makes another link. Knows no HTTP.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hall_server.domain.seams import Clock, Ids

MOST = 32  # of 700 kB at most


class OneTimeFile(NamedTuple):
    """One PDF and until when (steady microseconds) it waits."""

    body: bytes
    until: int

    def __repr__(self) -> str:
        """Without the picture."""
        return f"OneTimeFile(size={len(self.body)})"


class OneTimeFiles:
    """By an id that nobody can guess. Used from the hall's loop alone."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._waiting: OrderedDict[str, OneTimeFile] = OrderedDict()

    def put(self, body: bytes, life_us: int) -> str:
        """Keep a file; the name under which it is fetched. The oldest goes when there are too many."""
        self.age()
        name = self._ids.new().replace("-", "")
        self._waiting[name] = OneTimeFile(body, self._clock.steady() + life_us)
        while len(self._waiting) > MOST:
            self._waiting.popitem(last=False)
        return name

    def waits(self, name: str) -> bool:
        """Whether it is still there."""
        self.age()
        return name in self._waiting

    def fetch(self, name: str) -> bytes | None:
        """The file, for the first who asks."""
        self.age()
        found = self._waiting.pop(name, None)
        return found.body if found else None

    def age(self) -> None:
        """Forget whose time is over."""
        now = self._clock.steady()
        for name in [name for name, one in self._waiting.items() if one.until <= now]:
            del self._waiting[name]
