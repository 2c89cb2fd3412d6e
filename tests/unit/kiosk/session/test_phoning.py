"""留个手机号 (CL-C16, CL-G6): before the number or after it, checked as it grows, never needed, gone with the visit."""

import msgspec
import pytest

from hall_server.contract.telephones import PhoneRegion
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.session.effects import ConfirmPrint, PlayTone, Tone
from kiosk.session.events import Choice, Chosen, LinkChanged, SlipPrinted, Tick, TicketReserved, Touch
from kiosk.session.modes import Language, Modes
from kiosk.session.phone import Phone, TextMe, TextNoMore, TextsSet, Told
from kiosk.session.phoning import phone_way
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CONFIRM,
    HALL,
    ID,
    PAPER_OUT,
    T0,
    TICKET,
    after,
    played,
    ticket,
    touch,
    visit_of,
    warned,
)

TELLS = msgspec.structs.replace(HALL, notices=True)
CHECK, NUMBERED = replace(CONFIRM, hall=TELLS), replace(TICKET, hall=TELLS)
DIGITS, E164 = "13800135678", "+8613800135678"


def typed(session, digits, at=T0):
    return after(session, *(Chosen(at + 0.2 * place, Choice.KEY, sign) for place, sign in enumerate(digits, 1)))


PAD = after(CHECK, touch(Touch.TEXT_ME))
WHOLE = typed(PAD, DIGITS)
LEFT = after(WHOLE, touch(Touch.TYPED, T0 + 5))


def test_a_telephone_that_is_left_before_the_number_is_told_to_the_hall_once_the_slip_is_out():
    assert (LEFT.page, visit_of(LEFT).phone) == (Page.CONFIRM, Phone(E164))
    asking = after(LEFT, touch(Touch.PRINT_NUMBER, T0 + 6))
    printing, effects = played(asking, TicketReserved(T0 + 6, ticket()))
    assert not any(isinstance(one, TextMe) for one in effects)
    there, effects = played(printing, SlipPrinted(T0 + 7, ID))
    assert TextMe(ID, E164) in effects
    assert visit_of(after(there, TextsSet(T0 + 7, ID, heard=True))).phone.told is Told.HEARD


def test_a_telephone_that_is_left_after_the_number_is_told_at_once_and_the_number_stands_as_long_as_before():
    pad = after(NUMBERED, touch(Touch.TEXT_ME))
    assert (pad.page, pad.page_ends_at) == (Page.PHONE, None)
    back, effects = played(typed(pad, DIGITS), touch(Touch.TYPED, T0 + 5))
    assert (back.page, back.page_ends_at) == (Page.TICKET, T0 + 5 + back.rules.ticket_s)
    assert effects == [PlayTone(Tone.OK), TextMe(ID, E164)]
    assert E164 not in repr(effects)


def test_a_number_that_is_noted_down_from_the_screen_is_told_as_well():
    _, effects = played(replace(PAPER_OUT, visit=replace(visit_of(PAPER_OUT), phone=Phone(E164))), touch(Touch.NOTED))
    assert effects[:2] == [ConfirmPrint(ID, PrintAnswer.SCREEN), TextMe(ID, E164)]


def test_nobody_has_to_leave_one():
    skipped, effects = played(typed(PAD, "138"), touch(Touch.SKIP, T0 + 5))
    assert (skipped.page, visit_of(skipped).phone, visit_of(skipped).way) == (Page.CONFIRM, None, None)
    assert not effects
    asking = after(skipped, touch(Touch.PRINT_NUMBER, T0 + 6), TicketReserved(T0 + 6, ticket()))
    _, effects = played(asking, SlipPrinted(T0 + 7, ID))
    assert not any(isinstance(one, TextMe) for one in effects)


def test_a_hall_that_sends_nothing_asks_nobody():
    for session in (CONFIRM, TICKET, replace(CONFIRM, hall=HALL)):
        assert after(session, touch(Touch.TEXT_ME)).page is session.page


@pytest.mark.parametrize("digits", ["", "1380013567", "23800135678", "12800135678"])
def test_only_a_whole_mobile_number_is_taken(digits):
    after_it, effects = played(typed(PAD, digits), touch(Touch.TYPED, T0 + 5))
    assert (after_it.page, effects) == (Page.PHONE, [])


def test_keys_make_the_number_undo_it_and_find_no_room_beyond_its_end():
    assert phone_way(typed(PAD, DIGITS + "9")).text == DIGITS
    assert phone_way(after(WHOLE, Chosen(T0 + 5, Choice.KEY, "back"))).text == DIGITS[:-1]
    assert phone_way(after(WHOLE, Chosen(T0 + 5, Choice.KEY, "clear"))).text == ""
    for value in ("A", "X", "", "12", "１", "x" * 5000):
        assert phone_way(after(PAD, Chosen(T0 + 1, Choice.KEY, value))).text == ""


@pytest.mark.parametrize(
    ("region", "digits", "number"),
    [("852", "51237788", "+85251237788"), ("853", "66123456", "+85366123456"), ("886", "0912345678", "+886912345678")],
)
def test_cl_g6_numbers_of_hong_kong_macau_and_taiwan_are_as_good(region, digits, number):
    chosen = after(typed(PAD, "138"), Chosen(T0 + 4, Choice.REGION, region))
    assert phone_way(chosen).text == ""
    left = after(typed(chosen, digits, T0 + 5), touch(Touch.TYPED, T0 + 9))
    assert visit_of(left).phone == Phone(number)


def test_whoever_reads_as_in_hong_kong_is_asked_for_a_number_of_there_first():
    session = after(replace(CHECK, modes=Modes(language=Language.ZH_HK)), touch(Touch.TEXT_ME))
    assert phone_way(session).region is PhoneRegion.HONG_KONG
    assert phone_way(after(session, Chosen(T0 + 1, Choice.REGION, "81"))).region is PhoneRegion.HONG_KONG


def test_without_the_hall_nothing_is_promised():
    away = after(WHOLE, LinkChanged(T0 + 4, online=False))
    still, effects = played(away, touch(Touch.TYPED, T0 + 5))
    assert (still.page, visit_of(still).phone, effects) == (Page.PHONE, None, [])
    assert after(still, touch(Touch.SKIP, T0 + 6)).page is Page.CONFIRM


def test_a_hall_that_did_not_hear_it_is_not_said_to_have_heard():
    told = after(replace(NUMBERED, visit=replace(visit_of(NUMBERED), phone=Phone(E164))), TextsSet(T0, ID, heard=False))
    assert visit_of(told).phone.told is Told.UNHEARD
    assert after(NUMBERED, TextsSet(T0, ID, heard=True)) == replace(NUMBERED, now=T0)


def test_cl_c16_whoever_wants_no_more_of_it_is_forgotten_here_and_at_the_hall():
    told = replace(NUMBERED, visit=replace(visit_of(NUMBERED), phone=Phone(E164, Told.HEARD)))
    known = after(told, touch(Touch.TEXT_ME))
    assert not phone_way(known).asked
    gone, effects = played(known, touch(Touch.NO_TEXTS, T0 + 1))
    assert (gone.page, visit_of(gone).phone, effects) == (Page.TICKET, None, [TextNoMore(ID)])
    again = after(known, touch(Touch.OTHER_PHONE, T0 + 1))
    assert phone_way(again).asked
    gone, effects = played(after(LEFT, touch(Touch.TEXT_ME, T0 + 6)), touch(Touch.NO_TEXTS, T0 + 7))
    assert (visit_of(gone).phone, effects) == (None, [])


def test_the_same_telephone_serves_another_number_of_the_same_visitor_and_nobody_after_them():
    told = replace(NUMBERED, visit=replace(visit_of(NUMBERED), phone=Phone(E164, Told.HEARD)))
    another = after(told, touch(Touch.ANOTHER_ITEM))
    assert visit_of(another).phone == Phone(E164)
    ended = after(told, touch(Touch.FINISH))
    assert ended.visit is None
    assert E164 not in str(ended)


def test_under_the_question_whether_anybody_is_there_no_telephone_is_in_sight():
    idle = after(LEFT, Tick(T0 + 5 + LEFT.rules.idle_s))
    assert idle.warning is not None
    assert visit_of(idle).phone is None
    assert visit_of(after(idle, touch(Touch.STILL_HERE, idle.now + 1))).phone == Phone(E164)
    assert warned(PAD).page is Page.PHONE


def test_nothing_of_a_telephone_is_in_what_is_logged_of_a_session():
    for session in (WHOLE, LEFT):
        assert DIGITS not in repr(session)
        assert E164 not in repr(session)
