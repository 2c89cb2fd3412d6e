"""What the items of the free files mean."""

from datetime import date

import pytest

from devices.smart_card.codec import (
    EF05,
    EF06,
    FILES,
    SSSE,
    code,
    day,
    decimal,
    digits,
    name,
    record_of,
    text,
    value_of,
)

ITEMS = {item.field: item for file in FILES for item in file.items}


def test_the_application_is_named_as_the_standard_says():
    assert bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF") == SSSE


def test_the_card_id_of_a_real_card_is_read():
    """Golden: an answer of a real card, from public code, without its status bytes."""
    record = bytes.fromhex("0110330300D15600000599110145FFFFFFFF")
    assert digits(value_of(ITEMS["card_id"], record)) == "330300D15600000599110145"


def test_the_version_of_a_real_card_is_read():
    assert text(value_of(ITEMS["spec_version"], bytes.fromhex("0304332E3030"))) == "3.00"


def test_tags_run_on_through_both_files_and_lengths_are_those_that_drivers_ask_for():
    assert [item.tag for item in (*EF05.items, *EF06.items)] == list(range(1, 14))
    asked = [item.length + 2 for item in (*EF05.items, *EF06.items)]
    assert asked == [0x12, 0x03, 0x06, 0x0E, 0x06, 0x06, 0x0B, 0x14, 0x20, 0x03, 0x03, 0x05, 0x06]


@pytest.mark.parametrize(
    "record",
    [b"", b"\x03", b"\x03\x04", b"\x03\x04abc", b"\x02\x04abcd", b"\x03\x05abcde", b"\x03\x03abc", bytes(40)],
)
def test_a_record_with_another_tag_or_length_or_too_few_bytes_has_no_value(record):
    assert value_of(ITEMS["spec_version"], record) is None


def test_padding_behind_a_value_is_not_looked_at():
    assert value_of(ITEMS["spec_version"], b"\x03\x042.00\xff\xff") == b"2.00"


@pytest.mark.parametrize("padding", [b"\0", b" ", b"\xff"])
def test_names_lose_their_padding(padding):
    assert name("欧阳样本".encode("gbk").ljust(30, padding)) == "欧阳样本"


def test_names_with_four_byte_characters_and_dots_are_read():
    assert name("𠀀买买提·样本".encode("gb18030").ljust(30, b"\0")) == "𠀀买买提·样本"


@pytest.mark.parametrize("value", [b"\xc4" + bytes(29), b"\x80" * 30, "样\x1b[2J本".encode("gbk"), b"a\nb"])
def test_a_name_that_is_cut_or_holds_controls_is_none(value):
    assert name(value) is None


@pytest.mark.parametrize(
    ("value", "meaning"), [(b"1", "1"), (b"\x01", "1"), (b"\0", "0"), (b"\xff", ""), (b"\x80", None)]
)
def test_a_code_of_one_byte_is_a_character_or_a_number(value, meaning):
    assert code(value) == meaning


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("20210301", date(2021, 3, 1)),
        ("00000000", ""),
        ("FFFFFFFF", ""),
        ("20210230", None),
        ("2021030A", None),
        ("202103FF", None),
    ],
)
def test_days_are_bcd_blank_or_nonsense(value, meaning):
    assert day(bytes.fromhex(value)) == meaning


def test_a_day_of_long_ago_is_written_as_it_was_read():
    record = bytes.fromhex("0D0600050608")
    assert day(record[2:]) == date(5, 6, 8)
    assert value_of(ITEMS["birth"], record_of(ITEMS["birth"], date(5, 6, 8))) == record[2:]


def test_decimal_digits_may_be_padded_and_blank():
    assert decimal(bytes.fromhex("4401FF")) == "4401"
    assert decimal(bytes(3)) == ""
    assert decimal(bytes.fromhex("44A100")) is None


def test_text_that_is_none_is_none():
    assert text("证".encode("gbk")) is None
    assert text(b"A\x01B") is None


def test_what_does_not_fit_on_a_card_is_refused_when_it_is_written():
    with pytest.raises(ValueError, match="30 bytes"):
        record_of(ITEMS["name"], "样" * 16)
