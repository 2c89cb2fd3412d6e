"""Themes, rows and waits of the list."""

import pytest
from msgspec.structs import replace as changed

from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.state import Page, Session, Visit
from kiosk.values import replace
from kiosk.viewmodels.examples import CATALOGUE, EXAMPLES, IDLE, ITEMS, THEMES
from kiosk.viewmodels.room import Form
from kiosk.viewmodels.services import COMMON_MOST, TABS, ServicesProps, bring, rows_of, services_props


def at(theme="", list_page=0, **more):
    visit = Visit(started_at=0, theme=theme, list_page=list_page)
    return replace(IDLE, page=Page.SERVICES, visit=visit, **more)


def test_without_a_catalogue_nothing_is_listed():
    assert services_props(Session()) == ServicesProps()


def test_the_tabs_are_the_common_ones_and_the_fullest_themes():
    tabs = services_props(EXAMPLES["services"]).tabs
    assert [tab.theme for tab in tabs] == ["", "社会保障", "住房保障", "企业开办", "来穗入户"]
    assert len(tabs) == TABS - 1
    assert [tab.theme for tab in tabs if tab.chosen] == [""]


def test_a_theme_chosen_behind_more_takes_the_last_tab():
    tabs = services_props(at("证件办理")).tabs
    assert tabs[-1].theme == "证件办理"
    assert tabs[-1].chosen


def test_few_themes_all_become_tabs_and_nothing_hides_behind_more():
    few = changed(CATALOGUE, themes=THEMES[: TABS - 1])
    props = services_props(at(catalogue=few))
    assert len(props.tabs) == TABS
    assert props.tiles == ()


def test_more_lists_every_theme():
    assert [tile.theme for tile in services_props(at()).tiles][-1] == "hkmo"
    assert {tile.theme for tile in services_props(at()).tiles} == {*THEMES, "hkmo"}


def test_four_rows_stand_on_a_page_and_the_pages_go_round():
    first, second, third = (services_props(at(list_page=page)) for page in range(3))
    assert len(first.rows) == 4
    assert (first.page_number, first.pages) == (1, 2)
    assert [row.item_id for row in second.rows] == ["i13"]
    assert third == first


def test_a_theme_shows_its_own_items():
    rows = services_props(at("住房保障")).rows
    assert [row.item_id for row in rows] == ["i15", "i16"]


def test_a_bundle_stands_before_the_items_of_its_theme():
    first, second, *_ = services_props(EXAMPLES["services_bundle"]).rows
    assert (first.name, first.together) == ("职工退休“一件事”", 2)
    assert second.together == 0


def test_a_theme_without_items_is_empty_and_has_one_page():
    props = services_props(at("婚姻"))
    assert (props.rows, props.pages) == ((), 1)


def test_without_common_items_the_first_four_stand_for_them():
    plain = changed(CATALOGUE, items=tuple(changed(item, common=False) for item in ITEMS))
    rows = services_props(at(catalogue=plain)).rows
    assert [row.item_id for row in rows] == [item.id for item in ITEMS[:COMMON_MOST]]


def test_what_to_bring_is_the_first_thing_and_how_many_more():
    assert bring(ITEMS[1]) == ("居民身份证", 2)
    assert bring(changed(ITEMS[0], materials=())) == ("", 0)


def test_the_page_before_the_first_is_the_last():
    assert services_props(at(list_page=-1)).page_number == 2


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        (Form(), 4),
        (Form(low=True), 4),
        (Form(large=True), 3),
        (Form(large=True, low=True), 2),
        (Form(landscape=True), 4),
        (Form(landscape=True, low=True), 3),
        (Form(landscape=True, large=True), 3),
        (Form(landscape=True, large=True, low=True), 2),
    ],
)
def test_as_many_items_stand_on_a_page_as_fit_and_never_more_than_four(form, rows):
    assert rows_of(form) == rows


def test_upright_and_moved_down_the_search_takes_the_place_of_a_tab():
    low = replace(at(), modes=Modes(frozenset({Mode.LOW})))
    assert len(services_props(low).tabs) == TABS - 2
    assert len(services_props(replace(low, landscape=True)).tabs) == TABS - 1


def test_an_item_without_numbers_rests_and_says_when_there_are_some():
    rows = {row.item_id: row for row in services_props(EXAMPLES["services_no_more"]).rows}
    assert (rows["i27"].resting, rows["i27"].wait_state) == (True, "tomorrow")
    assert (rows["i01"].resting, rows["i01"].wait_state, rows["i01"].when) == (False, "later", "13:42")
    assert (rows["i05"].resting, rows["i05"].warned) == (False, True)


def test_in_english_items_themes_and_what_to_bring_are_english():
    props = services_props(at("社会保障", modes=Modes(language=Language.EN)))
    assert props.rows[0].name == "Replacing a lost social security card"
    assert props.rows[0].bring == "valid identity document"
    assert [tab.name for tab in props.tabs if tab.chosen] == ["Social security"]


def test_waits_of_a_hall_that_does_not_answer_are_not_shown():
    rows = services_props(replace(EXAMPLES["services_no_more"], online=False)).rows
    assert {(row.wait_state, row.resting) for row in rows} == {("unknown", False)}
