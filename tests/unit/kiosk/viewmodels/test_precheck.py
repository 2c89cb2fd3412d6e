"""看材料 as it is shown: the count, the order, what is lacking, and how much fits."""

import pytest

from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.precheck import PrecheckProps, SituationProps, precheck_props, situation_props


def test_a_question_stands_with_its_answers_and_how_many_follow():
    props = situation_props(EXAMPLES["situation"])
    assert props.question == "半年内在派出所拍过证件照吗？"
    assert [row.answer for row in props.answers] == ["yes", "no"]
    assert (props.number, props.total, props.pages) == (1, 2, 1)


def test_answers_that_do_not_fit_stand_on_further_pages():
    low = replace(EXAMPLES["situation_many"], modes=Modes(frozenset({Mode.LARGE, Mode.LOW})))
    props = situation_props(low)
    assert props.pages > 1
    assert 0 < len(props.answers) < 4


def test_what_to_bring_stands_before_what_can_wait_and_what_need_not():
    props = precheck_props(EXAMPLES["precheck_long"])
    assert [line.how for line in props.lines] == ["bring", "bring", "later", "spared", "spared"]
    assert (props.count, props.asked, props.spared) == (2, 5, 2)


def test_one_thing_alone_is_drawn_large_and_may_be_made_here():
    props = precheck_props(EXAMPLES["precheck"])
    assert props.alone
    assert (props.lines[0].picture, props.lines[0].made_here) == ("photo", "photo")
    assert props.lines[1].source == "system"


def test_what_is_lacking_begins_with_what_can_be_had_here():
    props = precheck_props(EXAMPLES["precheck_lacking"])
    assert [line.how for line in props.lines] == ["here", "fetch", "later"]


@pytest.mark.parametrize("modes", [Modes(), Modes(frozenset({Mode.LARGE})), Modes(frozenset({Mode.LOW}))])
@pytest.mark.parametrize("landscape", [False, True])
def test_every_line_stands_on_some_page(modes, landscape):
    session = replace(EXAMPLES["precheck_long"], modes=modes, landscape=landscape)
    seen = []
    for page in range(precheck_props(session).pages):
        way = replace(session.visit.way, page=page)
        seen += [line.name for line in precheck_props(replace(session, visit=replace(session.visit, way=way))).lines]
    assert len(seen) == len(set(seen)) == 5


def test_the_item_is_named_in_the_visitors_language():
    english = replace(EXAMPLES["precheck"], modes=Modes(language=Language.EN))
    assert precheck_props(english).item == "Residence permit, application"


def test_without_a_check_there_is_nothing_to_show():
    assert precheck_props(Session()) == PrecheckProps()
    assert situation_props(Session()) == SituationProps()
