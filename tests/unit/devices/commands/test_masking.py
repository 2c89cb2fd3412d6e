"""What is shown of cards and codes: enough to know one's own test card again, too little to know a person."""

from dataclasses import replace
from datetime import date

import pytest

from devices.code_scanner.codec import decode_code
from devices.commands.masking import code_row, id_card_row, social_security_row
from devices.smart_card.card import made_up
from devices.values.code_scanner import Symbol
from devices.values.id_card import CardKind, IdCard

TODAY = date(2026, 5, 1)
HOLDER = made_up("欧阳样本", "11010119900307109X")


@pytest.mark.parametrize("full", [True, False])
def test_an_expired_card_is_shown_with_a_warning(full):
    card = IdCard(CardKind.RESIDENT, "440199195201013648", "何桂芳", valid_until=date(2020, 1, 31))
    assert id_card_row(card, TODAY, full=full)["warning"] == "expired"
    assert "warning" not in id_card_row(replace(card, valid_until=None, valid_forever=True), TODAY, full=full)
    assert social_security_row(replace(HOLDER, expires=date(2020, 1, 31)), TODAY, full=full)["warning"] == "expired"
    assert "warning" not in social_security_row(replace(HOLDER, expires=None), TODAY, full=full)


@pytest.mark.parametrize(
    ("name", "number", "shown"),
    [
        ("何桂芳", "440199195201013648", ("何*", "*3648")),
        ("何", "440199195201013648", ("*", "*3648")),
        ("", "1234567", ("*", "*")),
        ("SMITH JOHN", "", ("S*", "*")),
    ],
)
def test_a_mask_shows_nothing_of_what_is_too_short_to_hide(name, number, shown):
    row = id_card_row(IdCard(CardKind.RESIDENT, number, name), TODAY, full=False)
    assert (row["name"], row["number"]) == shown
    row = social_security_row(replace(HOLDER, name=name, social_number=number), TODAY, full=False)
    assert (row["name"], row["number"]) == shown


def test_a_masked_social_security_card_shows_no_other_field_of_its_holder():
    card = replace(HOLDER, missing=frozenset({"sex", "birth"}), locked=True, expires=None)
    row = social_security_row(card, TODAY, full=False)
    assert row == {
        "kind": "social_security",
        "name": "欧*",
        "number": "*109X",
        "missing": "birth sex",
        "locked": "locked",
    }


def test_a_whole_social_security_card_shows_what_its_free_files_say():
    row = social_security_row(HOLDER, TODAY, full=True)
    assert (row["name"], row["number"], row["birth"]) == ("欧阳样本", "11010119900307109X", "1990-03-07")
    assert row["card_number"] == HOLDER.card_number
    assert all(row.values())


def test_a_code_is_shown_by_its_beginning_with_what_is_known_of_its_symbol():
    plain = decode_code(b"KPT1:0123456789")
    assert code_row(plain, full=False) == {"bytes": "15", "encoding": "utf-8", "text": "KPT1…"}
    assert code_row(plain, full=True)["text"] == "KPT1:0123456789"
    seen = decode_code("穗好办".encode("gb18030"), Symbol("qr_code", eci=32))
    assert code_row(seen, full=False) == {
        "bytes": "6",
        "encoding": "gb18030",
        "text": "穗好办…",
        "symbol": "qr_code",
        "eci": "32",
    }


@pytest.mark.parametrize("full", [True, False])
def test_a_code_that_commands_a_terminal_is_shown_and_not_obeyed(full):
    text = code_row(decode_code("\x1b[2\x9bJ".encode()), full=full)["text"]
    assert text.startswith("\\u001b[2\\u009b")
    assert text.isprintable()
