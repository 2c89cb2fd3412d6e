"""The made-up card, as far as reading it does not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.smart_card.card import Manner, VirtualCard, made_up

HOLDER = made_up("样本", "11010119900307109X")


@given(st.lists(st.binary(max_size=30), max_size=20), st.sets(st.sampled_from(list(Manner))))
def test_any_command_gets_an_answer_with_a_status(commands, manners):
    card = VirtualCard(HOLDER, frozenset(manners))
    for command in commands:
        assert len(card.answer(command)) >= 2


def test_nothing_is_read_before_the_application_is_selected():
    assert VirtualCard(HOLDER).answer(bytes.fromhex("00B2012C00")) == b"\x69\x86"


def test_a_reset_forgets_what_was_selected():
    card = VirtualCard(HOLDER)
    card.answer(bytes.fromhex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF"))
    assert card.answer(bytes.fromhex("00B2012C00")).endswith(b"\x90\x00")
    card.reset()
    assert card.answer(bytes.fromhex("00B2012C00")) == b"\x69\x86"


@pytest.mark.parametrize(("name", "number"), [("样" * 16, "11010119900307109X"), ("样本", "1"), ("样本", "9" * 18)])
def test_a_holder_that_does_not_fit_on_a_card_is_refused(name, number):
    with pytest.raises(ValueError):  # noqa: PT011 -- the console tells the person what fits
        made_up(name, number)
