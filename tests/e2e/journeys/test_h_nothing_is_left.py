"""After the journeys: a kiosk that is killed in the middle of a visit leaves nobody's name anywhere (CL-H11).

That nothing stays in the window when a visit ends is looked at behind every journey: see `Floor.is_forgotten`.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.tour.people import PEOPLE
from tests.tour.remains import Look, planted

if TYPE_CHECKING:
    from tests.e2e.journeys.floor import Floor

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.slow, pytest.mark.timeout(120)]

HUANG = PEOPLE[9]


async def test_cl_h11_a_kiosk_killed_in_the_middle_of_a_visit_leaves_nobody_in_stores_logs_and_temporary_files(
    floor: Floor,
) -> None:
    stage = floor.stage
    look = Look([person.name for person in PEOPLE], [person.number for person in PEOPLE])
    await floor.starts("i05")
    floor.lays(HUANG)
    await floor.until(page="confirm", known=True)
    seen = await floor.until_reads("证件尾号")
    assert any(HUANG.number[-4:] in text for text in seen)  # they stand on the glass now

    await stage.kiosk.kill()

    assert await asyncio.to_thread(look.into_folder, stage.state) == []
    assert await asyncio.to_thread(look.into_folder, stage.logs) == []
    assert not [path for folder in (stage.state, stage.out) for path in folder.rglob("core*") if path.is_file()]
    control = (HUANG.name, HUANG.number)
    blind = await asyncio.to_thread(planted, look, stage.database, stage.state / "planted", control)
    assert blind == [], "what is planted must be found"

    floor.lifts()
    await floor.restarts_kiosk()
    await floor.is_forgotten()


async def test_a_visit_that_nobody_ends_is_asked_about_with_nothing_of_it_shown_and_then_forgotten(
    floor: Floor,
) -> None:
    await floor.starts("i05")
    floor.lays(HUANG)
    await floor.until(page="confirm", known=True)
    await floor.until_reads("证件尾号")
    floor.lifts()

    await floor.until(warning=True, within_s=40)

    await floor.until_reads("您还在吗？")
    await floor.is_forgotten()  # the question stands alone
    await floor.until(page="home", known=False, within_s=30)
    await floor.is_forgotten()
