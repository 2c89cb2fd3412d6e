"""The drawing of the hall on the greeter's tablet: counters in a row, a seat for each who waits."""

from __future__ import annotations

from hall_server.contract.messages import CounterNow, QueueNow
from hall_server.contract.vocabulary import CounterState
from hall_server.web.greeter_view import SEATS, CounterSpot, LineSeats, counters_drawn, lines_drawn


def queue(letter: str, waiting: int) -> QueueNow:
    return QueueNow(id=letter, letter=letter, name=f"{letter} 队", waiting=waiting, open_counters=1, wait=None)


def test_only_lines_with_people_are_drawn_the_longest_first() -> None:
    assert lines_drawn((queue("A", 2), queue("C", 0), queue("E", 3))) == (
        LineSeats("E", "E 队", 3, 3, 0),
        LineSeats("A", "A 队", 2, 2, 0),
    )


def test_a_long_line_has_as_many_seats_as_there_is_room_for_and_says_how_many_more() -> None:
    (one,) = lines_drawn((queue("A", SEATS + 7),))
    assert (one.seats, one.more, one.waiting) == (SEATS, 7, SEATS + 7)


def test_each_state_of_a_counter_has_a_word_beside_its_look() -> None:
    counters = tuple(CounterNow(no=no, name="", state=state) for no, state in enumerate(CounterState, 1))
    spots = counters_drawn(counters)
    assert [one.no for one in spots] == list(range(1, len(counters) + 1))
    assert all(one.words for one in spots)
    assert CounterSpot(1 + list(CounterState).index(CounterState.PAUSED), "paused", "暂停") in spots
