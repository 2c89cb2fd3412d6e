"""The day in half hours: counted as it happened, drawn so that everything can be read."""

from __future__ import annotations

from itertools import pairwise

from hall_server.contract.messages import EventView
from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.web.day_curve import HALF, HEIGHT, WIDTH, DayTally, Half, day_curve
from hall_server.web.overview import MINUTE

NINE = 18 * HALF


def event(minute: int, move: Move, state: TicketState, ticket: str = "t") -> EventView:
    return EventView(1, NINE + minute * MINUTE, move, ticket, "A001", "A", state, ActorKind.KIOSK)


def tally(*events: EventView) -> DayTally:
    counted = DayTally()
    for one in events:
        counted.take(one)
    return counted


def clock(at: int) -> str:
    return f"{at // (2 * HALF):02d}:{at // HALF % 2 * 30:02d}"


def test_somebody_comes_once_however_often_they_wait() -> None:
    counted = tally(
        event(0, Move.TAKE, TicketState.RESERVED),
        event(1, Move.CONFIRM_PRINT, TicketState.WAITING),
        event(5, Move.CALL, TicketState.CALLED),
        event(7, Move.NO_SHOW, TicketState.NO_SHOW),
        event(35, Move.RETURN, TicketState.WAITING),
    )
    assert counted.halves(NINE + 40 * MINUTE) == (Half(NINE, 1, 0, 0), Half(NINE + HALF, 0, 0, 1))


def test_whoever_waits_waits_on_through_half_hours_in_which_nothing_happens() -> None:
    counted = tally(event(1, Move.CONFIRM_PRINT, TicketState.WAITING))
    assert [one.waiting for one in counted.halves(NINE + 3 * HALF)] == [1, 1, 1, 1]


def test_an_end_that_was_taken_back_is_none() -> None:
    counted = tally(
        event(1, Move.CONFIRM_PRINT, TicketState.WAITING),
        event(2, Move.CALL, TicketState.CALLED),
        event(3, Move.SERVE, TicketState.SERVING),
        event(29, Move.COMPLETE, TicketState.COMPLETED),
        event(30, Move.UNDO, TicketState.SERVING),
        event(31, Move.COMPLETE, TicketState.COMPLETED),
    )
    assert [one.served for one in counted.halves(NINE + 31 * MINUTE)] == [0, 1]


def test_a_day_without_anybody_is_drawn_too() -> None:
    drawn = day_curve(DayTally().halves(NINE), clock)
    assert (drawn.bars, len(drawn.rows), drawn.rows[0].when) == ((), 1, "09:00")


def test_everything_stands_inside_the_drawing_and_names_do_not_cover_each_other() -> None:
    for most in (0, 1, 7, 250, 1300):
        halves = tuple(Half(NINE + place * HALF, most, most, place % 2 * most) for place in range(23))
        drawn = day_curve(halves, clock)
        dots = [(one.x, one.y) for one in (*drawn.waiting, *drawn.served)]
        marks = [(one.x, one.y) for one in (*drawn.names, *drawn.levels)]
        xs = [x for x, _ in dots] + [one.x + one.width for one in drawn.bars] + [one.x for one in drawn.hours]
        ys = [y for _, y in (*dots, *marks)] + [one.y + one.height for one in drawn.bars]
        assert 0 <= min(xs) <= max(xs) <= WIDTH
        assert 0 <= min(ys) <= max(ys) <= HEIGHT - 30, most
        heights = sorted(one.y for one in drawn.names)
        assert all(below - above >= 20 for above, below in pairwise(heights)), most
        assert len(drawn.hours) <= 10
        assert [one.words.split()[0] for one in drawn.names] == ["来了", "在等", "办完"]
