"""The code on a slip: written, read, misread, refused."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.slip_code import SlipCodeError, parse_slip_code, slip_code


@given(st.binary(min_size=16, max_size=16), st.sampled_from(["", "L", "LA"]))
def test_a_slip_code_comes_back_as_it_went_also_in_small_letters_or_behind_an_address(ticket_id, modes):
    code = slip_code(ticket_id, modes)
    assert code == code.upper()
    for text in (code, code.lower(), f"https://hall.example/t/{code}", f" {code}\r\n"):
        assert parse_slip_code(text) == (ticket_id, modes)


def test_a_slip_code_is_the_crockford_spelling_of_the_id():
    assert slip_code(uuid.UUID(int=1).bytes) == "KPT1:" + "0" * 25 + "1"
    assert slip_code(b"\xff" * 16, "l") == "KPT1:7" + "Z" * 25 + ":L"
    assert parse_slip_code("kpt1:" + "O" * 24 + "Il") == ((33).to_bytes(16, "big"), "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "prefix"),
        ("KPT1", "prefix"),
        ("KPT2:" + "0" * 26, "prefix"),
        ("https://hall.example/t/", "prefix"),
        ("6901234567892", "prefix"),
        ("KPT1:" + "0" * 26 + ":L:X", "prefix"),
        ("KPT1:", "length"),
        ("KPT1:" + "0" * 25, "length"),
        ("KPT1:" + "0" * 5000, "length"),
        ("KPT1:U" + "0" * 25, "digit"),
        ("KPT1:码" + "0" * 25, "digit"),
        ("KPT1:8" + "0" * 25, "range"),
        ("KPT1:" + "0" * 26 + ":", "modes"),
        ("KPT1:" + "0" * 26 + ":1", "modes"),
        ("KPT1:" + "0" * 26 + ":大", "modes"),
        ("KPT1:" + "0" * 26 + ":ABCDEFGHI", "modes"),
    ],
)
def test_what_is_no_slip_code_is_refused_with_a_reason(text, reason):
    with pytest.raises(SlipCodeError) as caught:
        parse_slip_code(text)
    assert caught.value.reason == reason


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text):
    try:
        parse_slip_code(text)
    except SlipCodeError:
        return


@pytest.mark.parametrize("ticket_id", [b"", bytes(15), bytes(17)])
def test_an_id_of_another_length_makes_no_slip_code(ticket_id):
    with pytest.raises(SlipCodeError):
        slip_code(ticket_id)


@pytest.mark.parametrize("modes", ["1", "大", "ABCDEFGHI", "A:B"])
def test_modes_that_are_no_letters_make_no_slip_code(modes):
    with pytest.raises(SlipCodeError):
        slip_code(bytes(16), modes)
