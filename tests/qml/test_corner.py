"""The staff's corner on the glass."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.session.assisting import look_of
from kiosk.session.corner import Gate, PinJudged
from kiosk.session.corner_words import LookStep, NumberChanged
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, IDLE


def test_staff_get_in_by_their_pin_and_out_again(glass):
    glass.stand(replace(IDLE, gate=Gate(), last_touch=IDLE.now))
    QTest.keyClick(glass.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    glass.settle()
    assert glass.page == Page.STAFF_PIN
    for digit in "2580":
        glass.tap(f"staff_pin.key.{digit}")
    assert glass.says("●●●●")
    assert not glass.says("2580")
    glass.tap("staff_pin.confirm")
    glass.visitor.happen(PinJudged(glass.visitor.session.now, right=True))
    glass.settle()
    assert glass.page == Page.STAFF
    glass.tap("staff.finish")
    assert glass.page == Page.HOME


def test_a_short_tap_on_the_crest_opens_nothing(glass):
    glass.stand(replace(IDLE, gate=Gate(), last_touch=IDLE.now))
    glass.tap("crest")
    assert glass.page == Page.HOME
    assert glass.visitor.touches == []


def test_the_crest_is_no_button_for_visitors(glass):
    assert "crest" not in [name for *_, name in glass.targets()]


def test_staff_put_somebody_first_who_stands_there_and_see_what_it_costs_others(glass):
    glass.stand(EXAMPLES["staff_number"])
    assert glass.says("有 4 人每人多等约 2 分钟")
    glass.tap("staff_number.reason.pregnant")
    glass.tap("staff_number.put_first")
    assert look_of(glass.visitor.session).step is LookStep.DOING
    job = look_of(glass.visitor.session).job
    glass.visitor.happen(NumberChanged(glass.visitor.session.now, job, LookStep.FIRST))
    glass.settle()
    assert glass.says("E042 排到前面了")


def test_staff_cancel_a_number_only_after_a_second_look(glass):
    glass.stand(EXAMPLES["staff_number"])
    glass.tap("staff_number.cancel")
    assert glass.says("真的取消 E042？")
    glass.tap("staff_number.back")
    assert glass.says("E042 的号")
