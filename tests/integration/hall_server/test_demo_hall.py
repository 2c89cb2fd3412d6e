"""The demo hall served: what its site file promises reaches kiosks and boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    yield served
    served.stop()


@pytest.fixture
def kiosk(served: Served) -> Iterator[Machine]:
    machine = served.machine("kiosk", "K1")
    yield machine
    machine.close()


@pytest.fixture
def console(served: Served) -> Iterator[Machine]:
    machine = served.machine("counter", "C1")
    yield machine
    machine.close()


def test_whoever_is_not_sure_takes_a_general_number_and_is_consulted(kiosk: Machine, console: Machine) -> None:
    catalogue = kiosk.get("catalogue").json()
    (general,) = [item for item in catalogue["items"] if item["id"] == "general"]
    assert (general["name"], general["queue"], general["theme"]) == ("咨询导办", "K", "")
    assert (len(catalogue["items"]), "" in catalogue["themes"]) == (29, False)
    taken = kiosk.take("general")
    assert (taken["label"], taken["item_name"]) == ("K001", "咨询导办")
    kiosk.confirm(taken["id"])
    console.post("counters/1/sign_in", {"clerk": "1001"})
    called = console.post("counters/1/call_next").json()
    assert called["label"] == "K001"
    console.post(f"tickets/{called['id']}/serve")
    done = console.post(f"tickets/{called['id']}/complete").json()
    assert (done["state"], done["outcome"]) == ("completed", "consulted")


def test_a_ticket_and_its_item_say_where_to_wait(kiosk: Machine) -> None:
    taken = kiosk.take("i01")
    (item,) = [item for item in kiosk.get("catalogue").json()["items"] if item["id"] == "i01"]
    assert (taken["place"], item["place"]) == ("二楼 A 区", "二楼 A 区")
    assert kiosk.get(f"tickets/{taken['id']}").json()["place"] == "二楼 A 区"


def test_the_hall_tells_its_english_name_and_its_clock(kiosk: Machine) -> None:
    now = kiosk.get("now").json()
    assert (now["hall_name_en"], now["utc_offset_s"]) == ("Kapok District Service Hall", 28_800)
