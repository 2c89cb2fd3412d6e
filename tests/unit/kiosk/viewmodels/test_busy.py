"""No number this time."""

from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.busy import BusyProps, busy_props
from kiosk.viewmodels.examples import EXAMPLES


def test_a_hall_that_is_still_asked_says_so_and_names_the_telephone():
    props = busy_props(EXAMPLES["busy_asking"])
    assert (props.asking, props.fault, props.hotline, props.state) == (True, "hall_silent", "12345", "")


def test_an_answer_that_was_no_is_not_waited_for():
    assert not busy_props(EXAMPLES["busy_refused"]).asking


def test_no_numbers_says_which_item_and_what_is_left():
    props = busy_props(EXAMPLES["busy_no_numbers"])
    assert (props.item, props.state, props.day) == ("不动产登记资料查询", "tomorrow", 0)
    silent = replace(EXAMPLES["busy_no_numbers"], hall=None)
    assert (busy_props(silent).state, busy_props(silent).hotline) == ("", "")


def test_without_a_visit_there_is_nothing_to_say():
    assert busy_props(Session()) == BusyProps()
