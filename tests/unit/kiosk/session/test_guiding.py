"""办事指南: lists, groups, one guide, and the way from it to a number."""

from kiosk.session.events import CardGone, CardRead, Choice, Chosen, DevicesChanged, Touch
from kiosk.session.guiding import GuidesWay, Order, groups
from kiosk.session.papers import ChecklistPaper, GuidePaper, LeavePages, PagesPrinted, PaperFault, PrintPages
from kiosk.session.printouts import Come
from kiosk.session.roll_slips import PrintRoll
from kiosk.session.state import Devices, Page
from tests.unit.kiosk.session.visits import (
    GUIDE,
    GUIDES,
    HOME,
    ID,
    PERMIT,
    PRECHECK,
    T0,
    YOUNG,
    after,
    played,
    touch,
    visit_of,
)


def way_of(session):
    return visit_of(session).way


def test_the_first_page_leads_to_what_is_often_asked():
    session = after(HOME, touch(Touch.GUIDES))
    assert session.page is Page.GUIDES
    assert way_of(session) == GuidesWay(Order.COMMON)


def test_letters_are_chosen_and_left_again():
    assert "J" in {one.heading for one in groups(GUIDES, Order.LETTER)}
    session = after(GUIDES, Chosen(T0, Choice.GROUP, "J"))
    assert way_of(session).group == "J"
    assert way_of(after(session, touch(Touch.BACK))).group == ""


def test_a_list_or_a_group_that_there_is_not_changes_nothing():
    for choice in (Choice.ORDER, Choice.GROUP, Choice.ITEM):
        for value in ("", "none", "x" * 5000):
            assert way_of(after(GUIDES, Chosen(T0, choice, value))) == GuidesWay(Order.LETTER)


def test_pages_are_turned_in_both_directions():
    assert way_of(after(GUIDES, touch(Touch.NEXT_LIST_PAGE))).page == 1
    assert way_of(after(GUIDES, touch(Touch.PREVIOUS_LIST_PAGE))).page == -1
    assert way_of(after(GUIDE, touch(Touch.NEXT_LIST_PAGE))).page == 1


def test_back_from_the_lists_is_the_first_page():
    assert after(GUIDES, touch(Touch.BACK)).page is Page.HOME


def test_a_guide_leads_to_its_number_and_back():
    session = after(GUIDE, touch(Touch.TAKE_A_NUMBER))
    assert session.page is Page.SITUATION
    assert after(session, touch(Touch.BACK, T0 + 1)).page is Page.GUIDE
    assert after(GUIDE, touch(Touch.BACK)).page is Page.GUIDES


def test_a_card_laid_down_beside_a_guide_is_not_asked_for_again():
    session = after(HOME, touch(Touch.GUIDES), Chosen(T0, Choice.ITEM, "i05"), CardRead(T0, YOUNG), CardGone(T0))
    assert session.page is Page.GUIDE
    assert after(session, touch(Touch.TAKE_A_NUMBER)).page is Page.CONFIRM


A4 = DevicesChanged(T0, Devices(card_reader=True, printer=True, page_printer=True))


def test_a_guide_is_printed_once_at_a_time_and_taken_back_when_it_is_left():
    session, effects = played(after(GUIDE, A4), touch(Touch.PRINT_LIST))
    assert isinstance(effects[0], PrintPages)
    assert isinstance(effects[0].what, GuidePaper)
    again, more = played(session, touch(Touch.PRINT_LIST, T0 + 1))
    assert more == []
    assert LeavePages() in played(again, touch(Touch.BACK, T0 + 2))[1]
    assert way_of(after(again, PagesPrinted(T0 + 3, ID))).printout.come is Come.DONE


def test_without_an_a4_printer_the_guide_comes_out_of_the_roll():
    session, effects = played(GUIDE, touch(Touch.PRINT_LIST))
    assert effects == [PrintRoll(ID, GuidePaper(PERMIT))]
    assert way_of(after(session, PagesPrinted(T0 + 3, ID))).printout.come is Come.DONE


def test_without_any_printer_that_is_said_at_once():
    bare = after(GUIDE, DevicesChanged(T0, Devices(card_reader=True)))
    session, effects = played(bare, touch(Touch.PRINT_LIST))
    assert effects == []
    assert way_of(session).printout.fault is PaperFault.OFFLINE


def test_what_is_lacking_is_printed_as_a_list():
    session = after(PRECHECK, A4, touch(Touch.LACKING))
    _, effects = played(session, touch(Touch.PRINT_LIST, T0 + 1))
    assert isinstance(effects[0].what, ChecklistPaper)
    assert [one.name for one in effects[0].what.materials] == ["相片", "账户"]
