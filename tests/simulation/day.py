"""A day of a hall played at speed: real flows on a real store, the clock moved from one happening to the next.

Visitors, slips and clerks are played; every rule is the hall's own. The same seed gives the same day. Visitors who are
told to come back at a time stay away until shortly before; whoever is called meanwhile misses the call and says so when
they are back. Clerks who find somebody waiting at closing time stay until nobody does.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from hall_server.contract.bookings import CheckIn
from hall_server.contract.messages import CompleteTicket, ConfirmPrint, SignIn, TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, PrintAnswer, TicketState
from hall_server.domain.calendar import counter_spans
from hall_server.domain.calendar.openings import moment, openings
from hall_server.domain.dispatch import Call, Waiting
from hall_server.domain.queue import calling
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk
from tests.simulation.booking import book_slots
from tests.unit.hall_server.halls import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from hall_server.contract.messages import TicketView, WaitBand
    from hall_server.domain.forecast import Model
    from hall_server.domain.site import HallSite
    from tests.simulation.people import Visitor

SECOND = 1_000_000
DAY_BEGINS_S = 8 * 3600
PRINT_S = 4  # from the number to the slip in the hand
CHANGE_OVER_S = 36  # from the call to the service (domain figures: 0.6 min)
RECALL_S, NO_SHOW_S = 21, 51
BACK_EARLY_S = 300  # who was told a time is back so long before it
GREETER = Caller(ActorKind.CLERK, "1000")


@dataclass
class Visit:
    """What one visitor was told and what became of them; UTC microseconds."""

    visitor: Visitor
    came_at: int
    label: str = ""
    refused: str = ""  # a problem code
    ahead: int = 0
    counters: int = 0  # open for the queue on arrival
    band: WaitBand | None = None
    back_at: int | None = None  # told: nobody serves you before
    warned: bool = False  # told: perhaps not today
    booked_for: int | None = None  # the slot
    called_at: int | None = None  # the first call
    called_away: bool = False  # ... came before the time that was told, and nobody was there
    served: bool = False
    gave_up: bool = False

    @property
    def wait_min(self) -> float:
        """From the number to the first call."""
        return ((self.called_at or self.came_at) - self.came_at) / SECOND / 60

    @property
    def sitting_min(self) -> float:
        """The same without the time for which the visitor was told to go away."""
        return self._from(max(self.came_at, self.back_at or 0))

    @property
    def late_min(self) -> float:
        """Of somebody who has booked: from the slot, or from coming after it, to the first call."""
        return self._from(max(self.came_at, self.booked_for or 0))

    def _from(self, begins: int) -> float:
        return max(0, (self.called_at or begins) - begins) / SECOND / 60

    def present(self, at: int) -> bool:
        """Whether the visitor hears a call."""
        if not self.visitor.comes:
            return False
        return self.back_at is None or at >= self.back_at - BACK_EARLY_S * SECOND


class SimulatedDay:
    """One day. Play it once; then look at `visits` and `calls`, and at the hall itself before `close`."""

    def __init__(
        self,
        folder: Path,
        site: HallSite,
        day: date,
        people: Iterable[Visitor],
        *,
        shut: frozenset[int] = frozenset(),
        model: Model | None = None,
        bookings: bool = True,
    ) -> None:
        self.site, self.day = site, day
        self._midnight = moment(site.calendar, day, 0)
        self.clock = HandClock(self._at(DAY_BEGINS_S))
        self.made = MadeHall(folder, self.clock, site)
        self.hall = self.made.hall
        if model is not None:
            self.hall.waits.model = model
        self.visits: dict[str, Visit] = {}
        self.calls: list[Call] = []
        self.open: set[int] = set()
        self._idle: set[int] = set()
        self._line: dict[str, Waiting] = {}  # who waits, kept apart from the hall: the audit must not ask the audited
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._steps = self._keys = 0
        self._spans = {no: counter_spans(site.calendar, no, day) for no in site.counters if no not in shut}
        everybody = tuple(people)
        self._bookings = book_slots(self.hall, everybody, self._midnight) if bookings else {}
        for visitor in everybody:
            self._plan(self._at(visitor.came_s), lambda visitor=visitor: self._arrives(visitor))
        for no, spans in self._spans.items():
            for span in spans:
                self._plan(self._at(span.opens * 60), lambda no=no: self._opens(no))
                self._plan(self._at(span.closes * 60), lambda no=no: self._time_is_up(no))

    def play(self) -> None:
        """From the first visitor to the last, then close the day."""
        self.play_until(None)
        self.hall.close_day(GREETER, self._key()).result()

    def play_until(self, until: int | None) -> None:
        """From where it stands to a moment, UTC microseconds; None: to the last visitor."""
        minute = self.clock.at
        while self._heap and (until is None or self._heap[0][0] <= until):
            at, _, happens = heapq.heappop(self._heap)
            while minute < at:
                self._move_to(minute)
                self.made.tick()
                minute += 60 * SECOND
            self._move_to(at)
            happens()

    def breaks(self, queue: str) -> list[tuple[int, int]]:
        """From when until when no counter works for a queue between two openings of the day."""
        today = openings(self.site.calendar, [no for no in self.site.counters_of(queue) if no in self._spans], self.day)
        return [(one.closes_at, other.opens_at) for one, other in pairwise(today)]

    def close(self) -> None:
        """Prove that the events give the rows, and give the folder back."""
        self.made.close()

    # -- visitors ------------------------------------------------------------------------------------------------

    def _arrives(self, visitor: Visitor) -> None:
        visit = self.visits[visitor.id] = Visit(visitor, self.clock.at)
        visit.counters = sum(1 for no in self.site.counters_of(visitor.queue) if no in self.open)
        try:
            view = self._takes(visitor)
        except HallProblem as problem:
            visit.refused = problem.code.value
            return
        visit.label, visit.ahead, visit.band = view.label, view.ahead or 0, view.wait
        visit.back_at, visit.warned, visit.booked_for = view.come_back_at, view.may_not_be_served, view.booked_for
        self._after(PRINT_S, lambda: self._has_slip(visit, view))
        begins = max(self.clock.at, visit.back_at or 0)
        self._plan(begins + int(visitor.patience_s * SECOND), lambda: self._loses_patience(visit))

    def _takes(self, visitor: Visitor) -> TicketView:
        booking = self._bookings.get(visitor.id)
        if booking is None:
            return self.hall.take_ticket(KIOSK, visitor.id, TakeTicket(visitor.item, chips=visitor.chips)).result()
        order = CheckIn(chips=visitor.chips)
        return self.hall.bookings.check_in(KIOSK, visitor.id, booking, order).result().ticket

    def _has_slip(self, visit: Visit, taken: TicketView) -> None:
        self.hall.confirm_print(KIOSK, self._key(), taken.id, ConfirmPrint(PrintAnswer.PAPER)).result()
        self._line[taken.id] = Waiting(
            taken.id,
            taken.label,
            taken.queue,
            taken.taken_at,
            taken.n,
            booked_for=taken.booked_for,
            priority=bool(visit.visitor.chips),
        )
        self._wake(taken.queue)

    def _loses_patience(self, visit: Visit) -> None:
        if visit.called_at is None:
            visit.gave_up = True
            self._line.pop(visit.visitor.id, None)
            self.hall.cancel(KIOSK, self._key(), visit.visitor.id).result()

    def _is_back(self, ticket_id: str) -> None:
        """Who missed the call says so at the greeter's desk, unless the turn has come again by itself."""
        if self.hall.ticket(ticket_id).state is TicketState.NO_SHOW:
            view = self.hall.bring_back(GREETER, self._key(), ticket_id).result()
            self._wake(view.queue)

    # -- clerks --------------------------------------------------------------------------------------------------

    def _opens(self, no: int) -> None:
        if no not in self.open:
            who = clerk(no)
            self.hall.sign_in(who, self._key(), no, SignIn(who.id)).result()
            self.open.add(no)
            self._next(no)

    def _time_is_up(self, no: int) -> None:
        if no in self._idle:
            self._next(no)

    def _wake(self, queue: str) -> None:
        for no in sorted(self._idle & set(self.site.counters_of(queue))):
            if no in self._idle:
                self._next(no)

    def _next(self, no: int) -> None:
        """A counter that has nobody calls, waits for somebody, or closes."""
        self._idle.discard(no)
        minute = (self.clock.at - self._midnight) / SECOND / 60
        working = any(span.opens <= minute < span.closes for span in self._spans[no])
        if not working and any(minute < span.opens for span in self._spans[no]):  # lunch
            self._leaves(no)
            return
        line = tuple(self._line.values())
        try:
            view = self.hall.call_next(clerk(no), self._key(), no).result()
        except HallProblem as problem:
            if problem.code is not ProblemCode.NOBODY_WAITING:
                raise
            if working:
                self._idle.add(no)
            else:
                self._leaves(no)
            return
        self.calls.append(Call(self.clock.at, calling(self.site.counters[no]), view.id, line))
        self._is_called(no, view)

    def _leaves(self, no: int) -> None:
        self.hall.sign_out(clerk(no), self._key(), no).result()
        self.open.discard(no)

    def _is_called(self, no: int, view: TicketView) -> None:
        visit = self.visits[view.id]
        self._line.pop(view.id, None)
        visit.called_at = visit.called_at or self.clock.at
        if visit.present(self.clock.at):
            self._after(CHANGE_OVER_S, lambda: self._serves(no, visit))
            return
        visit.called_away = visit.called_away or visit.visitor.comes
        self._after(RECALL_S, lambda: self.hall.recall(clerk(no), self._key(), view.id).result())
        self._after(NO_SHOW_S, lambda: self._misses(no, visit))

    def _serves(self, no: int, visit: Visit) -> None:
        self.hall.serve(clerk(no), self._key(), visit.visitor.id).result()
        self._after(visit.visitor.service_s, lambda: self._completes(no, visit))

    def _completes(self, no: int, visit: Visit) -> None:
        self.hall.complete(clerk(no), self._key(), visit.visitor.id, CompleteTicket()).result()
        visit.served = True
        self._next(no)

    def _misses(self, no: int, visit: Visit) -> None:
        self.hall.no_show(clerk(no), self._key(), visit.visitor.id).result()
        if visit.visitor.comes and visit.back_at is not None:
            back = max(self.clock.at, visit.back_at - BACK_EARLY_S * SECOND)
            self._plan(back, lambda: self._is_back(visit.visitor.id))
        self._next(no)

    # -- time ----------------------------------------------------------------------------------------------------

    def _at(self, seconds: float) -> int:
        return self._midnight + int(seconds * SECOND)

    def _plan(self, at: int, happens: Callable[[], object]) -> None:
        self._steps += 1
        heapq.heappush(self._heap, (at, self._steps, happens))

    def _after(self, seconds: float, happens: Callable[[], object]) -> None:
        self._plan(self.clock.at + int(seconds * SECOND), happens)

    def _move_to(self, at: int) -> None:
        self.clock.forward((at - self.clock.at) / SECOND)

    def _key(self) -> str:
        self._keys += 1
        return str(UUID(int=self._keys, version=4))
