"""您已经有号: somebody's numbers of today, giving one up, and for whom somebody acts, over HTTP."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.slip_code import slip_code
from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

PERSON, OTHER = "ab" * 16, "cd" * 16
BEHALF = {
    "relation": "relative",
    "principal": {"pseudonym": OTHER, "name_mask": "陈**", "number_mask": "0042"},
    "organisation": "木棉科技",
}
SECRETS = (PERSON, OTHER, "陈**", "0042", "木棉科技", "relative")


class House:
    def __init__(self, served: Served) -> None:
        self.served = served
        self.kiosk = served.machine("kiosk", "K1", "K1")
        self.console = served.machine("counter", "C3", "3")
        self.desk = served.machine("counter", "greeter")
        self.board = served.machine("board", "B1")

    def take(self, pseudonym: str = PERSON, **more: object) -> dict[str, Any]:
        order = {"item": "i01", "visitor": {"pseudonym": pseudonym, "name_mask": "陈*明"}, **more}
        answer = self.kiosk.post("tickets", order)
        assert answer.status_code == 201, answer.text
        return self.kiosk.confirm(answer.json()["id"])

    def mine(self, pseudonym: str = PERSON) -> Any:
        return self.kiosk.get("tickets/mine", headers={"Kapok-Visitor": pseudonym}).json()

    def cancel(self, ticket: str, body: object = None, machine: Machine | None = None) -> str:
        answer = (machine or self.kiosk).post(f"tickets/{ticket}/cancel", body).json()
        return str(answer.get("code") or answer["state"])


@pytest.fixture
def house(tmp_path: Any) -> Iterator[House]:
    served = Served(tmp_path / "data")
    served.start()
    made = House(served)
    yield made
    for machine in (made.kiosk, made.console, made.desk, made.board):
        machine.close()
    assert served.stop() == 0


def test_a_person_who_asks_again_finds_the_numbers_of_today_that_are_still_good(house: House) -> None:
    first, second = house.take(), house.take()
    house.take(OTHER)
    assert [(one["id"], one["label"], one["ahead"]) for one in house.mine()] == [
        (first["id"], first["label"], 0),
        (second["id"], second["label"], 1),
    ]
    assert all(one["visitor"] is None for one in house.mine())
    assert house.cancel(first["id"], {"visitor": PERSON}) == "cancelled"
    assert [one["id"] for one in house.mine()] == [second["id"]]
    assert house.mine("ef" * 16) == []


def test_whose_numbers_is_said_by_a_pseudonym_in_the_head_and_asked_by_kiosks_and_staff(house: House) -> None:
    for wrong in ("", "x", "11010119900101001X", PERSON.upper(), PERSON + "0"):
        refused = house.kiosk.get("tickets/mine", headers={"Kapok-Visitor": wrong}).json()
        assert (refused["code"], refused["field"]) == ("bad_request", "Kapok-Visitor")
    assert house.kiosk.get("tickets/mine").json()["code"] == "bad_request"
    assert house.board.get("tickets/mine", headers={"Kapok-Visitor": PERSON}).json()["code"] == "not_allowed"


def test_a_kiosk_gives_up_only_the_number_of_whoever_stands_there(house: House) -> None:
    ticket = house.take()["id"]
    code = slip_code(uuid.UUID(ticket).bytes, "L")
    other = slip_code(uuid.uuid4().bytes)
    for wrong in (None, {}, {"visitor": OTHER}, {"slip": other}, {"slip": "KPT1:"}, {"slip": "陈大明"}):
        assert house.cancel(ticket, wrong) == "not_your_ticket"
    assert house.cancel(ticket, {"visitor": "陈大明"}) == "bad_request"
    assert house.cancel(ticket, {"slip": f"https://hall.example/t/{code}"}) == "cancelled"
    assert house.cancel(ticket, {"slip": code}) == "illegal_move"
    assert house.cancel(house.take()["id"], None, house.console) == "counter_closed"
    house.console.post("counters/3/sign_in", {"clerk": "1003"})
    assert house.cancel(house.take()["id"], None, house.console) == "cancelled"


def test_a_number_without_a_person_is_given_up_by_its_slip_alone(house: House) -> None:
    ticket = house.kiosk.take()["id"]
    house.kiosk.confirm(ticket)
    assert house.cancel(ticket, {"visitor": PERSON}) == "not_your_ticket"
    assert house.cancel(ticket, {"slip": slip_code(uuid.UUID(ticket).bytes)}) == "cancelled"


def test_for_whom_somebody_acts_is_known_at_their_counter_and_nowhere_else(house: House) -> None:
    taken = house.take(on_behalf=BEHALF, modes="LH", chips=["elder", "guide"], more_items=["i02"])
    assert (taken["on_behalf"], taken["for_other"], taken["modes"]) == (None, True, "LH")
    counter = f"counters/{taken['counters'][0]}"
    house.desk.post(f"{counter}/sign_in", {"clerk": "1003"})
    (waiting,) = house.desk.get(f"{counter}/queue").json()["tickets"]
    assert (waiting["for_other"], waiting["modes"], waiting["chips"]) == (True, "LH", ["elder", "guide"])
    called = house.desk.post(f"{counter}/call_next").json()
    assert (called["on_behalf"], called["items"]) == (BEHALF, ["i01", "i02"])
    for told in (
        house.kiosk.get(f"tickets/{taken['id']}").text,
        house.desk.get("tickets").text,
        house.board.get("events?after=0").text,
        house.board.get("now").text,
    ):
        assert not [word for word in SECRETS if word in told]


def test_an_agent_of_a_company_comes_in_its_own_name(house: House) -> None:
    taken = house.take(on_behalf={"relation": "mandate", "organisation": "木棉科技"})
    assert not taken["for_other"]
    for wrong in ({"relation": "cousin"}, {"organisation": "长" * 25}, {"organisation": "a\nb"}, {"principal": {}}):
        answer = house.kiosk.post("tickets", {"item": "i01", "on_behalf": wrong})
        assert answer.json()["code"] == "bad_request"
