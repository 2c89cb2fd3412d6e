"""The hall's end of the simulated wire: the real `Hall` on a real file, behind the doors that the API has.

Requests and answers are bytes in the real message types, so that nothing travels that could not. What the API does
before a flow (what the client has seen, the key, the shape of the body) is done by the API's own functions.
"""

from __future__ import annotations

import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.api.door import idempotency_key_in, order_in
from hall_server.app.hall_clock import SystemClock
from hall_server.contract.catalogue import ItemView
from hall_server.contract.messages import CompleteTicket, ConfirmPrint, HoldTicket, SignIn, TakeTicket, Transfer
from hall_server.contract.offline import AskLease, Outbox
from hall_server.contract.problems import STATUS, HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.backup import RESTORED, back_up, restore
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.kiosks import release_kiosk
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from tests.drills.partition.net import Answer
from tests.drills.partition.referees import Fence, LiveLabels
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Ids
    from tests.drills.partition.naming import Naming
    from tests.drills.partition.net import Asked

OK = 200
HALL = msgspec.structs.replace(
    SITE, catalogue=tuple(ItemView(item.id, item.name, "", item.queue) for item in SITE.items.values())
)


class Server:
    """One hall server on its own machine. `wall` and `boot` are that machine's clocks, in microseconds."""

    def __init__(
        self,
        name: str,
        folder: Path,
        *,
        ids: Ids,
        wall: Callable[[], int],
        boot: Callable[[], int],
        heard: Callable[[Server, Sequence[Change]], None],
        blames: Callable[[str], None],
        over: set[str],
        naming: Naming,
    ) -> None:
        self.name, self.folder, self.path = name, folder, folder / FILE_NAME
        self.up = False
        self._ids, self._wall, self._boot, self._heard, self._naming = ids, wall, boot, heard, naming
        self._blames, self.live, self.fence = blames, LiveLabels(over), Fence()

    def start(self) -> None:
        """The process begins."""
        self._store, self._reader = SqliteStore(self.path, SITE.id), SqliteReader(self.path, SITE.id)
        commits = DirectCommit(self._store)
        newest = max((event.at for event in self._reader.events(self._reader.head() - 1, 1)), default=0)
        self._clock = SystemClock(self._wall, self._boot, newest=newest)
        self.hall = Hall(site=HALL, commits=commits, reader=self._reader, hub=Hub(), clock=self._clock, ids=self._ids)

        def announce(changes: Sequence[Change]) -> None:
            self.hall.announce(changes)
            self._heard(self, changes)

        commits.announce = announce
        for ticket in self._reader.tickets():  # of a backup: nobody saw them move here
            self.live.stands(ticket)
        self.up = True
        self.tick()  # days that are over are closed before the first number is given

    def stop(self) -> None:
        """The process ends, whatever it was doing."""
        if self.up:
            self.up = False
            self._reader.close()
            self._store.close()

    def tick(self) -> None:
        """What the server does about once a second."""
        self._clock.follow(quiet=self.hall.quiet)
        for promise in self.hall.tick():
            promise.result()
        for words in self.live.judged():
            self._blames(f"{self.name}: {words}")

    def back_up(self, target: Path) -> None:
        """`kapok db backup` beside the running hall."""
        back_up(self.path, SITE.id, self.folder / "pseudonym.key", target, self._wall())

    def restore(self, source: Path, life: str) -> None:
        """`kapok db restore` into this empty folder."""
        restore(source, self.path, self.folder / "pseudonym.key", life, self._wall())

    def put_back(self, source: Path) -> None:
        """The naive way: somebody puts the database's file back, and says nothing."""
        with zipfile.ZipFile(source) as archive:
            self.path.write_bytes(archive.read(FILE_NAME))

    def begin_life(self, life: str) -> None:
        """What `kapok db restore` does last."""
        with closing(SqliteStore(self.path, SITE.id)) as store:
            store.run(lambda tx: tx.open_incarnation(life, self._wall(), RESTORED))

    def release(self, kiosk: str) -> None:
        """`kapok hall kiosks --release`."""
        release_kiosk(self.path, SITE.id, kiosk)
        self.fence.settled(kiosk)

    def handle(self, caller: str, role: str, asked: Asked, machine: str) -> Answer:
        """A request of somebody whose key is good; `machine` is the one that it really comes from."""
        answer = self._handled(caller, role, asked)
        answer = Answer(answer.status, answer.body, f"{self.hall.incarnation}.{self.hall.n}")
        if role == "kiosk" and (words := self.fence.heard(caller, machine, asked, answer, self._fenced)):
            self._blames(f"{self.name}: {words}")
        return answer

    def _fenced(self) -> set[str]:
        return {one.kiosk for one in self._reader.kiosks() if one.quarantined}

    def _handled(self, caller: str, role: str, asked: Asked) -> Answer:
        try:
            self._look(asked.headers.get("Kapok-Seen"), role)
            if asked.method == "GET":
                return Answer(OK, msgspec.json.encode(self._read(asked.path)))
            key = idempotency_key_in(asked.headers.get("Idempotency-Key"))
            return Answer(OK, msgspec.json.encode(self._command(caller, role, key, asked)))
        except HallProblem as problem:
            return Answer(STATUS[problem.code], msgspec.json.encode(problem.problem()))

    def _look(self, seen: str | None, role: str = "kiosk") -> None:
        if seen is None or not self._naming.new_life:
            return
        behind = self.hall.check_seen(seen, may_begin=role != "board")
        if behind is not None:
            behind.result()

    def _read(self, path: str) -> Any:
        what, _, query = path.partition("?")
        if what == "now":
            return self.hall.now()
        if what == "catalogue":
            return self.hall.items.catalogue()
        values = dict(one.split("=") for one in query.split("&"))
        return self.hall.events(int(values["after"]), int(values["limit"]))

    def _command(self, caller: str, role: str, key: str, asked: Asked) -> Any:
        words, body, hall = asked.path.split("/"), asked.body, self.hall
        if role == "counter":
            return _of_counter(hall, Caller(ActorKind.CLERK, "", int(caller)), key, words, body)
        who = Caller(ActorKind.KIOSK, caller)
        match words:
            case ["tickets"]:
                return hall.take_ticket(who, key, order_in(body, TakeTicket)).result()
            case ["tickets", ticket, "confirm_print"]:
                return hall.confirm_print(who, key, ticket, order_in(body, ConfirmPrint)).result()
            case ["leases"]:
                order = order_in(body, AskLease)
                self._look(f"{order.incarnation}.{order.seen_n}")
                return hall.kiosks.lease(who, key, order).result()
            case ["kiosks", kiosk, "outbox"]:
                rows = order_in(body, Outbox)
                ack = hall.kiosks.outbox(who, key, kiosk, rows).result()
                self._naming.merge(self._store, rows)
                return ack
        raise HallProblem(ProblemCode.NOT_FOUND)


def _of_counter(hall: Hall, who: Caller, key: str, words: list[str], body: bytes) -> Any:
    match words:
        case ["counters", no, "sign_in"]:
            return hall.sign_in(who, key, int(no), order_in(body, SignIn)).result()
        case ["counters", no, "call_next"]:
            return hall.call_next(who, key, int(no)).result()
        case ["tickets", ticket, "complete"]:
            return hall.complete(who, key, ticket, order_in(body, CompleteTicket)).result()
        case ["tickets", ticket, "hold"]:
            return hall.hold(who, key, ticket, order_in(body, HoldTicket)).result()
        case ["tickets", ticket, "transfer"]:
            return hall.transfer(who, key, ticket, order_in(body, Transfer)).result()
        case ["tickets", ticket, "recall" | "serve" | "no_show" | "resume" as verb]:
            return getattr(hall, verb)(who, key, ticket).result()
    raise HallProblem(ProblemCode.NOT_FOUND)
