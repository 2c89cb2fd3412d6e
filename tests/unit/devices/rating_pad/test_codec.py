import pytest

from devices.rating_pad.codec import (
    PadState,
    decode_grade,
    decode_invite,
    decode_rated,
    decode_state,
    encode_grade,
    encode_invite,
    encode_number,
    encode_state,
)
from devices.values.rating_pad import Grade


def test_golden_words():
    assert encode_invite(258, 20) == bytes.fromhex("0102 14")
    assert encode_number(258) + encode_grade(Grade.VERY_SATISFIED) == bytes.fromhex("0102 05")


@pytest.mark.parametrize("grade", [*Grade, None])
def test_a_grade_is_read_as_it_was_pressed(grade):
    assert decode_rated(encode_number(7) + encode_grade(grade)) == (7, grade)


def test_only_five_bytes_are_grades():
    assert [code for code in range(256) if decode_grade(bytes((code,)))] == [1, 2, 3, 4, 5]
    assert decode_grade(b"") is None


@pytest.mark.parametrize("broken", [b"", b"\1", b"\1\2", b"\1\2\0"])
def test_what_invites_to_nothing_is_none(broken):
    assert decode_invite(broken) is None


def test_a_state_is_read_as_it_was_said_and_missing_fields_are_nothing():
    assert decode_state(encode_state(PadState(9, 3))) == PadState(9, 3)
    assert decode_state(encode_state(PadState(9, 1 << 20))) == PadState(9, 0xFFFF)
    assert decode_state(b"") == decode_state(b"\1") == PadState()
