"""A visit by taps and fingers, through the real QML, view models and session."""

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.session.cards import TAKES_CARDS
from kiosk.session.events import CardGone, CardRead, CardReading, CardUnreadable, Touch
from kiosk.session.modes import Language, Mode
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, PERSON, TICKET
from tests.qml.forms import FORMS


def to_confirm(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.item.i05")
    glass.visitor.happen(CardReading(glass.visitor.session.now))
    glass.visitor.happen(CardRead(glass.visitor.session.now, PERSON))
    glass.visitor.happen(CardGone(glass.visitor.session.now))
    glass.settle()


def test_a_visit_goes_from_the_first_touch_to_the_farewell(glass):
    to_confirm(glass)
    assert glass.page == Page.CONFIRM
    assert glass.says("陈*明")
    glass.tap("confirm.print_number")
    assert glass.page == Page.TICKET
    assert glass.find("ticket.number").property("text") == "E042"
    glass.tap("ticket.finish")
    assert glass.page == Page.CLEARED
    glass.visitor.pass_time(5)
    glass.settle()
    assert glass.page == Page.HOME


def test_a_card_that_is_forgotten_is_asked_back_before_the_farewell(glass):
    to_confirm(glass)
    glass.visitor.happen(CardReading(glass.visitor.session.now))
    glass.tap("confirm.print_number")
    glass.tap("ticket.finish")
    assert glass.says("请取回身份证")
    assert not glass.has("card.back")
    glass.visitor.happen(CardGone(glass.visitor.session.now))
    glass.settle()
    assert glass.page == Page.CLEARED


def test_a_finger_does_what_a_click_does(glass):
    glass.touch("home.take_a_number")
    assert glass.page == Page.SERVICES
    glass.touch("services.back")
    assert glass.page == Page.HOME


def test_a_finger_that_slides_off_presses_nothing(glass):
    glass.touch("home.take_a_number", drag=QPoint(0, 400))
    assert glass.page == Page.HOME
    assert glass.visitor.touches == []


def test_a_theme_behind_more_shows_its_items(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.more")
    assert not glass.has("services.item.i05")
    glass.tap("services.theme.证件办理")
    assert glass.has("services.item.i03")
    assert glass.has("services.tab.证件办理")


def test_the_pager_goes_round_to_the_first_page(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.next_page")
    assert glass.has("services.item.i13")
    glass.tap("services.next_page")
    assert glass.has("services.item.i05")
    glass.tap("services.previous_page")
    assert glass.has("services.item.i13")
    glass.tap("services.previous_page")
    assert glass.has("services.item.i05")


def test_a_visitor_without_a_card_gets_to_the_check(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.item.i05")
    assert glass.page == Page.CARD
    glass.tap("card.without_card")
    assert glass.page == Page.CONFIRM
    assert glass.says("不记名取号")


def test_a_card_that_cannot_be_read_leads_to_another_way(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.item.i05")
    glass.visitor.happen(CardUnreadable(glass.visitor.session.now, "taken_away"))
    glass.settle()
    assert glass.says("没读到，请再放一次")
    for _ in range(2):
        glass.visitor.happen(CardUnreadable(glass.visitor.session.now, "taken_away"))
    glass.settle()
    assert glass.says("换个办法吧")


def test_a_need_is_switched_on_and_off(glass):
    to_confirm(glass)
    assert glass.find("confirm.chip.elder").property("on")
    glass.tap("confirm.chip.elder")
    assert not glass.find("confirm.chip.elder").property("on")
    glass.tap("confirm.chip.wheelchair")
    assert glass.find("confirm.chip.wheelchair").property("on")
    assert not glass.find("confirm.for_other").property("on")


def test_without_paper_the_number_waits_for_noted(glass):
    glass.visitor.slip = "paper_out"
    to_confirm(glass)
    glass.tap("confirm.print_number")
    assert glass.page == Page.PAPER_OUT
    assert glass.says("打印纸用完了")
    glass.tap("paper_out.noted")
    assert glass.visitor.touches[-1] is Touch.NOTED
    assert glass.page == Page.CLEARED


def test_a_number_that_is_not_wanted_is_given_up(glass):
    glass.visitor.slip = "cover_open"
    to_confirm(glass)
    glass.tap("confirm.print_number")
    assert glass.says("打印机盖子没盖好")
    glass.tap("paper_out.give_up_number")
    assert glass.visitor.touches[-1] is Touch.GIVE_UP_NUMBER


@pytest.mark.parametrize(("answer", "words"), [("came", "号取好了"), ("did_not_come", "请记下您的号")])
def test_a_mute_printer_asks_who_can_see_the_slot(glass, answer, words):
    glass.visitor.slip = "mute"
    to_confirm(glass)
    glass.tap("confirm.print_number")
    assert glass.page == Page.ASK_SLIP
    glass.tap(f"ask_slip.{answer}")
    assert glass.page == Page.TICKET
    assert glass.says(words)


@pytest.mark.parametrize("mode", [Mode.LARGE, Mode.CONTRAST, Mode.LOW])
def test_a_mode_is_switched_on_and_off_on_any_page_and_says_that_it_is_on(glass, mode):
    for example in ("home", "confirm", "ticket"):
        glass.stand(example)
        glass.tap(f"access.{mode}")
        assert glass.visitor.session.modes.on == {mode}
        assert glass.says("已开")
        glass.tap(f"access.{mode}")
        assert glass.visitor.session.modes.on == set()


def test_a_language_is_chosen_in_its_own_script_and_the_screen_turns_at_once(glass):
    glass.tap("access.language")
    assert glass.says("粵語")
    glass.tap("access.language.en")
    assert glass.visitor.session.modes.language is Language.EN
    assert glass.says("Take a number")
    assert not glass.has("access.language.en")
    glass.tap("access.language")
    glass.tap("access.language.zh-CN")
    assert glass.says("今天想办什么事？")


def test_the_choice_of_languages_can_be_closed_again(glass):
    glass.tap("access.language")
    glass.tap("access.language.close")
    assert glass.has("access.large")


def test_a_notice_goes_with_the_next_touch(glass):
    glass.stand("ticket")
    glass.tap("access.help")
    glass.tap("access.large")
    assert not glass.has("notice")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_page_can_be_left_by_a_touch_or_leaves_by_itself(glass, example):
    session = EXAMPLES[example]
    glass.stand(example)
    ways = [name for *_, name in glass.targets() if not name.startswith("access.")]
    leaves = session.page_ends_at is not None or session.page in {
        Page.STARTING, Page.PRINTING, Page.CLEARED, Page.OUT_OF_SERVICE
    }  # fmt: skip
    assert ways or leaves


@pytest.mark.parametrize("example", ["ticket", "paper_out", "ask_slip", "ticket_without_slip"])
def test_a_notice_never_covers_a_number(glass, example):
    glass.stand(example)
    glass.tap("access.help")
    notice, number = glass.find("notice"), glass.find("ticket.number")
    covered = notice.mapRectToScene(notice.boundingRect()).intersects(number.mapRectToScene(number.boundingRect()))
    assert not covered


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_notice_covers_no_word_of_a_page_neither_its_question_nor_its_steps(glass, form):
    person = EXAMPLES["confirm"].visit.person
    for name, session in EXAMPLES.items():
        if session.page not in TAKES_CARDS or session.visit is None or session.warning is not None:
            continue
        if session.drill is not None:
            continue  # its notice is for staff, and goes with the first touch
        if session.visit.talk is not None:
            continue  # 正在给工作人员看 keeps the head
        read = replace(session.visit, person=person, card_read_at=session.now)
        glass.stand(form.of(replace(session, visit=read)))
        notice = glass.find("notice")
        bar = notice.mapRectToScene(notice.boundingRect()).toRect()
        under = [said for _, said, rect, thing in glass.accessible() if thing != "notice" and rect.intersects(bar)]
        assert under == [], (name, bar, [rect for _, said, rect, _ in glass.accessible() if said in under])


def test_what_is_only_unfolded_shows_that_somebody_is_there(glass):
    glass.tap("home.take_a_number")
    before = glass.visitor.stirred
    glass.tap("services.more")
    assert glass.visitor.stirred > before


def test_a_finger_on_an_empty_place_shows_that_somebody_is_there(glass):
    glass.tap("home.take_a_number")
    glass.visitor.pass_time(59)
    before = glass.visitor.stirred
    QTest.mouseClick(glass.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(540, 30))
    glass.settle()
    assert glass.visitor.stirred > before
    glass.visitor.pass_time(59)
    assert glass.visitor.session.warning is None


def test_the_general_number_leads_to_the_card_and_the_check(glass):
    glass.tap("home.take_a_number")
    glass.tap("services.not_sure")
    assert (glass.page, glass.visitor.session.visit.item.id) == (Page.CARD, "general")
    glass.tap("card.without_card")
    assert glass.page == Page.CONFIRM
    assert glass.says("综合服务")
    glass.tap("confirm.print_number")
    assert glass.page == Page.TICKET


def test_a_long_place_stands_beside_the_item_and_pushes_nothing_out(glass):
    ticket = changed(TICKET, place="一楼大厅、二楼 A 区、二楼 B 区", counters=(4, 9))
    glass.visitor.stand(replace(EXAMPLES["ticket"], visit=replace(EXAMPLES["ticket"].visit, ticket=ticket)))
    glass.settle()
    assert glass.says("一楼大厅、二楼 A 区")
    assert glass.says("4、9")
