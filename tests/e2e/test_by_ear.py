"""Journeys by six keys and speech alone: nothing is looked at (EN 301 549 5.1.3, 49 CFR 27.71).

Each is gone through as somebody would who sees nothing: down until what is wanted is said, then OK.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QUICK_BACKEND"] = "software"

from devices.values.access_pad import PadKey
from hall_server.contract.identity.pseudonym import code_pseudonym
from hall_server.contract.vocabulary import Chip, PrintAnswer
from kiosk.bridge import application
from kiosk.privacy import person_from
from kiosk.session.modes import Mode
from tests.e2e.by_ear import HallOfTwoFloors, Listener
from tests.integration.kiosk.booking_hall import BookingHall, booking
from tests.integration.kiosk.stand_in import CHEN, DAY
from tests.unit.hall_server.contract.codes.made_up import CITY, ISSUED_US, SECOND, SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.timeout(120)

NOON = 1_792_000_000_000_000  # of the hall, microseconds
CODE_SHOWN = ISSUED_US + 5 * SECOND
CODE_HOLDER = code_pseudonym(b"a key of this hall", CITY, SUBJECT)
ITEM = "社会保障卡挂失补换"  # an item's name is the catalogue's, in every language


@dataclass(frozen=True)
class Words:
    """What somebody listens for."""

    name: str  # of the language, on its button
    home: str
    take: str
    which: str
    card: str
    check: str
    print_it: str
    label: str
    done: str
    cleared: str
    booked: str
    desk: str


ZH = Words(
    name="普通话",
    home="今天想办什么事？",
    take="取号办事",
    which="您要办哪一件？",
    card="请放身份证",
    check="看一看，对不对",
    print_it="取号，按钮",
    label="A 零零一",
    done="好了",
    cleared="您的信息已清除",
    booked="预约认到了",
    desk="服务台",
)
EN = Words(
    name="English",
    home="Your visit today",
    take="Take a number",
    which="Which service?",
    card="ID card",
    check="Is this right?",
    print_it="Take a number, button",
    label="A zero zero one",
    done="Done",
    cleared="Your information has been erased",
    booked="Booking found",
    desk="choices",
)
LANGUAGES = pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])


@pytest.fixture
def hall() -> HallOfTwoFloors:
    return HallOfTwoFloors(at=NOON)


@pytest.fixture
def listener(qtbot: QtBot, tmp_path: Path, hall: BookingHall) -> Iterator[Listener]:
    application()
    somebody = Listener(qtbot, tmp_path, hall)
    yield somebody
    somebody.leave()


def begin(listener: Listener, words: Words) -> None:
    """Headphones in, the language by its own name, the picture off."""
    listener.put_headphones_in()
    listener.hear(ZH.home)
    if words is not ZH:
        listener.choose("语言")
        listener.choose(words.name)
        listener.hear(words.home)


def darken(listener: Listener) -> None:
    """The picture is off, and stays so."""
    listener.choose("朗读")
    listener.hear("快慢 三")
    listener.choose("关掉画面")
    listener.until(listener.is_dark)
    listener.hear(ZH.home)


def never_said(listener: Listener) -> None:
    """No full name, no number of a person."""
    said = listener.everything_heard.replace(" ", "")
    assert CHEN.name[1:] not in said
    assert CHEN.number[:6] not in said


@LANGUAGES
def test_a_number_is_taken_with_a_card_by_ear(listener: Listener, hall: BookingHall, words: Words) -> None:
    begin(listener, words)
    listener.choose(words.take)
    listener.hear(words.which)
    listener.choose(ITEM)
    listener.hear(words.card)
    listener.lay(CHEN)
    listener.hear(words.check)
    listener.hear("陈")
    listener.lift()
    listener.choose(words.print_it)
    listener.until(lambda: listener.heard.count(words.label) >= 3)
    listener.until(lambda: hall.answers)
    listener.choose(words.done, ZH.done)
    listener.hear(words.cleared)
    listener.until(lambda: listener.screen.shown_page() == "home")
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]
    assert len(listener.printer.documents) == 1
    assert "ok" in listener.tones
    never_said(listener)


@LANGUAGES
def test_a_booking_is_checked_in_by_laying_the_card_down(listener: Listener, hall: BookingHall, words: Words) -> None:
    who = person_from(CHEN, b"a key of this hall", date.fromisoformat(DAY)).pseudonym
    hall.booked[who] = [booking(1, NOON)]
    begin(listener, words)
    listener.lay(CHEN)
    listener.until(lambda: listener.heard.count(words.label) >= 3)
    listener.hear(words.booked)
    listener.lift()
    listener.until(lambda: hall.answers)
    assert [found for _, found in hall.checked_in] == [hall.booked[who][0].id]
    assert len(listener.printer.documents) == 1
    never_said(listener)


@LANGUAGES
def test_one_key_leads_to_a_person_from_wherever_somebody_is(listener: Listener, words: Words) -> None:
    begin(listener, words)
    listener.choose(words.take)
    listener.hear(words.which)
    listener.press(PadKey.HELP)
    listener.hear(words.desk)
    assert listener.screen.shown_page() == "help"
    listener.press(PadKey.BACK)
    listener.hear(words.which)


def test_with_the_picture_off_the_way_is_the_same(listener: Listener, hall: BookingHall) -> None:
    begin(listener, ZH)
    darken(listener)
    listener.choose(ZH.take)
    listener.choose(ITEM)
    listener.choose("不带证")
    listener.choose(ZH.print_it)
    listener.hear(ZH.label)
    assert listener.is_dark()
    listener.choose(ZH.done)
    listener.hear(ZH.cleared)
    listener.until(lambda: not listener.is_dark())
    assert len(hall.commands) == 1


def test_headphones_that_are_taken_out_end_the_reading_at_once(listener: Listener) -> None:
    begin(listener, ZH)
    listener.choose(ZH.take)
    listener.hear(ZH.which)
    listener.hands.do(listener.hands.pad.pull_out())
    listener.until(lambda: not listener.kiosk.session.hearing.private)
    assert not listener.kiosk.session.modes.on
    said = len(listener.speaker.said)
    listener.kiosk.stir()
    listener.until(lambda: listener.screen.shown_page() == "services")
    assert len(listener.speaker.said) == said


def test_a_code_shown_in_the_dark_says_booking_number_and_what_to_have_ready(
    listener: Listener, hall: BookingHall
) -> None:
    """Journey (a): no key after the headphones, and the picture off."""
    hall.at, hall.bring = CODE_SHOWN, ("有效身份证件",)
    hall.booked[CODE_HOLDER] = [booking(1, CODE_SHOWN)]
    begin(listener, ZH)
    darken(listener)
    listener.until(lambda: listener.kiosk.session.hall and listener.kiosk.session.hall.at == CODE_SHOWN)
    listener.show_a_code()
    listener.until(lambda: listener.heard.count(ZH.label) >= 3)
    listener.hear(ZH.booked)
    listener.hear("请准备：有效身份证件")
    listener.until(lambda: hall.answers)
    assert listener.is_dark()
    assert [found for _, found in hall.checked_in] == [hall.booked[CODE_HOLDER][0].id]


def test_an_elder_is_offered_large_type_and_never_put_into_it(listener: Listener, hall: BookingHall) -> None:
    """Journey (b): the card alone says the age; a surname, a chip that is on already, the number three times."""
    begin(listener, ZH)
    listener.choose(ZH.take)
    listener.choose(ITEM)
    listener.hear(ZH.card)
    listener.lay(CHEN)
    listener.hear(ZH.check)
    listener.hear("字看不清？按大字")
    assert Mode.LARGE not in listener.kiosk.session.modes.on
    listener.lift()
    while not listener.next_thing().strip().startswith("六十五 岁优先"):
        pass
    listener.hear("可以选，已选")
    listener.choose("大字")
    listener.hear("已选")
    assert Mode.LARGE in listener.kiosk.session.modes.on
    listener.choose(ZH.print_it)
    listener.until(lambda: listener.heard.count(ZH.label) >= 3)
    listener.press(PadKey.HELP)
    listener.hear(ZH.desk)
    never_said(listener)


def hears_the_whole_ticket(listener: Listener, *where: str) -> None:
    """The number three times, how many are before it and how long, where, what to bring."""
    listener.until(lambda: listener.heard.count(ZH.label) >= 3)
    for words in ("前面还有 六人", "大约等 十 到 十八分钟", *where, "请准备：有效身份证件"):
        listener.hear(words)
    assert "A001" in listener.what_is_left(), "the look behind the end finds what stands now"
    assert listener.is_dark()


def forgotten(listener: Listener) -> None:
    """Nothing of the visit is there any more: in the session, in the window, in the clipboard; nothing was said."""
    session = listener.kiosk.session
    assert (session.visit, session.modes.on, session.hearing.curtain) == (None, frozenset(), False)
    left = listener.what_is_left()
    assert "取号办事" in left, "this look finds words"
    assert [trace for trace in (CHEN.name, "陈*明", CHEN.number[-4:], "A001", ITEM) if trace in left] == []
    never_said(listener)


def test_an_elder_with_a_card_goes_from_the_first_page_to_the_last_in_the_dark(
    listener: Listener, hall: BookingHall
) -> None:
    """Journey (b): nothing is typed and nothing looked at; a card left on the glass is asked back until it is taken."""
    begin(listener, ZH)
    darken(listener)
    listener.lay(CHEN)
    listener.hear(ZH.which)
    listener.choose(ITEM)
    listener.hear(ZH.check)
    listener.hear("陈")
    listener.choose(ZH.print_it)
    hears_the_whole_ticket(listener, "在哪等 一楼大厅", "四、九 号窗口", "请取回身份证，再拿好小票")
    assert hall.commands[0].chips == (Chip.ELDER,)
    listener.choose(ZH.done)
    listener.hear("请取回身份证")
    listener.lift()
    listener.hear(ZH.cleared)
    listener.until(lambda: listener.screen.shown_page() == "home" and not listener.is_dark())
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]
    forgotten(listener)


def test_whoever_sees_nothing_and_sits_is_told_of_the_low_counter_and_of_the_end(
    listener: Listener, hall: BookingHall
) -> None:
    """Journey (c) in the dark: 坐轮椅, and the number says 低位窗口 and where that is, for nobody else's counter."""
    begin(listener, ZH)
    darken(listener)
    listener.choose("往下移")
    listener.hear("已选")
    listener.choose(ZH.take)
    listener.choose(ITEM)
    listener.choose("不带证")
    listener.choose("坐轮椅")
    listener.hear("可以选，已选")
    listener.choose(ZH.print_it)
    hears_the_whole_ticket(listener, "在哪等 二楼 A 区", "二 号低位窗口", "请拿好小票")
    assert hall.commands[0].chips == (Chip.WHEELCHAIR,)
    assert "一楼大厅" not in listener.heard
    listener.choose(ZH.done)
    listener.hear("谢谢，再见")
    listener.hear(ZH.cleared)
    listener.until(lambda: listener.screen.shown_page() == "home" and not listener.is_dark())
    assert len(listener.printer.documents) == 1
    forgotten(listener)


def test_english_ears_hear_whole_words_for_short_ones(listener: Listener) -> None:
    begin(listener, EN)
    listener.choose(EN.take)
    listener.choose(ITEM)
    listener.choose("No card")
    listener.choose(EN.print_it)
    listener.until(lambda: listener.heard.count(EN.label) >= 3)
    listener.hear("Waiting time 10 to 18 minutes")


def test_a_wheelchair_goes_with_the_number_and_all_that_is_said_is_written(
    listener: Listener, hall: BookingHall
) -> None:
    """Journey (c): what can be touched comes down, the need goes with the number; captions are what was said."""
    begin(listener, ZH)
    listener.choose("往下移")
    listener.hear("已选")
    listener.choose(ZH.take)
    listener.choose(ITEM)
    listener.choose("不带证")
    listener.choose("坐轮椅")
    listener.hear("已选")
    listener.choose(ZH.print_it)
    listener.until(lambda: listener.heard.count(ZH.label) >= 3)
    assert Chip.WHEELCHAIR in hall.commands[0].chips
    written = tuple(listener.captions)
    assert "您要办哪一件？" in "".join(written)
    begun = {one.text for one in listener.speaker.begun}
    assert [caption for caption in written if caption not in begun] == []
    listener.press(PadKey.HELP)
    listener.until(lambda: "服务台" in "".join(listener.captions[-5:]))
