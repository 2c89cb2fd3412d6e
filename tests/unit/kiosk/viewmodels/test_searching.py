"""搜事项 as it is shown: hits, what is marked, how many fit."""

import pytest

from kiosk.session.guiding import GuidesWay
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.searching import SearchProps, search_props


def test_letters_find_items_and_mark_what_they_stand_for():
    props = search_props(EXAMPLES["search"])
    assert props.found == 3
    assert {row.marked for row in props.rows} == {"社保卡"}
    assert all(row.before + row.marked + row.after == row.name for row in props.rows)


def test_a_bundle_is_found_like_an_item_and_says_how_many_things_it_is():
    (row,) = search_props(EXAMPLES["search_bundle"]).rows
    assert (row.name, row.marked, row.together) == ("职工退休“一件事”", "职工退休", 2)


def test_before_the_first_letter_nothing_is_said_to_be_missing():
    assert search_props(EXAMPLES["search_begun"]) == SearchProps()


def test_letters_that_fit_nothing_are_said_to_find_nothing():
    props = search_props(EXAMPLES["search_nothing"])
    assert props.nothing
    assert props.rows == ()


@pytest.mark.parametrize(
    ("modes", "landscape", "rows"),
    [
        (Modes(), False, 3),
        (Modes(frozenset({Mode.LARGE})), False, 2),
        (Modes(), True, 2),
        (Modes(frozenset({Mode.LARGE, Mode.LOW})), True, 1),
    ],
    ids=["upright", "large", "lying", "lying large low"],
)
def test_fewer_hits_stand_where_keys_need_the_room(modes, landscape, rows):
    assert len(search_props(replace(EXAMPLES["search"], modes=modes, landscape=landscape)).rows) == rows


def test_a_name_in_english_is_not_marked():
    session = replace(EXAMPLES["search"], modes=Modes(language=Language.EN))
    named = [row for row in search_props(session).rows if row.name.isascii()]
    assert all(row.marked == "" for row in named)


def test_whoever_came_from_the_guides_is_not_on_the_way_to_a_number():
    session = EXAMPLES["search"]
    way = replace(session.visit.way, held=GuidesWay())
    assert search_props(replace(session, visit=replace(session.visit, way=way))).guides


def test_without_a_search_there_is_nothing_to_show():
    assert search_props(Session()) == SearchProps()
