"""What visitors say and wish to hear, end to end: a served hall tells a served city, once, and nobody's number."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.integration.hall_server.served import Machine, Served

PHONE = "+8613800138000"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city"))
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hall")
    served = hall_of(folder, city)
    served.start()
    yield served
    served.stop()
    assert not [line for line in served.log if "Traceback" in line or PHONE[3:] in line]
    kept = b"".join(path.read_bytes() for path in (folder / "data").iterdir() if path.is_file())
    assert PHONE[3:].encode() not in kept


def until(told: Callable[[], list[Any]], many: int) -> list[Any]:
    end = time.monotonic() + 20
    while len(found := told()) < many:
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return found


def heard(city: ServedCity, port: str) -> list[dict[str, Any]]:
    return list(city.ask("GET", f"/inbox?port={port}").json())


def served_visit(hall: Served, kiosk: Machine, counter: Machine) -> str:
    """Somebody takes a number, wishes to hear of it, and is served; the ticket's id."""
    ticket = kiosk.take("i02")["id"]
    kiosk.confirm(ticket)
    key = str(uuid.uuid4())
    for _ in range(2):
        wished = kiosk.post(f"tickets/{ticket}/notices", {"phone": PHONE}, key=key)
        assert wished.json() == {"ticket": ticket, "wished": True, "channel": "sms"}
    assert counter.post("counters/5/sign_in", {"clerk": "1005"}).status_code == 200
    assert counter.post("counters/5/call_next").json()["id"] == ticket
    assert counter.post(f"tickets/{ticket}/serve").status_code == 200
    assert counter.post(f"tickets/{ticket}/complete", {"outcome": "accepted"}).status_code == 200
    return str(ticket)


def test_a_visit_is_told_to_everybody_whom_it_concerns(hall: Served, city: ServedCity) -> None:
    kiosk, counter = hall.machine("kiosk", "K1"), hall.machine("counter", "W5", "5")
    ticket = served_visit(hall, kiosk, counter)
    notices = until(lambda: heard(city, "notices"), 3)
    assert [one["kind"] for one in notices] == ["called", "accepted", "rate"]
    assert {one["body"]["to"]["phone"] for one in notices} == {PHONE}
    (case,) = until(lambda: heard(city, "acceptance"), 1)
    assert case["body"]["ticket"] == ticket

    assert counter.post(f"tickets/{ticket}/rate", {"stars": 5}).status_code == 403
    assert kiosk.post(f"tickets/{ticket}/rate", {"stars": 5}).json()["again"] is False
    assert kiosk.post(f"tickets/{ticket}/rate", {"stars": 1}).json()["again"] is True
    assert [one["body"]["stars"] for one in until(lambda: heard(city, "ratings"), 2)] == [5, 1]
    kiosk.close()
    counter.close()


def test_a_complaint_has_its_number_while_the_city_is_down_and_arrives_once(hall: Served, city: ServedCity) -> None:
    kiosk = hall.machine("kiosk", "K2")
    category = kiosk.get("complaints/categories").json()["categories"][0]["code"]
    assert city.ask("PUT", "/faults", json={"down": True}).ok
    body, key = {"category": category, "words": f"没人理，请回 {PHONE}"}, str(uuid.uuid4())
    numbers = {kiosk.post("complaints", body, key=key).json()["number"] for _ in range(2)}
    assert city.ask("PUT", "/faults", json={}).ok
    (told,) = until(lambda: [one for one in heard(city, "complaints") if one["kind"] == "complaint"], 1)
    assert {told["body"]["number"]} == numbers
    assert PHONE[3:] not in told["body"]["words"]
    kiosk.close()


@pytest.mark.parametrize("body", [{}, {"phone": "110"}, {"phone": PHONE, "channel": "post"}, {"name": "陈"}])
def test_a_wish_that_is_none_is_refused(hall: Served, body: dict[str, str]) -> None:
    kiosk = hall.machine("kiosk", "K1")
    refused = kiosk.post(f"tickets/{kiosk.take()['id']}/notices", body)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")
    assert PHONE not in refused.text
    kiosk.close()
