"""您已经有号 (UI-K16): told without moving a page under a finger, printed again, given up after a second question."""

from hall_server.contract.vocabulary import TicketState
from kiosk.session.events import CardGone, CardRead, Choice, Chosen, LinkChanged, Tick, Touch
from kiosk.session.mine import (
    AgainPrinted,
    DropNumber,
    FindMine,
    MineFound,
    MineStep,
    NumberDropped,
    PrintAgain,
    awaits_mine,
    mine_way,
    the_ticket,
)
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    CARD,
    HAS_TICKET,
    HELD,
    HOME,
    ID,
    KNOWN,
    LOOK,
    OFFLINE,
    OTHER_ID,
    T0,
    YOUNG,
    after,
    booking,
    found,
    played,
    shows,
    ticket,
    touch,
    visit_of,
)

CARD_FIRST = CardRead(T0, YOUNG, LOOK)


def step_of(session):
    return mine_way(session).step


def waiting(session):
    return awaits_mine(session), session.page


def test_whoever_begins_with_a_card_and_holds_a_number_is_told_so():
    looked, effects = played(HOME, CARD_FIRST)
    assert FindMine(LOOK, YOUNG.pseudonym) in effects
    assert YOUNG.pseudonym not in repr(effects)
    for answers in ((MineFound(T0, LOOK, HELD), found()), (found(), MineFound(T0, LOOK, HELD))):
        told = after(looked, *answers)
        assert (told.page, the_ticket(told)) == (Page.HAS_TICKET, HELD[0])


def test_behind_an_item_it_is_told_too_and_the_item_comes_back():
    told = after(CARD, CARD_FIRST, MineFound(T0, LOOK, HELD))
    assert told.page is Page.HAS_TICKET
    assert after(told, touch(Touch.ANOTHER_ITEM, T0 + 1)).page is Page.CONFIRM


def test_a_page_waits_a_moment_for_the_answer_and_stands_without_it():
    looking = after(CARD, CARD_FIRST, CardGone(T0 + 0.2))
    assert waiting(looking) == (True, Page.CARD)
    assert after(looking, MineFound(T0 + 0.3, LOOK, ())).page is Page.CONFIRM
    assert waiting(after(looking, Tick(T0 + 1))) == (True, Page.CARD)
    assert waiting(after(looking, Tick(T0 + 1.2))) == (False, Page.CONFIRM)
    begun = after(HOME, CARD_FIRST, found())
    assert waiting(begun) == (True, Page.CHECKING)
    assert waiting(after(begun, Tick(T0 + 1.2))) == (False, Page.SERVICES)
    assert after(begun, found(booking())) == begun


def test_a_page_that_stands_is_not_changed_under_a_finger_and_taking_a_number_tells_it():
    stands = after(CARD, CARD_FIRST, CardGone(T0), Tick(T0 + 1.5), MineFound(T0 + 2, LOOK, HELD))
    assert stands.page is Page.CONFIRM
    told, effects = played(stands, touch(Touch.PRINT_NUMBER, T0 + 3))
    assert (told.page, effects) == (Page.HAS_TICKET, [])
    on = after(told, touch(Touch.ANOTHER_ITEM, T0 + 4))
    assert on.page is Page.CONFIRM
    assert after(on, touch(Touch.PRINT_NUMBER, T0 + 5)).page is Page.PRINTING


def test_a_card_laid_down_among_the_items_is_answered_behind_the_item():
    known = after(KNOWN, MineFound(T0 + 0.5, LOOK, HELD))
    assert known.page is Page.SERVICES
    assert after(known, Chosen(T0 + 1, Choice.ITEM, "i05")).page is Page.HAS_TICKET


def test_without_the_hall_nobody_is_asked_and_nothing_waits():
    begun, effects = played(OFFLINE, touch(Touch.TAKE_A_NUMBER), Chosen(T0, Choice.ITEM, "i05"), CARD_FIRST)
    assert begun.page is Page.CONFIRM
    assert FindMine not in [type(effect) for effect in effects]
    lost = after(CARD, CARD_FIRST, LinkChanged(T0 + 0.1, online=False), Tick(T0 + 1.2))
    assert lost.page is Page.CONFIRM


def test_who_looks_for_help_meanwhile_comes_back_to_the_page_that_waited():
    helped = after(CARD, CARD_FIRST, touch(Touch.HELP, T0 + 0.1), MineFound(T0 + 0.5, LOOK, ()))
    assert helped.page is Page.HELP
    assert after(helped, touch(Touch.HELP_NOT_NEEDED, T0 + 2), Tick(T0 + 2.5)).page is Page.CONFIRM


def test_a_code_shown_meanwhile_goes_on_with_the_item_that_was_chosen():
    looking = after(CARD, CARD_FIRST)
    asked = after(looking, shows(YOUNG, OTHER_ID, T0 + 0.5))
    assert (asked.page, visit_of(asked).item) == (Page.CHECKING, visit_of(looking).item)
    assert after(asked, MineFound(T0 + 0.6, OTHER_ID, ()), found(look=OTHER_ID)).page is Page.CONFIRM
    begun = after(HOME, CARD_FIRST, found(), shows(YOUNG, OTHER_ID, T0 + 0.5))
    assert (begun.page, visit_of(begun).person) == (Page.CHECKING, YOUNG)


def test_numbers_that_are_over_or_another_visitor_s_answer_are_nothing():
    over = (ticket(state=TicketState.COMPLETED), ticket(OTHER_ID, TicketState.CANCELLED))
    assert after(CARD, CARD_FIRST, MineFound(T0, LOOK, over)).page is Page.CONFIRM
    assert waiting(after(CARD, CARD_FIRST, MineFound(T0, OTHER_ID, HELD))) == (True, Page.CARD)
    assert after(HOME, MineFound(T0, LOOK, HELD)) == replace(HOME, now=T0)


def test_it_is_told_once():
    on = after(HAS_TICKET, touch(Touch.ANOTHER_ITEM, T0 + 1), CardRead(T0 + 2, YOUNG, LOOK), CardGone(T0 + 2))
    assert after(on, MineFound(T0 + 3, LOOK, HELD), touch(Touch.PRINT_NUMBER, T0 + 4)).page is Page.PRINTING


def test_a_slip_is_printed_once_more():
    printing, effects = played(HAS_TICKET, touch(Touch.REPRINT, T0 + 1))
    assert effects == [PrintAgain(ID, HELD[0])]
    assert played(printing, touch(Touch.REPRINT, T0 + 2, OTHER_ID))[1] == []
    assert step_of(after(printing, AgainPrinted(T0 + 2, ID, came=True))) is MineStep.PRINTED
    failed = after(printing, AgainPrinted(T0 + 2, ID, came=False))
    assert step_of(failed) is MineStep.NOT_PRINTED
    assert played(failed, touch(Touch.REPRINT, T0 + 3, OTHER_ID))[1] == [PrintAgain(OTHER_ID, HELD[0])]
    assert after(printing, AgainPrinted(T0 + 2, OTHER_ID, came=True)) == replace(printing, now=T0 + 2)


def test_a_number_is_given_up_after_a_second_question():
    sure, effects = played(HAS_TICKET, touch(Touch.DROP_NUMBER, T0 + 1))
    assert (step_of(sure), effects) == (MineStep.SURE, [])
    assert step_of(after(sure, touch(Touch.BACK, T0 + 2))) is MineStep.SHOWN
    dropping, effects = played(sure, touch(Touch.DROP_NUMBER, T0 + 2))
    assert effects == [DropNumber(ID, ID, YOUNG.pseudonym)]
    assert step_of(after(dropping, NumberDropped(T0 + 3, ID, done=True))) is MineStep.DROPPED
    assert step_of(after(dropping, NumberDropped(T0 + 3, ID, done=False))) is MineStep.NOT_DROPPED
    assert after(dropping, NumberDropped(T0 + 3, LOOK, done=True)) == replace(dropping, now=T0 + 3)


def test_another_of_several_is_shown_by_its_id_only():
    assert the_ticket(after(HAS_TICKET, Chosen(T0, Choice.TICKET, OTHER_ID))) == HELD[1]
    assert the_ticket(after(HAS_TICKET, Chosen(T0, Choice.TICKET, LOOK))) == HELD[0]


def test_the_number_leaves_with_the_visitor():
    ended = after(HAS_TICKET, touch(Touch.FINISH, T0 + 1))
    assert ended.visit is None
    assert visit_of(HAS_TICKET).mine
