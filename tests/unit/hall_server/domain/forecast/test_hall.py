from __future__ import annotations

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.forecast.formula import NEXT_PRESS, forecast
from hall_server.domain.forecast.hall import FORECASTER, Line, LiveState, Waiting
from hall_server.domain.forecast.model import UNTRAINED, Model, Pace
from hall_server.domain.forecast.situation import Served

LINE = Line("A", people=3, counters=2, share=1.5, free=0, service_s=300)
KNOWN = Model(hall=Pace(500, 100, 200, 300), queues={"A": Pace(500, 100, 200, 300)})
MODELS = st.sampled_from([UNTRAINED, KNOWN])


def told(line: Line, model: Model = UNTRAINED):
    return FORECASTER(LiveState(40_000.0, 11, (line,)), model)


def change(line: Line, **more: object) -> Line:
    return msgspec.structs.replace(line, **more)


def test_an_unknown_queue_is_told_by_the_formula() -> None:
    assert told(LINE).queues["A"] == forecast(3, 1.5, 300)
    assert told(LINE, Model(queues={"A": Pace(3, 100, 200, 300)})).queues["A"] == forecast(3, 1.5, 300)


def test_a_known_queue_is_told_by_what_was_learned() -> None:
    assert told(LINE, KNOWN).queues["A"] != forecast(3, 1.5, 300)


@given(MODELS)
def test_nobody_knows_when_no_counter_is_open(model: Model) -> None:
    shut = change(LINE, counters=0, share=0.0, waiting=(Waiting("t1", 0, 39_000.0),))
    assert told(shut, model) == ({"A": None}, {"t1": None})


@given(MODELS)
def test_whoever_finds_a_free_counter_waits_for_the_next_press_at_most(model: Model) -> None:
    expected = told(change(LINE, people=0, free=1), model).queues["A"]
    assert expected is not None
    assert all(one <= most for one, most in zip(expected, NEXT_PRESS, strict=True))


@given(MODELS, st.integers(0, 40), st.lists(st.integers(0, 45), max_size=6), st.booleans())
def test_nobody_in_line_is_told_longer_than_whoever_comes(
    model: Model, people: int, places: list[int], calls: bool
) -> None:
    waiting = tuple(Waiting(str(n), ahead, 39_000.0 + n) for n, ahead in enumerate(sorted(places)))
    served = tuple(Served(39_500.0 + n, 36_000.0, 2) for n in range(4)) if calls else ()
    line = change(LINE, people=people, waiting=waiting, served=served, head_issued_s=38_000.0)
    found = told(line, model)
    ordered = [found.tickets[one.ticket] for one in waiting if one.ahead <= people] + [found.queues["A"]]
    for sooner, later in pairwise(ordered):
        assert sooner is not None
        assert later is not None
        assert all(one <= other + 1e-9 for one, other in zip(sooner, later, strict=True))


@given(MODELS, st.integers(0, 30), st.integers(1, 9), st.integers(1, 9), st.integers(0, 9))
def test_more_counters_never_make_it_longer(model: Model, people: int, counters: int, more: int, free: int) -> None:
    few = told(change(LINE, people=people, counters=counters, share=counters / 2, free=free), model).queues["A"]
    many = counters + more
    plenty = told(change(LINE, people=people, counters=many, share=many / 2, free=free + more), model).queues["A"]
    assert few is not None
    assert plenty is not None
    assert all(one >= other - 1e-9 for one, other in zip(few, plenty, strict=True))
