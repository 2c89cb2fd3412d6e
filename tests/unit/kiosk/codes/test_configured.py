"""Codes that a site has named: handed to the online verifier whole, and never taken from another recogniser."""

from __future__ import annotations

import pytest

from kiosk.codes.answers import Claimed, Ignored, Online, OnlineService, Refused, Slip
from kiosk.codes.configured import ConfiguredRecogniser
from kiosk.codes.scan import Scan
from kiosk.codes.verifier import code_verifier
from kiosk.codes.words import CodeReason
from tests.unit.hall_server.contract.codes.made_up import HALL, TRUST
from tests.unit.kiosk.codes.shown import REFERENCE, RESIDENT, SLIP, TICKET, at

NAMED = ("HMM:", "https://code.city.example/")


def answer(text: str, named: tuple[str, ...] = NAMED) -> object:
    return code_verifier(TRUST, frozenset({HALL}), online=named).verify(text.encode(), at())


@pytest.mark.parametrize("text", ["HMM:1f0c", f"HMM:{RESIDENT}", "https://code.city.example/show?c=1", "HMM: 木棉"])
def test_cl_c8_a_city_s_own_code_is_for_the_online_verifier_whatever_is_in_it(text: str) -> None:
    assert answer(text) == Claimed(Online(OnlineService.CITY_CODE, text))
    assert text not in repr(answer(text))


def test_without_a_name_such_a_code_is_unknown_and_a_link_a_link() -> None:
    assert answer("HMM:1f0c", ()) == Refused(CodeReason.UNKNOWN_CODE)
    assert answer("https://code.city.example/1", ()) == Refused(CodeReason.ADDRESS_NOT_LISTED)


@pytest.mark.parametrize("text", ["hmm:1f0c", "HMM", "HMM:", "x HMM:1", "https://code.city.example.evil/", ""])
def test_what_does_not_begin_so_letter_for_letter_is_somebody_else_s(text: str) -> None:
    assert ConfiguredRecogniser(NAMED).recognise(Scan(text), at()) == Ignored()
    assert ConfiguredRecogniser(("",)).recognise(Scan(text), at()) == Ignored()


def test_no_name_takes_a_signed_code_or_a_slip_away() -> None:
    named = (REFERENCE[:5], SLIP[:5])
    assert answer(SLIP, named) == Claimed(Slip(TICKET, "L"))
    signed = answer(REFERENCE, named)
    assert isinstance(signed, Claimed)
    assert not isinstance(signed.what, Online)
