"""配对 of the hall's screens: which page each shows, kept in the book of records with who said so.

Answered from memory; what the book has besides is read before each answer, so that two servers of one hall agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.records import Record

if TYPE_CHECKING:
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.here import Here

KIND = "screen_paired"
_PAGE = 500


class Shows(msgspec.Struct, frozen=True):
    """What the book keeps: the address of a page of this hall; "" when the screen was let go."""

    page: str


class PairedScreen(NamedTuple):
    """A screen by its public name, the page that it shows, who paired it, and when (UTC microseconds)."""

    screen: str
    page: str
    by: str
    at: int


class ScreenDesk:
    """All screens that are paired."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here, self._commits, self._reader = here, commits, reader
        self._paired: dict[str, PairedScreen] = {}
        self._read_to = 0

    def all(self) -> list[PairedScreen]:
        """In the order in which they were paired."""
        self._read()
        return list(self._paired.values())

    def page_of(self, screen: str) -> str:
        """What a screen shows; "" for one that is not paired."""
        self._read()
        found = self._paired.get(screen)
        return found.page if found else ""

    def pair(self, screen: str, page: str, staff_no: str) -> Promise[None]:
        """From now on it shows this page; "" lets it go."""
        what = msgspec.Raw(msgspec.json.encode(Shows(page)))
        at = self._here.clock.now()

        def work(tx: Transaction) -> None:
            tx.add_record(Record(at=at, kind=KIND, about=screen, actor_kind=ActorKind.CLERK, actor=staff_no, what=what))

        return self._commits.submit(work)

    def _read(self) -> None:
        while found := self._reader.records(KIND, self._read_to, _PAGE):
            self._read_to = found[-1].n
            for record in found:
                page = record.as_(Shows).page
                self._paired.pop(record.about, None)
                if page:
                    self._paired[record.about] = PairedScreen(record.about, page, record.actor, record.at)
