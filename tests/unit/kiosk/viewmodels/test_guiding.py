"""办事指南 as it is shown: groups, rows, and facts that fit page by page."""

from dataclasses import replace

import pytest

from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Session
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
    assert [fact.what for fact in facts_of(session)] == ["plain", "bring", "where", "days", "fee", "step", "counter"]


def test_special_steps_tell_their_own_days_and_promises_theirs():
    facts = {fact.what: fact for fact in facts_of(EXAMPLES["guide"])}
    assert (facts["days"].days, facts["days"].legal) == (10, "20")
    assert (facts["step"].value, facts["step"].legal) == ("医院评定", "15d")


def test_without_a_guide_there_is_nothing_to_show():
    assert guide_props(Session()) == GuideProps()
    assert guides_props(Session()) == GuidesProps()
