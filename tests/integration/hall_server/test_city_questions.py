"""A file, a person on a screen, links: through the hall, with a city that fails, and nothing of anybody stays."""

from __future__ import annotations

import uuid
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hall_server.flows.profile_desk import READ, ProfileRead
from hall_server.store.place import place_of
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.hall_server.served import Machine, Served

VISIT, CHEN = "0f8fad5b-d9cb-469f-a165-70867728950e", {"handle": "demo-person-000000001A"}
AGREED = {"visit": VISIT, "holder": CHEN, "consent": True}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = hall_of(tmp_path_factory.mktemp("hall"), city)
    served.start()
    yield served
    served.stop()


@pytest.fixture
def kiosk(hall: Served, city: ServedCity) -> Iterator[Machine]:
    machine = hall.machine("kiosk", "K1")
    yield machine
    machine.close()
    city.ask("PUT", "/faults", json={})


def test_cl_g9_a_file_is_read_with_consent_alone_and_nothing_of_it_stays_in_the_hall(
    hall: Served, kiosk: Machine
) -> None:
    for refused in (
        *({"holder": CHEN, "visit": VISIT}, {"holder": CHEN, "visit": VISIT, "consent": False}),
        *({"visit": VISIT, "consent": True}, {"holder": {}, "visit": VISIT, "consent": True}),
        *({"holder": CHEN, "consent": True}, {"holder": CHEN, "visit": "mine", "consent": True}),
    ):
        answer = kiosk.post("city/profile", refused)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    told = kiosk.post("city/profile", AGREED).json()
    values = [row["value"] for section in told["sections"] for row in section["rows"]]
    assert values
    unknown = kiosk.post("city/profile", {**AGREED, "holder": {"handle": "nobody"}})
    assert (unknown.status_code, unknown.json()["code"], unknown.json()["detail"]) == (
        409,
        "city_refused",
        "person_unknown",
    )
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        entries = reader.records_about(VISIT)
    assert [(one.kind, one.actor, one.as_(ProfileRead)) for one in entries] == [(READ, "K1", ProfileRead())] * 2
    kept = b"".join(one.read_bytes() for one in hall.data.rglob("*") if one.is_file()) + "".join(hall.log).encode()
    assert not [one for one in (CHEN["handle"], *values) if one.encode() in kept]


def test_cl_h20_cards_are_off_until_somebody_asks_for_them(kiosk: Machine) -> None:
    assert kiosk.post("city/profile", AGREED).json()["cards"] == []
    assert kiosk.post("city/profile", {**AGREED, "cards": True}).json()["cards"]


def test_cl_g10_agencies_come_in_another_order_for_each_showing(kiosk: Machine) -> None:
    orders = {
        tuple(one["id"] for one in kiosk.get("city/links?category=intermediary").json()["links"]) for _ in range(12)
    }
    assert len(orders) > 1  # one in 720 to the eleventh otherwise
    assert len({frozenset(one) for one in orders}) == 1
    assert kiosk.get("city/links?category=best").json()["code"] == "bad_request"
    assert kiosk.get("city/links").json()["code"] == "bad_request"


def test_a_session_is_opened_once_looked_at_and_hung_up(kiosk: Machine, city: ServedCity) -> None:
    session = str(uuid.uuid4())
    for _ in range(2):
        opened = kiosk.post("city/video", {"item": "i01", "speech": "yue"}, session)
        assert (opened.status_code, opened.json()["session"], opened.json()["ahead"]) == (201, session, 0)
    city.ask("POST", "/video/answer")
    assert kiosk.get(f"city/video/{session}").json()["address"].startswith("https://")
    assert kiosk.post(f"city/video/{session}/hang_up").json()["state"] == "ended"
    assert kiosk.get(f"city/video/{uuid.uuid4()}").json()["code"] == "city_refused"
    assert kiosk.get("city/video/..%2f..%2fitems").status_code == 404


@pytest.mark.parametrize("fault", [{"down": True}, {"wrong": True}])
def test_a_city_that_fails_is_told_as_its_absence_and_numbers_are_given(
    city: ServedCity, kiosk: Machine, fault: dict[str, object]
) -> None:
    city.ask("PUT", "/faults", json=fault)
    for answer in (
        kiosk.get("city/links?category=official"),
        kiosk.post("city/profile", AGREED),
        kiosk.post("city/video", {}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (503, "city_away")
    kiosk.take()
