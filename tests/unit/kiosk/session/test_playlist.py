"""Which picture stands while nobody is there, and what ends it."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest

from kiosk.session.events import CardRead, CardReading, HallNews, Stirred, Tick, Touch
from kiosk.session.playlist import Slide, idle_since, slide_now
from kiosk.values import replace
from tests.unit.kiosk.session.visits import HALL, HOME, SERVICES, T0, YOUNG, after, shows, touch

ONE, TWO = Slide("/one.png", seconds=10), Slide("/two.png", seconds=20)
AWAY = replace(HOME, playlist=(ONE, TWO), last_touch=T0, now=T0 + 60)


@pytest.mark.parametrize(("seconds", "shown"), [(0, ONE), (9, ONE), (10, TWO), (29, TWO), (30, ONE), (1000, TWO)])
def test_each_picture_has_its_time_and_then_they_begin_again(seconds: float, shown: Slide) -> None:
    assert slide_now(after(AWAY, Tick(T0 + 60 + seconds))) is shown


def test_nothing_is_shown_before_nobody_has_been_there_for_a_while() -> None:
    assert slide_now(replace(AWAY, now=T0 + 59)) is None
    assert idle_since(replace(SERVICES, now=T0 + 500)) is None


@pytest.mark.parametrize(
    "somebody",
    [
        Stirred(T0 + 61),
        touch(Touch.TAKE_A_NUMBER, T0 + 61),
        touch(Touch.HELP, T0 + 61),
        CardReading(T0 + 61),
        CardRead(T0 + 61, YOUNG),
        shows(at=T0 + 61),
    ],
    ids=lambda event: type(event).__name__,
)
def test_a_touch_a_card_or_a_code_ends_it_at_once(somebody) -> None:
    assert slide_now(after(AWAY, somebody)) is None


@pytest.mark.parametrize(
    ("slide", "at", "stands"),
    [
        (Slide("a", shown_from="09:00", shown_to="12:00"), "2026-10-16T11:59", True),
        (Slide("b", shown_from="09:00", shown_to="12:00"), "2026-10-16T12:00", False),
        (Slide("c", shown_from="22:00", shown_to="06:00"), "2026-10-16T23:00", True),
        (Slide("d", shown_from="22:00", shown_to="06:00"), "2026-10-16T12:00", False),
        (Slide("e", first="2026-10-16", last="2026-10-16"), "2026-10-16T12:00", True),
        (Slide("f", first="2026-10-17"), "2026-10-16T12:00", False),
        (Slide("g", last="2026-10-15"), "2026-10-16T12:00", False),
    ],
    ids=lambda value: value.file if isinstance(value, Slide) else None,
)
def test_a_picture_stands_at_its_times(slide: Slide, at: str, stands: bool) -> None:
    assert slide.stands(datetime.fromisoformat(at)) is stands


def test_a_scheduled_picture_waits_until_the_hall_has_said_what_time_it_is() -> None:
    slide = Slide("a", first="1970-01-01", last="1970-01-01")
    unknown = replace(AWAY, playlist=(slide,), hall=None)
    assert slide_now(unknown) is None
    assert slide_now(after(unknown, HallNews(T0 + 60, msgspec.structs.replace(HALL, at=1)))) is slide
