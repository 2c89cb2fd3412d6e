"""The first page and the pages that say one fixed thing."""

import pytest
from msgspec.structs import replace as changed

from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Devices, Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, HALL, IDLE
from kiosk.viewmodels.home import HomeProps, PlainProps, home_props, plain_props


def test_an_open_hall_shows_counters_people_and_a_band():
    told = HomeProps("open", 10, 23, True, 10, 18, card_reader=True, scanner=True, printer=True)
    assert replace(home_props(replace(IDLE, last_touch=IDLE.now)), tiles=(), opens="", closes="") == told


def test_large_type_upright_has_four_choices_with_the_red_one_and_a_way_to_the_rest():
    names = [tile.name for tile in home_props(IDLE).tiles]
    large = replace(IDLE, modes=Modes(frozenset({Mode.LARGE})))
    assert names == ["check_in", "print_record", "track_case", "guides"]
    assert [tile.name for tile in home_props(large).tiles] == ["check_in", "print_record", "more"]
    assert [tile.name for tile in home_props(replace(large, landscape=True)).tiles] == names


def test_without_the_hall_nobody_is_asked_for_the_code_of_a_booking():
    assert home_props(IDLE).scanner
    assert not home_props(EXAMPLES["home_offline"]).scanner


def test_without_a_forecast_there_is_no_band():
    props = home_props(replace(IDLE, hall=changed(HALL, wait=None)))
    assert (props.has_wait, props.low_min, props.high_min) == (False, 0, 0)


def test_a_hall_without_an_open_counter_says_so():
    assert home_props(replace(IDLE, hall=changed(HALL, open_counters=0))).hall_state == "no_counter"


@pytest.mark.parametrize(
    ("example", "state", "when", "day"),
    [
        ("home", "open", "", ""),
        ("home_free", "no_wait", "", ""),
        ("home_no_counter", "no_counter", "", ""),
        ("home_out", "out", "09:00", "tomorrow"),
        ("home_closed", "closed", "09:00", "tomorrow"),
        ("home_offline", "offline", "", ""),
    ],
)
def test_the_hall_is_told_by_one_word_and_when_it_opens(example, state, when, day):
    props = home_props(EXAMPLES[example])
    assert (props.hall_state, props.when, props.when_day) == (state, when, day)


def test_a_day_further_off_is_told_by_its_date_and_an_unknown_one_not_at_all():
    closed = EXAMPLES["home_closed"]
    later = changed(closed.hall, opens_at=closed.hall.at + 4 * 86_400_000_000)
    props = home_props(replace(closed, hall=later))
    assert (props.when_day, props.month, props.day) == ("date", 10, 20)
    assert home_props(replace(closed, hall=changed(closed.hall, opens_at=None))).when == ""


def test_what_works_stands_first_and_the_rest_says_why_not():
    offline = [(tile.name, tile.reason) for tile in home_props(EXAMPLES["home_offline"]).tiles]
    assert offline[0] == ("guides", "")
    assert {reason for _, reason in offline[1:]} == {"offline"}
    closed = home_props(EXAMPLES["home_closed"])
    assert [tile.reason for tile in closed.tiles] == ["", "", "", "closed"]
    assert closed.self_service == 3


def test_figures_of_a_hall_that_does_not_answer_are_not_shown():
    stale = home_props(replace(IDLE, online=False))
    assert (stale.hall_state, stale.waiting, stale.card_reader) == ("offline", 0, True)
    assert home_props(Session(devices=Devices(printer_reason="paper_out"))).printer_reason == "paper_out"


def test_a_plain_page_knows_what_it_may_name():
    assert plain_props(EXAMPLES["busy"]) == PlainProps(
        online=True, catalogue=True, card_reader=True, printer=True, hotline="12345", fault="hall_silent"
    )
    assert plain_props(Session()) == PlainProps()
    assert plain_props(replace(IDLE, card_on_glass=True)).card_on_glass


def test_without_an_a4_printer_certificates_rest_and_say_why():
    props = home_props(replace(IDLE, devices=replace(IDLE.devices, page_printer=False)))
    assert {tile.name: tile.reason for tile in props.tiles}["print_record"] == "no_page_printer"
