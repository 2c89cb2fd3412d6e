from __future__ import annotations

from hall_server.contract.vocabulary import ActorKind, Move, TicketState
from hall_server.domain.forecast.hall import Forecasts, LiveState
from hall_server.domain.forecast.model import UNTRAINED, Model
from hall_server.domain.hall_state import CounterSession, Moved
from hall_server.domain.ticket import SECOND, Birth, Ticket, TicketEvent
from hall_server.flows.live_hall import LiveHall
from hall_server.flows.waits import Waits
from tests.unit.hall_server.halls import NOON, SITE, ticket

S = TicketState
DAY, TOMORROW = "2026-01-02", "2026-01-03"
SEATS = [CounterSession(2, "1002", NOON)]


class Asked:
    """A forecaster that remembers what it was asked and knows nothing."""

    def __init__(self) -> None:
        self.states: list[LiveState] = []

    def __call__(self, state: LiveState, model: Model) -> Forecasts:
        assert model is UNTRAINED
        self.states.append(state)
        return Forecasts({}, {})


def moved(one: Ticket, move: Move, at: int) -> Moved:
    event = TicketEvent(
        at=at, business_day=one.business_day, move=move, ticket=one.id, label=one.label, queue=one.queue,
        state=one.state, actor_kind=ActorKind.SERVER, birth=Birth(1, "i1") if move is Move.TAKE else None,
    )  # fmt: skip
    return Moved(one, event)


def a_call(name: str, day: str = DAY) -> tuple[Moved, Moved]:
    one = {"id": name, "business_day": day}
    return (
        moved(ticket(S.RESERVED, **one), Move.TAKE, NOON),
        moved(ticket(S.CALLED, **one), Move.CALL, NOON + SECOND),
    )


def state_of(waits: Waits, asked: Asked, live: LiveHall) -> LiveState:
    assert waits.coming(SITE, live, "A", 1, NOON) is None
    return asked.states[-1]


def test_the_forecaster_is_told_the_hall_as_it_is() -> None:
    asked = Asked()
    waits = Waits(forecaster=asked)
    live = LiveHall(DAY, [ticket(id="a"), ticket(id="b", queue="C", place=2)], SEATS, waits)
    state = state_of(waits, asked, live)
    (line,) = state.lines
    assert (state.hour, line.queue, line.people, line.counters, line.free) == (12, "A", 1, 1, 0)
    assert line.head_issued_s == NOON / SECOND - 600
    assert 0 < line.share < 1
    assert waits.in_line(SITE, live, "A", 3, NOON) is None
    assert [(one.ahead, asked.states[-1].lines[0].people) for one in asked.states[-1].lines[0].waiting] == [(3, 3)]


def test_a_queue_that_the_site_does_not_have_is_no_line() -> None:
    asked = Asked()
    waits = Waits(forecaster=asked)
    assert waits.coming(SITE, LiveHall(DAY, [], SEATS, waits), "gone", 1, NOON) is None
    assert asked.states[-1].lines == ()


def test_todays_calls_are_remembered_with_who_was_ahead_and_forgotten_with_the_day() -> None:
    asked = Asked()
    waits = Waits(forecaster=asked)
    live = LiveHall(DAY, [], SEATS, waits)
    take, call = a_call("a")
    waits.note(take, 4)
    waits.note(call, 0)
    waits.note(call, 0)  # a second call of the same ticket says nothing about the line
    ghost = moved(ticket(S.CALLED, id="from before the start"), Move.CALL, NOON)
    waits.note(ghost, 0)
    assert [one.ahead for one in state_of(waits, asked, live).lines[0].served] == [4]
    waits.note(a_call("b", TOMORROW)[0], 0)
    assert state_of(waits, asked, live).lines[0].served == ()


def test_no_more_calls_are_kept_than_a_forecast_looks_at() -> None:
    asked = Asked()
    waits = Waits(forecaster=asked)
    for n in range(100):
        for change in a_call(f"t{n}"):
            waits.note(change, n)
    served = state_of(waits, asked, LiveHall(DAY, [], SEATS, waits)).lines[0].served
    assert len(served) == 40


def test_a_number_that_was_void_is_not_kept_until_the_evening() -> None:
    waits = Waits(forecaster=(asked := Asked()))
    one = {"id": "a", "business_day": DAY}
    waits.note(moved(ticket(S.RESERVED, **one), Move.TAKE, NOON), 3)
    waits.note(moved(ticket(S.VOID, **one), Move.CONFIRM_PRINT, NOON), 0)
    waits.note(moved(ticket(S.CALLED, **one), Move.CALL, NOON + SECOND), 0)
    assert state_of(waits, asked, LiveHall(DAY, [], SEATS, waits)).lines[0].served == ()
