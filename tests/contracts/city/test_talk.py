"""文字交流 in a 云窗口: what every city's must do. KAPOK_CITY_VIDEO=https://… for another, where nobody answers."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.talk import CityTalk
from hall_server.city.video import CityVideo
from hall_server.contract.city.talk import LineKind, Speaker
from hall_server.contract.city.video import Speech, VideoWanted
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hall_server.city.line import Line

WANTED = VideoWanted(place="K1", item="i01", speech=Speech.SIGN)


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("video", request)


@pytest.fixture
def line(served: Platform) -> Iterator[Line]:
    one = served.line()
    yield one
    one.close()


@pytest.fixture
def session(served: Platform, line: Line) -> Iterator[str]:
    name = fresh()
    CityVideo(line).open(name, WANTED)
    yield name
    if served.city is not None:
        served.faults()
    line.breaker.worked()
    CityVideo(line).hang_up(name)


def fresh() -> str:
    return str(uuid.uuid4())


def test_what_both_write_is_heard_in_order_and_a_line_sent_twice_is_one(
    served: Platform, line: Line, session: str
) -> None:
    talk, key = CityTalk(line, session), fresh()
    for _ in range(2):
        talk.say(key, "我听不见，请打字")
    assert [(one.n, one.by, one.words) for one in talk.hear(0).lines] == [(1, Speaker.VISITOR, "我听不见，请打字")]
    if served.city is None:
        return
    for body in ({"words": "好的"}, {"words": "请看", "page": "https://guide.example/i01"}):
        assert served.city.ask("POST", f"/video/talks/{session}", json=body).ok
    after = talk.hear(1)
    assert [(one.n, one.kind, one.page) for one in after.lines] == [
        (2, LineKind.TEXT, None),
        (3, LineKind.PAGE, "https://guide.example/i01"),
    ]
    assert talk.hear(3).lines == ()
    assert talk.hear(3).state is CityVideo(line).look(session).state


def test_more_than_fifty_lines_come_in_pages_without_a_gap(line: Line, session: str) -> None:
    talk = CityTalk(line, session)
    for number in range(60):
        talk.say(fresh(), f"{number}")
    heard: list[str] = []
    while lines := talk.hear(len(heard)).lines:
        heard += [one.words for one in lines]
    assert heard == [str(number) for number in range(60)]


def test_the_screen_is_seen_after_a_yes_until_a_no_or_the_end(line: Line, session: str) -> None:
    talk = CityTalk(line, session)
    assert not talk.hear(0).shared
    assert [talk.screen("K1", shared=one).shared for one in (True, True, False, True)] == [True, True, False, True]
    CityVideo(line).hang_up(session)
    assert not talk.hear(0).shared


def test_after_the_end_nothing_is_said_and_a_stranger_hears_nothing(line: Line, session: str) -> None:
    talk = CityTalk(line, session)
    talk.say(fresh(), "再见")
    CityVideo(line).hang_up(session)
    for ask in (lambda: talk.say(fresh(), "喂"), lambda: talk.screen("K1", shared=True)):
        with pytest.raises(CityRefusedError, match="session_over"):
            ask()
    assert [one.words for one in talk.hear(0).lines] == ["再见"]
    with pytest.raises(CityRefusedError):
        CityTalk(line, fresh()).hear(0)


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away_and_what_was_not_heard_is_said_again_as_one_line(
    served: Platform, line: Line, session: str, fault: dict[str, object], why: str
) -> None:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    talk, key = CityTalk(line, session), fresh()
    served.faults(**fault)
    for ask in (lambda: talk.say(key, "在吗"), lambda: talk.hear(0), lambda: talk.screen("K1", shared=True)):
        with pytest.raises(CityAwayError, match=why):
            ask()
        line.breaker.worked()
    served.faults()
    for _ in range(2):
        talk.say(key, "在吗")
    assert [one.words for one in talk.hear(0).lines] == ["在吗"]
