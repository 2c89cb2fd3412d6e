"""Where visitors wish to hear of their tickets: in this process's memory, bounded in number and age, never written.

An address ends half an hour after its ticket, for the last messages to get out. A hall that starts anew has none.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hall_server.contract.city.notices import Addressee, NoticeChannel

MOST = 5_000
_SECOND = 1_000_000
AGE_US = 14 * 3_600 * _SECOND  # longer than any day of a hall
AFTER_US = 1_800 * _SECOND


class Kept(NamedTuple):
    """One ticket's address. `until`: UTC microseconds."""

    to: Addressee
    channel: NoticeChannel
    until: int

    def __repr__(self) -> str:
        """Nobody."""
        return "Kept()"


class AddressBook:
    """By ticket, the oldest first. Values are whole: other threads may read while one thread writes."""

    def __init__(self) -> None:
        self._by_ticket: OrderedDict[str, Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._by_ticket)

    def get(self, ticket: str) -> Kept | None:
        """Where to, if that is known."""
        return self._by_ticket.get(ticket)

    def put(self, ticket: str, to: Addressee, channel: NoticeChannel, at: int) -> None:
        """A visitor's wish; the newest counts."""
        self._by_ticket.pop(ticket, None)
        self._by_ticket[ticket] = Kept(to, channel, at + AGE_US)
        while len(self._by_ticket) > MOST:
            self._by_ticket.popitem(last=False)

    def forget(self, ticket: str) -> None:
        """They wish it no more."""
        self._by_ticket.pop(ticket, None)

    def ended(self, ticket: str, at: int) -> None:
        """The ticket has ended: its address will soon."""
        if (kept := self._by_ticket.get(ticket)) is not None:
            self._by_ticket[ticket] = kept._replace(until=min(kept.until, at + AFTER_US))

    def age(self, at: int) -> None:
        """Drop what is too old."""
        for ticket in [one for one, kept in self._by_ticket.items() if kept.until <= at]:
            del self._by_ticket[ticket]
