"""请人帮忙 of one hall: calls from kiosks, who has seen them, who comes (CL-D14). Kept in a table; told at once.

Answered from memory: a projection of what is committed, fed with every committed change, whichever process made it. A
call says nothing of the person, and staff answer with their work number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.help_calls import HELP_IS_OPEN, AnswerHelp, AskHelp, HelpCall, HelpCalls, HelpState
from hall_server.contract.messages import Empty
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.hall_state import Helped
from hall_server.domain.help_calls import KEPT_S, SECOND, Greeter, Spot, asked, is_over, moved
from hall_server.flows.desk import staff
from hall_server.flows.once import InFlight, Request, once

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here

_TIDY_S = 3600


class HelpDesk:
    """All calls for help of a hall. `n`: the newest change that this process was told of."""

    def __init__(self, here: Here, commits: Commits, keys: InFlight, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader
        self.n = reader.newest_help()
        self._open = {call.id: call for call in reader.open_help_calls()}
        self._tidied: int | None = None

    # -- questions -----------------------------------------------------------------------------------------------

    def calls(self) -> HelpCalls:
        """Who waits for help, the longest first."""
        return HelpCalls(self.n, tuple(sorted(self._open.values(), key=lambda call: (call.at, call.id))))

    def call(self, caller: Caller, call_id: str) -> HelpCall:
        """One call. HallProblem(help_unknown): there is none, or it is another kiosk's."""
        call = self._open.get(call_id) or self._reader.help_call(call_id)
        return _own(caller, call, call_id)

    # -- commands ------------------------------------------------------------------------------------------------

    def ask(self, caller: Caller, key: str, order: AskHelp) -> Promise[HelpCall]:
        """请人帮忙. The key is the call's id; while a call of this kiosk is open, that one is the answer."""
        at, site = self._here.clock.now(), self._here.site
        spot = Spot(caller.id, site.kiosks.get(caller.id, ""), site.kiosk_places.get(caller.id, ""))

        def flow(tx: Transaction) -> HelpCall:
            if tx.help_call(key) is not None:
                raise HallProblem(ProblemCode.IDEMPOTENCY_KEY_REUSED, "this id is a call for help already")
            last = tx.last_help_of(caller.id)
            call = asked(key, order, spot, at, last)
            return last if last is not None and call is last else tx.put_help_call(call)

        return self._command(Request(key, "help", "", caller, order), flow, at)

    def answer(self, caller: Caller, key: str, call_id: str, state: HelpState, order: AnswerHelp) -> Promise[HelpCall]:
        """看到了 (seen), 来了 (coming), 办好了 (done), by a member of staff.

        HallProblem(help_unknown | illegal_move: somebody else is on it, or it is over | not_allowed: no such member of
        staff | bad_request: nobody said who | counter_closed | counter_taken).
        """
        at = self._here.clock.now()

        def flow(tx: Transaction) -> HelpCall:
            who = self._greeter(staff(tx, caller).id, order)
            call = _own(caller, tx.help_call(call_id), call_id)
            after = moved(call, state, at, who)
            return call if after is None else tx.put_help_call(after)

        return self._command(Request(key, f"help_{state.value}", call_id, caller, order), flow, at)

    def give_up(self, caller: Caller, key: str, call_id: str) -> Promise[HelpCall]:
        """不用了, at the kiosk. HallProblem(help_unknown | illegal_move: it is done)."""
        at = self._here.clock.now()

        def flow(tx: Transaction) -> HelpCall:
            call = _own(caller, tx.help_call(call_id), call_id)
            after = moved(call, HelpState.GIVEN_UP, at)
            return call if after is None else tx.put_help_call(after)

        return self._command(Request(key, "help_give_up", call_id, caller, Empty()), flow, at)

    # -- the hall's own doings -----------------------------------------------------------------------------------

    def hear(self, changes: Sequence[Change]) -> bool:
        """Take in what was committed; whether a call for help was among it."""
        calls = [change.call for change in changes if isinstance(change, Helped) and change.call.n > self.n]
        for call in calls:
            if call.state in HELP_IS_OPEN:
                self._open[call.id] = call
            else:
                self._open.pop(call.id, None)
            self.n = call.n
        return bool(calls)

    def tick(self) -> list[Promise[object]]:
        """End calls that nobody ended; forget old ones."""
        at, steady = self._here.clock.now(), self._here.clock.steady()
        promises: list[Promise[object]] = [
            self._commits.submit(_ending(call.id, at)) for call in list(self._open.values()) if is_over(call, at)
        ]
        if self._tidied is None or steady - self._tidied >= _TIDY_S * SECOND:
            self._tidied = steady
            promises.append(self._commits.submit(lambda tx: tx.forget_help_calls(at - KEPT_S * SECOND)))
        return promises

    # -- shared --------------------------------------------------------------------------------------------------

    def _greeter(self, staff_no: str, order: AnswerHelp) -> Greeter:
        site = self._here.site
        if not staff_no:
            raise HallProblem(ProblemCode.BAD_REQUEST, "expected a work number", field="$.by")
        if site.staff and staff_no not in site.staff:
            raise HallProblem(ProblemCode.NOT_ALLOWED, "no such member of staff", field="$.by")
        return Greeter(staff_no, site.staff_looks.get(staff_no, ""), order.minutes)

    def _command(self, request: Request, flow: Callable[[Transaction], HelpCall], at: int) -> Promise[HelpCall]:
        self._keys.enter(request.key)
        promise = self._commits.submit(lambda tx: once(tx, request, at, HelpCall, flow), (request.key,))
        return self._keys.leave_with(request.key, promise)


def _own(caller: Caller, call: HelpCall | None, call_id: str) -> HelpCall:
    """The call, if the caller may know it: a kiosk knows its own."""
    if call is None or (caller.kind is ActorKind.KIOSK and caller.id != call.kiosk):
        raise HallProblem(ProblemCode.HELP_UNKNOWN, call_id[:64])
    return call


def _ending(call_id: str, at: int) -> Callable[[Transaction], object]:
    def work(tx: Transaction) -> None:
        call = tx.help_call(call_id)
        if call is not None and is_over(call, at):
            after = moved(call, HelpState.GIVEN_UP, at)
            if after is not None:
                tx.put_help_call(after)

    return work
