"""这台机器办不了: why and where else by the boxes as they are, and a number for a counter (UI-K36, CL-E13)."""

from msgspec.structs import replace as changed

from hall_server.contract.item_words import Hardware, Network
from kiosk.session.cannot import cannot_way
from kiosk.session.events import Touch
from kiosk.session.self_service import function_here, machine_of, record_function
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ALL_WELL,
    ELSEWHERE,
    GENERAL,
    HALL,
    HOME,
    PHOTO,
    SERVICES_HERE,
    SOME_ITEM,
    T0,
    WITH_SERVICES,
    after,
    touch,
    visit_of,
)

WITH_A4 = replace(WITH_SERVICES, devices=replace(ALL_WELL, page_printer=True))


def test_the_machine_is_what_its_boxes_and_its_link_are_now():
    machine = machine_of(WITH_SERVICES)
    assert (machine.id, machine.link) == ("K1", Network.CITY)
    assert set(machine.works) == {
        *(Hardware.ID_CARD, Hardware.RECEIPT_PRINTER, Hardware.CODE_SCANNER, Hardware.SPEAKER)
    }  # fmt: skip
    assert Hardware.PAGE_PRINTER in machine_of(WITH_A4).works
    assert machine_of(replace(WITH_SERVICES, online=False)).link is Network.NONE


def test_a_print_without_an_a4_printer_names_another_machine_never_this_one():
    greyed = function_here(WITH_SERVICES, "record")
    assert (greyed.usable, greyed.nearest.id) == (False, "K2")
    assert function_here(WITH_A4, "record").usable
    assert record_function(WITH_SERVICES) == greyed


def test_a_grey_tile_says_why_and_leads_to_the_number_of_its_item():
    session = after(WITH_SERVICES, touch(Touch.PRINT_RECORD))
    assert (session.page, cannot_way(session).service) == (Page.ELSEWHERE, "record")
    session = after(session, touch(Touch.TAKE_A_NUMBER, T0 + 1))
    assert visit_of(session).item.id == "i05"


def test_where_no_function_is_meant_the_general_number_is_given():
    session = after(HOME, touch(Touch.PRINT_RECORD), touch(Touch.TAKE_A_NUMBER, T0 + 1))
    assert visit_of(session).item.id == "general"


def test_without_the_hall_each_grey_tile_leads_to_a_page_and_back_home():
    away = replace(WITH_SERVICES, online=False)
    for tile in (Touch.CHECK_IN, Touch.PRINT_RECORD, Touch.TRACK_CASE):
        session = after(away, touch(tile))
        assert session.page is Page.ELSEWHERE
        assert after(session, touch(Touch.BACK, T0 + 1)).page is Page.HOME


def test_outside_the_hours_a_booking_is_not_checked_in():
    queue_less = changed(HALL, closed_because="after_closing")
    assert after(replace(HOME, hall=queue_less), touch(Touch.CHECK_IN)).page is Page.ELSEWHERE


def test_back_leads_to_the_list_where_it_was_touched():
    assert after(ELSEWHERE, touch(Touch.BACK, T0 + 1)).page is Page.ANY_HOUR


def test_from_its_materials_and_from_help_back_leads_here_and_from_here_on_out():
    with_photo = changed(SOME_ITEM, materials=(PHOTO,))
    offered = changed(WITH_SERVICES.catalogue, items=(with_photo, GENERAL))
    at_materials = after(replace(ELSEWHERE, catalogue=offered), touch(Touch.TAKE_A_NUMBER, T0 + 1))
    assert at_materials.page is Page.PRECHECK
    nobody = changed(WITH_SERVICES.catalogue, services=(), items=())  # then a person is called instead
    at_help = after(replace(ELSEWHERE, catalogue=nobody), touch(Touch.TAKE_A_NUMBER, T0 + 1, "c" * 36))
    assert at_help.page is Page.HELP
    for beyond in (at_materials, at_help):
        here = after(beyond, touch(Touch.BACK, T0 + 2))
        assert here.page is Page.ELSEWHERE
        assert after(here, touch(Touch.BACK, T0 + 3)).page is Page.ANY_HOUR


def test_a_card_page_that_it_led_to_keeps_nothing_of_it():
    session = after(replace(ELSEWHERE, catalogue=WITH_SERVICES.catalogue), touch(Touch.TAKE_A_NUMBER, T0 + 1))
    assert (session.page, visit_of(session).way) == (Page.CARD, None)


def test_a_hall_that_names_no_functions_greys_nothing():
    assert record_function(HOME) is None
    assert [one.id for one in SERVICES_HERE] == ["record", "progress"]
