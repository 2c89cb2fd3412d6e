"""The life of a booking: every state with every move, and replaying gives the same."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.bookings import BookingMove, BookingState, Channel
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import Booking, BookingBirth, BookingEvent, apply, booked, replay, target
from hall_server.domain.appointment.booking import TABLE

S, M = BookingState, BookingMove
ALLOWED = {
    (S.PENDING, M.CONFIRM): S.BOOKED,
    (S.PENDING, M.CANCEL): S.CANCELLED,
    (S.BOOKED, M.CANCEL): S.CANCELLED,
    (S.BOOKED, M.CHECK_IN): S.CHECKED_IN,
    (S.CHECKED_IN, M.CHECK_IN): S.CHECKED_IN,
    (S.BOOKED, M.MISS): S.MISSED,
    (S.MISSED, M.EXCUSE): S.CANCELLED,
}
SAID = {
    (S.PENDING, M.CHECK_IN): ProblemCode.BOOKING_NOT_CONFIRMED,
    (S.MISSED, M.CHECK_IN): ProblemCode.BOOKING_OVER,
}
BIRTH = BookingBirth("A", "i1", "2026-01-02", 10, 20, Channel.PHONE, correlation="c", reference="GZ-1")


def event(move: BookingMove, state: BookingState, n: int, **more: object) -> BookingEvent:
    values = {"at": n, "booking": "b1", "actor_kind": ActorKind.CLERK, "actor": "1001", **more}
    return BookingEvent(move=move, state=state, n=n, **values)  # type: ignore[arg-type]  # a test's own words


@pytest.mark.parametrize(("state", "move"), list(product(BookingState, BookingMove)))
def test_only_the_moves_of_the_table_happen(state: BookingState, move: BookingMove) -> None:
    if (state, move) in ALLOWED:
        assert target(state, move) is ALLOWED[state, move]
        return
    with pytest.raises(HallProblem) as refused:
        target(state, move)
    assert refused.value.code is SAID.get((state, move), ProblemCode.BOOKING_SETTLED)


def test_a_booking_bears_the_name_that_confirmed_it_and_its_ticket() -> None:
    first = booked(event(M.BOOK, S.PENDING, 1, birth=BIRTH), BIRTH)
    confirmed = apply(first, event(M.CONFIRM, S.BOOKED, 2, actor="1003"))
    checked_in = apply(confirmed, event(M.CHECK_IN, S.CHECKED_IN, 3, actor="K1", ticket="t1"))
    assert (checked_in.confirmed_by, checked_in.ticket, checked_in.n, checked_in.place) == ("1003", "t1", 3, 1)
    assert (checked_in.correlation, checked_in.reference, checked_in.channel) == ("c", "GZ-1", Channel.PHONE)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([M.CONFIRM, M.CANCEL, M.CHECK_IN, M.MISS, M.EXCUSE])))
)
def test_replaying_a_history_gives_what_stood_in_the_rows(wishes: list[tuple[str, BookingMove]]) -> None:
    rows: dict[str, Booking] = {}
    history: list[BookingEvent] = []
    for name in "abc":
        history.append(event(M.BOOK, S.PENDING, len(history) + 1, booking=name, birth=BIRTH))
        rows[name] = booked(history[-1], BIRTH)
    for name, move in wishes:
        if (rows[name].state, move) in TABLE:
            history.append(event(move, target(rows[name].state, move), len(history) + 1, booking=name))
            rows[name] = apply(rows[name], history[-1])
    assert replay(history) == rows


def test_an_event_of_nothing_is_found() -> None:
    with pytest.raises(KeyError):
        replay([event(M.CANCEL, S.CANCELLED, 1)])
