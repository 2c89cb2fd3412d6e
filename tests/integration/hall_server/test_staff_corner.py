"""现场协助 over HTTP: what staff behind a kiosk's PIN ask and do about a number, by the greeter's own rules (CL-A6)."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.store.sqlite_store import FILE_NAME
from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class House:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.served = Served(data)
        self.served.start()
        self.kiosk = self.served.machine("kiosk", "K1", "K1")
        self.board = self.served.machine("board", "B1")

    def take(self) -> dict[str, Any]:
        return self.kiosk.confirm(self.kiosk.take()["id"])

    def look(self, of: str, machine: Machine | None = None) -> Any:
        return (machine or self.kiosk).get(f"tickets/assisted?of={of}").json()

    def records(self) -> list[dict[str, Any]]:
        with sqlite3.connect(self.data / FILE_NAME) as base:
            found = base.execute("SELECT body FROM record WHERE kind = 'priority'").fetchall()
        return [json.loads(body) for (body,) in found]

    def close(self) -> None:
        self.kiosk.close()
        self.board.close()
        assert self.served.stop() == 0


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "data")
    yield made
    made.close()


def test_a_number_is_found_by_its_label_by_its_digits_and_by_its_slip(house: House) -> None:
    house.take()
    second = house.take()
    for of in (second["label"], second["label"].lower(), second["label"][1:].lstrip("0"), second["id"]):
        (found,) = house.look(of)
        assert (found["ticket"]["id"], found["may_cancel"]) == (second["id"], True), of
        assert found["ticket"]["visitor"] is None
    assert house.look("999") == []
    assert house.look(str(uuid.uuid4()))["code"] == "ticket_unknown"
    assert house.look(second["label"], house.board)["code"] == "not_allowed"


def test_what_priority_costs_others_is_told_before_it_is_given_and_the_reason_stays_in_the_book(house: House) -> None:
    house.take()
    last = house.take()
    (before,) = house.look(last["id"])
    assert (before["cost"]["place"], before["cost"]["new_place"], before["cost"]["others"]) == (2, 1, 1)
    assert house.kiosk.post(f"tickets/{last['id']}/priority", {}).json()["code"] == "bad_request"
    key = str(uuid.uuid4())
    for _ in range(2):
        given = house.kiosk.post(f"tickets/{last['id']}/priority", {"reason": "pregnant"}, key=key).json()
        assert given["chips"] == ["priority"]
    (after,) = house.look(last["id"])
    assert after["cost"] is None
    (record,) = house.records()
    assert (record["actor_kind"], record["actor"], record["about"]) == ("kiosk", "K1", last["id"])
    assert record["what"] == {"reason": "pregnant", "others": 1, "each_s": before["cost"]["each_s"]}
    assert "pregnant" not in house.board.get("events?after=0").text
    refused = house.board.post(f"tickets/{last['id']}/priority", {"reason": "elder"}).json()
    assert refused["code"] == "not_allowed"


def test_staff_at_a_kiosk_cancel_a_number_without_its_slip(house: House) -> None:
    ticket = house.take()["id"]
    assert house.kiosk.post(f"tickets/{ticket}/cancel", {}).json()["code"] == "not_your_ticket"
    assert house.kiosk.post(f"tickets/{ticket}/cancel", {"by_staff": True}).json()["state"] == "cancelled"
    (found,) = house.look(ticket)
    assert (found["may_cancel"], found["cost"]) == (False, None)
    assert house.kiosk.post(f"tickets/{ticket}/priority", {"reason": "elder"}).json()["code"] == "illegal_move"
