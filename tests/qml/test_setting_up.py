"""装机向导 on the glass (UI-T2): by finger and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.session.setup_words import Entry, SetupStep
from kiosk.viewmodels.examples import EXAMPLES


def setup_of(glass):
    return glass.visitor.session.setup


def test_an_address_is_typed_with_keys_and_enter_takes_it(glass):
    glass.stand(EXAMPLES["setup_network"])
    glass.tap("setup.server")
    assert setup_of(glass).entry is Entry.SERVER
    for sign in "10.0.0.5":
        glass.tap(f"setup.key.{sign}")
    for sign in ":80":
        QTest.keyClick(glass.view, sign)
    QTest.keyClick(glass.view, Qt.Key.Key_Return)
    glass.settle()
    assert setup_of(glass).answers.server == "http://10.0.0.5:80"


def test_escape_leaves_the_pad_and_what_was_typed(glass):
    glass.stand(EXAMPLES["setup_code"])
    QTest.keyClick(glass.view, Qt.Key.Key_Escape)
    glass.settle()
    assert (setup_of(glass).entry, setup_of(glass).typed) == (None, "")


def test_the_line_of_a_hundred_millimetres_is_as_long_as_the_panel_says(glass):
    glass.stand(EXAMPLES["setup_screen"])
    assert glass.says("这条线应该是 100 毫米")
    assert glass.screen.page_model().props.ruler_px == 403


def test_the_fingerprint_stands_large_and_nothing_leads_on_before_the_hall_says_yes(glass):
    glass.stand(EXAMPLES["setup_fingerprint"])
    assert glass.says("K3QF 8MTA 2P9D V6XE")
    glass.tap("setup.next")
    assert setup_of(glass).answers.step is SetupStep.PAIRING


def test_a_wrong_code_says_what_helps(glass):
    glass.stand(EXAMPLES["setup_code_wrong"])
    assert glass.says("请管理员再给一个")


def test_each_side_is_heard_and_a_silent_one_says_what_to_look_at(glass):
    glass.stand(EXAMPLES["setup_sound"])
    glass.tap("setup.right")
    glass.tap("setup.heard_left")
    assert glass.says("右边不响：查右喇叭的线")
    glass.tap("setup.louder")
    assert glass.says("音量 4 / 5")
    glass.tap("setup.next")
    assert (setup_of(glass).answers.heard, setup_of(glass).answers.volume) == ("left", 4)


def test_without_a_loudspeaker_nothing_is_listened_to(glass):
    glass.stand(EXAMPLES["setup_sound_none"])
    assert glass.says("没有找到")
    assert not glass.has("setup.left")


def test_without_a_stick_the_certificate_says_where_it_lies(glass):
    glass.stand(EXAMPLES["setup_handed_here"])
    assert glass.says("没有插 U 盘，只存在本机")
