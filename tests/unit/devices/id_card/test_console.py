"""The words that move the emulated card reader."""

from datetime import date

import pytest

from devices.id_card.console import made_up_card, obey
from devices.id_card.emulator import Fault, IdCardReaderEmulator
from devices.id_card.identity import encode_text_block, parse_text_block


def test_a_made_up_card_has_the_birth_and_sex_of_its_number():
    card = made_up_card("王小明", "11010119900307109")
    assert (card.number[-1], card.sex, card.birth, card.valid_forever) == ("X", "1", date(1990, 3, 7), True)
    assert made_up_card("王", card.number, "20300101").valid_until == date(2030, 1, 1)
    assert parse_text_block(encode_text_block(card)) == card


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "there are:"),
        ("jump", "there are:"),
        ("lay", "lay NAME NUMBER"),
        ("lay 王", "lay NAME NUMBER"),
        ("lay 王 110101199003071091", "check digit"),
        ("lay 王 abc", "check digit"),
        ("lay 王 11010119901307109", "is no day"),
        ("lay 王 11010119900307109 until=soon", "is no day"),
        (f"lay {'王' * 16} 11010119900307109", "name needs 32 bytes"),
        (f"lay 王 11010119900307109 newest={'路' * 36}", "newest_address needs 72 bytes"),
        ("fault", "NAME is one of: late, "),
        ("fault x", "NAME is one of: late, "),
        ("fault late often", "NAME is one of: late, "),
        ("lift " + "x " * 10_000 + "\0", None),
    ],
)
async def test_what_cannot_be_done_is_answered_with_what_can(line, words):
    reader = IdCardReaderEmulator()
    if words is None:
        assert await obey(reader, line) == "lift: done"
        return
    with pytest.raises(ValueError, match=words):
        await obey(reader, line)


@pytest.mark.parametrize(
    "line",
    [
        "lay 王 小明 11010119900307109",
        "lay 王 11010119900307109 newest=某路2号 until=20300101",
        "lift",
        "unreadable",
        "heal",
        "unplug",
    ],
)
async def test_each_word_is_done(line):
    assert await obey(IdCardReaderEmulator(), line) == f"{line.split()[0]}: done"


@pytest.mark.parametrize("fault", Fault)
async def test_each_fault_has_a_name(fault):
    assert await obey(IdCardReaderEmulator(), f"fault {fault} 2") == "fault: done"
