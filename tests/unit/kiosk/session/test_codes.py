"""亮码即取号: what follows when a code is held before the scanner (clauses CL-C3, CL-C4)."""

from __future__ import annotations

import pytest

from hall_server.contract.bookings import BookingState
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from kiosk.codes.words import CodeReason
from kiosk.session.effects import (
    AskForCheckIn,
    AskForTicket,
    ConfirmPrint,
    FindBooking,
    FindBookings,
    FindTicket,
    PlayTone,
    PrintSlip,
    Tone,
    Wipe,
)
from kiosk.session.events import (
    CardRead,
    Choice,
    Chosen,
    CodeShown,
    HallSilent,
    LinkChanged,
    NothingFound,
    SlipPrinted,
    Tick,
    TicketRefused,
    TicketReserved,
    TicketSeen,
    Touch,
)
from kiosk.session.mine import FindMine, MineFound
from kiosk.session.shown import BookingShown, CodeNote, CodeRefused, OnlineShown, PersonShown, SlipShown
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ASK_SLIP,
    BOOKED_CODE,
    BOOKINGS,
    BY_CODE,
    CARD,
    CHECKING,
    CHECKING_IN,
    CODE_REFUSED,
    CONFIRM,
    EVERY_PAGE,
    HOME,
    ID,
    LOOK,
    OFFLINE,
    OLD,
    OTHER_ID,
    SERVICES,
    SLIP_SHOWN,
    T0,
    TAKE_BACK,
    TICKET,
    TICKET_STATE,
    YOUNG,
    after,
    booking,
    found,
    is_take_back,
    played,
    shows,
    ticket,
    touch,
    visit_of,
    warned,
)

NOTHING_SHOWN = CodeRefused(CodeReason.UNKNOWN_CODE)


NONE_HELD = MineFound(T0, LOOK, ())  # the next page waits a moment for this answer


def kinds(effects):
    """Without what is asked beside everything else (UI-K16)."""
    return [type(effect) for effect in effects if not isinstance(effect, PlayTone | FindMine)]


def test_cl_c3_whose_booking_is_due_gets_the_slip_without_a_touch() -> None:
    checked, effects = played(
        HOME,
        shows(),
        found(booking()),
        TicketReserved(T0, ticket(LOOK)),
        SlipPrinted(T0, LOOK),
    )
    assert kinds(effects) == [FindBookings, AskForCheckIn, PrintSlip, ConfirmPrint]
    asked = next(effect for effect in effects if isinstance(effect, AskForCheckIn))
    assert (asked.ticket_id, asked.booking_id) == (LOOK, booking().id)
    assert asked.visitor is not None
    assert asked.visitor.pseudonym == BY_CODE.pseudonym
    assert effects[-2] == ConfirmPrint(LOOK, PrintAnswer.PAPER)
    assert checked.page is Page.TICKET


def test_cl_c3_two_bookings_in_two_queues_are_one_touch() -> None:
    assert BOOKINGS.page is Page.BOOKINGS
    chosen, effects = played(BOOKINGS, Chosen(T0, Choice.BOOKING, booking(2).id, ID))
    assert chosen.page is Page.PRINTING
    assert next(effect for effect in effects if isinstance(effect, AskForCheckIn)).booking_id == booking(2).id
    assert played(BOOKINGS, Chosen(T0, Choice.BOOKING, "another", ID))[1] == []


def test_bookings_of_one_queue_that_are_due_together_need_no_choice() -> None:
    _, effects = played(CHECKING, found(booking(2, in_min=15), booking(1)))
    assert [effect.booking_id for effect in effects if isinstance(effect, AskForCheckIn)] == [booking(1).id]


@pytest.mark.parametrize(
    "bookings", [(), (booking(in_min=31),), (booking(in_min=-41),), (booking(state=BookingState.PENDING),)]
)
def test_cl_c3_without_a_booking_that_is_due_the_items_come_with_the_person_known(bookings) -> None:
    chooser = after(CHECKING, NONE_HELD, found(*bookings))
    assert chooser.page is Page.SERVICES
    assert visit_of(chooser).person == BY_CODE
    assert visit_of(chooser).code.note is CodeNote.KNOWN
    confirm = after(chooser, Chosen(T0, Choice.ITEM, "i05"))
    assert confirm.page is Page.CONFIRM, "whoever showed a code is not asked for a card"
    _, effects = played(confirm, touch(Touch.PRINT_NUMBER))
    asked = effects[0]
    assert isinstance(asked, AskForTicket)
    assert asked.command.visitor is not None
    assert asked.command.visitor.pseudonym == BY_CODE.pseudonym


def test_a_code_in_place_of_the_card_leads_to_the_check_of_the_item_that_was_chosen() -> None:
    known = after(CARD, shows(), found(), NONE_HELD)
    assert known.page is Page.CONFIRM
    assert visit_of(known).person == BY_CODE


def test_without_the_hall_nobody_is_checked_in_and_the_items_come_with_the_person_known() -> None:
    offline, effects = played(OFFLINE, shows())
    assert kinds(effects) == []
    assert offline.page is Page.SERVICES
    assert (visit_of(offline).person, visit_of(offline).code.note) == (BY_CODE, CodeNote.HALL_SILENT)


@pytest.mark.parametrize("late", [NothingFound(T0, LOOK, "hall_silent"), Tick(T0 + 10)])
def test_a_hall_that_says_nothing_of_bookings_leads_to_the_items(late) -> None:
    items = after(CHECKING, NONE_HELD, late)
    assert (items.page, visit_of(items).code.note) == (Page.SERVICES, CodeNote.HALL_SILENT)


def test_an_agent_s_code_is_a_visit_for_somebody_else() -> None:
    agent = after(HOME, CodeShown(T0, PersonShown(BY_CODE, agent=True), LOOK))
    _, effects = played(agent, found(booking()))
    assert [effect.command.for_other for effect in effects if isinstance(effect, AskForCheckIn)] == [True]


@pytest.mark.parametrize("late", [HallSilent(T0, LOOK), Tick(T0 + 10)])
def test_a_hall_that_falls_silent_in_a_check_in_burns_that_number_and_offers_another(late) -> None:
    refused, effects = played(CHECKING_IN, late)
    assert ConfirmPrint(LOOK, PrintAnswer.VOID) in effects
    assert (refused.page, visit_of(refused).refusal) == (Page.CODE_REFUSED, CodeReason.BOOKING_NOT_ASKED)
    items = after(refused, touch(Touch.TAKE_A_NUMBER))
    assert (items.page, visit_of(items).person) == (Page.SERVICES, BY_CODE)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("too_early_to_check_in", CodeReason.BOOKING_EARLY),
        ("booking_over", CodeReason.BOOKING_OVER),
        ("booking_settled", CodeReason.BOOKING_SETTLED),
        ("booking_unknown", CodeReason.BOOKING_UNKNOWN),
        ("booking_not_confirmed", CodeReason.BOOKING_NOT_CONFIRMED),
        ("queue_unknown", CodeReason.BOOKING_REFUSED),
    ],
)
def test_a_check_in_that_the_hall_refuses_says_why_and_a_number_is_still_to_be_had(code: str, reason) -> None:
    refused = after(CHECKING_IN, TicketRefused(T0, LOOK, code))
    assert (refused.page, visit_of(refused).refusal) == (Page.CODE_REFUSED, reason)
    assert after(refused, touch(Touch.TAKE_A_NUMBER)).page is Page.SERVICES


def test_a_booking_code_that_is_due_is_checked_in_without_a_touch() -> None:
    assert BOOKED_CODE.page is Page.CHECKING
    printing, effects = played(BOOKED_CODE, found(booking()))
    assert printing.page is Page.PRINTING
    assert kinds(effects) == [AskForCheckIn]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (booking(in_min=31), CodeReason.BOOKING_EARLY),
        (booking(in_min=-41), CodeReason.BOOKING_OVER),
        (booking(state=BookingState.MISSED), CodeReason.BOOKING_OVER),
        (booking(state=BookingState.CANCELLED), CodeReason.BOOKING_CANCELLED),
        (booking(state=BookingState.PENDING), CodeReason.BOOKING_NOT_CONFIRMED),
    ],
)
def test_a_booking_code_that_gives_no_number_now_says_why(told, reason) -> None:
    refused = after(BOOKED_CODE, found(told))
    assert (refused.page, visit_of(refused).refusal) == (Page.CODE_REFUSED, reason)
    assert after(refused, touch(Touch.TAKE_A_NUMBER)).page is Page.SERVICES


@pytest.mark.parametrize(
    ("code", "reason"),
    [("booking_unknown", CodeReason.BOOKING_UNKNOWN), ("hall_silent", CodeReason.BOOKING_NOT_ASKED)],
)
def test_a_booking_code_of_which_the_hall_says_nothing_says_so(code: str, reason) -> None:
    assert visit_of(after(BOOKED_CODE, NothingFound(T0, LOOK, code))).refusal is reason


def test_a_booking_code_without_the_hall_offers_a_number() -> None:
    refused, effects = played(OFFLINE, CodeShown(T0, BookingShown("b"), LOOK))
    assert visit_of(refused).refusal is CodeReason.BOOKING_NOT_ASKED
    assert kinds(effects) == []


def test_a_booking_that_was_checked_in_shows_how_its_ticket_stands_and_a_void_one_is_checked_in_again() -> None:
    settled, effects = played(BOOKED_CODE, found(booking(state=BookingState.CHECKED_IN, ticket_id=ID)))
    assert effects == [FindTicket(LOOK, ID)]
    assert after(settled, TicketSeen(T0, LOOK, ticket(state=TicketState.WAITING))).page is Page.TICKET_STATE
    again, effects = played(settled, TicketSeen(T0, LOOK, ticket(state=TicketState.VOID)))
    assert kinds(effects) == [AskForCheckIn]
    assert visit_of(after(again, TicketRefused(T0, LOOK, "booking_settled"))).refusal is CodeReason.BOOKING_SETTLED


def test_a_slip_s_code_tells_how_its_ticket_stands_and_the_page_goes_by_itself() -> None:
    _, effects = played(HOME, CodeShown(T0, SlipShown(ID), LOOK))
    assert FindTicket(LOOK, ID) in effects
    assert TICKET_STATE.page is Page.TICKET_STATE
    assert visit_of(TICKET_STATE).seen == ticket(state=TicketState.WAITING)
    assert visit_of(TICKET_STATE).ticket is None, "nothing of it is printed or told again"
    gone, effects = played(TICKET_STATE, Tick(T0 + 20))
    assert (gone.page, kinds(effects)) == (Page.CLEARED, [Wipe])
    assert after(TICKET_STATE, touch(Touch.TAKE_A_NUMBER)).page is Page.SERVICES


@pytest.mark.parametrize(
    ("code", "reason"), [("ticket_unknown", CodeReason.SLIP_UNKNOWN), ("hall_silent", CodeReason.SLIP_NOT_ASKED)]
)
def test_a_slip_of_which_the_hall_says_nothing_says_so_and_offers_a_number(code: str, reason) -> None:
    refused = after(SLIP_SHOWN, NothingFound(T0, LOOK, code))
    assert visit_of(refused).refusal is reason
    assert after(refused, touch(Touch.TAKE_A_NUMBER)).page is Page.SERVICES


def test_an_answer_that_nobody_waits_for_any_more_changes_nothing() -> None:
    for answer in (found(booking(), look="another"), TicketSeen(T0, "another", ticket()), NothingFound(T0, "x", "y")):
        assert played(CHECKING, answer) == (CHECKING, [])
    assert played(HOME, found(booking())) == (HOME, [])


def test_a_hand_that_trembles_does_nothing_twice() -> None:
    once, effects = played(HOME, shows(), shows(look=OTHER_ID), found(booking()), shows(look=OTHER_ID))
    assert kinds(effects) == [FindBookings, AskForCheckIn]
    shown, effects = played(
        once,
        TicketReserved(T0, ticket(LOOK)),
        shows(look=OTHER_ID),
        SlipPrinted(T0, LOOK),
        shows(look=OTHER_ID),
        CodeShown(T0, CodeRefused(Refusal.ALREADY_USED), OTHER_ID),
    )
    assert kinds(effects) == [PrintSlip, ConfirmPrint]
    assert shown.page is Page.TICKET


def test_a_used_code_is_passed_over_in_the_visit_that_it_began_and_told_afterwards() -> None:
    items = after(CHECKING, NONE_HELD, found())
    used = CodeShown(T0, CodeRefused(Refusal.ALREADY_USED), OTHER_ID)
    assert after(items, used).page is Page.SERVICES
    assert visit_of(after(HOME, used)).refusal is Refusal.ALREADY_USED


@pytest.mark.parametrize("page", [Page.PRINTING, Page.PAPER_OUT, Page.ASK_SLIP, Page.BUSY, Page.STARTING])
@pytest.mark.parametrize("shown", [PersonShown(OLD), BookingShown("b"), SlipShown(OTHER_ID), NOTHING_SHOWN])
def test_while_a_number_is_under_way_no_code_does_anything(page: Page, shown) -> None:
    now, effects = played(EVERY_PAGE[page], CodeShown(T0, shown, OTHER_ID))
    assert (now.page, now.visit, effects) == (page, EVERY_PAGE[page].visit, [])


def test_the_next_visitor_s_code_ends_a_visit_that_has_its_number() -> None:
    own = replace(TICKET, visit=replace(visit_of(TICKET), person=YOUNG))
    theirs, effects = played(own, shows(OLD, OTHER_ID))
    assert kinds(effects) == [Wipe, FindBookings]
    assert (theirs.page, visit_of(theirs).person, visit_of(theirs).ticket) == (Page.CHECKING, OLD, None)


def test_another_holder_s_code_is_another_visitor_and_nothing_of_the_one_before_stays() -> None:
    theirs, effects = played(CONFIRM, shows(OLD))
    assert kinds(effects) == [Wipe, FindBookings]
    assert (visit_of(theirs).person, visit_of(theirs).item) == (OLD, None)


def test_whoever_s_card_still_lies_there_stays_who_they_are() -> None:
    known = after(HOME, CardRead(T0, YOUNG), shows(), found())
    assert visit_of(known).person == YOUNG


def test_under_the_question_the_same_holder_goes_on_and_another_begins_anew() -> None:
    items = after(CHECKING, found())
    same, effects = played(warned(items), shows(look=OTHER_ID))
    assert (same.warning, visit_of(same).person, effects) == (None, BY_CODE, [])
    other, effects = played(warned(items), shows(OLD, OTHER_ID))
    assert kinds(effects) == [Wipe, FindBookings]
    assert (other.warning, visit_of(other).person) == (None, OLD)
    slip, effects = played(warned(items), CodeShown(T0, SlipShown(ID), OTHER_ID))
    assert kinds(effects) == [Wipe, FindTicket]
    assert visit_of(slip).person is None


def test_past_a_forgotten_card_a_code_begins_a_visit() -> None:
    began = after(TAKE_BACK, shows())
    assert (began.page, visit_of(began).person) == (Page.CHECKING, BY_CODE)
    assert is_take_back(after(TAKE_BACK, CodeShown(T0, NOTHING_SHOWN, LOOK)))


def test_from_help_a_code_leads_on() -> None:
    assert after(SERVICES, touch(Touch.HELP), shows()).page is Page.CHECKING


def test_cl_c4_a_refusal_stands_until_it_is_read_and_goes_by_itself() -> None:
    _, effects = played(HOME, CodeShown(T0, NOTHING_SHOWN, LOOK))
    assert effects == [PlayTone(Tone.WARN)]
    assert visit_of(CODE_REFUSED).refusal is CodeReason.UNKNOWN_CODE
    assert after(CODE_REFUSED, Tick(T0 + 19)).page is Page.CODE_REFUSED
    assert after(CODE_REFUSED, Tick(T0 + 20)).page is Page.HOME
    assert after(CODE_REFUSED, touch(Touch.BACK)).page is Page.HOME


@pytest.mark.parametrize("shown", [PersonShown(OLD), BookingShown("b"), SlipShown(OTHER_ID)])
def test_cl_c4_a_refusal_goes_when_the_next_good_code_comes(shown) -> None:
    gone = after(CODE_REFUSED, CodeShown(T0, shown, OTHER_ID))
    assert (gone.page, visit_of(gone).refusal) == (Page.CHECKING, None)


def test_a_refusal_takes_nothing_away_from_the_visit_in_which_it_comes() -> None:
    refused = after(CONFIRM, CodeShown(T0, NOTHING_SHOWN, LOOK))
    assert refused.page is Page.CODE_REFUSED
    for back in (touch(Touch.BACK), touch(Touch.TAKE_A_NUMBER), Tick(T0 + 20)):
        now = after(refused, back)
        assert (now.page, now.visit) == (Page.CONFIRM, CONFIRM.visit)


def test_from_a_refusal_a_card_leads_on() -> None:
    assert after(CODE_REFUSED, CardRead(T0, YOUNG)).page is Page.SERVICES
    assert visit_of(after(CODE_REFUSED, CardRead(T0, YOUNG))).person == YOUNG


def test_another_refusal_takes_the_place_of_the_first_and_leads_back_to_where_that_did() -> None:
    twice = after(CONFIRM, CodeShown(T0, NOTHING_SHOWN, LOOK), CodeShown(T0, CodeRefused(CodeReason.NOT_TEXT), LOOK))
    assert visit_of(twice).refusal is CodeReason.NOT_TEXT
    assert after(twice, touch(Touch.BACK)).page is Page.CONFIRM


def test_a_booking_that_came_too_early_can_be_shown_again() -> None:
    early = after(BOOKED_CODE, found(booking(in_min=31)))
    _, effects = played(early, CodeShown(T0, BookingShown(booking().id), OTHER_ID))
    assert FindBooking(OTHER_ID, booking().id) in effects


def test_none_of_the_bookings_leads_to_the_items_and_back_leaves_nothing() -> None:
    assert after(BOOKINGS, touch(Touch.TAKE_A_NUMBER)).page is Page.SERVICES
    left, effects = played(BOOKINGS, touch(Touch.BACK))
    assert (left.page, left.visit, kinds(effects)) == (Page.CLEARED, None, [Wipe])


def test_a_number_taken_instead_is_an_ordinary_one() -> None:
    confirm = after(CHECKING_IN, TicketRefused(T0, LOOK, "booking_over"), touch(Touch.TAKE_A_NUMBER))
    asking = after(confirm, Chosen(T0, Choice.ITEM, "i05"), touch(Touch.PRINT_NUMBER, fresh_id=OTHER_ID))
    assert visit_of(after(asking, HallSilent(T0, OTHER_ID))).fault == "hall_silent"
    assert after(asking, HallSilent(T0, OTHER_ID)).page is Page.BUSY


def test_another_item_after_a_check_in_is_not_taken_for_a_check_in() -> None:
    more = after(TICKET, touch(Touch.ANOTHER_ITEM))
    assert visit_of(more).code.booking == ""


def test_a_link_that_comes_back_is_used_at_the_next_code() -> None:
    _, effects = played(OFFLINE, LinkChanged(T0, online=True), shows())
    assert FindBookings(LOOK, BY_CODE.pseudonym) in effects


CARD_FIRST = CardRead(T0, YOUNG, LOOK)


def test_whoever_begins_with_a_card_has_the_slip_of_their_booking_without_a_touch() -> None:
    printing, effects = played(HOME, CARD_FIRST, found(booking()))
    assert kinds(effects) == [FindBookings, AskForCheckIn]
    assert (printing.page, visit_of(printing).person) == (Page.PRINTING, YOUNG)
    asked = next(effect for effect in effects if isinstance(effect, AskForCheckIn))
    assert asked.visitor is not None
    assert asked.visitor.name_mask == YOUNG.name_mask


@pytest.mark.parametrize("answer", [found(), NothingFound(T0, LOOK, "hall_silent"), Tick(T0 + 10)])
def test_without_a_booking_or_an_answer_a_card_leads_to_the_items_as_ever(answer) -> None:
    items = after(HOME, CARD_FIRST, answer, NONE_HELD)
    assert (items.page, visit_of(items).person, visit_of(items).code.note) == (Page.SERVICES, YOUNG, CodeNote.NONE)


def test_a_card_without_the_hall_or_behind_an_item_asks_nobody() -> None:
    assert after(OFFLINE, CARD_FIRST).page is Page.SERVICES
    confirm, effects = played(CARD, CARD_FIRST, NONE_HELD)
    assert (confirm.page, kinds(effects)) == (Page.CONFIRM, [])


def test_a_number_that_stands_on_the_screen_only_is_not_taken_away_by_a_code() -> None:
    alone = after(ASK_SLIP, touch(Touch.SLIP_DID_NOT_COME))
    now, effects = played(alone, shows(OLD, OTHER_ID))
    assert (now.page, now.visit, effects) == (Page.TICKET, alone.visit, [])


ASKED = CodeShown(T0, OnlineShown(), LOOK)


def test_while_a_city_is_asked_about_a_code_the_page_says_so_and_its_answer_goes_on() -> None:
    asked, effects = played(CARD, ASKED)
    assert (asked.page, kinds(effects)) == (Page.CHECKING, [])
    known, effects = played(asked, shows(look=OTHER_ID), found(look=OTHER_ID), MineFound(T0, OTHER_ID, ()))
    assert (known.page, kinds(effects)) == (Page.CONFIRM, [FindBookings])
    assert visit_of(known).item == visit_of(CARD).item


def test_a_code_that_its_city_refuses_says_why_and_one_without_an_answer_that_there_is_none() -> None:
    used = after(HOME, ASKED, CodeShown(T0, CodeRefused(Refusal.ALREADY_USED), OTHER_ID))
    assert visit_of(used).refusal is Refusal.ALREADY_USED
    assert visit_of(after(HOME, ASKED, Tick(T0 + 10))).refusal is CodeReason.ONLINE_AWAY
    assert visit_of(after(OFFLINE, ASKED)).refusal is CodeReason.ONLINE_AWAY


def test_no_repr_shows_who_or_what_was_shown() -> None:
    assert BY_CODE.pseudonym not in repr(shows()) + repr(FindBookings(LOOK, BY_CODE.pseudonym))
    assert ID not in repr(SlipShown(ID)) + repr(BookingShown(ID)) + repr(FindBooking(LOOK, ID))
    assert BY_CODE.pseudonym not in repr(CHECKING.visit)
