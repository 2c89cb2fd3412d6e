"""A number asked for, printed, confirmed; and every way in which that goes wrong (definitions.md 2)."""

from __future__ import annotations

from hall_server.contract.messages import OnBehalf, TakeTicket, VisitorMask
from hall_server.contract.vocabulary import Chip, PrintAnswer, Relation, TicketState
from kiosk.session.effects import AskForTicket, CallStaff, ConfirmPrint, PlayTone, PrintSlip, Tone, Wipe
from kiosk.session.events import (
    CardGone,
    CardRead,
    Choice,
    Chosen,
    HallSilent,
    SlipNotPrinted,
    SlipPrinted,
    SlipUnknown,
    Tick,
    TicketConfirmed,
    TicketRefused,
    TicketReserved,
    Touch,
)
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ASK_SLIP,
    ASKING,
    BUSY,
    CARD,
    CONFIRM,
    HELP,
    ID,
    OLD,
    OTHER_ID,
    PAPER_OUT,
    PRINTING,
    T0,
    TICKET,
    YOUNG,
    after,
    played,
    ticket,
    touch,
    visit_of,
    warned,
)


def answers(effects) -> list[PrintAnswer]:
    return [effect.answer for effect in effects if isinstance(effect, ConfirmPrint)]


def test_the_hall_is_asked_for_a_number_with_all_that_the_visitor_wished() -> None:
    for_mother = (
        touch(Touch.FOR_OTHER),
        Chosen(T0, Choice.RELATION, Relation.RELATIVE),
        touch(Touch.WITHOUT_CARD),
    )
    chips = (Chosen(T0, Choice.CHIP, Chip.WHEELCHAIR), Chosen(T0, Choice.CHIP, Chip.CANTONESE))
    wishes = (*for_mother, *chips)
    session, effects = played(CARD, CardRead(T0, OLD), *wishes, touch(Touch.PRINT_NUMBER))
    command = TakeTicket(
        item="i05",
        visitor=VisitorMask(OLD.pseudonym, OLD.name_mask, OLD.number_mask),
        chips=(Chip.CANTONESE, Chip.ELDER, Chip.WHEELCHAIR),
        for_other=True,
        on_behalf=OnBehalf(Relation.RELATIVE),
    )
    assert effects[-1] == AskForTicket(ID, command)
    assert (session.page, visit_of(session).ticket_id) == (Page.PRINTING, ID)


def test_the_hall_is_asked_without_an_identity_when_there_is_none() -> None:
    _, effects = played(CARD, touch(Touch.WITHOUT_CARD), touch(Touch.PRINT_NUMBER))
    assert effects == [AskForTicket(ID, TakeTicket(item="i05"))]


def test_nothing_is_asked_without_a_fresh_id_or_without_an_item() -> None:
    assert played(CONFIRM, touch(Touch.PRINT_NUMBER, fresh_id=""))[1] == []
    itemless = replace(CONFIRM, visit=replace(visit_of(CONFIRM), item=None))
    assert played(itemless, touch(Touch.PRINT_NUMBER))[1] == []


def test_a_slip_is_printed_and_confirmed_when_all_is_well() -> None:
    session, effects = played(ASKING, TicketReserved(T0, ticket()), SlipPrinted(T0, ID))
    assert effects == [PrintSlip(ticket()), ConfirmPrint(ID, PrintAnswer.PAPER), PlayTone(Tone.OK)]
    assert (session.page, session.page_ends_at) == (Page.TICKET, T0 + 15)


def test_nothing_is_printed_or_confirmed_twice_when_answers_come_twice() -> None:
    twice = (
        TicketReserved(T0, ticket()),
        SlipPrinted(T0, ID),
        SlipPrinted(T0, ID),
        SlipNotPrinted(T0, ID, "paper_out"),
    )
    _, effects = played(ASKING, TicketReserved(T0, ticket()), *twice)
    assert sum(isinstance(effect, PrintSlip) for effect in effects) == 1
    assert answers(effects) == [PrintAnswer.PAPER]


def test_the_number_page_ends_by_itself_and_wipes() -> None:
    session, effects = played(TICKET, Tick(T0 + 14.9), Tick(T0 + 15))
    assert (session.page, session.visit, effects) == (Page.CLEARED, None, [Wipe()])


def test_the_same_person_can_take_another_number() -> None:
    session = after(TICKET, touch(Touch.ANOTHER_ITEM))
    assert session.page is Page.SERVICES
    assert visit_of(session).person == YOUNG
    assert (visit_of(session).ticket, visit_of(session).ticket_id) == (None, "")
    _, effects = played(session, Chosen(T0, Choice.ITEM, "i05"), touch(Touch.PRINT_NUMBER, T0 + 1, OTHER_ID))
    assert isinstance(effects[-1], AskForTicket)
    assert effects[-1].ticket_id == OTHER_ID


def test_the_number_stands_on_the_screen_when_the_printer_says_no() -> None:
    session, effects = played(PRINTING, SlipNotPrinted(T0, ID, "paper_out"))
    assert (session.page, visit_of(session).fault, session.page_ends_at) == (Page.PAPER_OUT, "paper_out", T0 + 30)
    assert effects == [CallStaff("paper_out"), PlayTone(Tone.WARN)]


def test_a_noted_number_is_confirmed_as_shown_on_the_screen() -> None:
    session, effects = played(PAPER_OUT, touch(Touch.NOTED))
    assert (session.page, effects) == (Page.CLEARED, [ConfirmPrint(ID, PrintAnswer.SCREEN), Wipe()])


def test_a_number_given_up_is_burnt() -> None:
    session, effects = played(PAPER_OUT, touch(Touch.GIVE_UP_NUMBER))
    assert (session.visit, effects) == (None, [ConfirmPrint(ID, PrintAnswer.VOID), Wipe()])


def test_a_number_that_nobody_notes_is_burnt_after_half_a_minute() -> None:
    assert played(PAPER_OUT, Tick(T0 + 29))[1] == []
    session, effects = played(PAPER_OUT, Tick(T0 + 30))
    assert (session.visit, effects) == (None, [ConfirmPrint(ID, PrintAnswer.VOID), Wipe()])


def test_the_hall_hears_at_once_that_nobody_can_tell_and_the_visitor_is_asked() -> None:
    session, effects = played(PRINTING, SlipUnknown(T0, ID, "device_silent"))
    assert session.page is Page.ASK_SLIP
    assert answers(effects) == [PrintAnswer.CANNOT_TELL]
    assert CallStaff("device_silent") in effects


def test_a_slip_that_the_visitor_saw_is_confirmed() -> None:
    session, effects = played(ASK_SLIP, touch(Touch.SLIP_CAME))
    assert (session.page, visit_of(session).fault) == (Page.TICKET, "")
    assert answers(effects) == [PrintAnswer.PAPER]


def test_a_slip_that_did_not_come_leaves_the_number_on_the_screen() -> None:
    session, effects = played(ASK_SLIP, touch(Touch.SLIP_DID_NOT_COME))
    assert (session.page, session.page_ends_at, visit_of(session).fault) == (Page.TICKET, T0 + 30, "device_silent")
    assert answers(effects) == [PrintAnswer.SCREEN]


def test_nobody_can_tell_stays_said_when_nobody_answers() -> None:
    session, effects = played(ASK_SLIP, Tick(T0 + 30))
    assert (session.visit, effects) == (None, [Wipe()])


def test_a_printer_that_finds_its_voice_answers_the_question_itself() -> None:
    session, effects = played(ASK_SLIP, SlipPrinted(T0 + 5, ID))
    assert (session.page, answers(effects)) == (Page.TICKET, [PrintAnswer.PAPER])
    assert after(ASK_SLIP, SlipNotPrinted(T0 + 5, ID, "paper_out")).page is Page.PAPER_OUT
    assert after(ASK_SLIP, SlipUnknown(T0, ID, "device_lost")) == ASK_SLIP


def test_a_silent_hall_leaves_a_way_and_the_number_is_printed_when_it_comes_after_all() -> None:
    assert (BUSY.page, visit_of(BUSY).fault) == (Page.BUSY, "hall_silent")
    session, effects = played(BUSY, TicketReserved(T0 + 5, ticket()))
    assert (session.page, effects) == (Page.PRINTING, [PrintSlip(ticket())])


def test_a_number_that_the_visitor_did_not_wait_for_is_burnt() -> None:
    for word in (Touch.FINISH, Touch.BACK):
        session, effects = played(BUSY, touch(word))
        assert answers(effects) == [PrintAnswer.VOID]
        assert played(session, TicketReserved(T0, ticket()))[1] == []


def test_a_number_that_comes_under_the_warning_waits_for_a_sign_of_life() -> None:
    held, effects = played(warned(BUSY), TicketReserved(T0, ticket()))
    assert (held.page, effects) == (Page.BUSY, [])
    session, effects = played(held, touch(Touch.STILL_HERE))
    assert (session.page, effects) == (Page.PRINTING, [PrintSlip(ticket())])
    session, effects = played(held, Tick(T0 + 31))
    assert effects == [ConfirmPrint(ID, PrintAnswer.VOID), Wipe()]


def test_a_refusal_says_why_and_owes_the_hall_nothing() -> None:
    session, effects = played(ASKING, TicketRefused(T0, ID, "item_unknown"))
    assert (session.page, visit_of(session).fault, visit_of(session).ticket_id) == (Page.BUSY, "item_unknown", "")
    assert effects == [PlayTone(Tone.WARN)]
    for word in (Touch.FINISH, Touch.BACK):
        assert answers(played(session, touch(word))[1]) == []


def test_a_hall_that_refuses_after_a_silence_is_heard() -> None:
    session = after(BUSY, TicketRefused(T0 + 40, ID, "item_unknown"))
    assert (visit_of(session).fault, session.last_touch) == ("item_unknown", BUSY.last_touch)


def test_the_visitor_is_answered_when_the_runner_says_nothing_at_all() -> None:
    session, effects = played(ASKING, Tick(T0 + 10))
    assert (session.page, effects) == (Page.BUSY, [PlayTone(Tone.WARN)])
    session, effects = played(PRINTING, Tick(T0 + 25))
    assert (session.page, answers(effects)) == (Page.ASK_SLIP, [PrintAnswer.CANNOT_TELL])


def test_the_page_shows_what_the_hall_says_of_the_number_now() -> None:
    waiting = ticket(state=TicketState.WAITING)
    assert visit_of(after(TICKET, TicketConfirmed(T0, waiting))).ticket == waiting
    assert after(CONFIRM, TicketConfirmed(T0, waiting)) == CONFIRM


def test_answers_about_a_slip_change_nothing_on_other_pages() -> None:
    assert after(HELP, SlipPrinted(T0, ID), HallSilent(T0, ID)) == HELP
    assert after(TICKET, CardGone(T0), SlipUnknown(T0, ID, "device_silent")) == TICKET


def test_a_number_given_without_the_hall_takes_the_place_of_the_one_asked_for() -> None:
    own = ticket(OTHER_ID)
    session, effects = played(ASKING, TicketReserved(T0, own, instead_of=ID))
    assert (session.page, effects) == (Page.PRINTING, [PrintSlip(own)])
    assert (visit_of(session).ticket_id, visit_of(session).ticket) == (OTHER_ID, own)
    session, effects = played(session, SlipPrinted(T0, OTHER_ID))
    assert effects[0] == ConfirmPrint(OTHER_ID, PrintAnswer.PAPER)


def test_a_number_given_without_the_hall_is_burnt_when_nobody_waits_for_it() -> None:
    own = TicketReserved(T0, ticket(OTHER_ID), instead_of=ID)
    for session in (after(BUSY, touch(Touch.FINISH)), after(BUSY, touch(Touch.BACK)), CONFIRM):
        assert answers(played(session, own)[1]) == [PrintAnswer.VOID]
    session = after(ASKING, own)
    assert played(session, own)[1] == [], "said twice, it is still the visitor's"
