"""朗读 over the real screen: pages read out, a focus that six keys move, fingers that feel before they act."""

import pytest
from PySide6.QtGui import QAccessible

from devices.speaker.pinyin import mandarin
from devices.speaker.words import cardinal
from devices.values.access_pad import PadKey
from kiosk.session.effects import Hush
from kiosk.session.events import CardReading, Choice, Chosen, SlipUnknown
from kiosk.session.leaving import LAST_S
from kiosk.session.modes import Language, Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.listening import listening, settle

ALOUD = Modes(frozenset({Mode.ALOUD}))


def test_nothing_is_said_before_somebody_listens(heard):
    heard.stand("services")
    heard.tap("services.item.i05")
    assert heard.page == "card"
    assert heard.visitor.said == []


def test_the_first_key_wakes_the_voice_and_does_nothing_else(heard):
    said = listening(heard)
    assert len(said) == 1
    assert said[0].startswith("您好！今天想办什么事？")
    assert said[0].endswith("按上下键选，按确定键去办，按右键再听一遍。")
    assert heard.visitor.reader.focus == ""


def test_keys_move_the_focus_and_each_stop_is_said_with_its_place(heard):
    listening(heard)
    heard.visitor.press("down", "down", "up")
    count = cardinal(len(heard.targets()))
    assert heard.visitor.heard() == [
        f"取号办事，按钮。排队到窗口办理。第 一 项，共 {count} 项。",
        f"预约报到，按钮。已经约好时间。第 二 项，共 {count} 项。",
        f"取号办事，按钮。排队到窗口办理。第 一 项，共 {count} 项。",
    ]
    assert heard.visitor.reader.focus == "home.take_a_number"


def test_the_focus_goes_round_through_the_page_s_question(heard):
    listening(heard)
    heard.visitor.press("up")
    assert heard.visitor.reader.focus == "access.help"
    heard.visitor.heard()
    heard.visitor.press("down")
    assert heard.visitor.reader.focus == ""
    assert heard.visitor.heard()[0].startswith("您好！")


def test_the_same_is_said_again_on_request(heard):
    listening(heard)
    heard.visitor.press("down")
    first = heard.visitor.heard()
    heard.visitor.press("next")
    assert heard.visitor.heard() == first


def test_ok_on_the_question_stands_on_what_leads_on(heard):
    listening(heard, "confirm")
    heard.visitor.press("select")
    assert heard.visitor.reader.focus == "confirm.print_number"
    assert heard.page == "confirm"


def test_ok_on_the_question_goes_to_the_first_thing_and_ok_there_acts(heard):
    listening(heard)
    heard.visitor.press("select")
    assert heard.visitor.reader.focus == "home.take_a_number"
    heard.visitor.press("select")
    assert heard.page == "services"
    assert heard.visitor.reader.focus == ""
    assert heard.visitor.heard()[-1].startswith("您要办哪一件？")


def test_the_back_key_goes_back_where_a_page_has_a_way_and_says_so_where_not(heard):
    listening(heard, "services")
    heard.visitor.press("back")
    assert heard.page == "home"
    listening(heard)
    heard.visitor.press("back")
    assert heard.visitor.heard()[-1] == "这一页不用返回"


def test_the_help_key_calls_a_person_also_before_anybody_listens(heard):
    heard.stand("services")
    heard.visitor.press("help")
    assert heard.page == "help"


def test_every_key_stops_the_voice_before_the_next_words(heard):
    listening(heard)
    heard.visitor.press("down")
    assert isinstance(heard.visitor.said[0], Hush)


def test_a_chip_says_how_it_stands_when_it_is_touched(heard):
    listening(heard, "confirm")
    while heard.visitor.reader.focus != "confirm.chip.wheelchair":
        heard.visitor.press("down")
    assert heard.visitor.heard()[-1].startswith("坐轮椅，可以选，没选。")
    heard.visitor.press("select")
    assert [said.partition("。")[0] for said in heard.visitor.heard()] == ["坐轮椅，可以选，已选"]
    assert heard.visitor.reader.focus == "confirm.chip.wheelchair"


def test_no_full_name_and_no_number_is_said_by_the_loudspeaker_and_the_tail_in_headphones(heard):
    said = "".join(listening(heard, "confirm"))
    assert "陈。" in said
    assert "明" not in said
    assert "尾号" not in said
    heard.visitor.plug(inside=True)
    heard.visitor.press("next")
    assert "证件尾号 零 零 一 八" in heard.visitor.heard()[-1]


def test_a_question_that_changes_on_its_page_is_said_anew(heard):
    listening(heard, "card")
    heard.visitor.happen(CardReading(heard.visitor.session.now + 1))
    settle()
    assert heard.visitor.heard()[-1].startswith("正在读，别拿开")


def test_a_notice_is_said_when_it_comes(heard):
    listening(heard, "ticket")
    heard.visitor.press("help")
    settle()
    assert heard.visitor.heard()[-1].startswith("已经叫人了")


def test_seconds_that_run_out_are_not_said_one_by_one(heard):
    listening(heard, "ticket")
    heard.visitor.pass_time(1)
    heard.visitor.pass_time(1)
    settle()
    assert heard.visitor.heard() == []


def test_a_button_that_counts_down_under_the_focus_is_said_once(heard):
    listening(heard, "ticket")
    while heard.visitor.reader.focus != "ticket.finish":
        heard.visitor.press("down")
    heard.visitor.heard()
    heard.visitor.pass_time(2)
    settle()
    assert heard.visitor.heard() == []


def test_what_is_typed_is_counted_aloud_and_its_signs_are_said_into_headphones_alone(heard):
    listening(heard, "number")
    while heard.visitor.reader.focus != "typing.key.5":
        heard.visitor.press("down")
    assert heard.visitor.heard()[-1].startswith("戴上耳机才念这个键，按钮。")
    heard.visitor.press("select")
    assert heard.visitor.heard()[-1].startswith("已经输了 十一 位")
    heard.visitor.pass_time(3)
    settle()
    assert heard.visitor.heard() == []
    heard.visitor.plug(inside=True)
    heard.visitor.press("next")
    assert heard.visitor.heard()[-1].startswith("五，按钮。")


def test_the_number_is_said_three_times_sign_by_sign(heard):
    assert "您的号码。 E 零四二。 E 零四二。 E 零四二。" in listening(heard, "ticket")[0]


def test_the_question_whether_somebody_is_there_is_asked_twice(heard):
    listening(heard, "confirm")
    heard.visitor.pass_time(120)
    settle()
    assert heard.page == "warning"
    assert heard.visitor.heard()[-1].startswith("您还在吗？")
    heard.visitor.pass_time(30 - LAST_S)
    settle()
    assert heard.visitor.heard()[-1].startswith("您还在吗？")
    heard.visitor.pass_time(1)
    settle()
    assert heard.visitor.heard() == []


@pytest.mark.parametrize(
    ("language", "asks", "buttons"),
    [
        (Language.ZH_CN, "您还在吗？", ("我还在，继续办", "不办了，清除并结束", "需要更多时间？请人帮忙")),
        (Language.EN, "Still there?", ("I am here, go on", "Erase and end", "Need more time? Get help")),
    ],
)
def test_under_the_question_nothing_else_is_said_and_no_other_button_is_a_stop(heard, language, asks, buttons):
    """CL-H11: who listens meets the three buttons of the question in turn, and nothing of what stood there."""
    session = EXAMPLES["confirm"]
    listening(heard, replace(session, modes=replace(session.modes, language=language)))
    heard.visitor.pass_time(120)
    settle()
    heard.visitor.heard()
    heard.visitor.press("next", *("down",) * 5)
    page, *stops = heard.visitor.heard()
    assert page.startswith(asks)
    for stop, button in zip(stops, (*buttons, asks, buttons[0]), strict=True):
        assert stop.startswith(button)
    person = session.visit.person
    for private in (person.name_mask, person.number_mask, session.visit.item.name, "E042"):
        assert private not in " ".join([page, *stops])


def test_the_warning_s_button_is_reached_by_two_keys(heard):
    listening(heard, "confirm")
    heard.visitor.pass_time(120)
    settle()
    heard.visitor.press("down", "select")
    assert heard.page == "confirm"


def test_headphones_alone_begin_the_reading(heard):
    heard.stand("home")
    heard.visitor.plug(inside=True)
    assert heard.visitor.heard()[0].startswith("您好！")


def test_what_was_pressed_for_another_page_is_not_pressed_on_the_one_that_has_come(heard):
    listening(heard, "services")
    heard.visitor.press("down")
    heard.visitor.reader.press(PadKey.SELECT)  # on its way, and the page turns
    heard.visitor.stand(replace(EXAMPLES["confirm"], modes=heard.visitor.session.modes))
    settle()
    assert (heard.page, heard.visitor.reader.focus, heard.visitor.touches) == ("confirm", "", [])


def test_the_focus_stays_with_its_thing_while_the_page_is_drawn_anew(heard):
    listening(heard, "services")
    while heard.visitor.reader.focus != "services.next_page":
        heard.visitor.press("down")
    heard.visitor.heard()
    heard.visitor.press("select")
    assert heard.visitor.reader.focus == "services.next_page"
    assert "第 二 页，共 二 页，按钮" in heard.visitor.heard()[-1]


def test_a_focus_whose_thing_has_gone_is_on_a_neighbour(heard):
    listening(heard, "card")
    heard.visitor.press("up")
    heard.visitor.happen(SlipUnknown(heard.visitor.session.now, "x", "y"))
    settle()
    assert heard.visitor.reader.focus == "access.help"


def comes(target):
    """What the page is about, what sorts it, its way back, the frame; each in reading order."""
    role, _, _, key = target
    return key.startswith("access."), key.endswith(".back"), role == QAccessible.Role.PageTab


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_page_can_be_heard_and_walked_from_end_to_end(heard, example):
    heard.visitor.stand(replace(EXAMPLES[example], modes=Modes()))
    settle()
    heard.visitor.press("down")
    settle()
    page = heard.page
    said = heard.visitor.heard()
    assert said, example
    assert all(said)
    targets = heard.targets()
    walked = []
    for _ in targets:
        heard.visitor.press("down")
        walked.append(heard.visitor.reader.focus)
    assert heard.page == page
    assert walked == [key for *_, key in sorted(targets, key=comes)]
    unread = [words for words in (*said, *heard.visitor.heard()) if mandarin(words)[1]]
    assert unread == [], "no voice can read these"


@pytest.mark.parametrize(("language", "words"), [(Language.EN, "Take a number, button."), (Language.ZH_HK, "，按鈕。")])
def test_a_language_that_is_chosen_is_spoken_from_then_on(heard, language, words):
    listening(heard)
    heard.visitor.happen(Chosen(heard.visitor.session.now + 1, Choice.LANGUAGE, language))
    settle()
    heard.visitor.heard()
    heard.visitor.press("down")
    assert words in heard.visitor.heard()[-1]
