"""效能指数 (CL-F12, CL-H23): each hour's figures reach the city once, also of hours in which it was away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.city.ports import PortName
from hall_server.domain.city.figures import HOUR
from tests.contracts.city.telling_faults import prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.unit.hall_server.halls import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.INDEX


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT)) as one:
        tell(one)
        yield one


def tell(hall: Telling) -> None:
    while (told := hall.made.hall.city_index.tell()) is not None:
        told.result()


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_each_hour_is_told_once(hall: Telling, fault: str) -> None:
    def happen(hall: Telling) -> None:
        for _ in range(2):
            hall.made.clock.forward(3_600)
            tell(hall)
            tell(hall)

    assert prove(hall, fault, happen) == 2


def test_hours_without_a_carrier_are_told_afterwards_in_order(hall: Telling) -> None:
    hall.made.waiting()
    hall.made.clock.forward(3 * 3_600 + 61)
    tell(hall)
    hall.carry_all()
    told = hall.heard("metrics")
    begins = [one["starts_at"] for one in told]
    assert begins == [NOON // HOUR * HOUR + n * HOUR for n in range(-1, 3)][-len(begins) :]
    taken = [next(one["value"] for one in hour["figures"] if one["id"] == "taken" and "of" not in one) for hour in told]
    assert sum(taken) == 1
    assert {one["id"] for one in told[0]["figures"]} <= {one["id"] for one in told[0]["definitions"]}
