"""A whole hall without a server: real store in a folder, the rules, a clock moved by hand."""

from __future__ import annotations

import uuid
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from hall_server.contract.messages import ConfirmPrint, SignIn, TakeTicket, TicketView
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.create import create_hall
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from hall_server.store.verify import verify
from tests.unit.hall_server.halls import NOON, SITE, HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hall_server.contract.city.ports import PortName
    from hall_server.domain.hall_state import Change
    from hall_server.domain.site import HallSite

KIOSK = Caller(ActorKind.KIOSK, "K1")
LIFE = "00000000-0000-0000-0000-000000000001"


def clerk(counter: int, staff_no: str = "") -> Caller:
    return Caller(ActorKind.CLERK, staff_no or f"100{counter}", counter)


def fresh() -> str:
    return str(uuid.uuid4())


class CountedIds:
    """Ids that can be told beforehand."""

    def __init__(self, made: int = 1) -> None:
        self.made = made

    def new(self) -> str:
        self.made += 1
        return f"00000000-0000-0000-0000-{self.made:012}"


class HeldCommits:
    """Commits that wait until they are let go: what happens meanwhile can be looked at."""

    def __init__(self) -> None:
        self.announce: Callable[[Sequence[Change]], None] = lambda _: None
        self._calls: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []

    def on(self, store: SqliteStore) -> GroupCommit:
        return GroupCommit(store, self, threaded=False)

    def create_future(self) -> Future[Any]:
        return Future()

    def call_soon(self, callback: Callable[..., Any], *args: object) -> None:
        self._calls.append((callback, args))

    call_soon_threadsafe = call_soon

    def let_go(self) -> None:
        while self._calls:
            callback, args = self._calls.pop(0)
            callback(*args)


class MadeHall:
    """A hall in a folder. Closing it proves that replaying its events gives its rows."""

    def __init__(
        self,
        folder: Path,
        clock: HandClock | None = None,
        site: HallSite = SITE,
        commits: HeldCommits | None = None,
        city: Sequence[PortName] = (),
    ) -> None:
        self._hall_id = site.id
        self.path = folder / FILE_NAME
        if not self.path.exists():
            create_hall(folder, site.id, LIFE, NOON)
        self.clock = clock or HandClock()
        self.store = SqliteStore(self.path, site.id)
        self.reader = SqliteReader(self.path, site.id)
        self.commits = commits.on(self.store) if commits else DirectCommit(self.store)
        self.hall = Hall(
            site=site,
            commits=self.commits,
            reader=self.reader,
            hub=Hub(),
            clock=self.clock,
            ids=CountedIds(len(self.reader.incarnations())),
            city=city,
            key=b"k" * 32,
        )
        self.commits.announce = self.hall.announce

    def close(self) -> None:
        report = verify(self.reader, self._hall_id)
        self.reader.close()
        self.store.close()
        assert report.findings == []

    def take(self, item: str = "i1", key: str | None = None) -> TicketView:
        return self.hall.take_ticket(KIOSK, key or fresh(), TakeTicket(item)).result()

    def answer(self, ticket_id: str, answer: PrintAnswer) -> TicketView:
        return self.hall.confirm_print(KIOSK, fresh(), ticket_id, ConfirmPrint(answer)).result()

    def waiting(self, item: str = "i1") -> TicketView:
        return self.answer(self.take(item).id, PrintAnswer.PAPER)

    def open(self, counter: int) -> Caller:
        who = clerk(counter)
        self.hall.sign_in(who, fresh(), counter, SignIn(who.id)).result()
        return who

    def call(self, who: Caller) -> TicketView:
        assert who.counter is not None
        return self.hall.call_next(who, fresh(), who.counter).result()

    def tick(self) -> None:
        for promise in self.hall.tick():
            promise.result()
