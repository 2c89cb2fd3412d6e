from __future__ import annotations

import pytest

from hall_server.contract.messages import VisitorMask
from hall_server.contract.vocabulary import ActorKind, CounterState, Move, TicketState, Why
from hall_server.domain.hall_state import CounterSession
from hall_server.domain.ticket import SECOND, TicketEvent
from hall_server.flows.live_hall import LiveHall
from hall_server.flows.views import counter_queue, event_view, hall_now, ticket_view
from tests.unit.hall_server.halls import NOON, SITE, ticket

S = TicketState
DAY = "2026-01-02"
VISITOR = VisitorMask("0" * 32, "陈*明", "1234")
SEATS = [CounterSession(2, "1002", NOON)]


def test_a_waiting_ticket_is_told_who_is_ahead_and_how_long() -> None:
    live = LiveHall(DAY, [ticket()], SEATS)
    view = ticket_view(SITE, live, ticket(visitor=VISITOR), 4, NOON)
    assert (view.ahead, view.counters, view.bring, view.item_name) == (4, (1, 2), ("身份证",), "居住证")
    assert view.wait is not None
    assert view.wait.low_min < view.wait.high_min


def test_a_called_ticket_has_nobody_ahead() -> None:
    view = ticket_view(SITE, LiveHall(DAY, [], SEATS), ticket(S.CALLED), 4, NOON)
    assert (view.ahead, view.wait, view.counter) == (None, None, 1)


def test_masks_go_to_the_counter_only() -> None:
    live, one = LiveHall(DAY, [], []), ticket(S.CALLED, visitor=VISITOR)
    assert ticket_view(SITE, live, one, 0, NOON).visitor is None
    assert ticket_view(SITE, live, one, 0, NOON, to_counter=True).visitor == VISITOR


def test_no_wait_is_told_when_no_counter_is_open() -> None:
    assert ticket_view(SITE, LiveHall(DAY, [], []), ticket(), 1, NOON).wait is None


def test_an_item_that_left_the_site_file_keeps_its_id_as_name() -> None:
    assert ticket_view(SITE, LiveHall(DAY, [], []), ticket(item="gone"), 0, NOON).item_name == "gone"


def test_a_counters_line_shows_twenty_in_order_and_counts_all() -> None:
    line = [ticket(id=f"t{n}", place=n, label=f"A{n:03}") for n in range(30, 0, -1)]
    shown = counter_queue(SITE, LiveHall(DAY, line, SEATS), 1, 77, NOON)
    assert (shown.waiting, shown.why, shown.n, len(shown.tickets)) == (30, Why.EARLIEST_TAKEN, 77, 20)
    assert [one.label for one in shown.tickets[:3]] == ["A001", "A002", "A003"]
    assert shown.tickets[0].waited_min == 10


def test_an_empty_line_has_no_reason() -> None:
    assert counter_queue(SITE, LiveHall(DAY, [], SEATS), 1, 0, NOON).why is None


def test_a_counters_line_follows_the_rule_and_the_counters_memory() -> None:
    """CL-C10."""
    line = [ticket(id="w", place=1), ticket(id="b", place=2, label="A002", booked_for=NOON)]
    live = LiveHall(DAY, line, SEATS)
    shown = counter_queue(SITE, live, 1, 0, NOON)
    assert (shown.tickets[0].id, shown.why) == ("b", Why.BOOKED_CREDIT)
    assert shown.reason == "booked_credit;waited:10;waiting:2;booked:15;passed_booked_credit:A001"
    live.booked_runs[1] = 3
    assert counter_queue(SITE, live, 1, 0, NOON).tickets[0].id == "w"


@pytest.mark.parametrize(
    ("move", "kept", "heard"),
    [
        (Move.CALL, "statutory_priority;priority:12", "by_rule"),
        (Move.CALL, "earliest_taken;waiting:3", "earliest_taken"),
        (Move.NO_SHOW, "unconfirmed_no_answer", "unconfirmed_no_answer"),
    ],
)
def test_everybody_hears_of_a_call_no_more_than_a_neutral_code(move: Move, kept: str, heard: str) -> None:
    """CL-G4."""
    event = TicketEvent(
        at=NOON,
        business_day=DAY,
        move=move,
        ticket="t1",
        label="A001",
        queue="A",
        state=S.CALLED,
        actor_kind=ActorKind.CLERK,
        reason=kept,
    )
    assert event_view(event).reason == heard


def test_the_hall_now_adds_up() -> None:
    line = [
        ticket(id="a", place=1),
        ticket(id="b", place=2, queue="C"),
        ticket(S.RESERVED, id="c", place=3),
        ticket(S.SERVING, id="d", counter=2, served_at=NOON - SECOND),
    ]
    now = hall_now(SITE, LiveHall(DAY, line, SEATS), 9, "life", NOON)
    assert (now.n, now.waiting, now.open_counters, now.business_day) == (9, 2, 1, DAY)
    assert [(q.id, q.waiting, q.open_counters) for q in now.queues] == [("A", 1, 1), ("C", 1, 1)]
    assert [(c.no, c.state) for c in now.counters] == [(1, CounterState.CLOSED), (2, CounterState.SERVING)]
    assert now.wait is not None


def test_the_hall_now_tells_the_hours_of_its_business_day_and_its_clock() -> None:
    friday = hall_now(SITE, LiveHall(DAY, [], SEATS), 0, "life", NOON)
    sunday = hall_now(SITE, LiveHall("2026-01-04", [], SEATS), 0, "life", NOON)
    assert (friday.opens, friday.closes, friday.utc_offset_s) == ("09:00", "17:30", 28_800)
    assert (sunday.opens, sunday.closes) == ("", "")


def test_a_hall_where_nobody_waits_tells_no_wait() -> None:
    assert hall_now(SITE, LiveHall(DAY, [], SEATS), 0, "life", NOON).wait is None
