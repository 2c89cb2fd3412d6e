"""Guides and lists say what to bring, where, how long and how much, and no more than is known."""

import msgspec
import pytest

from hall_server.contract.catalogue import Material
from hall_server.contract.item_words import MadeHere
from kiosk.paper.guides import NOTHING, checklist_sheet, days_in_words, guide_sheet, how_long, ticks
from kiosk.paper.sheet import Fact, Tick, Words, words_of
from kiosk.values import replace
from tests.unit.kiosk.paper.papers import ABOUT, ITEM, MATERIALS, PAPERS


def facts(sheet):
    return {block.label: block.value for block in sheet.blocks if isinstance(block, Fact)}


def test_cl_b9_a_guide_says_what_to_bring_where_how_long_and_how_much():
    sheet = guide_sheet(PAPERS["guide"], ABOUT)
    assert [block.text for block in sheet.blocks if isinstance(block, Tick)] == [thing.name for thing in MATERIALS]
    assert facts(sheet) == {
        "在哪办": "二楼 A 区",
        "要多久": "承诺 7 个工作日，法定 15 个自然日，另加 专家评审 10 个工作日",
        "花多少钱": "不收费",
        "谁能办": "在广州住满半年",
        "要注意": "本人来办",
    }
    assert sheet.blocks[0] == Words(ITEM.plain)
    assert "指南版本 2026-03，2026-03-01 更新" in words_of(sheet)


def test_cl_b4_a_guide_names_the_catalogue_that_it_was_made_of():
    assert "事项库 2026-03 核对码 3F2A-91C0" in guide_sheet(PAPERS["guide"], ABOUT).foot


def test_what_may_be_missing_is_said_beside_the_thing():
    notes = {block.text: block.note for block in guide_sheet(PAPERS["guide"], ABOUT).blocks if isinstance(block, Tick)}
    assert "不带" in notes["居民身份证"]
    assert "之后补" in notes["相片回执"]
    assert notes["居住地住址、就业或就读证明之一"] == ""


def test_what_is_not_known_is_not_said():
    bare = msgspec.structs.replace(
        ITEM,
        materials=(),
        plain="",
        note="",
        place="",
        version="",
        guide_from="",
        legal_days=None,
        special_steps=(),
        situations=(),
        fee="",
        conditions="",
    )
    sheet = guide_sheet(replace(PAPERS["guide"], item=bare), replace(ABOUT, hotline="", printed_at="", mark=""))
    assert set(facts(sheet)) == {"要多久"}
    assert Words(NOTHING) in sheet.blocks
    assert sheet.foot == ("1 号机",)


def test_large_print_is_asked_of_the_sheet():
    assert guide_sheet(PAPERS["guide"], replace(ABOUT, large=True)).large


@pytest.mark.parametrize(("days", "words"), [("10", "10 个工作日"), ("15d", "15 个自然日")])
def test_days_are_said_by_their_kind(days, words):
    assert days_in_words(days) == words


def test_what_is_done_at_once_is_said_so():
    assert how_long(msgspec.structs.replace(ITEM, promise_days=0, legal_days=None, special_steps=())) == "当场办"


def test_a_list_of_a_bundle_names_its_items_and_counts_its_things():
    sheet = checklist_sheet(PAPERS["checklist"], ABOUT)
    assert facts(sheet) == {"要办的": "营业执照、食品经营许可"}
    assert "要带 3 样" in words_of(sheet)
    assert len([block for block in sheet.blocks if isinstance(block, Tick)]) == 3


def test_a_thing_says_what_it_must_be_like_and_where_it_can_be_made():
    thing = Material(
        "m", "相片", tolerable=False, note="白底", issued_by_gov=True, made_here=MadeHere.PHOTO, licence=""
    )
    (tick,) = ticks((thing,))
    assert tick.note == "白底；政府部门发的，可以不带；没有的话，大厅里可以拍"
