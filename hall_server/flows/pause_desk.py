"""暂停 of counters: why and until when, kept in the book of records; over when the clerk says so, calls, or leaves.

Answered from memory: what the book says last. Other processes' entries are found within a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.counters import CounterPauseReason
from hall_server.contract.messages import CounterNow, Empty
from hall_server.contract.vocabulary import CounterState
from hall_server.domain.hall_state import counter_now
from hall_server.domain.records import Record
from hall_server.flows.desk import free_counter, seated
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.records_since import before_moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.counters import PauseCounter
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall

KIND = "counter_pause"
_MINUTE = 60_000_000
_LOOK_BACK = 24 * 60 * _MINUTE  # no pause lasts longer than its clerk's seat
_PAGE = 500


class Pause(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the book keeps: a pause of a counter, or without a reason its end."""

    counter: int
    reason: CounterPauseReason | None = None
    at: int = 0
    until: int = 0


class PauseDesk:
    """Which counters pause."""

    def __init__(
        self,
        here: Here,
        commits: Commits,
        keys: InFlight,
        reader: Reader,
        live: Callable[[], LiveHall],
    ) -> None:
        self._here, self._commits, self._keys, self._reader, self._live = here, commits, keys, reader, live
        self.look: Callable[[], object] = self.changed  # after each command of ours; the hall tells everybody with it
        self._pauses: dict[int, Pause] = {}
        self._read_to = before_moment(reader, "", here.clock.now() - _LOOK_BACK)
        self.changed()

    def at(self, counter: int) -> Pause | None:
        """The pause of a counter; None where nobody sits, somebody is served, or another clerk came since."""
        pause, live = self._pauses.get(counter), self._live()
        seat = live.sessions.get(counter)
        if pause is None or seat is None or seat.since > pause.at or counter in live.at_counter:
            return None
        return pause

    def is_away(self, counter: int) -> bool:
        """Whether it pauses: nobody is called there for now, and no wait is reckoned with it."""
        return counter in self._pauses and self.at(counter) is not None

    def shown(self, counter: CounterNow) -> CounterNow:
        """A counter as everybody may see it, paused or not."""
        pause = self.at(counter.no)
        if pause is None:
            return counter
        return msgspec.structs.replace(counter, state=CounterState.PAUSED, since=pause.at, back_at=pause.until)

    def begin(self, caller: Caller, key: str, counter: int, order: PauseCounter) -> Promise[CounterNow]:
        """暂停. HallProblem(counter_unknown | counter_closed | counter_taken | counter_busy | not_allowed)."""
        at = self._here.clock.now()
        pause = Pause(counter, order.reason, at, at + order.minutes * _MINUTE)

        def flow(tx: Transaction) -> CounterNow:
            now = self._now(tx, counter, caller)
            self._write(tx, pause, at, caller, now.clerk)
            return msgspec.structs.replace(now, state=CounterState.PAUSED, since=at, back_at=pause.until)

        return self._command(Request(key, "pause", str(counter), caller, order), flow)

    def end(self, caller: Caller, key: str, counter: int) -> Promise[CounterNow]:
        """回来了; ending none changes nothing. HallProblem as for `begin`."""

        def flow(tx: Transaction) -> CounterNow:
            now = self._now(tx, counter, caller)
            self.over(tx, counter, caller)
            return now

        return self._command(Request(key, "back", str(counter), caller, Empty()), flow)

    def over(self, tx: Transaction, counter: int, by: Caller) -> None:
        """Whoever calls is back: part of every move that brings a visitor to a counter."""
        if counter in self._pauses:
            self._write(tx, Pause(counter), self._here.clock.now(), by, seated(tx, counter, by).id)

    def changed(self) -> bool:
        """Look into the book; whether it says anything new of pauses. After each command, and about once a second."""
        before = dict(self._pauses)
        while found := self._reader.records("", self._read_to, _PAGE):
            self._read_to = found[-1].n
            for record in found:
                if record.kind == KIND:
                    self._take(record.as_(Pause))
        return self._pauses != before

    def _take(self, pause: Pause) -> None:
        if pause.reason is None:
            self._pauses.pop(pause.counter, None)
        else:
            self._pauses[pause.counter] = pause

    def _now(self, tx: Transaction, counter: int, caller: Caller) -> CounterNow:
        rule = self._here.site.counter(counter)
        free_counter(tx, counter, caller)
        return counter_now(rule, tx.session(counter), None)

    def _write(self, tx: Transaction, pause: Pause, at: int, by: Caller, clerk: str) -> None:
        what = msgspec.Raw(msgspec.json.encode(pause))
        tx.add_record(
            Record(at=at, kind=KIND, about=f"counter:{pause.counter}", actor_kind=by.kind, actor=clerk, what=what)
        )

    def _command(self, request: Request, flow: Callable[[Transaction], CounterNow]) -> Promise[CounterNow]:
        self._keys.enter(request.key)
        at = self._here.clock.now()
        promise = self._commits.submit(lambda tx: once(tx, request, at, CounterNow, flow), (request.key,))
        promise.add_done_callback(lambda _: self.look())
        return self._keys.leave_with(request.key, promise)
