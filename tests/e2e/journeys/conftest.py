"""One floor for all journeys: it takes longer to put up than a journey takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.e2e.journeys.floor import Floor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def opened(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Floor]:
    floor = Floor(tmp_path_factory.mktemp("floor"))
    try:
        await floor.open()
        yield floor
    finally:
        await floor.stage.close()


@pytest_asyncio.fixture(loop_scope="session")
async def floor(opened: Floor) -> AsyncIterator[Floor]:
    """The floor of all journeys, with nobody on it."""
    yield opened
    await opened.is_cleared()
