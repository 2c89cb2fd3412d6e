"""Lists, histories, reasons and summaries over HTTP: light, in order, and with nothing of the people."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 600
PERSON = {"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "123X"}


class House:
    def __init__(self, served: Served) -> None:
        self.kiosk = served.machine("kiosk", "K1", "K1")
        self.console = served.machine("counter", "C4", "4")
        self.admin = served.machine("admin", "boss")
        self.peer = served.machine("peer", "city")
        self.board = served.machine("board", "B1")
        self.labels = [self._waiting() for _ in range(MANY)]

    def _waiting(self) -> str:
        key = str(uuid.uuid4())
        view = self.kiosk.post("tickets", {"item": "i07", "visitor": PERSON}, key=key).json()
        self.kiosk.confirm(key)
        return str(view["label"])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    made = House(served)
    yield made
    assert served.stop() == 0
    for machine in (made.kiosk, made.console, made.admin, made.peer, made.board):
        machine.close()
    assert served.verify().endswith("whole")


def pages(machine: Machine, query: str) -> Iterator[Any]:
    after: int | None = 0
    while after is not None:
        answer = machine.get(f"tickets?{query}&after={after}")
        assert answer.status_code == 200, answer.text
        yield answer
        after = answer.json()["next"]


def test_six_hundred_waiting_tickets_come_page_by_page_and_each_page_is_light(house: House) -> None:
    answers = list(pages(house.console, "state=waiting&limit=200"))
    assert [ticket["label"] for answer in answers for ticket in answer.json()["tickets"]] == house.labels
    assert len(answers) == 3
    assert max(len(answer.content) for answer in answers) < 60_000


def test_no_page_is_larger_than_allowed_and_none_tells_of_people(house: House) -> None:
    assert house.console.get("tickets?limit=201").json()["code"] == "bad_request"
    assert house.console.get("tickets?state=sleeping").json()["code"] == "bad_request"
    assert house.console.get("tickets?day=yesterday").json()["code"] == "bad_request"
    assert house.console.get("tickets?queue=Z").json()["code"] == "queue_unknown"
    assert house.console.get("tickets?day=1999-01-01").json()["tickets"] == []
    assert PERSON["pseudonym"] not in house.console.get("tickets").text


def test_a_counter_sees_twenty_of_its_line(house: House) -> None:
    line = house.console.get("counters/4/queue")
    assert (line.json()["waiting"], len(line.json()["tickets"])) == (MANY, 20)
    assert len(line.content) < 8_000


def test_a_called_ticket_tells_why_in_two_languages(house: House) -> None:
    house.console.post("counters/4/sign_in", {"clerk": "1004"})
    called = house.console.post("counters/4/call_next").json()
    assert called["label"] == house.labels[0]
    told = house.kiosk.get(f"tickets/{called['id']}/why").json()
    assert told["label"] == house.labels[0]
    (call,) = told["calls"]
    assert call["reason"].startswith("earliest_taken")
    assert call["zh"].endswith("。")
    assert call["en"].endswith(".")
    moves = [event["move"] for event in house.console.get(f"tickets/{called['id']}/events").json()["events"]]
    assert moves == ["take", "confirm_print", "call"]
    assert house.console.get(f"tickets/{uuid.uuid4()}/why").json()["code"] == "ticket_unknown"


def test_another_hall_reads_the_summary_once_per_change(house: House) -> None:
    first = house.peer.get("summary")
    told = first.json()
    assert (told["hall"], told["level"], len(told["queues"])) == ("gz-demo-district", "district", 10)
    assert told["load"] in {"free", "moderate", "busy"}
    assert [kiosk["id"] for kiosk in told["kiosks"]] == ["K1", "K2"]
    again = house.peer.get("summary", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    house.kiosk.take()
    assert house.peer.get("summary", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_a_peer_reads_summaries_and_nothing_else(house: House) -> None:
    for path in ("now", "tickets", "events", "counters/4/queue"):
        assert house.peer.get(path).json()["code"] == "not_allowed"
    assert house.board.get("summary").json()["code"] == "not_allowed"


def test_only_an_admin_closes_the_day(house: House) -> None:
    assert house.console.post("close_day").json()["code"] == "not_allowed"
    closed = house.admin.post("close_day").json()
    assert {ticket["priority"] for ticket in closed["tickets"]} == {True}
    assert len(closed["tickets"]) == MANY - 1
