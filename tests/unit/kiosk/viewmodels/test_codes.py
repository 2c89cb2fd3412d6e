"""What the pages after a code say."""

import msgspec
import pytest

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.vocabulary import TicketState
from kiosk.codes.words import WORDS, CodeReason
from kiosk.session.shown import CodeKind, CodeNote, CodeVisit
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.codes import (
    BookingRow,
    CheckingProps,
    CodeRefusedProps,
    TicketStateProps,
    bookings_props,
    checking_props,
    code_refused_props,
    ticket_state_props,
)
from kiosk.viewmodels.examples import EXAMPLES, IDLE, TICKET
from kiosk.viewmodels.services import services_props
from kiosk.viewmodels.ticket import ticket_props
from kiosk.viewmodels.visit import confirm_props


def test_bookings_are_told_by_the_hall_s_clock_with_their_places():
    first = bookings_props(EXAMPLES["bookings"]).rows[0]
    assert first == BookingRow(first.booking_id, "社会保障卡挂失补换", "10:00", "10:30", "二楼 A 区", "early")
    assert bookings_props(replace(EXAMPLES["bookings"], hall=None, catalogue=None)).rows[0].begins == ""


@pytest.mark.parametrize(
    ("after_min", "told"), [(-1, ("early", 0)), (0, ("on_time", 0)), (10, ("on_time", 0)), (25, ("late", 25))]
)
def test_a_booking_says_whether_its_time_has_come(after_min, told):
    session = EXAMPLES["bookings"]
    now = session.visit.code.bookings[0].starts_at + after_min * 60_000_000
    row = bookings_props(replace(session, hall=msgspec.structs.replace(session.hall, at=now))).rows[0]
    assert (row.time, row.late_min) == told


def test_bookings_that_do_not_fit_stand_on_a_next_page_and_go_round():
    session = EXAMPLES["bookings"]
    many = tuple(msgspec.structs.replace(session.visit.code.bookings[0], id=str(n)) for n in range(5))
    visit = replace(session.visit, code=replace(session.visit.code, bookings=many))
    pages = [bookings_props(replace(session, visit=replace(visit, list_page=n))) for n in range(3)]
    assert [(len(page.rows), page.page_number, page.pages, page.count) for page in pages] == [
        (4, 1, 2, 5),
        (1, 2, 2, 5),
        (4, 1, 2, 5),
    ]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (TicketState.WAITING, "waiting"),
        (TicketState.UNCONFIRMED, "waiting"),
        (TicketState.CALLED, "called"),
        (TicketState.SERVING, "called"),
        (TicketState.HELD, "held"),
        (TicketState.NO_SHOW, "missed"),
        (TicketState.COMPLETED, "ended"),
        (TicketState.VOID, "ended"),
        (TicketState.EXPIRED, "ended"),
        (TicketState.CANCELLED, "ended"),
    ],
)
def test_a_ticket_s_state_is_one_of_five(state, told):
    session = EXAMPLES["slip_waiting"]
    visit = replace(session.visit, seen=msgspec.structs.replace(TICKET, state=state))
    assert ticket_state_props(replace(session, visit=visit)).state == told


def test_a_ticket_in_line_says_how_many_are_before_it():
    props = ticket_state_props(EXAMPLES["slip_waiting"])
    assert (props.label, props.ahead, props.low_min, props.high_min, props.seconds) == ("E042", 6, 10, 18, 14)


def test_a_refusal_says_its_sentence_in_two_languages_and_what_helps():
    props = code_refused_props(EXAMPLES["code_refresh"])
    words = WORDS[Refusal.EXPIRED]
    assert (props.sentence, props.english, props.remedy, props.seconds) == (words.zh, words.en, "refresh", 17)
    assert (props.opens, props.item) == ("", "")


def test_whoever_comes_too_early_is_told_from_when():
    props = code_refused_props(EXAMPLES["booking_early"])
    assert (props.reason, props.opens, props.item) == (CodeReason.BOOKING_EARLY, "10:00", "租房提取住房公积金")


def test_a_number_of_a_booking_says_for_when_it_is_and_that_they_are_in_time():
    assert (ticket_props(EXAMPLES["ticket_booked"]).booked, ticket_props(EXAMPLES["ticket_booked"]).on_time) == (
        "10:00",
        True,
    )
    assert ticket_props(EXAMPLES["ticket"]).booked == ""


def test_whoever_is_known_by_a_code_is_told_so():
    assert services_props(EXAMPLES["services_by_code"]).code_note == CodeNote.KNOWN
    confirm = confirm_props(EXAMPLES["confirm_by_code"])
    assert (confirm.known, confirm.by_code, confirm.name_mask) == (True, True, "")
    assert not confirm_props(EXAMPLES["confirm"]).by_code


def test_pages_without_anything_to_show_show_nothing():
    assert ticket_state_props(IDLE) == TicketStateProps()
    assert code_refused_props(IDLE) == CodeRefusedProps()
    assert bookings_props(IDLE).rows == ()
    visit = replace(EXAMPLES["checking"].visit, code=CodeVisit(CodeKind.BOOKING))
    assert checking_props(replace(IDLE, page=Page.CHECKING, visit=visit)) == CheckingProps(CodeKind.BOOKING)
