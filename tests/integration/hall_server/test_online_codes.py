"""A kiosk's question about a code that only the city can read: through its hall, and what comes when the city fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.online_codes import GoodCode, NoGoodCode
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.online import verify_online
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICE = "residence_code"


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
def kiosk(hall: Served, city: ServedCity) -> Iterator[HallClient]:
    client = HallClient(HallAccess(hall.address, HALL_ID, **hall.credential("kiosk", "K1")))
    yield client
    client.close()
    city.ask("PUT", "/faults", json={})


def code(city: ServedCity) -> str:
    return str(city.ask("POST", "/codes/online", json={"service": SERVICE}).json()["code"])


def test_cl_h3_a_kiosk_learns_whose_code_it_is_once_and_nothing_of_it_is_logged(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    shown = code(city)
    answer = verify_online(kiosk, SERVICE, shown)
    assert isinstance(answer, GoodCode)
    assert answer.subject == "demo-person-000000001A"
    assert verify_online(kiosk, SERVICE, shown) == NoGoodCode(Refusal.ALREADY_USED)
    assert not [line for line in hall.log if answer.subject in line or shown in line or city.address in line]


@pytest.mark.parametrize("fault", [{"down": True}, {"wrong": True}, {"slow_s": 30}])
def test_a_city_that_fails_is_told_as_its_absence_and_numbers_are_given_meanwhile(
    hall: Served, city: ServedCity, kiosk: HallClient, fault: dict[str, object]
) -> None:
    shown = code(city)
    city.ask("PUT", "/faults", json=fault)
    with pytest.raises(HallRefusedError, match="city_away"):
        verify_online(kiosk, SERVICE, shown)
    machine = hall.machine("kiosk", "K2")
    machine.take()
    machine.close()


@pytest.mark.parametrize(
    "body", [{}, {"service": "X", "code": "a"}, {"service": "a", "code": ""}, {"service": "a", "code": "x" * 3000}]
)
def test_a_question_that_is_none_is_refused(hall: Served, body: dict[str, str]) -> None:
    machine = hall.machine("kiosk", "K3")
    answer = machine.post("codes/verify", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    machine.close()


def test_only_kiosks_may_ask_and_a_hall_without_a_city_says_so(hall: Served, tmp_path_factory) -> None:
    counter = hall.machine("counter", "C1")
    assert counter.post("codes/verify", {"service": "a", "code": "a"}).json()["code"] == "not_allowed"
    counter.close()
    alone = Served(tmp_path_factory.mktemp("alone") / "data")
    alone.start()
    machine = alone.machine("kiosk", "K1")
    answer = machine.post("codes/verify", {"service": "a", "code": "a"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    machine.close()
    alone.stop()
