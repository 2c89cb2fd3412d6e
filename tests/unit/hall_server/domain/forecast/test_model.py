from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.forecast.experts import PRIOR
from hall_server.domain.forecast.model import (
    BYTES_MAX,
    EXPERTS,
    LENGTHS,
    BadModelError,
    Model,
    Pace,
    Spread,
    model_from,
    model_to,
)

MODEL = Model(
    learned_to="2026-01-05",
    hall=Pace(100, 300, 600, 900, {9: 310.0}),
    queues={"A": Pace(60, 200, 0, 500, {9: 210.0, 14: 190.0})},
    weights=PRIOR,
    spreads={"A": Spread(-0.5, 0.5)},
)


def weighing(first: str, lengths: int = LENGTHS) -> bytes:
    """A file with weights like these, the first of each length as told; only "0" would be read."""
    rest = "" if first == "1" and lengths == LENGTHS else ",0" * (EXPERTS - 1)
    return f'{{"weights": [{",".join([f"[{first}{rest}]"] * lengths)}]}}'.encode()


def test_a_model_comes_back_from_its_file_as_it_was() -> None:
    assert model_from(model_to(MODEL)) == MODEL
    assert [len(weights) for weights in PRIOR] == [EXPERTS] * LENGTHS


def test_well_made_weights_are_read() -> None:
    assert len(model_from(weighing("0")).weights) == LENGTHS


def test_a_queue_that_nobody_knows_has_the_halls_pace() -> None:
    assert (MODEL.pace("A", 9), MODEL.pace("A", 11), MODEL.pace("new", 9), MODEL.pace("new", 11)) == (
        210,
        200,
        310,
        300,
    )


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe{}", b"[" * 100_000, b'{"schema": 1}', weighing("1,1"), weighing("1"),
        weighing("1", 2), weighing("1e999"), weighing("NaN"), weighing("-1"), b'{"weights": [0.5]}',
        b'{"hall": {"pace_s": -1}}', b'{"hall": {"pace_s": 1e9}}', b'{"queues": {"A": {"hours": {"nine": 1}}}}',
        b'{"spread": {"low": -7}}', b'{"quality": {"coverage": 2}}', b" " * (BYTES_MAX + 1),
    ],
)  # fmt: skip
def test_what_is_no_model_is_refused(body: bytes) -> None:
    with pytest.raises(BadModelError):
        model_from(body)


@given(st.integers(0, 400))
def test_a_file_that_was_cut_off_is_refused(kept: int) -> None:
    whole = model_to(MODEL)
    with pytest.raises(BadModelError):
        model_from(whole[: min(kept, len(whole) - 1)])


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(body: bytes) -> None:
    with suppress(BadModelError):
        assert isinstance(model_from(body), Model)
