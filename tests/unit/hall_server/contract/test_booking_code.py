"""The booking code: written, read, misread, refused."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.booking_code import BookingCodeError, booking_code, parse_booking_code
from hall_server.contract.slip_code import slip_code


@given(st.binary(min_size=16, max_size=16))
def test_a_booking_code_comes_back_as_it_went_also_in_small_letters(booking_id: bytes) -> None:
    code = booking_code(booking_id)
    assert code == code.upper()
    for text in (code, code.lower(), f" {code}\r\n"):
        assert parse_booking_code(text) == booking_id


def test_a_booking_code_is_the_crockford_spelling_of_the_id() -> None:
    assert booking_code(uuid.UUID(int=1).bytes) == "KPB1:" + "0" * 25 + "1"
    assert parse_booking_code("kpb1:" + "O" * 24 + "Il") == (33).to_bytes(16, "big")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "prefix"),
        ("KPB1", "prefix"),
        ("KPB2:" + "0" * 26, "prefix"),
        (slip_code(bytes(16)), "prefix"),
        ("YY20261122000017", "prefix"),
        ("KPB1:", "length"),
        ("KPB1:" + "0" * 26 + ":L", "length"),
        ("KPB1:" + "0" * 5000, "length"),
        ("KPB1:U" + "0" * 25, "digit"),
        ("KPB1:码" + "0" * 25, "digit"),
        ("KPB1:8" + "0" * 25, "range"),
    ],
)
def test_what_is_no_booking_code_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(BookingCodeError) as caught:
        parse_booking_code(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("booking_id", [b"", bytes(15), bytes(17)])
def test_an_id_of_another_length_makes_no_booking_code(booking_id: bytes) -> None:
    with pytest.raises(BookingCodeError):
        booking_code(booking_id)
