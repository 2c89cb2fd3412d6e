"""CL-H18: what happens at a kiosk stands in the hall's book and in the cameras' file, also when the hall was away."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from devices.registry.sensors import security_events
from devices.sensors.simulator import SimulatedSensors
from devices.values.sensors import SensorInput
from hall_server.contract.vocabulary import TicketState
from kiosk.hall_client import HallClient
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.delivery import DeliveryPace
from kiosk.runner.hall_watch import Pace
from kiosk.runner.slips import slip_maker
from kiosk.runner.staff import hash_pin
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.programs import RealHall, kapok
from tests.integration.kiosk.stand_in import Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from kiosk.session.state import Session

PIN = "2580"


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@asynccontextmanager
async def kiosk_at(hall: RealHall, folder: Path, sensors: SimulatedSensors | None = None) -> AsyncIterator[Stage]:
    store = LocalStore(folder / "kiosk.db")
    parts = Parts(
        hall=HallClient(hall.access(answer_timeout_s=5)),
        store=store,
        paused=store.facts.paused(),
        boxes=Boxes(sensors=sensors),
        slip_of=slip_maker("1 号机", 80),
        pseudonym_key=b"a key of this hall",
        rules=Rules(cleared_s=0.05, same_touch_s=0.0, same_key_s=0.0),
        pace=Pace(polling_s=0.1, reopen_s=0.1),
        delivery_pace=DeliveryPace(again_first_s=0.05, again_cap_s=0.2, look_s=0.2),
        kiosk_id="K1",
        staff_pin=hash_pin(PIN),
        security=security_events(folder / "security.jsonl"),
    )
    async with Stage(Kiosk(parts)) as stage:
        await stage.page(Page.OUT_OF_SERVICE if parts.paused else Page.HOME)
        yield stage


async def acts(hall: RealHall) -> list[dict[str, Any]]:
    return list(json.loads(await kapok("hall", "acts", "--data", str(hall.data), "--kiosk", "K1", "--json")))


async def until_told(hall: RealHall, *expected: str) -> None:
    async with asyncio.timeout(30):
        while (told := [one["act"] for one in await acts(hall)])[-len(expected) :] != list(expected):
            assert len(told) <= 20


async def type_pin(stage: Stage, pin: str) -> None:
    for digit in pin:
        stage.kiosk.choose(Choice.KEY, digit)
    stage.kiosk.touch(Touch.TYPED)


def judged_wrong(session: Session, times: int) -> bool:
    gate, corner = session.gate, session.corner
    return gate is not None and corner is not None and gate.wrong == times and not corner.judging


async def in_the_corner(stage: Stage, *acts: str) -> None:
    stage.kiosk.touch(Touch.STAFF)
    await stage.page(Page.STAFF_PIN)
    await type_pin(stage, PIN)
    await stage.page(Page.STAFF)
    for act in acts:
        stage.kiosk.choose(Choice.STAFF, act)
    stage.kiosk.touch(Touch.FINISH)


async def test_cl_h18_a_paused_machine_is_paused_after_a_start_as_well_until_staff_resume_it(
    hall: RealHall, tmp_path: Path
) -> None:
    async with kiosk_at(hall, tmp_path) as stage:
        await stage.until(lambda session: session.online)
        await in_the_corner(stage, "paused")
        await stage.page(Page.OUT_OF_SERVICE)
        await until_told(hall, "corner_opened", "paused", "corner_closed")
    async with kiosk_at(hall, tmp_path) as stage:
        await stage.until(lambda session: session.online and session.catalogue is not None)
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        assert stage.kiosk.session.page is Page.OUT_OF_SERVICE
        await in_the_corner(stage, "resumed")
        await stage.page(Page.HOME)
        await until_told(hall, "corner_opened", "resumed", "corner_closed")
    async with kiosk_at(hall, tmp_path) as stage:
        assert stage.kiosk.session.page is Page.HOME


async def test_cl_h18_what_staff_do_is_in_the_book_and_a_paused_machine_gives_no_number_until_it_is_resumed(
    hall: RealHall, tmp_path: Path
) -> None:
    async with kiosk_at(hall, tmp_path) as stage:
        await stage.until(lambda session: session.online)
        stage.kiosk.touch(Touch.STAFF)
        await stage.page(Page.STAFF_PIN)
        await type_pin(stage, PIN)
        await stage.page(Page.STAFF)
        stage.kiosk.choose(Choice.STAFF, "paper")
        stage.kiosk.choose(Choice.STAFF, "paused")
        stage.kiosk.touch(Touch.FINISH)
        await stage.page(Page.OUT_OF_SERVICE)
        await until_told(hall, "corner_opened", "paper_changed", "paused", "corner_closed")
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        stage.kiosk.touch(Touch.STAFF)
        await stage.page(Page.STAFF_PIN)
        await type_pin(stage, PIN)
        await stage.page(Page.STAFF)
        stage.kiosk.choose(Choice.STAFF, "resumed")
        stage.kiosk.choose(Choice.STAFF, "somebody")
        await stage.page(Page.SERVICES)
        stage.kiosk.choose(Choice.ITEM, "i05")
        await stage.page(Page.CONFIRM)
        stage.kiosk.touch(Touch.PRINT_NUMBER)
        ticket = await stage.until(lambda session: session.visit and session.visit.ticket)
        assert ticket.visit is not None
        assert ticket.visit.ticket is not None
        assert ticket.visit.ticket.state in {TicketState.RESERVED, TicketState.WAITING}
        await until_told(hall, "corner_opened", "resumed", "visit_for_somebody")
        assert Page.SERVICES not in stage.pages[: stage.pages.index(Page.OUT_OF_SERVICE)]


async def test_cl_h18_five_wrong_pins_and_an_opened_door_reach_the_hall_when_it_is_back_and_the_cameras_at_once(
    hall: RealHall, tmp_path: Path
) -> None:
    sensors = SimulatedSensors()
    async with kiosk_at(hall, tmp_path, sensors) as stage:
        await stage.until(lambda session: session.online)
        await hall.end()
        await stage.until(lambda session: not session.online)
        stage.kiosk.touch(Touch.STAFF)
        await stage.page(Page.STAFF_PIN)
        for wrong in range(5):
            await type_pin(stage, "9999")
            await stage.until(partial(judged_wrong, times=(wrong + 1) % 5))
        sensors.turn(SensorInput.DOOR, active=True)
        path = tmp_path / "security.jsonl"
        await stage.eventually(lambda: path.exists() and len(path.read_text().splitlines()) == 2)
        kinds = [json.loads(line)["kind"] for line in path.read_text().splitlines()]
        assert sorted(kinds) == ["door_opened", "repeated_auth_failure"]
        await hall.start()
        await stage.until(lambda session: session.online)
        async with asyncio.timeout(30):
            while sorted(one["act"] for one in await acts(hall)) != ["door_opened", "repeated_auth_failure"]:
                await asyncio.sleep(0.1)
        assert "9999" not in path.read_text() + json.dumps(await acts(hall))
