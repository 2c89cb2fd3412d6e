"""A hall and its city as processes: a booking goes in, its state comes out, and an administrator sees the post."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.flows.city_bookings import booking_id_of
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def city(tmp_path: Path) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path / "city")
    yield served
    served.stop()


@pytest.fixture
def hall(city: ServedCity, tmp_path: Path) -> Iterator[Served]:
    served = hall_of(tmp_path, city)
    kept = kapok("hall", "init", "--data", str(tmp_path / "other"), "--site", str(tmp_path / "site.toml"))
    assert kept.returncode == 0, kept.stderr
    (tmp_path / "data" / "pseudonym.key").write_bytes((tmp_path / "other" / "pseudonym.key").read_bytes())
    served.start()
    yield served
    served.stop()


def until(holds: Callable[[], Any]) -> Any:
    """The test's own time limit ends the waiting."""
    while not (found := holds()):
        time.sleep(0.05)
    return found


def a_slot(city: ServedCity) -> tuple[str, int]:
    """An item and a slot with a place, as the city heard of it."""

    def told() -> tuple[str, int] | None:
        for one in city.ask("GET", "/inbox?port=appointments&kind=capacity").json():
            for slot in one["body"]["slots"]:
                if slot["left"] and one["body"]["items"]:
                    return one["body"]["items"][0], slot["starts_at"]
        return None

    found: tuple[str, int] = until(told)
    return found


def at_the_city(city: ServedCity) -> str:
    """How the one booking stands there."""
    return str(city.ask("GET", "/people/bookings?person=chen").json()[0]["state"])


def post(admin: Machine) -> dict[str, Any]:
    return next(one for one in admin.get("city/post").json()["ports"] if one["port"] == "appointments")


def states(admin: Machine) -> list[dict[str, Any]]:
    """The letters about bookings that wait."""
    letters = admin.get("city/letters?state=waiting&port=appointments&limit=200").json()["letters"]
    return [one for one in letters if one["kind"] == "state"]


def test_a_booking_from_the_city_a_cut_and_a_dead_letter_that_is_sent_again(hall: Served, city: ServedCity) -> None:
    admin, staff = hall.machine("admin", "a"), hall.machine("counter", "c")
    item, starts_at = a_slot(city)
    person = {"person": "chen", "item": item, "starts_at": starts_at}
    reference = city.ask("POST", "/people/bookings", json=person).json()["reference"]
    booking = until(lambda: staff.get(f"bookings/{booking_id_of(reference)}").json().get("id"))
    until(lambda: at_the_city(city) == "booked")

    city.ask("PUT", "/faults", json={"down": True})
    assert staff.post(f"bookings/{booking}/cancel", {}).status_code == 200
    until(lambda: len(states(admin)) == 1)
    hall.kill()
    hall.start()
    admin, staff = hall.machine("admin", "a2"), hall.machine("counter", "c2")
    (letter,) = states(admin)
    assert letter["body"]["state"] == "cancelled"
    assert admin.post(f"city/letters/{letter['id']}/send_again").json()["state"] == "waiting"
    assert admin.post("city/letters/nobody/send_again").status_code == 404
    assert staff.get("city/post").status_code == 403
    city.ask("PUT", "/faults", json={})
    until(lambda: at_the_city(city) == "cancelled")
    until(lambda: post(admin)["waiting"] == 0)
    assert post(admin)["dead"] == 0

    told = kapok("hall", "post", "list", *hall.home)
    assert "appointments" in told.stdout
    assert kapok("hall", "post", "list", "--dead", *hall.home).stdout.strip() == "no dead letters"
    assert kapok("hall", "post", "again", *hall.home, "--all").stdout.strip() == "0 to be sent again"
    assert kapok("hall", "post", "again", *hall.home, letter["id"]).returncode == 1
    assert kapok("hall", "post", "again", *hall.home).returncode == 2
    assert hall.verify().endswith("whole")
