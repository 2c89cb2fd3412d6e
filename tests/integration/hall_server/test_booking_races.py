"""Appointments over HTTP: many at once for the last places, the roles of keys, and words that are none."""

from __future__ import annotations

import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM, QUEUE = "i04", "E"
BY_PHONE = {"item": ITEM, "channel": "phone"}


class House:
    def __init__(self, served: Served) -> None:
        self.kiosk = served.machine("kiosk", "K1", "K1")
        self.desk = served.machine("counter", "greeter")
        self.admin = served.machine("admin", "boss")
        self.board = served.machine("board", "B1")
        self.machines = (self.kiosk, self.desk, self.admin, self.board)

    def slots(self) -> list[dict[str, Any]]:
        """The slots of the next day that has some: the real calendar decides which."""
        today = self.kiosk.get("now").json()["at"]
        for ahead in range(1, 15):
            page = self.kiosk.get(f"slots?queue={QUEUE}&day={date_of(today + ahead * 86_400_000_000)}").json()
            if page["slots"]:
                return list(page["slots"])
        raise AssertionError("no slot in two weeks")


def date_of(at: int) -> str:
    from datetime import UTC, datetime, timedelta

    return (datetime.fromtimestamp(at / 1_000_000, UTC) + timedelta(hours=8)).date().isoformat()


@pytest.fixture(scope="module", params=["inline", "thread"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    served = Served(tmp_path_factory.mktemp("hall") / "data", "--commits", request.param)
    served.start()
    made = House(served)
    yield made
    for machine in made.machines:
        machine.close()
    assert served.stop() == 0
    assert served.verify().endswith("whole")


def test_of_many_at_once_for_the_last_places_exactly_as_many_succeed_as_there_are(house: House) -> None:
    slot = house.slots()[0]
    with ThreadPoolExecutor(12) as pool:
        body = {**BY_PHONE, "starts_at": slot["starts_at"]}
        answers = list(pool.map(lambda _: house.desk.post("bookings", body), range(slot["left"] + 20)))
    assert Counter(answer.status_code for answer in answers) == {201: slot["left"], 409: 20}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"slot_full"}
    assert house.slots()[0]["left"] == 0


def test_places_given_back_and_wanted_at_once_are_never_one_too_many(house: House) -> None:
    slot = house.slots()[1]
    body = {**BY_PHONE, "starts_at": slot["starts_at"]}
    first = [house.desk.post("bookings", body).json()["id"] for _ in range(slot["left"])]

    def either(number: int) -> int:
        if number % 2:
            return house.desk.post("bookings", body).status_code
        return house.desk.post(f"bookings/{first[number // 2 % len(first)]}/cancel").status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(either, range(4 * len(first))))
    assert set(codes) <= {200, 201, 409}
    day = date_of(slot["starts_at"])
    told: list[dict[str, Any]] = []
    after = ""
    while True:
        page = house.desk.get(f"bookings?day={day}&limit=50&after={after}").json()
        told += page["bookings"]
        after = page["next"]
        if not after:
            break
    held = [one for one in told if one["starts_at"] == slot["starts_at"] and one["state"] == "booked"]
    assert len(held) == len(first) - codes[::2].count(200) + codes[1::2].count(201) <= slot["places"]
    assert house.slots()[1]["left"] == slot["places"] - len(held)


def test_one_key_sent_many_times_at_once_makes_one_booking(house: House) -> None:
    slot, key = house.slots()[2], str(uuid.uuid4())
    body = {**BY_PHONE, "starts_at": slot["starts_at"]}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: house.desk.post("bookings", body, key), range(24)))
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {"idempotency_key_in_flight"}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
    assert house.slots()[2]["left"] == slot["left"] - 1


def test_a_person_gets_as_many_as_the_hall_allows_however_often_they_press(house: House) -> None:
    body = {
        "item": ITEM,
        "channel": "kiosk",
        "starts_at": house.slots()[3]["starts_at"],
        "visitor": {"pseudonym": uuid.uuid4().hex},
    }
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: house.kiosk.post("bookings", body), range(16)))
    assert Counter(answer.status_code for answer in answers) == {201: 2, 409: 14}
    mine = house.kiosk.get("bookings/mine", headers={"Kapok-Visitor": body["visitor"]["pseudonym"]}).json()
    assert len(mine) == 2
    assert not any("mask" in field or "pseudonym" in field for one in mine for field in one)


def test_each_key_may_do_what_its_role_says(house: House) -> None:
    booking = house.desk.post("bookings", {**BY_PHONE, "starts_at": house.slots()[4]["starts_at"]}).json()["id"]
    for path in ("bookings", f"bookings/{booking}/events"):
        assert house.kiosk.get(path).status_code == 403
        assert house.desk.get(path).status_code == 200
    for verb, body in (("confirm", {"clerk": "1001"}), ("excuse", {})):
        assert house.kiosk.post(f"bookings/{booking}/{verb}", body).status_code == 403
        assert house.admin.post(f"bookings/{booking}/{verb}", body).json()["code"] == "booking_settled"
    for verb in ("cancel", "check_in"):
        assert house.board.post(f"bookings/{booking}/{verb}").status_code == 403
    assert house.board.get(f"slots?queue={QUEUE}").status_code == 403
    early = house.kiosk.post(f"bookings/{booking}/check_in")
    assert (early.status_code, early.json()["code"]) == (409, "too_early_to_check_in")
    assert int(early.headers["Retry-After"]) > 0
    assert house.kiosk.get(f"bookings/{booking}").json()["state"] == "booked"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_at": -1}, "$.starts_at"),
        ({"starts_at": 2**60}, "$.starts_at"),
        ({"starts_at": "tomorrow"}, "$.starts_at"),
        ({"channel": "pigeon"}, "$.channel"),
        ({"visitor": {"pseudonym": "440106199001011234"}}, "$.visitor.pseudonym"),
        ({"reference": "陈小明"}, "$.reference"),
        ({"correlation": "1"}, "$.correlation"),
        ({"places": 3}, "$"),
    ],
)
def test_a_booking_with_a_wrong_word_is_refused_by_its_field(house: House, change: dict[str, Any], field: str) -> None:
    answer = house.desk.post("bookings", {**BY_PHONE, "starts_at": 0, **change})
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (400, "bad_request", field)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("slots", "bad_request"),
        ("slots?queue=Z", "queue_unknown"),
        (f"slots?queue={QUEUE}&day=2026-02-31", "bad_request"),
        (f"slots?queue={QUEUE}&day=today", "bad_request"),
        ("bookings/mine", "bad_request"),
        ("bookings/nothing", "booking_unknown"),
        ("bookings?after=x", "bad_request"),
        ("bookings?limit=0", "bad_request"),
    ],
)
def test_a_question_with_a_wrong_word_has_a_clear_answer(house: House, path: str, code: str) -> None:
    assert house.admin.get(path).json()["code"] == code


def test_a_walk_in_is_served_whatever_is_booked(house: House) -> None:
    machine: Machine = house.kiosk
    answer = machine.post("tickets", {"item": ITEM, "visitor": {"pseudonym": uuid.uuid4().hex}})
    assert answer.status_code == 201
