"""Anything that people do in a hall, in any order, against a small model (CL-F9): Hypothesis looks for what breaks it.

The model knows of each ticket its state, queue, counter and place, nothing else. What it predicts must be what the hall
says, after every step; what the hall refuses must have changed nothing; and at the end the history must be whole.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, MultipleResults, RuleBasedStateMachine, initialize, invariant, multiple, rule

from hall_server.contract.messages import (
    CallTicket,
    CompleteTicket,
    ConfirmPrint,
    HoldTicket,
    TakeTicket,
    TicketView,
    Transfer,
)
from hall_server.contract.offline import OfflineTake
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, Chip, Origin, PrintAnswer, TicketState
from hall_server.domain.moves import UNDOABLE
from hall_server.domain.ticket import SECOND
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.flows.live_hall import LiveHall
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh
from tests.integration.hall_server.offline_kiosk import OfflineKiosk

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.domain.seams import Promise

S = TicketState
COUNTERS = (1, 2)
SERVES = {1: {"A"}, 2: {"A", "C"}}
ITEMS = ("i1", "i2", "i3")
CALLABLE = {S.WAITING, S.UNCONFIRMED}
DESK = Caller(ActorKind.CLERK)
LONG = 61  # seconds: past every lock of a counter, short of the 90 s for the printer


@dataclass
class Known:
    """What the model remembers of a ticket."""

    label: str
    day: str
    state: TicketState
    queue: str
    place: int
    since: int
    kind: tuple[Chip, ...]
    counter: int | None = None
    no_shows: int = 0
    returned: bool = False
    directed_to: int | None = None
    offline: bool = False


class HallMachine(RuleBasedStateMachine):
    """A hall with two counters and two queues, and everybody in it."""

    tickets = Bundle("tickets")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kapok-machine-"))
        self.made = MadeHall(self.folder)
        self.known: dict[str, Known] = {}
        self.kiosk = OfflineKiosk("K7", life=self.made.hall.incarnation)
        self.answers: list[tuple[Callable[[], Promise[TicketView]], TicketView, int]] = []

    @initialize()
    def clerks_sit_down(self) -> None:
        for counter in COUNTERS:
            self.made.open(counter)
        self.kiosk.ask(self.made.hall)

    # -- what people do ------------------------------------------------------------------------------------------------

    @rule(target=tickets, item=st.sampled_from(ITEMS), chips=st.sampled_from([(), (), (Chip.ELDER,), (Chip.PRIORITY,)]))
    def take(self, item: str, chips: tuple[Chip, ...]) -> str:
        key = fresh()
        ask = self.asked(lambda: self.made.hall.take_ticket(KIOSK, key, TakeTicket(item, chips=chips)))
        view = ask.result()
        self.meet(view, chips)
        return view.id

    @rule(target=tickets, item=st.sampled_from(ITEMS))
    def take_and_wait(self, item: str) -> str:
        ticket = self.take(item, ())
        self.answer(ticket, PrintAnswer.PAPER)
        return ticket

    @rule()
    def a_kiosk_gets_numbers_to_give_out_itself(self) -> None:
        if self.kiosk.acked == len(self.kiosk.rows):  # it delivers first, then it asks
            self.kiosk.ask(self.made.hall)

    @rule(answer=st.sampled_from([None, PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.CANNOT_TELL]))
    def a_number_is_given_without_the_hall(self, answer: PrintAnswer | None) -> None:
        row = self.kiosk.give(answer)
        assert row.label not in {one.label for one in self.known.values() if one.day == row.business_day}

    @rule(target=tickets)
    def the_kiosk_finds_the_hall_again(self) -> MultipleResults[str]:
        before = set(self.known)
        ack = self.kiosk.deliver(self.made.hall)
        assert (ack.acked, ack.refused) == (len(self.kiosk.rows), ())
        for row, _, _ in filter(None, self.kiosk.rows):
            if isinstance(row, OfflineTake) and row.ticket not in before:
                view = self.made.hall.ticket(row.ticket)
                assert view.label == row.label  # of the day that the hall works out: the kiosk may have missed a night
                self.meet(view, ())
        return multiple(*(set(self.known) - before))

    @rule()
    def the_kiosk_did_not_hear_the_answer(self) -> None:
        n = self.made.hall.n
        replayed = self.kiosk.body(1, self.kiosk.acked)
        if replayed.rows:
            self.kiosk.deliver(self.made.hall, replayed)
            assert self.made.hall.n == n

    @rule()
    def the_kiosk_boots(self) -> None:
        self.kiosk.reboot()

    @rule(ticket=tickets, what=st.sampled_from(PrintAnswer))
    def answer(self, ticket: str, what: PrintAnswer) -> None:
        key, one = fresh(), self.known[ticket]
        who = self.kiosk.caller if one.offline else KIOSK
        view = self.tried(lambda: self.made.hall.confirm_print(who, key, ticket, ConfirmPrint(what)))
        if one.state is S.RESERVED:
            expected = {PrintAnswer.VOID: S.VOID, PrintAnswer.CANNOT_TELL: S.UNCONFIRMED}.get(what, S.WAITING)
            assert view is not None
            assert view.state is expected
        if view is not None:
            one.state = view.state

    @rule(counter=st.sampled_from(COUNTERS))
    def call(self, counter: int) -> None:
        key, who = fresh(), clerk(counter)
        before = {name: msgspec.json.encode(self.made.hall.ticket(name)) for name in self.known}
        view = self.tried(lambda: self.made.hall.call_next(who, key, counter))
        self.see_returns()
        if view is None:
            return
        called = self.known[view.id]
        assert called.state in CALLABLE
        assert called.day == view.business_day == self.made.hall.now().business_day
        assert called.queue in SERVES[counter] or called.directed_to == counter
        assert not [one.label for one in self.known.values() if self.overtaken(one, called, counter)], before
        called.state, called.counter = S.CALLED, counter

    @rule(ticket=tickets, counter=st.sampled_from(COUNTERS))
    def call_by_hand(self, ticket: str, counter: int) -> None:
        key, one = fresh(), self.known[ticket]
        view = self.tried(lambda: self.made.hall.call(clerk(counter), key, ticket, CallTicket(counter)))
        if view is not None:
            assert one.state in CALLABLE
            one.state, one.counter = S.CALLED, counter

    @rule(ticket=tickets)
    def serve(self, ticket: str) -> None:
        self.at_counter(ticket, Hall.serve, {S.CALLED: S.SERVING})

    @rule(ticket=tickets)
    def complete(self, ticket: str) -> None:
        order = CompleteTicket()
        self.at_counter(
            ticket, lambda hall, who, key, name: hall.complete(who, key, name, order), {S.SERVING: S.COMPLETED}
        )

    @rule(ticket=tickets)
    def hold(self, ticket: str) -> None:
        order = HoldTicket()
        self.at_counter(ticket, lambda hall, who, key, name: hall.hold(who, key, name, order), {S.SERVING: S.HELD})

    @rule(ticket=tickets, counter=st.sampled_from(COUNTERS))
    def resume(self, ticket: str, counter: int) -> None:
        key, one = fresh(), self.known[ticket]
        view = self.tried(lambda: self.made.hall.resume(clerk(counter), key, ticket))
        if view is not None:
            assert one.state is S.HELD
            one.state, one.counter = S.SERVING, counter

    @rule(ticket=tickets, queue=st.sampled_from(["A", "C"]), counter=st.sampled_from([None, 1, 2]))
    def transfer(self, ticket: str, queue: str, counter: int | None) -> None:
        key, one = fresh(), self.known[ticket]
        who = clerk(one.counter) if one.state in {S.CALLED, S.SERVING} and one.counter else DESK
        order = Transfer(queue=queue, counter=counter)
        view = self.tried(lambda: self.made.hall.transfer(who, key, ticket, order))
        if view is not None:
            assert one.state in {S.WAITING, S.CALLED, S.SERVING, S.HELD}
            one.state, one.queue, one.counter, one.directed_to = S.WAITING, queue, None, counter

    @rule(ticket=tickets)
    def nobody_comes(self, ticket: str) -> None:
        if self.known[ticket].state is S.CALLED:
            self.forward(LONG)
        self.at_counter(ticket, Hall.no_show, {S.CALLED: None})

    @rule(ticket=tickets)
    def bring_back(self, ticket: str) -> None:
        key, one = fresh(), self.known[ticket]
        view = self.tried(lambda: self.made.hall.bring_back(DESK, key, ticket))
        if view is not None:
            assert one.state in {S.NO_SHOW, S.EXPIRED}
            one.state, one.counter, one.returned = S.WAITING, None, True

    @rule(ticket=tickets)
    def cancel(self, ticket: str) -> None:
        key, one = fresh(), self.known[ticket]
        who = clerk(one.counter) if one.state is S.CALLED and one.counter else KIOSK
        view = self.tried(lambda: self.made.hall.cancel(who, key, ticket))
        if view is not None:
            assert one.state in {S.WAITING, S.UNCONFIRMED, S.CALLED, S.HELD, S.NO_SHOW}
            one.state = S.CANCELLED

    @rule(ticket=tickets, counter=st.sampled_from(COUNTERS))
    def undo(self, ticket: str, counter: int) -> None:
        key, one = fresh(), self.known[ticket]
        last = self.made.hall.history(ticket).events[-1]
        view = self.tried(lambda: self.made.hall.undo(clerk(counter), key, ticket))
        if view is not None:
            assert last.move in UNDOABLE
            self.learn(one, view)

    # -- what happens by itself ----------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([1, 9, 30, 91, 600, 3601]))
    def time_passes(self, seconds: int) -> None:
        self.forward(seconds)
        self.ticks()

    @rule(seconds=st.sampled_from([-31_536_000, -90, 90, 31_536_000]))
    def somebody_sets_the_clock_and_sets_it_back(self, seconds: int) -> None:
        self.made.clock.set_by(seconds)
        self.made.clock.set_by(-seconds)
        self.ticks()

    @rule()
    def the_night_comes(self) -> None:
        self.forward(24 * 3600)
        self.ticks()
        self.ticks()
        today = self.made.hall.now().business_day
        for one in self.known.values():
            if one.day < today:
                assert one.state not in {S.WAITING, S.HELD, S.NO_SHOW, S.RESERVED}
        for counter in COUNTERS:
            if self.made.hall.session(counter) is None:
                self.made.open(counter)

    @rule()
    def the_day_is_closed(self) -> None:
        closed = {one.id for one in self.made.hall.close_day(DESK, fresh()).result().tickets}
        for name, one in self.known.items():
            ends = one.state in {S.WAITING, S.HELD, S.NO_SHOW, S.UNCONFIRMED}
            assert ends == (name in closed)
            if ends:
                one.state = S.VOID if one.state is S.UNCONFIRMED else S.EXPIRED

    @rule()
    def the_server_starts_again(self) -> None:
        clock = self.made.clock
        self.made.close()
        self.made = MadeHall(self.folder, clock)

    @rule(data=st.data())
    def a_command_is_repeated(self, data: st.DataObject) -> None:
        now = self.made.clock.at
        kept = [(ask, first) for ask, first, at in self.answers if now - at < 3 * 24 * 3600 * SECOND]
        if kept:
            ask, first = data.draw(st.sampled_from(kept))
            n = self.made.hall.n
            assert ask().result() == first
            assert self.made.hall.n == n

    # -- what must always hold -----------------------------------------------------------------------------------------

    @invariant()
    def the_hall_says_what_the_model_knows(self) -> None:
        for name, one in self.known.items():
            view = self.made.hall.ticket(name)
            assert (view.state, view.queue, view.label) == (one.state, one.queue, one.label)
            if one.state in {S.CALLED, S.SERVING}:
                assert view.counter == one.counter

    @invariant()
    def nobody_is_at_two_counters_and_no_counter_has_two(self) -> None:
        there = [(one.counter, one.label) for one in self.known.values() if one.state in {S.CALLED, S.SERVING}]
        assert len({counter for counter, _ in there}) == len(there)
        shown = {(no, label) for no in COUNTERS if (label := self.made.hall.counter(no).label)}
        assert shown == set(there)

    @invariant()
    def memory_and_rows_agree(self) -> None:
        live = self.made.hall._live
        anew = LiveHall(
            live.business_day,
            self.made.reader.live_tickets(live.business_day),
            self.made.reader.sessions(),
            booked_runs=self.made.reader.booked_runs(live.business_day),
        )
        assert seen_in(live) == seen_in(anew)

    @invariant()
    def places_never_change(self) -> None:
        for name, one in self.known.items():
            found = self.made.reader.ticket(name)
            assert found is not None
            assert found.place == one.place

    def teardown(self) -> None:
        self.made.close()
        shutil.rmtree(self.folder)

    # -- helpers -------------------------------------------------------------------------------------------------------

    def meet(self, view: TicketView, kind: tuple[Chip, ...]) -> None:
        """A ticket that the model did not know."""
        assert view.label not in {one.label for one in self.known.values() if one.day == view.business_day}
        row = self.made.reader.ticket(view.id)
        assert row is not None
        offline = row.origin is not Origin.ONLINE
        self.known[view.id] = Known(
            view.label, view.business_day, view.state, view.queue, row.place, row.since, kind, offline=offline
        )

    def forward(self, seconds: float) -> None:
        """Time passes for everybody."""
        self.made.clock.forward(seconds)
        self.kiosk.at += seconds

    # -- questions -----------------------------------------------------------------------------------------------------

    def asked(self, ask: Callable[[], Promise[TicketView]]) -> Promise[TicketView]:
        promise = ask()
        self.answers.append(
            (ask, promise.result(), self.made.clock.at)
        )  # `ask` looks `self.made` up when it is called: it may be another
        return promise

    def tried(self, ask: Callable[[], Promise[TicketView]]) -> TicketView | None:
        """The answer, or None after a refusal that changed nothing."""
        n = self.made.hall.n
        refusal: ProblemCode | None = None
        try:
            return self.asked(ask).result()
        except HallProblem as problem:
            refusal = problem.code
        assert refusal not in {ProblemCode.INTERNAL, ProblemCode.STORE_UNAVAILABLE}
        assert self.made.hall.n == n
        return None

    def at_counter(
        self,
        ticket: str,
        ask: Callable[[Hall, Caller, str, str], Promise[TicketView]],
        expected: dict[TicketState, TicketState | None],
    ) -> None:
        """A move of the ticket's own counter."""
        key, one = fresh(), self.known[ticket]
        view = self.tried(lambda: ask(self.made.hall, clerk(one.counter or COUNTERS[0]), key, ticket))
        assert (view is not None) == (one.state in expected)
        if view is not None:
            assert expected[one.state] in {view.state, None}
            self.learn(one, view)

    def overtaken(self, one: Known, called: Known, counter: int) -> bool:
        """definitions.md 16: same queue and class, both waiting and servable there, the later one called first."""
        same = (one.queue, one.kind, one.day) == (called.queue, called.kind, called.day)
        plain = not (one.returned or called.returned)
        servable = one.state in CALLABLE and one.directed_to in {None, counter}
        return same and plain and servable and (one.since, one.place) < (called.since, called.place)

    def see_returns(self) -> None:
        """A call may have given those who missed theirs another turn."""
        for name, one in self.known.items():
            if one.state is S.NO_SHOW and self.made.hall.ticket(name).state is not S.NO_SHOW:
                assert one.no_shows == 1
                one.state, one.counter, one.returned = S.WAITING, None, True

    def ticks(self) -> None:
        """Timers run; what they did is learned, and is only what timers may do."""
        self.made.tick()
        for name, one in self.known.items():
            view = self.made.hall.ticket(name)
            if view.state is not one.state:
                timed_out = (one.state, view.state) in {(S.RESERVED, S.UNCONFIRMED), (S.CALLED, S.VOID)}
                over = view.state in {S.EXPIRED, S.VOID} and one.day < self.made.hall.now().business_day
                assert timed_out or over, (one, view.state)
                self.learn(one, view)

    @staticmethod
    def learn(one: Known, view: TicketView) -> None:
        one.state, one.queue, one.counter = view.state, view.queue, view.counter
        one.no_shows, one.directed_to = view.no_shows, view.directed_to


def seen_in(live: LiveHall) -> tuple[object, ...]:
    """All that a projection can be asked."""
    line = sorted(live.line(("A", "C")), key=lambda ticket: ticket.place)
    waiting = {queue: count for queue, count in live.waiting.items() if count}
    runs = {counter: run for counter, run in live.booked_runs.items() if run}
    return (live.sessions, live.at_counter, live.unanswered, live.aside, waiting, line, runs)


TestHall = HallMachine.TestCase
TestHall.settings = settings(
    max_examples=30, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
