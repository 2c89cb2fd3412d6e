"""CL-B3 end to end: the city publishes seven instead of fifteen days, the hall shows them, and goes back without it."""

from __future__ import annotations

import json
import time
from contextlib import closing
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.store.place import place_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, SITE_FILE, Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = datetime.now(timezone(timedelta(hours=8)))
BUSINESS_DAY = (NOW - timedelta(hours=4)).date()  # after midnight the hall's day is still the one before
ITEM = """
catalogue.effective_from = {day}
[[item]]
id = "i01"
name = "广东省居住证申领"
promise_days = {days}
materials = [["m_id", "居民身份证", "main", "居民身份证"]]
"""


def item(days: int) -> str:
    """A city's item that holds from the hall's present day on."""
    return ITEM.format(days=days, day=BUSINESS_DAY)


def versions(folder: Path) -> list[str]:
    """Two versions and one that no hall can take, as options of the city."""
    options = []
    for name, text in (
        ("v1", item(15)),
        ("v2", item(7)),
        ("v3", item(6).replace("广东省居住证申领", "长" * 90)),
        ("v4", item(5)),
    ):
        file = folder / f"{name}.toml"
        file.write_text(text, encoding="utf-8")
        options += ["--items", str(file)]
    return options


@pytest.fixture
def city(tmp_path: Path) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path / "city", *versions(tmp_path))
    yield served
    served.stop()


@pytest.fixture
def hall(city: ServedCity, tmp_path: Path) -> Iterator[Served]:
    site = tmp_path / "site.toml"
    table = f'\n[city]\naddress = "{city.address}"\n[city.ports.items]\nevery_s = 1\n'
    site.write_text(SITE_FILE.read_text(encoding="utf-8") + table, encoding="utf-8")
    served = Served(tmp_path / "data", "--site", str(site))
    served.start()
    yield served
    served.stop()


def shown(machine: Machine) -> dict[str, Any]:
    (item,) = [one for one in machine.get("catalogue").json()["items"] if one["id"] == "i01"]
    return dict(item)


def until(holds: Callable[[], bool]) -> None:
    """The test's own time limit ends the waiting."""
    while not holds():
        time.sleep(0.05)


def published(hall: Served) -> list[tuple[str, str]]:
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        return [(one.version, one.by.rpartition(":")[0] or one.by) for one in reader.snapshots()]


def test_cl_b3_seven_days_are_shown_after_one_look_and_a_rollback_needs_no_city(hall: Served, city: ServedCity) -> None:
    kiosk = hall.machine("kiosk", "K1")
    until(lambda: len(published(hall)) == 2)
    until(lambda: shown(kiosk)["promise_days"] == 15)
    old = kiosk.take("i01")

    assert city.ask("POST", "/items/next").status_code == 201
    until(lambda: shown(kiosk)["promise_days"] == 7)
    assert kiosk.take("i01")["catalogue"] == shown(kiosk)["version"] != old["catalogue"]
    assert kiosk.get(f"tickets/{old['id']}").json()["catalogue"] == old["catalogue"]
    assert shown(kiosk)["queue"] == old["queue"]

    # a version that no site file could say is refused; the one in force stays; the next good one is taken
    assert city.ask("POST", "/items/next").status_code == 201
    until(lambda: any("version 3: item_invalid: i01.name" in line for line in hall.log))
    assert shown(kiosk)["promise_days"] == 7

    assert city.ask("POST", "/items/next").status_code == 201
    until(lambda: shown(kiosk)["promise_days"] == 5)

    city.stop()
    assert [by for _, by in published(hall)] == ["site_file", "city:1", "city:2", "city:4"]
    v1, v2 = (version for version, _ in published(hall)[1:3])
    told = json.loads(kapok("hall", "items", "diff", *hall.home, v1, v2, "--json").stdout)
    assert [(one["field"], one["left"], one["right"]) for one in told["differences"]] == [("promise_days", "15", "7")]
    assert kapok("hall", "items", "rollback", *hall.home, v1).returncode == 0
    kiosk.close()
    hall.stop()
    hall.start()
    kiosk = hall.machine("kiosk", "K2")
    until(lambda: shown(kiosk)["promise_days"] == 15)
    assert not [line for line in hall.log if "Traceback" in line]
    kiosk.close()


def test_a_hall_whose_city_is_away_serves_with_what_its_site_file_says(hall: Served, city: ServedCity) -> None:
    city.stop()
    hall.stop()
    hall.start()
    kiosk = hall.machine("kiosk", "K1")
    assert kiosk.take("i01")["state"] == "reserved"
    until(lambda: any("unreachable" in line for line in hall.log))
    kiosk.close()
