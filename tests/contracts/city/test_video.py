"""云窗口: what every city's must do. KAPOK_CITY_VIDEO=https://… for another, which nobody can make pick up here."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.video import CityVideo
from hall_server.contract.city.video import Speech, VideoSession, VideoState, VideoWanted
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

WANTED = VideoWanted(place="K1", item="i01", speech=Speech.CANTONESE)


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("video", request)


@pytest.fixture
def video(served: Platform) -> Iterator[CityVideo]:
    line = served.line()
    yield CityVideo(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


def fresh() -> str:
    return str(uuid.uuid4())


def test_a_session_is_opened_once_however_often_it_is_asked_for_and_ends_for_good(video: CityVideo) -> None:
    one, behind = fresh(), fresh()
    first = video.open(one, WANTED)
    assert first.state in {VideoState.WAITING, VideoState.READY}
    after = video.open(behind, WANTED)
    assert video.open(one, WANTED).ahead == first.ahead
    assert video.look(behind).ahead == after.ahead
    for session in (one, behind):
        assert video.hang_up(session).state is VideoState.ENDED
        assert video.hang_up(session).state is VideoState.ENDED
        assert video.look(session).state is VideoState.ENDED


def test_whoever_waited_longest_is_picked_up_and_has_an_address_then_and_only_then(
    faulty: Platform, video: CityVideo
) -> None:
    assert faulty.city is not None
    first, second = fresh(), fresh()
    assert video.open(first, WANTED).address is None
    assert video.open(second, WANTED).ahead == 1
    assert faulty.city.ask("POST", "/video/answer").json()["session"] == first
    ready = video.look(first)
    assert ready.state is VideoState.READY
    assert ready.address
    assert video.look(second).ahead == 0
    assert video.hang_up(first).address is None
    video.hang_up(second)
    assert faulty.city.ask("POST", "/video/answer").status_code == 404


def test_a_session_that_nobody_opened_is_a_refusal(video: CityVideo) -> None:
    for ask in (video.look, video.hang_up):
        with pytest.raises(CityRefusedError):
            ask(fresh())


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away_and_the_same_id_opens_one_session_afterwards(
    faulty: Platform, video: CityVideo, fault: dict[str, object], why: str
) -> None:
    session = fresh()
    faulty.faults(**fault)
    with pytest.raises(CityAwayError, match=why):
        video.open(session, WANTED)
    faulty.faults()
    assert video.open(session, WANTED).ahead == video.open(session, WANTED).ahead == 0
    video.hang_up(session)


def test_a_slow_city_costs_the_line_s_own_time_and_no_more(faulty: Platform) -> None:
    faulty.faults(slow_s=30)
    line = faulty.line(0.2)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityVideo(line).look(fresh())
    line.close()


@pytest.mark.parametrize(
    "told", [{"state": "ready"}, {"state": "waiting", "address": "https://a.example/"}, {"state": "gone"}]
)
def test_a_session_that_makes_no_sense_is_none(told: dict[str, str]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"session": fresh(), **told}, VideoSession)
