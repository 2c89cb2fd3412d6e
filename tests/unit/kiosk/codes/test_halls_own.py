"""Slip and booking codes: whole, or refused as what they were meant to be."""

from __future__ import annotations

import pytest

from kiosk.codes.answers import Booked, Claimed, Ignored, Refused, Slip
from kiosk.codes.halls_own import BookingCodeRecogniser, SlipCodeRecogniser
from kiosk.codes.scan import Scan
from kiosk.codes.words import CodeReason
from tests.unit.kiosk.codes.shown import BOOKED, BOOKING, CODES, SLIP, TICKET, at


@pytest.mark.parametrize("text", [SLIP, SLIP.lower(), f"https://hall.example/t/{SLIP}", f" {SLIP}\n"])
def test_a_slip_is_claimed_bare_or_behind_an_address(text: str) -> None:
    assert SlipCodeRecogniser().recognise(Scan(text), at()) == Claimed(Slip(TICKET, "L"))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (SLIP.removesuffix(":L")[:-1], "length"),
        (SLIP.replace(":", ":U", 1)[:31], "digit"),
        ("KPT1:8" + "0" * 25, "range"),
        (SLIP + "1", "modes"),
        (SLIP + ":X", "prefix"),
        (f"https://hall.example/?{SLIP}", "prefix"),
    ],
)
def test_a_slip_that_is_not_whole_is_refused_and_says_where(text: str, part: str) -> None:
    assert SlipCodeRecogniser().recognise(Scan(text), at()) == Refused(CodeReason.SLIP_NOT_WHOLE, part)


@pytest.mark.parametrize("text", [BOOKED, BOOKED.lower(), f"\t{BOOKED} "])
def test_a_booking_is_claimed(text: str) -> None:
    assert BookingCodeRecogniser().recognise(Scan(text), at()) == Claimed(Booked(BOOKING))


@pytest.mark.parametrize(
    ("text", "part"),
    [(BOOKED[:-1], "length"), ("kpb1:", "length"), ("KPB1:" + "U" * 26, "digit"), (f"{BOOKED}:L", "length")],
)
def test_a_booking_code_that_is_not_whole_is_refused_and_says_where(text: str, part: str) -> None:
    assert BookingCodeRecogniser().recognise(Scan(text), at()) == Refused(CodeReason.BOOKING_NOT_WHOLE, part)


def test_each_ignores_what_is_not_its_own() -> None:
    for text in CODES:
        if text != SLIP:
            assert SlipCodeRecogniser().recognise(Scan(text), at()) == Ignored()
        if text != BOOKED:
            assert BookingCodeRecogniser().recognise(Scan(text), at()) == Ignored()
