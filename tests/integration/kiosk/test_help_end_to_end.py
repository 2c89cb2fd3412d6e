"""请人帮忙 through a whole kiosk and a real hall: to the greeter's list and back; to the desk when nobody hears it."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.values.receipt_printer import Headline, Labelled
from kiosk.hall_client import HallClient
from kiosk.hall_client.visits import VisitDesk
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.hall_watch import Pace
from kiosk.runner.slips import slip_maker
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.helping import HelpStep
from kiosk.session.state import Page, Rules
from kiosk.session.urgent import urgent_words
from kiosk.viewmodels.examples_helping import FLOOR
from tests.integration.kiosk.programs import RealHall, kapok
from tests.integration.kiosk.stand_in import Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

WITHIN_S = 30.0


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@asynccontextmanager
async def kiosk_at(hall: RealHall, folder: Path, printer: SimulatedReceiptPrinter) -> AsyncIterator[Stage]:
    client = HallClient(hall.access(answer_timeout_s=5))
    parts = Parts(
        hall=client,
        store=LocalStore(folder / "kiosk.db"),
        boxes=Boxes(printer=printer),
        slip_of=slip_maker("1 号机", 80),
        pseudonym_key=b"a key of this hall",
        rules=Rules(cleared_s=0.05, same_touch_s=0.0),
        pace=Pace(polling_s=0.1, reopen_s=0.1),
        kiosk_id="K1",
        kiosk_name="1 号机",
        help_verbs=VisitDesk(client),
        floor=FLOOR,
    )
    async with Stage(Kiosk(parts)) as stage:
        await stage.until(lambda session: session.page is Page.HOME and session.devices.printer)
        yield stage


class Greeter:
    """A greeter at a terminal: `kapok hall help …`."""

    def __init__(self, key: Path, server: str) -> None:
        self._where = ("--key", str(key), "--server", server)

    async def waiting(self) -> list[dict[str, Any]]:
        return list(json.loads(await kapok("hall", "help", "list", *self._where, "--json"))["calls"])

    async def warns(self, *words: str) -> None:
        await kapok("hall", "urgent", *words, *self._where, "--by", "0317")

    async def says(self, word: str, call: str, *more: str) -> None:
        await kapok("hall", "help", word, call, *self._where, "--by", "0317", *more)


async def greeter_of(hall: RealHall) -> Greeter:
    path = hall.credential.with_name("desk.toml")
    words = ("hall", "key", "new", "--data", str(hall.data), "--role", "counter", "--name", "desk")
    await kapok(*words, "--out", str(path))
    return Greeter(path, hall.url)


async def test_cl_d14_a_touch_stands_in_the_greeter_s_list_and_who_comes_on_the_kiosk(
    hall: RealHall, tmp_path: Path
) -> None:
    greeter = await greeter_of(hall)
    async with kiosk_at(hall, tmp_path, SimulatedReceiptPrinter()) as stage:
        await stage.until(lambda session: session.online)
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        await stage.page(Page.SERVICES)
        stage.kiosk.touch(Touch.HELP)
        await stage.until(lambda session: session.help and session.help.step is HelpStep.CALLED)
        (call,) = await greeter.waiting()
        assert (call["kiosk"], call["page"]) == ("K1", "K3")
        await greeter.says("coming", call["id"], "--minutes", "2")
        told = await stage.until(lambda session: session.help and session.help.step is HelpStep.COMING)
        assert told.help is not None
        assert (told.page, told.help.minutes) == (Page.HELP, 2)
        await greeter.says("done", call["id"])
        back = await stage.until(lambda session: session.help is None)
        assert back.page is Page.SERVICES
        assert await greeter.waiting() == []


async def test_cl_d14_a_hall_that_falls_silent_in_the_middle_names_the_desk_and_prints_the_way(
    hall: RealHall, tmp_path: Path
) -> None:
    printer = SimulatedReceiptPrinter()
    async with kiosk_at(hall, tmp_path, printer) as stage:
        await stage.until(lambda session: session.online)
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        stage.kiosk.choose(Choice.ITEM, "i05")
        confirm = await stage.page(Page.CONFIRM)
        assert confirm.visit is not None
        assert confirm.visit.item is not None
        hall.pause()
        try:
            stage.kiosk.touch(Touch.HELP)
            told = await stage.until(lambda session: session.help and session.help.slip_out)
        finally:
            hall.go_on()
        assert told.help is not None
        assert (told.page, told.help.step) == (Page.HELP, HelpStep.DESK)
        (slip,) = printer.documents
        said = {block.label.text: block.items[0].text for block in slip.blocks if isinstance(block, Labelled)}
        assert any(isinstance(block, Headline) and block.spans[0].text == "请到服务台" for block in slip.blocks)
        assert said["怎么走"] == f"在机器右手边，走 {FLOOR.metres} 米"
        assert (said["在做"], said["要办"]) == ("取号，正在核对", confirm.visit.item.name)
        assert said["哪台机"] == "1 号机 · K8"


async def test_cl_d14_without_the_hall_the_desk_is_named_at_once_and_pressing_again_prints_no_second_slip(
    hall: RealHall, tmp_path: Path
) -> None:
    printer = SimulatedReceiptPrinter()
    async with kiosk_at(hall, tmp_path, printer) as stage:
        await stage.until(lambda session: session.online)
        await hall.end()
        await stage.until(lambda session: not session.online)
        for _ in range(3):
            stage.kiosk.touch(Touch.HELP)
            told = await stage.until(lambda session: session.help)
            assert told.help is not None
            assert told.help.step is HelpStep.DESK
        await stage.eventually(lambda: printer.documents)
        await asyncio.sleep(0.1)
        assert len(printer.documents) == 1


async def test_cl_h22_an_urgent_notice_of_the_hall_stands_on_the_kiosk_at_once_and_goes_when_it_is_lifted(
    hall: RealHall, tmp_path: Path
) -> None:
    greeter = await greeter_of(hall)
    async with kiosk_at(hall, tmp_path, SimulatedReceiptPrinter()) as stage:
        await stage.until(lambda session: session.online)
        await greeter.warns("post", "二楼漏水，请走东门离开")
        await stage.until(lambda session: urgent_words(session) == "二楼漏水，请走东门离开")
        assert PlayTone(Tone.WARN) in stage.effects
        await greeter.warns("lift")
        await stage.until(lambda session: urgent_words(session) == "")
