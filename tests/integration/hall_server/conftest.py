"""A hall that is served, and one that two servers share, as most tests here want it; who wants more has their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.paperless_halls import Paperless, leaves_nothing
from tests.integration.hall_server.served import Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """One hall on SQLite; it ends well."""
    hall = Served(tmp_path / "data")
    hall.start()
    yield hall
    assert hall.stop() == 0


@pytest.fixture
def two(tmp_path: Path, database: str) -> Iterator[tuple[Served, Served]]:
    """Two servers of one hall on one PostgreSQL; both end well, and the book is whole."""
    first, second = (Served(tmp_path / name, database=database) for name in ("first", "second"))
    for hall in (first, second):
        hall.start()
    yield first, second
    assert (first.stop(), second.stop()) == (0, 0)
    assert first.verify().endswith("whole"), first.verify()


@pytest.fixture
def paperless(tmp_path: Path) -> Iterator[Paperless]:
    """A hall that asks for licences; nothing of the person is left in its files, whatever a test has done."""
    one = Paperless(tmp_path)
    yield one
    one.made.close()
    leaves_nothing(tmp_path)
