"""办事指南 as it is shown: groups, rows, and facts that fit page by page."""

import pytest

from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.guiding import GuideProps, GuidesProps, guide_props, guides_props

MODES = [
    Modes(),
    Modes(frozenset({Mode.LARGE})),
    Modes(frozenset({Mode.LOW})),
    Modes(frozenset({Mode.LARGE, Mode.LOW})),
]


def test_what_is_often_asked_stands_first():
    props = guides_props(EXAMPLES["guides"])
    assert props.order == "common"
    assert props.rows
    assert not props.groups


def test_letters_are_offered_with_how_many_items_each_has():
    props = guides_props(EXAMPLES["guides_letters"])
    assert [one.group for one in props.groups] == sorted(one.group for one in props.groups)
    assert all(one.count > 0 for one in props.groups)


def test_a_theme_shows_its_items():
    props = guides_props(EXAMPLES["guides_theme"])
    assert props.group == "社会保障"
    assert "i05" in {row.item_id for row in props.rows} or props.pages > 1


def test_cl_d8_bundles_stand_in_every_list_that_they_belong_to():
    for name in ("guides_bundles", "guides_theme"):
        assert [row.name for row in guides_props(EXAMPLES[name]).rows if row.together] == ["职工退休“一件事”"]
    assert "Z" in {one.group for one in guides_props(EXAMPLES["guides_letters"]).groups}


def facts_of(session):
    seen = []
    for page in range(guide_props(session).pages):
        way = replace(session.visit.way, page=page)
        seen += guide_props(replace(session, visit=replace(session.visit, way=way))).facts
    return seen


@pytest.mark.parametrize("modes", MODES, ids=["plain", "large", "low", "large low"])
@pytest.mark.parametrize("landscape", [False, True])
def test_every_fact_stands_on_some_page(modes, landscape):
    session = replace(EXAMPLES["guide"], modes=modes, landscape=landscape)
    large = Mode.LARGE in modes.on
    ways = ["plain", "bring", "where", "days", "fee", "step"] if large else ["plain", "ways", "bring", "days", "step"]
    assert [fact.what for fact in facts_of(session)] == ways


def test_cl_b9_the_ways_stand_side_by_side_with_where_how_long_and_how_much():
    (ways,) = [fact.ways for fact in facts_of(EXAMPLES["guide"]) if fact.what == "ways"]
    assert [one.way for one in ways] == ["counter", "self_service", "online"]
    assert (ways[0].where, ways[0].days, ways[0].fee) == ("二楼 A 区", 10, "免费")
    assert [one.can for one in ways] == [True, False, False]
    (ways,) = [fact.ways for fact in facts_of(EXAMPLES["guide_online"]) if fact.what == "ways"]
    assert ways[2].can


def test_what_to_bring_is_a_list_with_boxes_to_tick():
    (bring,) = [fact.names for fact in facts_of(EXAMPLES["guide"]) if fact.what == "bring"]
    assert bring == ("居民身份证", "一寸照片 1 张", "银行账户")


def test_a_guide_that_is_not_written_says_who_can_be_asked():
    session = EXAMPLES["guide_unwritten"]
    assert facts_of(session)[0].what == "ask"


def test_a_complaint_can_be_begun_on_the_last_page_only():
    session = EXAMPLES["guide"]
    pages = guide_props(session).pages
    shown = [
        guide_props(replace(session, visit=replace(session.visit, way=replace(session.visit.way, page=page)))).complain
        for page in range(pages)
    ]
    assert shown == [False] * (pages - 1) + [True]


def test_special_steps_tell_their_own_days_and_promises_theirs():
    facts = {fact.what: fact for fact in facts_of(EXAMPLES["guide"])}
    assert (facts["days"].days, facts["days"].legal) == (10, "20")
    assert (facts["step"].value, facts["step"].legal) == ("医院评定", "15d")


def test_without_a_guide_there_is_nothing_to_show():
    assert guide_props(Session()) == GuideProps()
    assert guides_props(Session()) == GuidesProps()
