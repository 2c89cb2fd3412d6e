from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.forecast.experts import PRIOR, opinions
from hall_server.domain.forecast.model import EXPERTS, LENGTHS, Model, Pace, Spread
from hall_server.domain.forecast.situation import Situation
from hall_server.domain.forecast.wait import wait_in

seconds = st.floats(0, 20_000)
maybe = st.none() | seconds
paces = st.builds(Pace, st.integers(1, 999), seconds, seconds, seconds, st.just({}))
models = st.builds(
    Model,
    hall=paces,
    queues=st.fixed_dictionaries({"A": paces}),
    weights=st.just(()) | st.tuples(*[st.tuples(*[st.floats(0, 5)] * EXPERTS)] * LENGTHS),
    spread=st.builds(Spread, st.floats(-1, 5), st.floats(-1, 5)),
)
situations = st.builds(
    Situation, st.sampled_from(["A", "B"]), st.integers(0, 300), st.integers(0, 23), st.none() | st.integers(1, 30),
    maybe, maybe, maybe, st.integers(0, 10), maybe, maybe, st.none() | st.integers(0, 20),
)  # fmt: skip


@given(models, situations)
def test_the_quantiles_are_in_order_and_never_negative(model: Model, here: Situation) -> None:
    told = wait_in(model, here)
    assert 0 <= told.p10 <= told.p50 <= told.p90


@given(models, situations, st.integers(1, 50))
def test_more_people_ahead_never_make_it_shorter(model: Model, here: Situation, more: int) -> None:
    fewer, longer = wait_in(model, here), wait_in(model, here._replace(ahead=here.ahead + more))
    assert all(one <= other + 1e-6 for one, other in zip(fewer, longer, strict=True))


@given(models, situations, st.integers(1, 20), st.integers(1, 20))
def test_more_counters_never_make_it_longer(model: Model, here: Situation, counters: int, more: int) -> None:
    some = wait_in(model, here._replace(counters=counters))
    plenty = wait_in(model, here._replace(counters=counters + more))
    assert all(one >= other - 1e-6 for one, other in zip(some, plenty, strict=True))


def test_this_hours_calls_outweigh_history_as_they_get_more() -> None:
    model = Model(hall=Pace(100, 300, 0, 300))
    slow = [opinions(model, Situation("A", 0, 9, recent_pace_s=900, recent_calls=n))[1] for n in (0, 1, 5, 10)]
    assert slow == sorted(slow)
    assert (slow[0], slow[-1] > 600) == (300, True)


def test_one_wild_call_does_not_run_away() -> None:
    model = Model(hall=Pace(100, 300, 0, 300))
    wild = opinions(model, Situation("A", 0, 9, recent_pace_s=80_000, recent_calls=10))
    assert wild[1] <= 4 * 300


def test_queues_with_their_own_errors_have_their_own_interval() -> None:
    model = Model(hall=Pace(100, 300, 0, 300), spreads={"A": Spread(-0.1, 0.1)}, weights=PRIOR)
    own, other = wait_in(model, Situation("A", 2, 9)), wait_in(model, Situation("B", 2, 9))
    assert own.p50 == other.p50
    assert own.p90 - own.p10 < other.p90 - other.p10
    assert msgspec.structs.asdict(model)["schema"] == 2


def test_a_long_line_listens_to_other_opinions_than_an_empty_one() -> None:
    one_call = (0.0,) * (EXPERTS - 1) + (1.0,)
    model = Model(hall=Pace(100, 300, 0, 300), weights=(one_call, tuple(2 * one for one in one_call), one_call))
    assert [wait_in(model, Situation("A", ahead, 9)).p50 for ahead in (0, 1, 3, 4)] == [300, 600, 600, 600]
