"""The forecast fed from the live hall: what was learned, today's calls, and the state that the pure function asks for.

The only place that knows both the live hall and the forecast; another forecaster is another value here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.business_day import hall_time
from hall_server.domain.forecast.hall import FORECASTER, Line, LiveState, Waiting
from hall_server.domain.forecast.model import UNTRAINED
from hall_server.domain.forecast.situation import Served
from hall_server.domain.hall_state import counters_for, free_for
from hall_server.domain.ticket import SECOND

if TYPE_CHECKING:
    from hall_server.domain.forecast import Forecast, Model
    from hall_server.domain.forecast.hall import Forecaster, Forecasts
    from hall_server.domain.hall_state import Moved
    from hall_server.domain.site import HallSite, QueueRule
    from hall_server.flows.live_hall import LiveHall

_OVER = frozenset({TicketState.VOID, TicketState.EXPIRED})  # a late answer may bring one back: its wait tells nothing
_KEPT_CALLS = 40  # of a queue: more than any forecast looks at


class Waits:
    """Today's calls by queue, and the model that tells waits. Used from one thread only."""

    def __init__(self, model: Model = UNTRAINED, forecaster: Forecaster = FORECASTER) -> None:
        self.model = model
        self._forecaster = forecaster
        self._day = ""
        self._ahead: dict[str, int] = {}  # by ticket, when it was taken
        self._served: dict[str, list[Served]] = {}

    def note(self, moved: Moved, ahead: int) -> None:
        """Take in a committed move; `ahead` people stand before a ticket that was just taken."""
        ticket, event = moved.ticket, moved.event
        if ticket.business_day > self._day:
            self._day = ticket.business_day
            self._ahead.clear()
            self._served.clear()
        if event.birth is not None:
            self._ahead[ticket.id] = ahead
        elif event.move is Move.CALL and (stood := self._ahead.pop(ticket.id, None)) is not None:
            calls = self._served.setdefault(ticket.queue, [])
            calls.append(Served(event.at / SECOND, ticket.taken_at / SECOND, stood))
            calls.sort()  # a clock may have been set
            del calls[:-_KEPT_CALLS]
        elif ticket.state in _OVER:
            self._ahead.pop(ticket.id, None)

    def coming(self, site: HallSite, live: LiveHall, queue: str, people: int, at: int) -> Forecast | None:
        """The wait of somebody who comes now and finds `people` in a queue; None when no counter is open for it."""
        return self._told(site, live, queue, at, people=people).queues.get(queue)

    def in_line(self, site: HallSite, live: LiveHall, queue: str, ahead: int, at: int) -> Forecast | None:
        """The wait of somebody who stands in a queue already, with `ahead` people before them."""
        people = max(ahead, live.waiting[queue])
        placed = (Waiting("", ahead, at / SECOND),)
        return self._told(site, live, queue, at, people=people, waiting=placed).tickets.get("")

    def _told(
        self, site: HallSite, live: LiveHall, queue: str, at: int, *, people: int, waiting: tuple[Waiting, ...] = ()
    ) -> Forecasts:
        rule = site.queues.get(queue)
        line = None if rule is None else self._line(site, live, rule, people, waiting)
        state = LiveState(at / SECOND, hall_time(at, site.zone).hour, () if line is None else (line,))
        return self._forecaster(state, self.model)

    def _line(self, site: HallSite, live: LiveHall, rule: QueueRule, people: int, waiting: tuple[Waiting, ...]) -> Line:
        taken = [ticket.taken_at for ticket in live.line((rule.id,))]
        working = live.working
        return Line(
            queue=rule.id,
            people=people,
            counters=sum(1 for no in site.counters_of(rule.id) if no in working),
            share=counters_for(site, rule.id, working, live.waiting),
            free=free_for(site, rule.id, live.at_counter, working, live.waiting),
            service_s=rule.service_s,
            waiting=waiting,
            served=tuple(self._served.get(rule.id, ())),
            head_issued_s=min(taken) / SECOND if taken else None,
        )
