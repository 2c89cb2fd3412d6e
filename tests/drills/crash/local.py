"""The real store and the real flows in this process, asked with the same commands as a server: no HTTP, no key.

Commands that come together share a commit, as they do in a server.
"""

from __future__ import annotations

import time
import uuid
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import msgspec

from hall_server.contract.messages import CompleteTicket, ConfirmPrint, HoldTicket, SignIn, TakeTicket
from hall_server.contract.problems import HallProblem
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore, make_log_room
from tests.drills.crash.people import Cast
from tests.drills.crash.wire import Answer, Command
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hall_server.domain.seams import Promise

PEOPLE = Cast(kiosks=("K1", "K2", "K3"), counters=(1, 2), items=tuple(SITE.items))
_ORDERS: dict[str, type[msgspec.Struct]] = {"hold": HoldTicket, "complete": CompleteTicket}


class _Clock:
    """This machine's."""

    def now(self) -> int:
        """UTC microseconds."""
        return time.time_ns() // 1000

    def steady(self) -> int:
        """Microseconds that only grow."""
        return time.monotonic_ns() // 1000


class _Ids:
    def new(self) -> str:
        """One nobody else has."""
        return str(uuid.uuid4())


class _Turns:
    """The three methods of a loop (see group_commit.Loop); a turn is made when it is asked for."""

    def __init__(self) -> None:
        self._calls: list[tuple[Callable[..., object], tuple[object, ...]]] = []

    def create_future(self) -> Future[Any]:
        return Future()

    def call_soon(self, callback: Callable[..., object], *args: object) -> None:
        self._calls.append((callback, args))

    call_soon_threadsafe = call_soon

    def go(self) -> None:
        while self._calls:
            callback, args = self._calls.pop(0)
            callback(*args)


class LocalHall:
    """A hall on a file. Raises what its store raises when it is opened."""

    def __init__(
        self, folder: Path, store: Callable[[Path, str], SqliteStore] = SqliteStore, *, room: bool = False
    ) -> None:
        path = folder / FILE_NAME
        if room:
            make_log_room(path)
        self.store = store(path, SITE.id)
        self.reader = SqliteReader(path, SITE.id)
        self._turns = _Turns()
        commits = GroupCommit(self.store, self._turns, threaded=False)
        self._hall = Hall(
            site=SITE,
            commits=commits,
            reader=self.reader,
            hub=Hub(),
            clock=_Clock(),
            ids=_Ids(),
        )
        commits.announce = self._hall.announce

    def close(self) -> None:
        """Give the file back."""
        self.reader.close()
        self.store.close()

    def ask(self, command: Command) -> Answer:
        """One command alone."""
        return self.ask_all([command])[0]

    def ask_all(self, commands: Sequence[Command]) -> list[Answer]:
        """Several in one commit."""
        asked = [self._submit(command) for command in commands]
        self._turns.go()
        return [
            one if isinstance(one, Answer) else _answer(command, one)
            for command, one in zip(commands, asked, strict=True)
        ]

    def _submit(self, command: Command) -> Promise[Any] | Answer:
        try:
            return self._submitted(command)
        except HallProblem as problem:
            return _refusal(problem)

    def _submitted(self, command: Command) -> Promise[Any]:
        hall, key, verb = self._hall, command.key, command.verb
        if verb == "take":
            return hall.take_ticket(Caller(ActorKind.KIOSK, command.who), key, TakeTicket(**command.body))
        _, target, _ = command.path.split("/")
        if verb == "confirm_print":
            order = msgspec.convert(command.body, ConfirmPrint)
            return hall.confirm_print(Caller(ActorKind.KIOSK, command.who), key, target, order)
        counter = int(command.who[1:])
        clerk = Caller(ActorKind.CLERK, f"10{counter:02}", counter)
        if verb == "sign_in":
            return hall.sign_in(clerk, key, counter, SignIn(**command.body))
        if verb == "call_next":
            return hall.call_next(clerk, key, counter)
        more = (msgspec.convert(command.body, _ORDERS[verb]),) if verb in _ORDERS else ()
        promise: Promise[Any] = getattr(hall, verb)(clerk, key, target, *more)
        return promise


def _answer(command: Command, promise: Promise[Any]) -> Answer:
    try:
        said = promise.result()
    except HallProblem as problem:
        return _refusal(problem)
    return Answer(201 if command.verb == "take" else 200, msgspec.json.decode(msgspec.json.encode(said)))


def _refusal(problem: HallProblem) -> Answer:
    document = problem.problem()
    return Answer(document.status, msgspec.json.decode(msgspec.json.encode(document)))
