"""自检 on the glass (UI-T3)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.session.self_test_words import BoxTried, TryStep
from kiosk.session.state import Page
from kiosk.viewmodels.examples import EXAMPLES


def test_a_technician_tries_a_box_and_reads_what_came_of_it(glass):
    glass.stand(EXAMPLES["self_test"])
    glass.tap("self_test.code_scanner")
    assert glass.says("请亮一个码")
    job = glass.visitor.session.workshop.tries[0].job
    glass.visitor.happen(BoxTried(glass.visitor.session.now, job, TryStep.NOTHING))
    glass.settle()
    assert glass.says("15 秒没等到")


def test_a_box_that_cannot_be_tried_is_no_button(glass):
    glass.stand(EXAMPLES["self_test"])
    names = [name for *_, name in glass.targets()]
    assert "self_test.access_pad" in names
    assert "self_test.sensors" not in names


def test_one_touch_locks_it(glass):
    glass.stand(EXAMPLES["self_test"])
    glass.tap("self_test.finish")
    assert glass.page == Page.HOME


def test_a_played_fault_says_that_it_is_played_and_the_first_touch_ends_it(glass):
    glass.stand(EXAMPLES["drill"])
    glass.tap("drill.paper_out")
    assert glass.page == Page.PAPER_OUT
    assert glass.says("这是演练，不是真的")
    assert glass.says("000")
    glass.tap("paper_out.noted")
    assert glass.page == Page.DRILL


def test_the_touch_grid_measures_twenty_five_touches_all_over_the_glass(glass):
    glass.stand(EXAMPLES["self_test"])
    glass.tap("self_test.touch")
    for _ in range(25):
        glass.visitor.pass_time(1)
        glass.tap("touch_grid.cross")
    assert glass.page == Page.SELF_TEST
    assert glass.says("平均差")


def test_the_touch_grid_can_be_left_by_its_one_button(glass):
    glass.stand(EXAMPLES["touch_grid"])
    assert [name for *_, name in glass.targets() if name.startswith("touch_grid")] == ["touch_grid.back"]
    glass.tap("touch_grid.back")
    assert glass.page == Page.SELF_TEST


def test_a_technician_notes_what_was_heard_of_the_loudspeaker(glass):
    glass.stand(EXAMPLES["self_test"])
    glass.tap("self_test.speaker")
    glass.tap("sounds.left")
    glass.tap("sounds.heard_both")
    glass.tap("sounds.level_65")
    glass.tap("sounds.noted")
    assert glass.page == Page.SELF_TEST
    assert glass.says("左右都响，65 分贝")


def test_a_keyboard_turns_the_pages_of_the_log_and_the_stick_is_one_touch_away(glass):
    glass.stand(EXAMPLES["log"])
    QTest.keyClick(glass.view, Qt.Key.Key_PageDown)
    glass.settle()
    assert glass.says("第 2 页")
    QTest.keyClick(glass.view, Qt.Key.Key_PageUp)
    glass.settle()
    assert glass.says("第 1 页")
    glass.tap("log.to_stick")
    assert glass.page == Page.LOG_STICK
    glass.stand(EXAMPLES["log_stick_saved"])
    assert glass.says("9QXA")
    glass.tap("log_stick.noted")
    assert not glass.says("9QXA")
