"""CL-H3: a hall fetches its city's trust list by itself; what is older, forged or nonsense changes nothing."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.hall_trust import HallTrust, list_in
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import Machine, Served, kapok
from tests.integration.hall_server.test_stream import Listening
from tests.integration.hall_server.trusting import MadeUpCity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def city(tmp_path: Path) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path / "city")
    yield served
    served.stop()


def hall_pinning(folder: Path, city: ServedCity, root: bytes) -> Served:
    pinned = f'[codes]\nroots = ["{base64.b64encode(root).decode()}"]'
    return hall_of(folder, city, "[city.ports.codes]\nevery_s = 1", "[city.ports.items]\noff = true", pinned)


def told(kiosk: Machine) -> int:
    """The serial of the list that kiosks are told; 0 while there is none."""
    answer = kiosk.get("codes/trust_list")
    if answer.status_code == 404:
        return 0
    return list_in(msgspec.json.decode(answer.content, type=HallTrust)).serial


def until(holds: Callable[[], bool]) -> None:
    while not holds():
        time.sleep(0.05)


def test_cl_h3_a_rotation_reaches_the_kiosks_and_nothing_worse_replaces_it(city: ServedCity, tmp_path: Path) -> None:
    hall = hall_pinning(tmp_path, city, city.root())
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    until(lambda: told(kiosk) == 1)
    assert kapok("city", "rotate", "--data", str(city.data), "--lead", "0").returncode == 0
    until(lambda: told(kiosk) == 2)

    city.ask("PUT", "/faults", json={"wrong": True})
    until(lambda: any("bad_signature" in line for line in hall.log))
    city.stop()
    kiosk.close()
    hall.stop()
    hall.start()
    kiosk = hall.machine("kiosk", "K2")
    assert told(kiosk) == 2
    kiosk.close()
    hall.stop()


def test_a_list_that_came_wakes_who_listens(city: ServedCity, tmp_path: Path) -> None:
    city.ask("PUT", "/faults", json={"wrong": True})
    hall = hall_pinning(tmp_path, city, city.root())
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    listening = Listening(kiosk)
    assert told(kiosk) == 0
    city.ask("PUT", "/faults", json={"wrong": False})
    while listening.next()["event"] != "news":
        pass
    assert told(kiosk) == 1
    listening.close()
    kiosk.close()
    hall.stop()


def test_a_city_whose_root_is_not_pinned_is_trusted_by_nobody_and_numbers_are_given(
    city: ServedCity, tmp_path: Path
) -> None:
    hall = hall_pinning(tmp_path, city, MadeUpCity(tmp_path).ring.root_public)
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    until(lambda: any("bad_signature" in line for line in hall.log))
    assert told(kiosk) == 0
    kiosk.take()
    kiosk.close()
    hall.stop()
