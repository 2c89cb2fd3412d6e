"""The first page and the pages that say one fixed thing."""

from dataclasses import replace

from msgspec.structs import replace as changed

from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Devices, Session
from kiosk.viewmodels.examples import EXAMPLES, HALL, IDLE
from kiosk.viewmodels.home import HomeProps, PlainProps, home_props, plain_props


def test_an_open_hall_shows_counters_people_and_a_band():
    told = HomeProps("open", 10, 23, True, 10, 18, card_reader=True, scanner=True, printer=True)
    assert replace(home_props(IDLE), tiles=()) == told


def test_large_type_upright_has_four_choices_with_the_red_one_and_a_way_to_the_rest():
    names = [tile.name for tile in home_props(IDLE).tiles]
    large = replace(IDLE, modes=Modes(frozenset({Mode.LARGE})))
    assert names == ["check_in", "print_record", "track_case", "guides"]
    assert [tile.name for tile in home_props(large).tiles] == ["check_in", "print_record", "more"]
    assert [tile.name for tile in home_props(replace(large, landscape=True)).tiles] == names


def test_without_a_forecast_there_is_no_band():
    props = home_props(replace(IDLE, hall=changed(HALL, wait=None)))
    assert (props.has_wait, props.low_min, props.high_min) == (False, 0, 0)


def test_a_hall_without_an_open_counter_says_so():
    assert home_props(replace(IDLE, hall=changed(HALL, open_counters=0))).hall_state == "no_counter"


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
