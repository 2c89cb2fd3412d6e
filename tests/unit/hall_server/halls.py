"""A small made-up hall for the rules' tests: two queues, two counters, three items, and tickets in any state."""

from __future__ import annotations

from typing import Any

from hall_server.contract.vocabulary import Delivery, Origin, Outcome, TicketState
from hall_server.domain.calendar import HallCalendar, Span, WeekHours
from hall_server.domain.site import CounterRule, HallSite, ItemRule, Limits, QueueRule
from hall_server.domain.ticket import SECOND, Ticket

NOON = 1_767_326_400 * SECOND  # 2026-01-02 12:00 hall time

SITE = HallSite(
    id="test-hall",
    name="试验厅",
    calendar=HallCalendar(week=(WeekHours((1, 2, 3, 4, 5, 6), Span(9 * 60, 17 * 60 + 30)),)),
    hotline="12345",
    queues={
        "A": QueueRule("A", "A", "综合", service_s=300),
        "C": QueueRule("C", "C", "企业", service_s=600, lease_from=5),
    },
    counters={1: CounterRule(1, "一号", ("A",)), 2: CounterRule(2, "二号", ("A", "C"))},
    items={
        "i1": ItemRule("i1", "居住证", "A", Outcome.ACCEPTED, ("身份证",)),
        "i2": ItemRule("i2", "登记", "C", Outcome.DONE_AT_ONCE),
        "i3": ItemRule("i3", "咨询", "A", Outcome.CONSULTED),
    },
    limits=Limits(),
    numbers_when_closed=True,
)


class HandClock:
    """A clock that stands still until it is moved, or set."""

    def __init__(self, at: int = NOON) -> None:
        self.at = at
        self.ran = 0

    def now(self) -> int:
        return self.at

    def steady(self) -> int:
        return self.ran

    def forward(self, seconds: float) -> None:
        self.at += int(seconds * SECOND)
        self.ran += int(seconds * SECOND)

    def set_by(self, seconds: float) -> None:
        """Somebody sets the clock: no time passes."""
        self.at += int(seconds * SECOND)


def ticket(state: TicketState = TicketState.WAITING, **more: Any) -> Ticket:
    """A ticket in a state, with what that state implies."""
    delivered = state not in {TicketState.RESERVED, TicketState.UNCONFIRMED, TicketState.VOID}
    at_counter = state in {TicketState.CALLED, TicketState.SERVING}
    values: dict[str, Any] = {
        "id": "t1",
        "business_day": "2026-01-02",
        "queue": "A",
        "number": 1,
        "label": "A001",
        "item": "i1",
        "kiosk": "K1",
        "origin": Origin.ONLINE,
        "state": state,
        "delivery": Delivery.PAPER if delivered else Delivery.NONE,
        "taken_at": NOON - 600 * SECOND,
        "place": 1,
        "n": 3,
        "counter": 1 if at_counter else None,
        "called_at": NOON - 100 * SECOND if at_counter else None,
        "last_called_at": NOON - 100 * SECOND if at_counter else None,
    }
    return Ticket(**{**values, **more})
