"""What tests of every kind may ask for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.postgres import Cluster


# The same examples in every run, however busy the machine; HYPOTHESIS_PROFILE=explore looks for new ones.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Names a test of bytes by a number: bytes that are packed carry the second they were packed in.

    Two workers that collect a second apart would otherwise hold different tests, and xdist refuses to begin.
    """
    return argname if isinstance(val, (bytes, bytearray)) else None


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Says at once what failed and why: a long run that somebody ends early has told it all the same."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        print(f"\n{report.nodeid} ({report.when}):\n{report.longreprtext[-1500:]}", flush=True)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for this run's tests, started when the first one asks for it."""
    from tests.postgres import QUICK, Cluster

    made = Cluster(**QUICK)
    yield made
    made.close()


@pytest.fixture
def database(cluster: Cluster) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    address = cluster.new_database()
    yield address
    cluster.drop(address)
