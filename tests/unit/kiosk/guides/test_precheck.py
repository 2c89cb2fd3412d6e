"""CL-B12, D17, E2 What to bring: situations narrow, licences and the city's own papers spare, the hall makes."""

from __future__ import annotations

import msgspec

from hall_server.contract.catalogue import ItemView, Material, SituationView
from hall_server.contract.item_words import MadeHere
from kiosk.guides.precheck import Source, Spared, check, check_all, narrowed
from tests.unit.kiosk.guides.demo import ITEMS

CARD = Material("m_id", "身份证", tolerable=False, licence="居民身份证")
PHOTO = Material("m_photo", "照片", tolerable=False, made_here=MadeHere.PHOTO)
DEED = Material("m_deed", "房产证", tolerable=False, licence="不动产权证")
RECORD = Material("m_ss", "社保缴费记录", tolerable=False, issued_by_gov=True)
BIRTH = Material("m_birth", "出生证", tolerable=False, issued_by_gov=True)
PLAN = Material("m_plan", "平面图", tolerable=True)
WHERE = SituationView("home", "住的房子是？", (("own", "自己的"), ("rented", "租的")), ((), ("m_deed",)))
ITEM = ItemView("i1", "居住证", "户口", "A", (CARD, PHOTO, DEED, RECORD, BIRTH), situations=(WHERE,))


def ids(materials: tuple[Material, ...]) -> list[str]:
    return [one.id for one in materials]


def test_of_five_things_four_that_the_city_has_one_is_left_to_bring() -> None:
    """CL-E2 只需带 1 样."""
    done = check(ITEM, {}, held={"居民身份证", "不动产权证"})
    assert (done.count, done.asked, ids(done.bring)) == (1, 5, ["m_photo"])
    assert done.spared == (
        Spared(CARD, Source.LICENCE),
        Spared(DEED, Source.LICENCE),
        Spared(RECORD, Source.SYSTEM),
        Spared(BIRTH, Source.SYSTEM),
    )


def test_an_answer_takes_away_what_it_names_and_no_answer_takes_nothing() -> None:
    assert narrowed(ITEM, {}) == ITEM.materials
    assert narrowed(ITEM, {"home": "own"}) == ITEM.materials
    assert ids(narrowed(ITEM, {"home": "rented"})) == ["m_id", "m_photo", "m_ss", "m_birth"]


def test_answers_to_what_nobody_asked_change_nothing() -> None:
    assert narrowed(ITEM, {"home": "boat", "zz": "own"}) == ITEM.materials


def test_whoever_has_ticked_everything_is_ready_and_nobody_is_kept_from_a_number() -> None:
    """CL-C10 What is missing is told; what can be made here is offered first."""
    done = check(ITEM, {})
    assert (done.count, done.ready) == (3, False)
    assert (ids(done.made_here), ids(done.to_fetch)) == (["m_photo"], ["m_id", "m_deed"])
    assert check(ITEM, {}, ticked={"m_id", "m_photo", "m_deed"}).ready


def test_what_may_come_later_is_not_counted() -> None:
    done = check(msgspec.structs.replace(ITEM, materials=(CARD, PLAN)), {})
    assert (ids(done.bring), ids(done.later), done.asked) == (["m_id"], ["m_plan"], 2)


def test_several_items_ask_for_a_thing_once_and_the_strictest_word_holds() -> None:
    """CL-B5, D9."""
    strict = msgspec.structs.replace(PLAN, tolerable=False)
    one = msgspec.structs.replace(ITEM, materials=(CARD, PLAN))
    other = msgspec.structs.replace(ITEM, id="i2", materials=(strict, CARD, PHOTO), situations=())
    done = check_all((one, other), {"i1": {"home": "own"}})
    assert (ids(done.bring), done.later) == (["m_id", "m_plan", "m_photo"], ())


def test_every_situation_of_the_demo_hall_asks_for_less_and_never_for_nothing_new() -> None:
    for item in ITEMS.values():
        for asked in item.situations:
            for choice, _ in asked.choices:
                assert set(ids(narrowed(item, {asked.id: choice}))) <= set(ids(item.materials))


def test_an_item_without_materials_needs_nothing() -> None:
    done = check(ItemView("general", "综合", "", "K"), {})
    assert (done.count, done.ready, done.asked) == (0, True, 0)
