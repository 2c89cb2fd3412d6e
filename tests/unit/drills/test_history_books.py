"""What the hall's own books are asked, and what the consoles' book keeps of answers that nobody read."""

from __future__ import annotations

from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.ticket import TicketEvent
from tests.drills.history.books import out_of_order, shared
from tests.drills.history.operations import Operation, Seen
from tests.drills.history.recorder import Recorder
from tests.drills.history.wing_gong import linearizable

CALLED = Seen("called", 3, "A", 0, 0, None)


def event(n: int, ticket: str, state: str, counter: int | None) -> TicketEvent:
    return TicketEvent(
        n=n, at=n, business_day="2026-11-22", move=Move.CALL, ticket=ticket, label=ticket.upper(), queue="A",
        state=TicketState(state), actor_kind=ActorKind.CLERK, counter=counter,
    )  # fmt: skip


def view(state: str, counter: int | None, n: int) -> dict[str, object]:
    seen = {"state": state, "counter": counter, "queue": "A", "recalls": 0, "no_shows": 0, "directed_to": None}
    return {**seen, "label": "A001", "n": n}


def test_events_are_clean_when_each_counter_has_one_ticket_at_a_time() -> None:
    assert shared([event(1, "a", "called", 3), event(2, "a", "held", 3), event(3, "b", "called", 3)]) == []


def test_a_ticket_is_found_when_it_comes_to_a_second_counter() -> None:
    found = shared([event(1, "a", "called", 3), event(2, "a", "called", 7)])
    assert found == ["event 2: A comes to counter 7 and is still at 3"]


def test_a_counter_is_found_when_two_tickets_are_there() -> None:
    found = shared([event(1, "a", "called", 3), event(2, "b", "called", 3)])
    assert found == ["event 2: B comes to counter 3, somebody is there"]


def test_events_are_out_of_order_when_a_later_question_has_an_earlier_number() -> None:
    first = Operation("call", 3, 0.0, 1.0, CALLED, n=5)
    for asked, n, found in ((2.0, 6, 0), (2.0, 4, 1), (0.5, 4, 0)):
        second = Operation("call", 4, asked, 3.0, CALLED, n=n)
        assert len(out_of_order({"a": [first], "b": [second]})) == found


def test_a_call_whose_answer_nobody_read_belongs_to_whom_the_counter_meets_next() -> None:
    book = Recorder()
    for verb, state, n in (("take", "reserved", 1), ("confirm_print", "waiting", 2)):
        asked = book.begun(verb, 0, {"queue": "A"})
        book.keep("t", asked, 200, view(state, None, n))
    book.lost_call(book.begun("call_next", 3, {}))
    book.keep("t", book.begun("serve", 3, {}), 200, view("serving", 3, 4))
    book.keep("t", book.begun("complete", 3, {}), 0, {})
    assert [one.verb for one in book.histories["t"]] == ["take", "confirm_print", "call_next", "serve", "complete"]
    assert linearizable(book.histories["t"])
    assert book.unread == 2
    assert book.told == {"t": "A001"}


def test_the_hall_may_call_again_after_every_no_show_that_may_have_happened() -> None:
    book = Recorder()
    book.keep("t", book.begun("no_show", 3, {}), 409, {"code": "no_show_too_soon"})
    book.keep("t", book.begun("no_show", 3, {}), 0, {})
    assert [(one.verb, one.open) for one in book.histories["t"]] == [
        ("no_show", False), ("no_show", True), ("return", True),
    ]  # fmt: skip


def test_an_operation_is_the_same_when_it_was_written_down_and_read() -> None:
    for one in (
        Operation("call", 3, 0.5, 1.5, CALLED, n=7),
        Operation("serve", 3, 0.5),
        Operation("undo", 3, 0, 1, None, "x"),
    ):
        assert Operation.from_document(one.document()).document() == one.document()
