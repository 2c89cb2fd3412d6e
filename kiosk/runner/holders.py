"""Whose numbers this visit may tell the hall for a named purpose: in this process's memory, until the visit's wipe.

The visit itself knows people by pseudonym only (definitions.md 9). Nothing here is written, logged or shown; a number
leaves with a question whose consent stands in the visit, never in an address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.city.licences import Holder
from hall_server.contract.identity.identity import Organisation

if TYPE_CHECKING:
    from hall_server.contract.identity.identity import Identity

MOST = 4  # the visitor, whom they act for, an organisation, and one card too many


@dataclass
class Holders:
    """Holders by pseudonym; the newest few."""

    key: bytes = field(repr=False)
    _known: dict[str, Holder] = field(default_factory=dict, repr=False)

    def remember(self, who: Identity | Organisation) -> str:
        """Keep whom a card or a pad named, and give their pseudonym. Raises ValueError without a number."""
        pseudonym = who.pseudonym(self.key)
        self._keep(pseudonym, Holder(number=who.code if isinstance(who, Organisation) else who.number))
        return pseudonym

    def handle(self, pseudonym: str, handle: str) -> None:
        """Keep whom a signed code named: the city's own handle."""
        self._keep(pseudonym, Holder(handle=handle))

    def _keep(self, pseudonym: str, holder: Holder) -> None:
        self._known.pop(pseudonym, None)
        self._known[pseudonym] = holder
        while len(self._known) > MOST:
            del self._known[next(iter(self._known))]

    def of(self, pseudonym: str) -> Holder | None:
        """Whose licences and cases these are; None once the visit has ended."""
        return self._known.get(pseudonym)

    def forget(self, but: str = "") -> None:
        """The visit has ended. `but`: who stands there now."""
        kept = self._known.get(but)
        self._known.clear()
        if kept is not None:
            self._known[but] = kept

    def __len__(self) -> int:
        return len(self._known)
