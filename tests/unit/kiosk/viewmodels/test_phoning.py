"""What stands on the glass of a telephone number that is being left (UI-K35)."""

from kiosk.session.phone import Phone, Told
from kiosk.session.phoning import PhoneWay
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.phoning import PhoneState, phone_props
from kiosk.viewmodels.ticket import ticket_props
from kiosk.viewmodels.visit import confirm_props


def shown(text, region="86", age=10.0):
    session = EXAMPLES["phone"]
    way = PhoneWay(Page.CONFIRM, region, text, touched_at=session.now - age)
    return phone_props(replace(session, visit=replace(session.visit, way=way)))


def test_digits_stand_readable_for_two_seconds_then_as_a_mask():
    assert shown("13800135678", age=1).shown == "138 0013 5678"
    props = shown("13800135678")
    assert (props.shown, props.ready, props.masked) == ("138****5678", True, True)
    assert shown("1380013").shown == "••• 0013"


def test_what_cannot_be_a_mobile_number_is_odd_as_soon_as_it_is_typed():
    assert not shown("13").odd
    assert shown("12").odd
    assert shown("5", "853").odd


def test_what_was_left_before_is_a_mask_everywhere():
    known = phone_props(EXAMPLES["phone_known"])
    assert (known.state, known.mask, known.keys) == (PhoneState.KNOWN, "****7788", ())
    assert confirm_props(EXAMPLES["confirm_phone"]).phone == "138****5678"
    assert ticket_props(EXAMPLES["ticket_phone"]).told == Told.HEARD
    assert "0013" not in repr(ticket_props(EXAMPLES["ticket_phone"]))
    assert "13800135678" not in repr(Phone("+8613800135678"))


def test_without_the_hall_there_is_no_pad():
    away = phone_props(EXAMPLES["phone_away"])
    assert (away.state, away.keys, away.ready) == (PhoneState.AWAY, (), False)
