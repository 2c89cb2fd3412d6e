"""The way to a number on the glass: searching, turning pages, ways without a card, numbers that are gone, slips."""

import pytest

from kiosk.session.events import CodeShown, Touch
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.shown import SlipShown
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, TICKET
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.services import SEARCH, rows_of, shelf_of
from tests.qml.forms import FORMS


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_list_is_drawn_as_high_as_python_reckons_and_holds_as_many_rows(glass, form):
    session = form.of(EXAMPLES["services"])
    glass.stand(session)
    shelf, metrics = shelf_of(form_of(session)), glass.singleton("PageMetrics")
    names = ("listTab", "listRow", "listGap", "searchAmongTabs")
    assert tuple(metrics.property(name) for name in names) == (
        shelf.tab,
        shelf.row,
        shelf.gap,
        shelf.search_among_tabs,
    )
    assert metrics.property("search") == SEARCH
    rows = [name for *_, name in glass.targets() if name.startswith("services.item.")]
    assert len(rows) == rows_of(form_of(session))


def test_a_touch_on_the_search_asks_for_it(glass):
    glass.stand("services")
    glass.tap("services.search")
    assert glass.visitor.touches[-1] is Touch.SEARCH


def test_themes_behind_more_turn_in_both_directions_in_large_type(glass):
    glass.stand(replace(EXAMPLES["services"], modes=Modes(frozenset({Mode.LARGE}))))
    glass.tap("services.more")
    assert not glass.has("services.theme.企业变更")
    glass.tap("services.previous_page")
    assert glass.has("services.theme.企业变更")
    glass.tap("services.next_page")
    assert not glass.has("services.theme.企业变更")
    assert glass.visitor.session.visit.list_page == 0


def test_an_item_without_numbers_says_what_is_left_and_leads_back(glass):
    glass.stand("services_no_more")
    glass.tap("services.item.i27")
    assert glass.page == Page.BUSY
    assert glass.says("今天的号取完了")
    assert glass.says("可约明天，请到服务台约时间")
    glass.tap("busy.back")
    assert glass.page == Page.SERVICES


def test_ways_without_a_card_stand_beside_the_reader(glass):
    glass.stand("card")
    glass.tap("card.red_cotton_code")
    assert glass.says("把手机上的码对准扫码口")
    glass.tap("card.red_cotton_code")
    assert glass.says("请放身份证")
    glass.tap("card.type_number")
    assert glass.visitor.touches[-1] is Touch.TYPE_NUMBER


def test_a_machine_without_a_scanner_offers_no_code_and_draws_none(glass):
    glass.stand("card_no_scanner")
    assert not glass.has("card.red_cotton_code")
    assert not glass.says("扫码口")


@pytest.mark.parametrize(("example", "where"), [("ticket", "左"), ("ticket_other_machine", "右")])
def test_the_arrow_names_where_the_slip_of_this_machine_comes_out(glass, example, where):
    glass.stand(example)
    assert glass.says(f"小票从{where}下方出来，请拿好")


def test_the_end_counts_by_itself(glass):
    glass.stand("ticket_booked")
    assert "8 秒" in glass.find("ticket.finish").property("text")
    glass.visitor.pass_time(3)
    glass.settle()
    assert "5 秒" in glass.find("ticket.finish").property("text")


def test_a_slip_that_is_shown_brings_its_modes(glass):
    glass.stand("home")
    glass.visitor.happen(CodeShown(glass.visitor.session.now, SlipShown(TICKET.id, "LE"), TICKET.id))
    glass.settle()
    assert glass.visitor.session.modes == Modes(frozenset({Mode.LARGE}), Language.EN)
    assert glass.singleton("Form").property("large")
