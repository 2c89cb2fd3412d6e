"""Passports as they are typed."""

from __future__ import annotations

import pytest

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Refused
from hall_server.contract.identity.passport import read
from hall_server.contract.identity.words import Caution, Reason

KEY = b"the key of a hall"


@pytest.mark.parametrize("text", ["E00000000", "ea 0000000", "G00000000", "DE0000000", "SE0000000", "PE0000000"])
def test_a_chinese_number_names_its_state_itself(text: str) -> None:
    named = read(text, Source.TYPED)
    assert named == Claimed(
        Identity(Document.PASSPORT, text.upper().replace(" ", ""), Source.TYPED, state="CHN"),
        (Caution.NUMBER_NOT_CHECKED,),
    )


def test_any_other_number_wants_its_state() -> None:
    assert read("L898902C3", Source.TYPED) == Refused(Reason.STATE_NEEDED)
    assert read("L898902C3", Source.TYPED, "U1O") == Refused(Reason.STATE_NEEDED)
    assert isinstance(read("L898902C3", Source.TYPED, "uto"), Claimed)
    assert isinstance(read("C01X00T47", Source.TYPED, "D"), Claimed)


@pytest.mark.parametrize(("one", "other"), [("DEU", "D"), ("HKG", "CHN"), ("MAC", "CHN")])
def test_one_issuer_has_one_code_on_the_list_and_in_the_strip(one: str, other: str) -> None:
    assert read("C01X00T47", Source.TYPED, one) == read("C01X00T47", Source.TYPED, other)


def test_the_same_number_of_two_states_is_two_people() -> None:
    one, other = (read("123456789", Source.TYPED, state) for state in ("UTO", "XXA"))
    assert isinstance(one, Claimed)
    assert isinstance(other, Claimed)
    assert one.holder.pseudonym(KEY) != other.holder.pseudonym(KEY)


@pytest.mark.parametrize("text", ["", "1234", "1234567890", "PASSPORT", "AB<123456", "一二三四五六"])
def test_other_text_is_ignored(text: str) -> None:
    assert read(text, Source.TYPED, "UTO") == Ignored()
