"""What the values of a smart card show of themselves, and what they keep to themselves."""

import pytest

from devices.smart_card.card import made_up
from devices.values.smart_card import CardEventKind, SlotView, SmartCardEvent, SocialSecurityCard

HOLDER = made_up("欧阳样本", "11010119900307109X")


def test_nothing_of_the_holder_is_in_a_repr():
    shown = repr(SmartCardEvent(CardEventKind.CARD, card=HOLDER)) + str(HOLDER) + f"{HOLDER}"
    for secret in (HOLDER.name, HOLDER.social_number, HOLDER.card_number, HOLDER.card_id, "1990"):
        assert secret not in shown


@pytest.mark.parametrize(("card_id", "region"), [("440100D156", "440100"), ("4401", ""), ("44A100", ""), ("", "")])
def test_the_region_is_six_digits_or_nothing(card_id, region):
    assert SocialSecurityCard(card_id=card_id).region == region


def test_two_views_of_one_card_are_alike_whatever_the_daemon_notes_beside():
    assert SlotView(present=True, swaps=3, marks=1) == SlotView(present=True, swaps=3, marks=2)
    assert SlotView(present=True, swaps=3) != SlotView(present=True, swaps=5)
