"""What tests of every kind may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for this run's tests, started when the first one asks for it."""
    from tests.postgres import QUICK, Cluster

    made = Cluster(**QUICK)
    yield made
    made.close()


@pytest.fixture
def database(cluster: Cluster) -> str:
    """The address of an empty PostgreSQL database."""
    return cluster.new_database()
