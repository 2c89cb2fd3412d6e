"""紧急通知: what stands on a kiosk, how long, and that it is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.messages import UrgentNotice
from kiosk.session.effects import PlayTone, Say, Tone
from kiosk.session.events import HallNews, LinkChanged, Tick
from kiosk.session.modes import Language, Mode, Modes
from kiosk.session.playlist import Slide, idle_since, slide_now
from kiosk.session.urgent import urgent_words
from kiosk.values import replace
from tests.unit.kiosk.session.visits import CONFIRM, HALL, HOME, T0, after, played

if TYPE_CHECKING:
    from hall_server.contract.messages import HallNow
    from kiosk.session.state import Session

SECOND = 1_000_000
WORDS, ENGLISH = "二楼漏水，请走东门离开", "Leave by the east door"
NOTICE = UrgentNotice("n1", WORDS, at=5 * SECOND, until=605 * SECOND, words_en=ENGLISH)
TOLD = msgspec.structs.replace(HALL, at=5 * SECOND, urgent=NOTICE)
QUIET = msgspec.structs.replace(HALL, at=9 * SECOND)


def news(hall: HallNow = TOLD, at: float = T0) -> HallNews:
    return HallNews(at, hall)


def test_cl_h22_a_notice_stands_on_any_page_sounds_and_is_said_once() -> None:
    session, effects = played(CONFIRM, news())
    assert urgent_words(session) == NOTICE.words
    tone, said = effects
    assert tone == PlayTone(Tone.WARN)
    assert isinstance(said, Say)
    assert (said.text, said.language) == (NOTICE.words, Language.ZH_CN)
    _, again = played(session, news(msgspec.structs.replace(TOLD, at=7 * SECOND), T0 + 2))
    assert again == []


def test_it_is_written_and_said_in_the_language_that_is_on_or_in_chinese_where_it_has_none() -> None:
    english, (_, said) = played(replace(HOME, modes=Modes(language=Language.EN)), news())
    assert urgent_words(english) == "Leave by the east door"
    assert isinstance(said, Say)
    assert said.language is Language.EN
    _, (_, said) = played(replace(HOME, modes=Modes(language=Language.ZH_HK)), news())
    assert isinstance(said, Say)
    assert (said.text, said.language) == (NOTICE.words, Language.ZH_CN)


def test_whoever_has_pages_read_out_hears_it_from_there() -> None:
    _, effects = played(replace(HOME, modes=Modes(frozenset({Mode.ALOUD}))), news())
    assert effects == [PlayTone(Tone.WARN)]


def test_it_goes_when_it_is_lifted_and_another_one_sounds_again() -> None:
    lifted = after(HOME, news(), news(QUIET, T0 + 4))
    assert urgent_words(lifted) == ""
    other = msgspec.structs.replace(TOLD, urgent=msgspec.structs.replace(NOTICE, id="n2"))
    assert PlayTone(Tone.WARN) in played(lifted, news(other, T0 + 5))[1]


def test_it_ends_at_its_time_also_when_the_hall_is_silent() -> None:
    silent = after(HOME, news(), LinkChanged(T0 + 1, online=False))
    assert [bool(urgent_words(after(silent, Tick(T0 + s)))) for s in (599, 601)] == [True, False]


def test_cl_h22_the_hall_s_pictures_pause_for_it_and_go_on_after() -> None:
    idle: Session = replace(HOME, playlist=(Slide("/a.png"),), now=T0 + 100)
    assert slide_now(idle) is not None
    told = after(idle, news(at=T0 + 101))
    assert (idle_since(told) is not None, slide_now(told)) == (True, None)
    assert slide_now(after(told, news(QUIET, T0 + 102))) is not None
