"""自检 at a kiosk that runs (UI-T3): its own boxes through their supervisors, a hall that answers, the hall's book."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from typing import TYPE_CHECKING

from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.registry.speaker import speaker
from devices.speaker.codec import Sound, read_channels
from devices.speaker.emulator import SpeakerEmulator
from devices.values.receipt_printer import PrintOutcome
from kiosk.hall_client import HallClient
from kiosk.hall_client.way import WayToHall
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.hall_watch import Pace
from kiosk.runner.slips import slip_maker
from kiosk.runner.staff import hash_pin
from kiosk.session.events import Choice, Touch
from kiosk.session.self_test_words import Lamp, TryStep
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.programs import RealHall, kapok
from tests.integration.kiosk.stand_in import CHEN, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.session.state import Session

PIN = "909090"


def kiosk_at(hall: RealHall, folder: Path, boxes: Boxes) -> Kiosk:
    client = HallClient(hall.access(answer_timeout_s=5))
    return Kiosk(
        Parts(
            hall=client,
            store=LocalStore(folder / "kiosk.db"),
            boxes=boxes,
            slip_of=slip_maker("1 号机", 80),
            pseudonym_key=b"a key of this hall",
            rules=Rules(cleared_s=0.05, same_touch_s=0.0, same_key_s=0.0),
            pace=Pace(polling_s=0.1, reopen_s=0.1),
            kiosk_id="K1",
            technician_pin=hash_pin(PIN),
            looks=WayToHall(folder, client, hall.access().server, 1.0).looks,
        )
    )


async def unlocked(stage: Stage) -> None:
    await stage.page(Page.HOME)
    stage.kiosk.touch(Touch.STAFF)
    await stage.page(Page.STAFF_PIN)
    for digit in PIN:
        stage.kiosk.choose(Choice.KEY, digit)
    stage.kiosk.touch(Touch.TYPED)
    await stage.page(Page.SELF_TEST)


def lamps(session: Session) -> dict[str, Lamp]:
    return {} if session.workshop is None else {one.part: one.lamp for one in session.workshop.seen}


def trial(part: str, step: TryStep, session: Session) -> bool:
    tries = session.workshop.tries if session.workshop is not None else ()
    return any((one.part, one.step) == (part, step) for one in tries)


async def test_a_technician_sees_every_part_and_tries_the_boxes_of_the_kiosk_that_runs(tmp_path: Path) -> None:
    reader, printer = SimulatedCardReader(), SimulatedReceiptPrinter()
    async with RealHall(tmp_path) as hall:
        async with Stage(kiosk_at(hall, tmp_path, Boxes(card_reader=reader, printer=printer))) as stage:
            await stage.until(lambda session: session.online)
            await unlocked(stage)
            await stage.until(
                lambda session: {"disk", "network", "latency", "hall", "receipt_printer"} <= set(lamps(session))
            )
            seen = lamps(stage.kiosk.session)
            assert (seen["hall"], seen["network"], seen["id_card"]) == (Lamp.FINE, Lamp.FINE, Lamp.FINE)

            stage.kiosk.choose(Choice.BOX, "receipt_printer")
            await stage.until(partial(trial, "receipt_printer", TryStep.WELL))
            assert len(printer.documents) == 1
            assert "测试" in str(printer.documents[0])
            printer.script(PrintOutcome.NOT_PRINTED, "paper_out")
            stage.kiosk.choose(Choice.BOX, "receipt_printer")
            told = await stage.until(partial(trial, "receipt_printer", TryStep.ILL))
            assert told.workshop is not None
            assert "缺纸" in str([one.chinese for one in told.workshop.tries])

            stage.kiosk.choose(Choice.BOX, "id_card")
            reader.tap(CHEN)
            await stage.until(partial(trial, "id_card", TryStep.WELL))
            assert stage.kiosk.session.visit is None
            assert CHEN.name not in repr(stage.kiosk.session)

            reader.lift()
            reader.unplug()
            await stage.until(lambda session: lamps(session).get("id_card") is Lamp.FAULT)
            stage.kiosk.touch(Touch.FINISH)
            await stage.page(Page.HOME)
            async with asyncio.timeout(30):
                while len(acts := await told_to(hall)) < 2:
                    await asyncio.sleep(0.1)
        assert acts == ["technician_came", "technician_left"]


async def told_to(hall: RealHall) -> list[str]:
    told = await kapok("hall", "acts", "--data", str(hall.data), "--kiosk", "K1", "--json")
    return [one["act"] for one in json.loads(told)]


async def test_a_wrong_pin_opens_no_self_test(tmp_path: Path) -> None:
    async with RealHall(tmp_path) as hall, Stage(kiosk_at(hall, tmp_path, Boxes())) as stage:
        await stage.page(Page.HOME)
        stage.kiosk.touch(Touch.STAFF)
        await stage.page(Page.STAFF_PIN)
        for digit in "1234":
            stage.kiosk.choose(Choice.KEY, digit)
        stage.kiosk.touch(Touch.TYPED)
        await stage.until(lambda session: session.gate is not None and session.gate.wrong == 1)
        assert Page.SELF_TEST not in stage.pages


async def test_each_side_of_the_loudspeaker_sounds_for_itself(tmp_path: Path) -> None:
    """Through the driver and a player's process: what is played has two channels, and one of them is silent."""
    box = SpeakerEmulator(folder=tmp_path / "speaker")
    await box.start()
    try:
        voice = speaker({"driver": "aplay", "address": box.address})
        async with (
            RealHall(tmp_path) as hall,
            Stage(kiosk_at(hall, tmp_path, Boxes(speaker=voice))) as stage,
        ):
            await unlocked(stage)
            await stage.until(lambda session: lamps(session).get("speaker") not in {None, Lamp.FAULT})
            stage.kiosk.choose(Choice.TOOL, "speaker")
            await stage.page(Page.SOUNDS)
            for place, side in enumerate(("left", "right")):
                stage.kiosk.choose(Choice.SOUND, side)
                heard = await sounded(box, place + 1)
                assert [channel.peak_db > -30 for channel in heard] == [side == "left", side == "right"]
    finally:
        await box.stop()


async def sounded(box: SpeakerEmulator, times: int = 0) -> tuple[Sound, ...]:
    """The channels of the newest sound of two channels, once there are so many."""
    async with asyncio.timeout(20):
        while True:
            files = sorted(box.folder.glob("[0-9]*.wav"))
            found = [one for file in files if len(one := read_channels(file.read_bytes())) == 2]
            if len(found) >= times:
                return found[-1] if found else ()
            await asyncio.sleep(0.02)
