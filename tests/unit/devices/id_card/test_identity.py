"""What a card's 256 bytes say of its holder, in all four layouts. Every person here is made up."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card.identity import (
    LAYOUTS,
    CardTextError,
    encode_newest_address,
    encode_text_block,
    gb11643_check_digit,
    number_is_sound,
    parse_newest_address,
    parse_text_block,
)
from devices.id_card.nations import NATIONS
from devices.values.id_card import CardKind, IdCard

TEN_YEARS = {"valid_from": date(2020, 2, 29), "valid_until": date(2030, 2, 28)}
RESIDENT = IdCard(
    CardKind.RESIDENT,
    number="11010519491231002X",
    name="张三",
    sex="2",
    ethnicity="汉",
    birth=date(1949, 12, 31),
    address="广东省广州市越秀区某某路1号",
    issuer="某某市公安局",
    **TEN_YEARS,
)
HKMO_TW = IdCard(
    CardKind.HKMO_TW_RESIDENT,
    number="81000019900101" + "001" + gb11643_check_digit("81000019900101001"),
    name="李四",
    sex="1",
    birth=date(1990, 1, 1),
    address="某某路2号",
    issuer="某某市公安局",
    permit_number="H12345678",
    issue_count="01",
    **TEN_YEARS,
)
FOREIGNER_2017 = IdCard(
    CardKind.FOREIGNER_2017,
    number="UTO110100010101",
    name="史密斯",
    english_name="SMITH, JOHN OF NOWHERE",
    sex="1",
    nationality="UTO",
    birth=date(1980, 5, 6),
    card_version="01",
    issuer="1500",
    **TEN_YEARS,
)
FOREIGNER_2023 = IdCard(
    CardKind.FOREIGNER_2023,
    number="91123419800506001" + gb11643_check_digit("91123419800506001"),
    name="",
    english_name="A NAME OF FORTY-SIX CHARACTERS, NO MORE, NO LESS"[:46],
    sex="9",
    nationality="UTO",
    issue_count="00",
    old_number_link="ABC",
    birth=date(1980, 5, 6),
    valid_from=date(2024, 1, 1),
    valid_forever=True,
)
CARDS = [RESIDENT, HKMO_TW, FOREIGNER_2017, FOREIGNER_2023]


def laid(fields, letter=""):
    """A block put together by hand from (offset, text), independent of the encoder."""
    block = bytearray(" ".encode("utf-16-le") * 128)
    for offset, text in [*fields, (248, letter)]:
        raw = text.encode("utf-16-le")
        block[offset : offset + len(raw)] = raw
    return bytes(block)


def test_a_resident_card_is_read_from_the_offsets_that_the_sources_name():
    block = laid(
        [
            (0, "张三"),
            (30, "2"),
            (32, "01"),
            (36, "19491231"),
            (52, "广东省广州市越秀区某某路1号"),
            (122, "11010519491231002X"),
            (158, "某某市公安局"),
            (188, "20200229"),
            (204, "20300228"),
        ]
    )
    assert parse_text_block(block) == RESIDENT
    assert parse_text_block(block).raw_text == block


def test_a_hk_macau_taiwan_card_is_read_from_the_offsets_that_the_sources_name():
    block = laid(
        [
            (0, "李四"),
            (30, "1"),
            (36, "19900101"),
            (52, "某某路2号"),
            (122, HKMO_TW.number),
            (158, "某某市公安局"),
            (188, "20200229"),
            (204, "20300228"),
            (220, "H12345678"),
            (238, "01"),
        ],
        "J",
    )
    assert parse_text_block(block) == HKMO_TW


def test_a_2017_foreigner_card_is_read_from_the_offsets_that_the_sources_name():
    block = laid(
        [
            (0, "SMITH, JOHN OF NOWHERE"),
            (120, "1"),
            (122, "UTO110100010101"),
            (152, "UTO"),
            (158, "史密斯"),
            (188, "20200229"),
            (204, "20300228"),
            (220, "19800506"),
            (236, "01"),
            (240, "1500"),
        ],
        "I",
    )
    assert parse_text_block(block) == FOREIGNER_2017


def test_a_2023_foreigner_card_joins_the_two_halves_of_the_english_name():
    name = FOREIGNER_2023.english_name
    block = laid(
        [
            (30, "9"),
            (32, "00"),
            (36, "19800506"),
            (52, name[:35]),
            (122, FOREIGNER_2023.number),
            (188, "20240101"),
            (204, "长期"),
            (220, name[35:]),
            (242, "UTO"),
            (250, "ABC"),
        ],
        "Y",
    )
    assert parse_text_block(block) == FOREIGNER_2023


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.kind)
def test_encoding_and_reading_give_the_same_card(card):
    assert parse_text_block(encode_text_block(card)) == card


@pytest.mark.parametrize("kind", CardKind)
def test_no_two_fields_of_a_layout_overlap(kind):
    pieces = sorted(piece for places in LAYOUTS[kind].values() for piece in places)
    ends = [at + length for at, length in pieces]
    assert all(end <= following for end, (following, _) in zip(ends, pieces[1:], strict=False))
    assert all(end <= 248 or at == 250 for (at, _), end in zip(pieces, ends, strict=True))  # the type stands at 248
    assert ends[-1] <= 256


def changed(card, **changes):
    fields = {name: getattr(card, name) for name in card.__dataclass_fields__} | changes
    return IdCard(**fields)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=7).map(lambda text: text.rstrip(" "))
days = st.dates(date(1, 1, 1))


residents = st.fixed_dictionaries(
    {
        "name": words,
        "address": words,
        "issuer": words,
        "birth": days,
        "valid_until": days,
        "ethnicity": st.sampled_from(sorted(NATIONS.values())),
    }
).map(lambda fields: changed(RESIDENT, **fields))


@given(residents)
def test_any_resident_survives_encoding_and_reading(card):
    assert parse_text_block(encode_text_block(card)) == card


@given(st.binary(max_size=300) | st.binary(min_size=256, max_size=256))
def test_no_block_raises_anything_but_its_own_error(block):
    with contextlib.suppress(CardTextError):
        assert isinstance(parse_text_block(block), IdCard)


def test_a_rare_character_outside_the_basic_plane_is_one_character():
    card = changed(RESIDENT, name="𠮷𫖮")  # four UTF-16 code units
    assert parse_text_block(encode_text_block(card)).name == "𠮷𫖮"


def test_half_a_surrogate_pair_is_marked_and_kept_readable():
    block = bytearray(encode_text_block(RESIDENT))
    block[0:2] = b"\x42\xd8"
    assert parse_text_block(bytes(block)).name == "�三"


def test_only_the_padding_at_the_end_is_cut():
    block = laid(
        [(0, "SMITH JOHN\0\0"), (122, "UTO110100010101"), (220, "19800506")],
        "I",
    )
    assert parse_text_block(block).english_name == "SMITH JOHN"


def test_control_characters_are_dropped_because_a_name_may_reach_a_printer():
    block = laid([(0, "张\x1b@三"), (36, "19491231"), (122, RESIDENT.number)])
    assert parse_text_block(block).name == "张@三"


@pytest.mark.parametrize(
    ("code", "words"), [("01", "汉"), ("46", "德昂"), ("56", "基诺"), ("97", "其他"), ("98", "外国血统中国籍")]
)
def test_nations_are_given_in_words(code, words):
    assert parse_text_block(laid([(32, code), (36, "19491231"), (122, RESIDENT.number)])).ethnicity == words


@pytest.mark.parametrize("code", ["00", "57", "99", "X", "１"])
def test_a_nation_code_on_which_vendors_disagree_is_shown_as_it_is(code):
    block = laid([(32, code), (36, "19491231"), (122, RESIDENT.number)])
    card = parse_text_block(block)
    assert card.ethnicity == f"未识别({code})"
    assert parse_text_block(encode_text_block(card)) == card


def test_there_are_56_nations_and_two_codes_for_others():
    assert len(NATIONS) == 58


def test_a_nation_that_no_code_stands_for_is_refused_when_encoding():
    with pytest.raises(ValueError, match="nation code"):
        encode_text_block(changed(RESIDENT, ethnicity="某"))


def test_a_name_that_does_not_fit_is_refused_when_encoding():
    with pytest.raises(ValueError, match="name needs 32 bytes, the card has 30"):
        encode_text_block(changed(RESIDENT, name="名" * 16))


@pytest.mark.parametrize("number", ["110105194912310021", "11010519491231002x", "１" * 18, "", "1" * 17])
def test_a_card_whose_number_fails_its_check_digit_is_refused(number):
    assert not number_is_sound(number)
    with pytest.raises(CardTextError, match="wrong_check_digit"):
        parse_text_block(laid([(36, "19491231"), (122, number)]))


@pytest.mark.parametrize("birth", ["", "19491301", "1949123", "1949123１", "00000000"])
def test_a_card_without_a_birth_date_is_refused(birth):
    with pytest.raises(CardTextError, match="wrong_birth_date"):
        parse_text_block(laid([(36, birth), (122, RESIDENT.number)]))


def test_a_card_of_an_unknown_layout_is_refused():
    with pytest.raises(CardTextError, match="unknown_layout"):
        parse_text_block(laid([], "Z"))


@pytest.mark.parametrize("length", [0, 255, 257])
def test_a_block_of_another_length_is_refused(length):
    with pytest.raises(CardTextError, match="wrong_length"):
        parse_text_block(bytes(length))


def test_padding_before_a_control_character_is_padding_too():
    for tail in (" \x01", "\0 \x7f", " \x85 "):
        card = parse_text_block(laid([(0, f"A{tail}"), (36, "19491231"), (122, RESIDENT.number)]))
        assert card.name == "A"
        assert parse_text_block(encode_text_block(card)) == card


def test_the_newest_address_is_70_bytes_of_text_padded_with_spaces():
    data = encode_newest_address("广东省广州市某某路2号𠀀")
    assert len(data) == 70
    assert data.endswith(b" \0" * 10)
    assert parse_newest_address(data) == "广东省广州市某某路2号𠀀"


@given(st.binary(max_size=100))
def test_any_bytes_are_some_newest_address_without_control_characters(data):
    assert not any(character < " " for character in parse_newest_address(data))


def test_an_address_that_does_not_fit_is_refused_when_encoding():
    with pytest.raises(ValueError, match="newest_address needs 72 bytes, the card has 70"):
        encode_newest_address("路" * 36)
