"""Permits of residents of Hong Kong, Macao and Taiwan, and of mainland residents who travel there."""

from __future__ import annotations

import pytest

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored
from hall_server.contract.identity.permit import read_exit, read_hkmo, read_taiwan
from hall_server.contract.identity.words import Caution

KEY = b"the key of a hall"


def holder(recognised: object) -> Identity:
    assert isinstance(recognised, Claimed)
    assert isinstance(recognised.holder, Identity)
    assert Caution.NUMBER_NOT_CHECKED in recognised.cautions
    return recognised.holder


@pytest.mark.parametrize(
    "text",
    ["H01234567", "h0123456700", "H01234567 01", "Ｈ０１２３４５６７（０１）", "M01234567", "HA1234567", "MA1234567"],
)
def test_a_permit_of_hong_kong_or_macao_is_read_in_all_its_forms(text: str) -> None:
    if "（" in text:  # brackets are no part of the number on any edition
        assert read_hkmo(text, Source.TYPED) == Ignored()
    else:
        assert holder(read_hkmo(text, Source.TYPED)).document is Document.HKMO_PERMIT


def test_cl_g5_a_renewed_permit_names_the_same_person() -> None:
    editions = [holder(read_hkmo(text, Source.TYPED)) for text in ("H0123456700", "H0123456701", "H01234567")]
    assert {one.stable for one in editions} == {"H01234567"}
    assert len({one.pseudonym(KEY) for one in editions}) == 1
    assert holder(read_hkmo("H0123456801", Source.TYPED)).pseudonym(KEY) != editions[0].pseudonym(KEY)


def test_a_permit_of_taiwan_keeps_eight_digits_through_all_its_editions() -> None:
    editions = [holder(read_taiwan(text, Source.TYPED)) for text in ("01234567", "0123456703", "0123456703(B)")]
    assert {one.stable for one in editions} == {"01234567"}
    assert len({one.pseudonym(KEY) for one in editions}) == 1


@pytest.mark.parametrize("text", ["C01234567", "CA1234567", "L01234567"])
def test_an_exit_permit_names_a_mainland_resident_who_had_better_use_the_card(text: str) -> None:
    named = read_exit(text, Source.TYPED)
    assert holder(named).document is Document.EXIT_PERMIT
    assert isinstance(named, Claimed)
    assert Caution.CARD_PREFERRED in named.cautions


@pytest.mark.parametrize("reader", [read_hkmo, read_taiwan, read_exit])
@pytest.mark.parametrize(
    "text", ["", "H0123456", "H012345678", "CI1234567", "CO1234567", "HB1234567", "0123456", "٠١٢٣٤٥٦٧"]
)
def test_other_numbers_are_ignored(reader, text: str) -> None:  # type: ignore[no-untyped-def] # one of three
    assert reader(text, Source.TYPED) == Ignored()
