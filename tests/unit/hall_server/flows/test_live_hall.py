from __future__ import annotations

from hall_server.contract.vocabulary import ActorKind, Delivery, Move, TicketState
from hall_server.domain.hall_state import CounterSession, Moved, Seated
from hall_server.domain.ticket import Ticket, TicketEvent
from hall_server.flows.live_hall import LiveHall
from tests.unit.hall_server.halls import NOON, ticket

S = TicketState
DAY = "2026-01-02"


def moved(after: Ticket, move: Move = Move.CALL, run: int = 0, undone: Move | None = None) -> Moved:
    event = TicketEvent(
        at=NOON,
        business_day=after.business_day,
        move=move,
        ticket=after.id,
        label=after.label,
        queue=after.queue,
        state=after.state,
        actor_kind=ActorKind.SERVER,
        run=run,
        undone=undone,
    )
    return Moved(after, event)


def test_a_life_is_followed_from_reserved_to_the_end() -> None:
    live = LiveHall(DAY, [], [])
    live.apply(moved(ticket(S.RESERVED)))
    assert (live.waiting["A"], list(live.unanswered)) == (0, ["t1"])
    live.apply(moved(ticket(S.WAITING)))
    assert (live.waiting["A"], list(live.unanswered)) == (1, [])
    live.apply(moved(ticket(S.CALLED)))
    assert (live.waiting["A"], live.at_counter[1].id, live.line(["A"])) == (0, "t1", [])
    live.apply(moved(ticket(S.COMPLETED)))
    assert (live.at_counter, live.ticket("t1")) == ({}, None)


def test_booked_calls_in_a_row_are_counted_per_counter() -> None:
    """CL-C10."""
    live = LiveHall(DAY, [], [])
    for number in (1, 2):
        live.apply(moved(ticket(S.CALLED, id=f"b{number}", booked_for=NOON), run=number - 1))
    live.apply(moved(ticket(S.CALLED, id="b3", booked_for=NOON, counter=2)))
    assert live.booked_runs == {1: 2, 2: 1}
    live.apply(moved(ticket(S.CALLED, id="w"), run=2))
    assert live.booked_runs[1] == 0
    live.apply(moved(ticket(S.WAITING, id="w", counter=1), move=Move.UNDO, undone=Move.CALL, run=2))
    assert live.booked_runs[1] == 2


def test_a_late_answer_puts_a_ticket_back_in_line() -> None:
    live = LiveHall(DAY, [], [])
    live.apply(moved(ticket(S.CALLED, delivery=Delivery.NONE)))
    assert list(live.unanswered) == ["t1"]
    live.apply(moved(ticket(S.VOID)))
    live.apply(moved(ticket(S.WAITING)))
    assert [one.id for one in live.line(["A"])] == ["t1"]
    assert live.at_counter == {}


def test_only_reserved_and_waiting_people_are_ahead() -> None:
    line = [
        ticket(S.WAITING, id="a", place=1),
        ticket(S.RESERVED, id="b", place=2),
        ticket(S.UNCONFIRMED, id="c", place=3),
        ticket(S.WAITING, id="d", place=4, queue="C"),
        ticket(S.WAITING, id="e", place=5),
    ]
    live = LiveHall(DAY, line, [])
    assert [live.ahead(one) for one in line] == [0, 1, 2, 0, 2]


def test_yesterdays_line_is_nobodys_but_yesterdays_timers_run() -> None:
    old = [ticket(S.WAITING, id="a", business_day="2026-01-01"), ticket(S.RESERVED, id="b", business_day="2026-01-01")]
    live = LiveHall(DAY, old, [])
    assert (live.line(["A"]), live.waiting["A"], list(live.unanswered)) == ([], 0, ["b"])


def test_clerks_come_and_go() -> None:
    live = LiveHall(DAY, [], [CounterSession(1, "1001", NOON)])
    live.apply(Seated(2, CounterSession(2, "1002", NOON)))
    live.apply(Seated(1, None))
    live.apply(Seated(1, None))
    assert [seat.clerk for seat in live.sessions.values()] == ["1002"]
