"""One reference city for all suites of the ports that halls tell things to: each hall there has a name of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def reference_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    city = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield city
    city.stop()
