from __future__ import annotations

from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.forecast.history import observations_of
from hall_server.domain.site import HALL_ZONE
from hall_server.domain.ticket import SECOND, Birth, TicketEvent
from tests.unit.hall_server.halls import NOON

DAY, TOMORROW = "2026-01-02", "2026-01-03"
S = TicketState


def event(ticket: str, move: Move, state: TicketState, after_s: float, **more: object) -> TicketEvent:
    birth = Birth(1, "i1") if move is Move.TAKE else None
    values = {"queue": "A", "business_day": DAY, "counter": 1 if move is Move.CALL else None, **more}
    return TicketEvent(
        at=int(NOON + after_s * SECOND), move=move, ticket=ticket, label=ticket, state=state,
        actor_kind=ActorKind.SERVER, birth=birth, **values,
    )  # fmt: skip


def take(ticket: str, after_s: float, **more: object) -> TicketEvent:
    return event(ticket, Move.TAKE, S.RESERVED, after_s, **more)


def call(ticket: str, after_s: float, **more: object) -> TicketEvent:
    return event(ticket, Move.CALL, S.CALLED, after_s, **more)


def learned(*events: TicketEvent, before: str = TOMORROW):
    return list(observations_of(events, HALL_ZONE, before))


def test_a_call_is_an_observation_with_those_who_stood_before() -> None:
    first, second = learned(
        take("a", 0), take("b", 10), event("a", Move.CONFIRM_PRINT, S.WAITING, 12), call("a", 60), call("b", 300)
    )
    assert (first.ahead, first.wait_s, first.issued_s, first.weekday, first.counters) == (0, 60, 12 * 3600, 5, None)
    assert (second.ahead, second.wait_s) == (1, 290)


def test_counters_that_work_and_were_seen_to_call_are_open() -> None:
    found = learned(
        take("a", 0), call("a", 5), take("b", 10), call("b", 20, counter=2), take("c", 30), call("c", 40),
        take("d", 9000), call("d", 9001),
    )  # fmt: skip
    assert [one.counters for one in found] == [None, 1, 2, None]


def test_whoever_left_the_line_is_not_ahead_and_teaches_nothing() -> None:
    found = learned(take("a", 0), event("a", Move.CANCEL, S.CANCELLED, 5), take("b", 10), call("b", 20))
    assert [(one.ahead, one.wait_s) for one in found] == [(0, 10)]


def test_only_the_first_call_counts() -> None:
    found = learned(
        take("a", 0), call("a", 10), event("a", Move.RECALL, S.CALLED, 40, counter=1),
        event("a", Move.NO_SHOW, S.NO_SHOW, 90, counter=1), event("a", Move.RETURN, S.WAITING, 100), call("a", 500),
    )  # fmt: skip
    assert [one.wait_s for one in found] == [10]


def test_an_unanswered_ticket_is_not_ahead_but_its_call_counts() -> None:
    found = learned(
        take("a", 0), event("a", Move.CONFIRM_PRINT, S.UNCONFIRMED, 90), take("b", 95), call("a", 100), call("b", 110)
    )
    assert [(one.ahead, one.wait_s) for one in found] == [(0, 100), (0, 15)]


def test_a_transfer_a_call_without_a_take_and_a_clock_set_back_teach_nothing() -> None:
    moved = [take("a", 0), event("a", Move.TRANSFER, S.WAITING, 5, queue="C"), call("a", 10, queue="C")]
    assert learned(*moved) == []
    assert learned(call("ghost", 10)) == []
    assert learned(call("ghost", 10, counter=None)) == []
    assert learned(take("a", 0), call("a", -60)) == []


def test_a_new_day_begins_with_an_empty_line_and_a_late_word_about_yesterday_changes_nothing() -> None:
    found = learned(
        take("a", 0), take("b", 86_400, business_day=TOMORROW), call("a", 86_401),
        call("b", 86_410, business_day=TOMORROW),
        before="2026-01-09",
    )  # fmt: skip
    assert [(one.day, one.ahead) for one in found] == [(TOMORROW, 0)]


def test_today_is_not_learned_from() -> None:
    assert learned(take("a", 0), call("a", 10), before=DAY) == []
