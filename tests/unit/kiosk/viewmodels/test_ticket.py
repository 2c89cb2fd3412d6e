"""A number on the screen."""

import pytest
from msgspec.structs import replace as changed

from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.state import Session, Visit
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, TICKET, VISIT
from kiosk.viewmodels.ticket import TicketProps, slot_side, ticket_props


def test_a_number_stands_with_what_is_before_it_and_its_seconds():
    props = ticket_props(EXAMPLES["ticket"])
    assert (props.label, props.ahead, props.low_min, props.high_min) == ("E042", 6, 10, 18)
    assert (props.place, props.counters) == ("二楼 A 区", "4、9")
    assert (props.bring, props.seconds) == (("有效身份证件",), 8)
    assert props.share == pytest.approx(8 / 15)
    assert (props.without_slip, props.qr_runs) == (False, ())


@pytest.mark.parametrize(("example", "seconds"), [("paper_out", 26), ("ticket_without_slip", 22)])
def test_a_number_without_a_slip_carries_its_code_and_has_longer(example, seconds):
    props = ticket_props(EXAMPLES[example])
    assert props.without_slip
    assert props.qr_side >= 21
    assert props.share == pytest.approx(seconds / 30)


def test_the_code_on_the_screen_is_the_address_of_the_page_where_there_is_one():
    paper_out = EXAMPLES["paper_out"]
    hall = changed(paper_out.hall, public_address="https://hao.example.gov.cn")
    props = ticket_props(replace(paper_out, hall=hall))
    assert props.qr_side > ticket_props(paper_out).qr_side


def test_many_counters_are_left_to_the_board():
    session = replace(EXAMPLES["ticket"], visit=replace(VISIT, ticket=changed(TICKET, counters=(2, 3, 4))))
    assert ticket_props(session).counters == ""


def test_a_called_number_has_nobody_ahead():
    session = replace(EXAMPLES["ticket"], visit=replace(VISIT, ticket=changed(TICKET, ahead=None, wait=None)))
    props = ticket_props(session)
    assert (props.has_ahead, props.has_wait) == (False, False)


def test_before_the_hall_has_answered_there_is_no_number():
    assert ticket_props(Session()) == TicketProps()
    assert ticket_props(Session(visit=Visit(started_at=0, fault="hall_silent"))) == TicketProps(fault="hall_silent")


@pytest.mark.parametrize(
    ("mouths", "side"),
    [
        (("slot", "reader", "scanner"), "left"),
        (("scanner", "slot", "reader"), "middle"),
        (("reader", "slot"), "right"),
        (("slot",), "middle"),
        (("reader",), ""),
    ],
)
def test_the_arrow_points_to_where_this_machine_s_slip_comes_out(mouths, side):
    assert slot_side(mouths) == side
    assert ticket_props(replace(EXAMPLES["ticket"], mouths=mouths)).desk == mouths


def test_whoever_reads_slowly_has_a_bar_of_thirty_seconds():
    slow = replace(EXAMPLES["ticket"], modes=Modes(frozenset({Mode.LARGE})))
    assert ticket_props(slow).share == pytest.approx(8 / 30)


def test_the_code_on_the_screen_carries_how_its_holder_reads():
    paper_out = EXAMPLES["paper_out"]
    large = ticket_props(replace(paper_out, modes=Modes(frozenset({Mode.LARGE}))))
    assert large.qr_runs != ticket_props(paper_out).qr_runs


def test_in_english_what_the_number_is_for_where_and_what_to_bring_are_english():
    props = ticket_props(replace(EXAMPLES["ticket"], modes=Modes(language=Language.EN)))
    assert (props.item, props.place) == ("Replacing a lost social security card", "2nd floor, area A")
    assert (props.counters, props.bring) == ("4, 9", ("valid identity document",))


def test_a_number_that_may_not_be_served_says_so_and_one_for_later_says_when():
    assert ticket_props(EXAMPLES["ticket_not_today"]).may_not_be_served
    later = changed(TICKET, come_back_at=TICKET.taken_at + 4 * 3_600_000_000)
    assert ticket_props(replace(EXAMPLES["ticket"], visit=replace(VISIT, ticket=later))).come_back == "13:42"


def test_a_number_from_this_machine_s_own_block_says_so_and_promises_no_wait():
    props = ticket_props(EXAMPLES["ticket_offline"])
    assert (props.offline, props.has_ahead, props.has_wait) == (True, False, False)
    assert not ticket_props(EXAMPLES["ticket"]).offline
