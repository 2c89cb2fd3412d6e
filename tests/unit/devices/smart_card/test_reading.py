"""The whole conversation with a card, in all manners of cards, and with chips that say anything."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.smart_card.card import Manner, VirtualCard, made_up
from devices.smart_card.reading import MAX_COMMANDS, Unread, reading
from devices.values.smart_card import SocialSecurityCard

HOLDER = made_up("欧阳样本", "11010119900307109X")
FORMS = (None, Manner.TAG_ONLY, Manner.RECORD_ONLY, Manner.SHORT_ONLY)
STYLES = ((), (Manner.PIECES,), (Manner.EXACT_LE,), (Manner.PIECES, Manner.EXACT_LE))


def read_from(answer):
    """What comes of a chip that answers so, and how many commands it took."""
    talk = reading()
    sent = next(talk)
    for count in itertools.count(1):
        try:
            sent = talk.send(answer(sent))
        except StopIteration as end:
            return end.value, count
    raise AssertionError


def card(*manners, holder=HOLDER):
    return VirtualCard(holder, frozenset(filter(None, manners)))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("select", [None, Manner.SELECT_02])
def test_a_card_is_read_whatever_its_manners(form, style, select):
    read, commands = read_from(card(form, select, *style).answer)
    assert read == HOLDER
    assert commands <= 60


def test_a_card_without_manners_is_read_in_few_commands():
    assert read_from(card().answer)[1] == 1 + 2 + 13 + 2


@pytest.mark.parametrize("form", FORMS)
def test_a_locked_file_leaves_what_is_free(form):
    read, _ = read_from(card(Manner.LOCKED, form).answer)
    assert read.locked
    assert read.missing == {"social_number", "name", "sex", "ethnicity", "birthplace", "birth"}
    assert (read.card_number, read.region, read.name) == (HOLDER.card_number, "440100", "")


def test_another_application_is_an_unknown_card():
    assert read_from(card(Manner.OTHER_CARD).answer)[0] == Unread("unknown_card")


@pytest.mark.parametrize("manner", [Manner.ENDLESS_61, Manner.ENDLESS_6C])
def test_a_card_that_never_comes_to_an_end_is_left(manner):
    read, commands = read_from(card(manner).answer)
    assert read == Unread("broken_answer")
    assert commands <= MAX_COMMANDS


def test_a_card_with_blank_fields_has_nothing_missing():
    blank = dataclasses.replace(HOLDER, birthplace="", expires=None, birth=None)
    read, _ = read_from(card(holder=blank).answer)
    assert read == blank
    assert not read.missing


@pytest.mark.parametrize("at", range(3, 18))
def test_one_broken_answer_is_asked_for_again(at):
    box, count = card(), itertools.count()
    assert read_from(lambda sent: b"" if next(count) == at else box.answer(sent))[0] == HOLDER


def test_a_card_that_refuses_everything_after_its_selection_is_refused():
    assert read_from(lambda sent: b"\x90\x00" if sent[1] == 0xA4 else b"\x69\x82")[0] == Unread("refused")


def test_a_card_that_is_not_the_same_at_the_end_is_not_handed_out():
    first, second = card(), card(holder=made_up("张样本", "110101199003071090", "B87654321"))
    second.answer(b"\x00\xa4\x04\x00\x0f" + bytes.fromhex("7378312E73682EC9E7BBE1B1A3D5CF"))
    boxes = itertools.chain([first] * 12, itertools.repeat(second))
    assert read_from(lambda sent: next(boxes).answer(sent))[0] == Unread("pulled_away")


@given(st.lists(st.binary(max_size=40), max_size=30), st.sampled_from([b"", b"\x90\x00", b"\x61\x05", b"\x6c\x05"]))
def test_whatever_a_chip_says_the_reading_ends(answers, then):
    stream = itertools.chain(answers, itertools.repeat(then))
    read, commands = read_from(lambda _sent: next(stream))
    assert isinstance(read, Unread | SocialSecurityCard)
    assert commands <= MAX_COMMANDS


@given(st.data())
def test_spoilt_answers_never_put_a_wrong_value_into_a_card(data):
    box = card(*data.draw(st.sampled_from(STYLES)))

    def answer(sent):
        said = box.answer(sent)
        return said[: data.draw(st.integers(0, len(said)))] if data.draw(st.integers(0, 5)) == 0 else said

    read, _ = read_from(answer)
    for field in dataclasses.fields(HOLDER) if isinstance(read, SocialSecurityCard) else ():
        if field.name not in {"missing", "locked"}:
            assert getattr(read, field.name) in {getattr(HOLDER, field.name), "", None}
            assert getattr(read, field.name) or field.name in read.missing


def test_nothing_of_the_holder_is_in_a_repr():
    read, _ = read_from(card().answer)
    for secret in (HOLDER.name, HOLDER.social_number, HOLDER.card_number):
        assert secret not in repr(read)
