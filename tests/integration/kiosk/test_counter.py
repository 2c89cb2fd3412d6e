"""`kapok counter run` beside a served hall: caller box, strip and rating pad on ptys, by real bytes (UI-W1 to W8)."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING

import pytest

from devices.caller.emulator import CallerEmulator
from devices.led_strip.emulator import LedStripEmulator
from devices.rating_pad.emulator import RatingPadEmulator
from devices.values.caller import CallerDisplay
from devices.values.caller import CallerKey as K
from devices.values.rating_pad import Grade
from tests.e2e.web.hall import ROOT, HallProcess
from tests.integration.hall_server.served import kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

LOCK_S = 0.85
LOST_S = 24
OPEN, PAUSED, BOARD = "可以办理", "暂停办理", "请看大厅大屏"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    """Open at whatever hour and day the tests run: a closed hall calls a paused counter closed."""
    process = HallProcess(tmp_path)
    always = 'overrides = [{ first = "2020-01-01", last = "2099-12-31", open = "00:00", close = "23:59" }]'
    site = process.site.read_text(encoding="utf-8")
    process.site.write_text(site.replace("numbers_when_closed", f"{always}\nnumbers_when_closed", 1), encoding="utf-8")
    try:
        yield process.start()
    finally:
        process.stop()


class Machine:
    """The process at counter 3, and the three boxes that hang on it."""

    def __init__(self, hall: HallProcess, folder: Path) -> None:
        self.keys = CallerEmulator(link=folder / "caller")
        self.strip = LedStripEmulator(link=folder / "strip")
        self.pad = RatingPadEmulator(link=folder / "pad")
        self.boxes = {"caller": self.keys, "led_strip": self.strip, "rating_pad": self.pad}
        self.said: list[str] = []
        self.key, self.file = folder / "key.toml", folder / "counter.toml"
        words = ("--role", "counter", "--name", "c3", "--counter", "3", "--out", str(self.key))
        made = kapok("hall", "key", "new", "--data", str(hall.data), *words)
        assert made.returncode == 0, made.stderr
        tables = [f'[counter]\nno = 3\nserver = "{hall.url}"\n']
        self._tables = tables

    async def start(self) -> None:
        for kind, box in self.boxes.items():
            await box.start()
            self._tables.append(f'[device.{kind}]\ndriver = "serial"\naddress = "serial://{box.address}?baud=9600"\n')
        self.file.write_text("\n".join(self._tables), encoding="utf-8")
        command = ("kapok.py", "counter", "run", "--config", str(self.file), "--credential", str(self.key))
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        self._reader = asyncio.create_task(self._read())
        await self.told("叫号器接上了", "窗口条屏接上了", "评价器接上了")

    async def _read(self) -> None:
        assert self._process.stdout
        while line := await self._process.stdout.readline():
            self.said.append(line.decode().strip())

    async def told(self, *words: str) -> None:
        """Wait until each of these was said, and forget what was said up to them."""
        await until(lambda: all(any(one in line for line in self.said) for one in words), f"not all said: {words}")
        self.said.clear()

    async def shows(self, words: str, within_s: float = 15) -> None:
        """Wait until the strip shows this."""
        await until(lambda: self.line == words, f"the strip never showed {words}", within_s)

    @property
    def line(self) -> str:
        return self.strip.showing.text if self.strip.showing else ""

    async def press(self, key: K) -> None:
        await self.keys.press(key)
        await asyncio.sleep(LOCK_S)

    async def stop(self) -> int:
        self._process.terminate()
        code = await asyncio.wait_for(self._process.wait(), 15)
        await self._reader
        return code

    async def unplug(self) -> None:
        for box in self.boxes.values():
            await box.stop()


async def until(truth: Callable[[], bool], words: str, within_s: float = 15) -> None:
    give_up = time.monotonic() + within_s
    while not truth():
        assert time.monotonic() < give_up, words
        await asyncio.sleep(0.02)


@pytest.fixture
async def counter(hall: HallProcess, tmp_path: Path) -> AsyncIterator[Machine]:
    made = Machine(hall, tmp_path)
    await made.start()
    yield made
    assert await made.stop() == 0
    assert made.line == BOARD, "no number stands where nobody changes it any more"
    await made.unplug()


def _ratings(hall: HallProcess) -> int:
    return len(hall.records("rating"))


async def test_the_strip_and_the_box_show_what_the_window_shows(hall: HallProcess, counter: Machine) -> None:
    await counter.shows(PAUSED)  # nobody sits there yet
    hall.sit(3, "0317")
    await counter.shows(OPEN)
    later, ticket = hall.take("A"), hall.take("A")
    hall.ask("kiosk", "POST", f"/tickets/{ticket['id']}/priority", {"reason": "soldier"})
    await until(lambda: counter.keys.shown == CallerDisplay(2), "the box never showed how many wait")
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"{ticket['label']} 请到3号窗口")
    await until(lambda: counter.keys.shown == CallerDisplay(1, ticket["label"]), "the box never showed who is called")
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"正在办理 {ticket['label']}")
    await counter.press(K.NEXT_STEP)
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"{later['label']} 请到3号窗口")
    told = "".join(one.text for one in counter.strip.shown)
    assert not any(word in told for word in ("优先", "军", "*")), "CL-G4: a number, and never why it comes first"


async def test_a_paused_counter_says_so_on_its_strip_and_when_it_goes_on(hall: HallProcess, counter: Machine) -> None:
    hall.sit(3, "0317")
    await counter.shows(OPEN)
    await counter.press(K.PAUSE)
    await counter.press(K.DIGIT_1)
    await until(lambda: counter.line.startswith(f"{PAUSED}，") and "回来" in counter.line, "no pause on the strip")
    await counter.press(K.NEXT_STEP)
    await counter.shows(OPEN)


async def test_a_press_that_lay_in_the_box_too_long_is_not_carried_out(hall: HallProcess, counter: Machine) -> None:
    ticket = hall.take("A")
    hall.sit(3, "0317")
    await counter.keys.press(K.NEXT_STEP, age_s=9)
    await asyncio.sleep(1)
    assert hall.ask("kiosk", "GET", f"/tickets/{ticket['id']}")["state"] == "waiting"
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"{ticket['label']} 请到3号窗口")


async def test_cl_f2_the_pad_is_lit_for_a_visit_that_ended_and_one_press_is_one_rating(
    hall: HallProcess, counter: Machine
) -> None:
    hall.sit(3, "0317")
    await counter.pad.press(Grade.VERY_DISSATISFIED)  # nobody is invited
    hall.take("A")
    hall.take("A")
    hall.finish(hall.call(3))
    await until(lambda: counter.pad.inviting, "the pad was never lit")
    counter.said.clear()
    await counter.pad.press(Grade.SATISFIED)
    await until(lambda: _ratings(hall) == 1, "no rating came")
    await counter.pad.press(Grade.VERY_SATISFIED)
    await asyncio.sleep(1.5)
    assert not counter.pad.inviting
    assert _ratings(hall) == 1
    assert counter.said == [], "the clerk is not told that somebody rated, nor how"
    hall.finish(hall.call(3))
    await until(lambda: counter.pad.inviting, "the pad was not lit for the next visit")
    await until(lambda: not counter.pad.inviting, "it is not lit for ever", 25)
    assert _ratings(hall) == 1


async def test_boxes_that_are_pulled_out_are_told_and_shown_again_what_stands(
    hall: HallProcess, counter: Machine
) -> None:
    hall.sit(3, "0317")
    await counter.shows(OPEN)
    await counter.unplug()
    await counter.told("叫号器不在", "窗口条屏不在", "评价器不在")
    ticket = hall.take("A")
    called = hall.call(3)
    for box in counter.boxes.values():
        await box.start()
    await counter.told("叫号器接上了", "窗口条屏接上了", "评价器接上了")
    await counter.shows(f"{called['label']} 请到3号窗口")
    counter.strip.power_cycle()
    await counter.shows(f"{called['label']} 请到3号窗口")
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"正在办理 {ticket['label']}")


async def test_without_the_hall_no_number_stands_and_with_it_all_goes_on(hall: HallProcess, counter: Machine) -> None:
    hall.sit(3, "0317")
    ticket = hall.take("A")
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"{ticket['label']} 请到3号窗口")
    hall.stop()
    await counter.shows(BOARD, LOST_S + 10)
    assert counter.keys.shown == CallerDisplay()
    await counter.press(K.NEXT_STEP)
    await counter.told("连不上服务器")
    hall.start()
    await counter.shows(f"{ticket['label']} 请到3号窗口")
    await counter.press(K.NEXT_STEP)
    await counter.shows(f"正在办理 {ticket['label']}")
