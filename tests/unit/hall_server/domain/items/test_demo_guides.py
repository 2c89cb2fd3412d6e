"""CL-B9, D8, D10 The demo hall's guides: everything that a kiosk shows of an item is there, and short."""

from __future__ import annotations

import pytest

from config.site import load_site
from hall_server.app.site_file import hall_site
from hall_server.contract.item_words import Proxy
from hall_server.contract.vocabulary import GENERAL_ITEM
from hall_server.domain.items.showing import shown
from hall_server.domain.items.tree import faults
from tests.house_rules.sources import ROOT

SITE = hall_site(load_site(ROOT / "config/sites/demo.toml"))
TOLD = shown(SITE)
ITEMS = [one for one in TOLD.items if one.id != GENERAL_ITEM]


@pytest.mark.parametrize("item", ITEMS, ids=[one.id for one in ITEMS])
def test_every_item_has_a_guide_card_that_fits(item) -> None:
    """CL-B9 At most 120 characters, and no more than seven lines of twenty."""
    assert 10 <= len(item.plain) <= 120
    assert item.name_en
    assert item.fee
    assert item.deciding
    assert len(item.also) >= 8
    assert len(item.initials) == len(item.name)


def test_some_items_ask_two_to_five_plain_questions_that_narrow_the_list() -> None:
    """CL-B12 Each answer takes away only what is there; the untouched list stays whole."""
    asking = [one for one in ITEMS if one.situations]
    assert len(asking) >= 6
    for one in asking:
        assert 2 <= len(one.situations) <= 5
        there = {each.id for each in one.materials}
        for each in one.situations:
            assert len(each.without) == len(each.choices)
            assert any(each.without)
            assert {thing for without in each.without for thing in without} < there


def test_the_bundles_of_the_clause_are_there_and_their_questions_end() -> None:
    """CL-D10 企业开办, 新生儿出生, 退休, 身后, 二手房过户."""
    assert {one.id for one in TOLD.bundles} == {"b_open", "b_birth", "b_retire", "b_after", "b_house"}
    for one in SITE.offer.bundles.values():
        assert list(faults(one.tree, one.items)) == []


def test_whoever_is_turned_away_hears_why() -> None:
    """CL-G1, G5 Nobody else may come, or no document of Hong Kong: with a reason, and with a way."""
    for one in ITEMS:
        assert one.hkmo or one.hkmo_note
        assert one.proxy is not Proxy.NONE or (one.proxy_note and (one.at_home or one.by_video))


def test_every_self_service_item_has_its_function_and_a_counter_besides() -> None:
    """CL-C11, E13 Nobody is made to use a machine."""
    served = {each for one in TOLD.services for each in one.items}
    assert {one.id for one in ITEMS if one.self_service} == served
    for one in TOLD.services:
        assert not one.items or any(each.kind == "counter" for each in one.elsewhere)
