"""Push wakes, pull delivers: the event stream of a running hall."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import requests

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator


class House:
    def __init__(self, served: Served) -> None:
        self.served = served
        self.kiosk = served.machine("kiosk", "K1")
        self.board = served.machine("board", "B1")
        self.console = served.machine("counter", "C")

    def n(self) -> int:
        return int(self.board.get("now").json()["n"])


@pytest.fixture
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    made = House(served)
    yield made
    served.stop()
    for machine in (made.kiosk, made.board, made.console):
        machine.close()


class Listening:
    """A reader of the stream, one message after the other."""

    def __init__(self, machine: Machine, query: str = "", **headers: str) -> None:
        self.answer = machine.get(f"stream{query}", stream=True, headers=headers)
        assert self.answer.headers["content-type"].startswith("text/event-stream")
        self._lines = self.answer.iter_lines(chunk_size=1, decode_unicode=True)

    def next(self) -> dict[str, Any]:
        message: dict[str, Any] = {}
        for line in self._lines:
            if not line:
                return message
            name, _, value = line.partition(": ")
            message[name] = json.loads(value) if name == "data" else value
        raise EOFError

    def close(self) -> None:
        self.answer.close()


def test_a_call_reaches_a_listener_with_its_event(house: House) -> None:
    board = Listening(house.board)
    first = board.next()
    assert first["event"] == "build"
    assert first["data"]["build"] == requests.get(f"{house.board.api}/health", timeout=20).json()["build"]
    ticket = house.kiosk.take()
    news = board.next()
    assert (news["event"], news["id"], news["data"]["n"]) == ("news", "1", 1)
    (event,) = news["data"]["events"]
    assert (event["move"], event["label"]) == ("take", ticket["label"])
    assert "visitor" not in event
    board.close()


def test_a_listener_on_a_thin_line_is_woken_with_the_number_alone(house: House) -> None:
    kiosk = Listening(house.kiosk, "?bare=true")
    kiosk.next()
    house.kiosk.take()
    assert kiosk.next() == {"event": "news", "id": "1", "data": {"n": 1}}
    kiosk.close()


def test_a_listener_that_was_away_gets_what_it_missed_at_once(house: House) -> None:
    for _ in range(3):
        house.kiosk.take()
    board = Listening(house.board, "?after=1")
    board.next()
    assert [event["n"] for event in board.next()["data"]["events"]] == [2, 3]
    board.close()


def test_a_reconnecting_browser_says_its_last_event_id(house: House) -> None:
    for _ in range(12):
        house.kiosk.take()
    board = Listening(house.board, **{"Last-Event-ID": "2"})
    board.next()
    assert board.next()["data"] == {"n": 12, "events": []}  # more than eight: to be fetched
    assert [event["n"] for event in house.board.get("events?after=2").json()["events"]] == list(range(3, 13))
    board.close()


def test_a_listener_that_is_up_to_date_hears_nothing_old(house: House) -> None:
    house.kiosk.take()
    board = Listening(house.board, "?after=1")
    board.next()
    house.kiosk.take()
    assert board.next()["data"]["n"] == 2
    board.close()


def test_an_opening_counter_is_news_without_an_event(house: House) -> None:
    board = Listening(house.board)
    board.next()
    assert house.console.post("counters/5/sign_in", {"clerk": "1001"}).status_code == 200
    assert board.next()["data"] == {"n": 0, "events": []}
    board.close()


def test_streams_end_when_the_hall_is_told_to_stop(house: House) -> None:
    board = Listening(house.board)
    board.next()
    assert house.served.stop() == 0
    with pytest.raises(EOFError):
        board.next()


def test_a_board_that_slept_through_a_restart_misses_nothing(house: House) -> None:
    house.kiosk.take()
    seen = house.n()
    house.served.stop()
    house.served.start()
    for machine in (house.kiosk, house.board):
        machine.base = machine.base.replace(machine.base.split("/api")[0], house.served.address)
    house.kiosk.take()
    board = Listening(house.board, f"?after={seen}")
    board.next()
    assert board.next()["data"]["n"] == 2
    board.close()


def test_many_readers_leave_and_the_hall_goes_on(house: House) -> None:
    readers = [Listening(house.board) for _ in range(20)]
    for reader in readers:
        reader.next()
        reader.close()
    house.kiosk.take()
    assert requests.get(f"{house.board.api}/health", timeout=20).json()["n"] == 1
