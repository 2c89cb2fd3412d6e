"""One hall on one PostgreSQL with two servers: the last place of a slot goes once, whichever is asked."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.hall_server.served import Machine, Served
from tests.integration.hall_server.test_booking_races import BY_PHONE, QUEUE, date_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desks(tmp_path: Path, database: str) -> Iterator[tuple[Machine, Machine]]:
    first = Served(tmp_path / "first", database=database)
    second = Served(tmp_path / "second", database=database)
    first.start()
    second.start()
    credential = first.credential("counter", "greeter")
    made = (Machine(first.address, credential), Machine(second.address, credential))
    yield made
    for machine in made:
        machine.close()
    assert (first.stop(), second.stop()) == (0, 0)
    assert first.verify().endswith("whole"), first.verify()


def first_slot(desk: Machine) -> dict[str, Any]:
    today = desk.get("now").json()["at"]
    days = (date_of(today + ahead * 86_400_000_000) for ahead in range(1, 15))
    pages = (desk.get(f"slots?queue={QUEUE}&day={day}").json()["slots"] for day in days)
    return next(dict(slots[0]) for slots in pages if slots)


def test_places_wanted_at_both_are_given_once(desks: tuple[Machine, Machine]) -> None:
    slot = first_slot(desks[0])
    body = {**BY_PHONE, "starts_at": slot["starts_at"]}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: desks[number % 2].post("bookings", body), range(slot["places"] + 16)))
    assert Counter(answer.status_code for answer in answers) == {201: slot["places"], 409: 16}
    assert [first_slot(desk)["left"] for desk in desks] == [0, 0]
    booking = next(answer.json()["id"] for answer in answers if answer.status_code == 201)
    assert desks[1].post(f"bookings/{booking}/cancel").status_code == 200
    assert desks[0].get(f"bookings/{booking}").json()["state"] == "cancelled"
    assert desks[0].post("bookings", body).status_code == 201
