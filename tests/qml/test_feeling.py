"""朗读 and fingers: what is felt before it acts; the sheet, the ring, the caption, and the picture that is off."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from kiosk.bridge.reading import Reader
from kiosk.session.effects import Hush
from kiosk.session.events import CardGone, Choice, Chosen
from kiosk.session.hearing import CaptionCame, Hearing, Knob
from kiosk.session.modes import Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.listening import listening, settle

ALOUD = Modes(frozenset({Mode.ALOUD}))


def test_the_first_touch_reads_and_the_second_on_the_same_acts(heard):
    listening(heard)
    heard.tap("home.take_a_number")
    assert heard.page == "home"
    assert heard.visitor.heard()[-1].startswith("取号办事，按钮。")
    heard.tap("home.check_in")
    heard.tap("home.take_a_number")
    assert heard.page == "home"
    heard.tap("home.take_a_number")
    assert heard.page == "services"


def test_a_finger_feels_as_a_mouse_does(heard):
    listening(heard)
    heard.touch("home.take_a_number")
    assert heard.page == "home"
    assert heard.visitor.heard()[-1].startswith("取号办事，按钮。")
    heard.touch("home.check_in")
    assert heard.visitor.heard()[-1].startswith("预约报到，按钮。")


def test_a_finger_that_trembles_reads_and_does_not_act(heard):
    listening(heard)
    place = heard.find("home.take_a_number")
    point = QPointF(place.mapRectToScene(place.boundingRect()).center())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for stamp in (10_000, 10_200):
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, point, point, point, left, held, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(stamp)
            QCoreApplication.sendEvent(heard.view, event)
    settle()
    assert heard.page == "home"


def test_a_line_that_is_touched_is_read(heard):
    listening(heard, "ticket")
    heard.tap("ticket.number")
    heard.tap("ticket.number")
    assert heard.visitor.heard() == ["E 零四二。 E 零四二。 E 零四二。"] * 2


def test_a_touch_stops_the_voice_when_the_finger_comes_down(heard):
    listening(heard)
    heard.tap("home.check_in")
    assert isinstance(heard.visitor.said[0], Hush)


def test_a_key_between_two_touches_makes_the_second_a_first_one(heard):
    listening(heard)
    heard.tap("home.take_a_number")
    heard.visitor.press("next")
    heard.tap("home.take_a_number")
    assert heard.page == "home"


def test_without_reading_one_touch_acts_again(heard):
    listening(heard)
    heard.visitor.happen(Chosen(heard.visitor.session.now + 1, Choice.KNOB, Knob.SILENT))
    settle()
    assert Mode.ALOUD not in heard.visitor.session.modes.on
    heard.tap("home.take_a_number")
    assert heard.page == "services"


def sheet(glass, *, headphones=False):
    """The sheet of 朗读, opened by its own button."""
    listening(glass)
    if headphones:
        glass.visitor.plug(inside=True)
    glass.visitor.press("up", "up")
    assert glass.visitor.reader.focus == "access.aloud"
    glass.visitor.heard()
    glass.visitor.press("select")
    return glass.visitor.heard()


def test_reading_that_is_on_has_a_sheet_which_is_read_as_a_page(heard):
    assert sheet(heard)[-1].startswith("朗读。声音 三，快慢 三，最大是 五。")
    assert not heard.has("home.take_a_number")
    heard.visitor.press("down", "down", "select")
    assert heard.visitor.session.hearing.volume == 4
    assert heard.says("声音 4，快慢 3")
    heard.visitor.press("back")
    assert heard.has("home.take_a_number")
    assert heard.visitor.heard()[-1].startswith("您好！")


def test_the_picture_goes_off_only_for_who_has_headphones(heard):
    sheet(heard)
    assert not heard.has("voice.curtain")


def test_with_the_picture_off_pages_are_heard_and_walked_as_before(heard):
    sheet(heard, headphones=True)
    while heard.visitor.reader.focus != "voice.curtain":
        heard.visitor.press("down")
    heard.visitor.press("select")
    assert heard.find("curtain.lift").isVisible()
    picture = heard.view.grabWindow()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1080, 90) for y in range(0, 900, 90)}
    assert colours == {"#000000"}
    heard.visitor.press("down", "select")
    assert heard.page == "services"
    assert heard.visitor.heard()[-1].startswith("您要办哪一件？")


def test_a_finger_on_the_dark_screen_touches_nothing_below_and_lifts_it_when_it_comes_again(heard):
    heard.visitor.stand(replace(EXAMPLES["home"], modes=ALOUD, hearing=Hearing(private=True, curtain=True)))
    settle()
    heard.visitor.heard()
    heard.tap("home.take_a_number")
    assert heard.visitor.heard()[-1].startswith("打开画面，按钮。画面关着，按键和声音照常。")
    heard.tap("home.check_in")
    assert (heard.page, heard.visitor.session.hearing.curtain) == ("home", False)


def ring_of(glass):
    return glass.view.rootObject().findChild(QObject, "focus_ring")


def test_the_focus_has_a_ring_around_what_it_stands_on(heard):
    listening(heard)
    assert not ring_of(heard).property("shown")
    heard.visitor.press("down")
    ring, tile = ring_of(heard), heard.find("home.take_a_number")
    assert ring.property("shown")
    assert ring.property("place") == tile.mapRectToScene(tile.boundingRect())


def test_what_is_being_said_stands_at_the_head_of_the_screen_and_nowhere_in_the_tree(heard):
    listening(heard)
    names = heard.accessible()
    heard.visitor.happen(CaptionCame(heard.visitor.session.now, heard.visitor.session.hearing.turn, "取号办事，按钮。"))
    settle()
    assert heard.says("取号办事，按钮。")
    assert heard.accessible() == names


def test_a_machine_without_a_voice_says_so_where_the_voice_would_begin(heard):
    home = EXAMPLES["home"]
    heard.visitor.stand(replace(home, devices=replace(home.devices, speaker=False)))
    settle()
    heard.tap("access.aloud")
    assert heard.visitor.session.modes == Modes()
    assert heard.says("这台机器还不能朗读")


def test_a_card_that_somebody_forgot_is_said_to_everybody_until_it_is_taken(heard, qtbot):
    screen = heard.screen
    heard.visitor.attend(screen, Reader(heard.view, heard.visitor, screen.property("intents"), again_ms=20))
    heard.stand("card_take_back")
    qtbot.waitUntil(lambda: len(heard.visitor.said) >= 3, timeout=10_000)
    assert {said.partition("。")[0] for said in heard.visitor.heard()} == {"请取回身份证"}
    heard.visitor.happen(CardGone(heard.visitor.session.now + 1))
    settle()
    heard.visitor.heard()
    heard.visitor.pass_time(0.1)
    settle()
    assert heard.visitor.heard() == []
