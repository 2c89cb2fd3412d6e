"""The platforms that a hall asks, for their suites: the reference city by itself, or another one by its address."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from hall_server.city.line import Line, Where
from tests.integration.hall_server.city_served import HALL, ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest


class Platform(NamedTuple):
    """Where it is; `city` is there when it is the reference city, whose faults can be switched."""

    address: str
    city: ServedCity | None

    def line(self, timeout_s: float = 5.0) -> Line:
        return Line(Where(self.address, HALL, "", timeout_s))

    def faults(self, **which: object) -> None:
        assert self.city is not None
        assert self.city.ask("PUT", "/faults", json=which).status_code == 200


def shared(port: str, request: pytest.FixtureRequest) -> Platform:
    """The platform of a port: `KAPOK_CITY_<PORT>`, else the one reference city of all these suites."""
    elsewhere = os.environ.get(f"KAPOK_CITY_{port.upper()}")
    if elsewhere:
        return Platform(elsewhere.rstrip("/"), None)
    city: ServedCity = request.getfixturevalue("reference_city")
    return Platform(f"{city.address}/{port}", city)


@contextmanager
def platform(port: str, data: Path) -> Iterator[Platform]:
    """The platform of a port: `KAPOK_CITY_<PORT>`, else a reference city of its own."""
    elsewhere = os.environ.get(f"KAPOK_CITY_{port.upper()}")
    if elsewhere:
        yield Platform(elsewhere.rstrip("/"), None)
        return
    city = ServedCity(data)
    try:
        yield Platform(f"{city.address}/{port}", city)
    finally:
        city.stop()
