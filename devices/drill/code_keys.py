"""The drill of scanners that type, taken below the screen: their key events over a pty."""

from __future__ import annotations

import asyncio
import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.code_scanner.typing_emulator import CONTROL, TypingScannerEmulator
from devices.drill.bench import kept_alive
from devices.drill.relay import Relay
from devices.drill.rows import Row, exempt
from devices.registry.code_scanner import code_scanner
from devices.supervisor import watch_codes
from devices.transports.input_events import EV_SYN, EVENT, SYN_DROPPED, SYN_REPORT, InputEvent
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.ports.code_scanner import CodeScanner
    from devices.values.code_scanner import ScannedCode

PAUSE_S = 0.4  # longer than the pause that ends a code
OUT_S = 2.0
KEY_O, KEY_F5 = 24, 63
NO_CHECKSUM = "keys have no checksum: a code proves itself or is refused"


def typed_code(number: int) -> bytes:
    """A code with signs that need Shift."""
    return f"KPT1:Red Cotton #{number};&?=".encode()


@dataclass(frozen=True, slots=True)
class _Below:
    """A scanner on a bad cable, kept alive."""

    bench: Bench
    box: TypingScannerEmulator
    cable: Relay
    kept: Kept[CodeScanner, ScannedCode]

    async def scan(self, number: int, *, enter: bool = True) -> None:
        self.bench.gave(typed_code(number))
        await self.box.scan(typed_code(number), enter=enter)

    async def read(self) -> None:
        self.bench.got((await self.kept.next()).data)

    async def scan_and_read(self, number: int) -> None:
        """One sound exchange, and whatever else comes with it."""
        await self.scan(number)
        await self.read()
        self.bench.back()
        for code in await self.kept.rest():
            self.bench.got(code.data)


@contextlib.asynccontextmanager
async def _below(bench: Bench) -> AsyncIterator[_Below]:
    box = TypingScannerEmulator(link=bench.folder / "box")
    await box.start()
    cable = Relay(box.address, bench.folder)
    await cable.plug()
    scanner = code_scanner({"driver": "evdev", "address": cable.address})
    try:
        async with kept_alive(bench, "code_scanner", scanner, watch_codes) as kept:
            yield _Below(bench, box, cable, kept)
    finally:
        await cable.unplug()
        await box.stop()


async def _normal(bench: Bench) -> None:
    async with _below(bench) as desk:
        for number in range(3):
            await desk.scan_and_read(number)


async def _slow(bench: Bench) -> None:
    """The events come late; the kernel's own times in them still say that it was one scan."""
    async with _below(bench) as desk:
        desk.cable.piece_bytes, desk.cable.piece_s = EVENT.size, 0.005
        await desk.scan(0)
        await desk.read()
        desk.cable.heal()
        bench.over()
        await desk.scan_and_read(1)


async def _split(bench: Bench) -> None:
    async with _below(bench) as desk:
        desk.cable.piece_bytes, desk.cable.piece_s = 7, 0.0005
        await desk.scan(0, enter=False)
        await desk.read()
        desk.cable.heal()
        bench.over()
        await desk.scan_and_read(1)


async def _merged(bench: Bench) -> None:
    async with _below(bench) as desk:
        desk.cable.hold()
        for number in range(3):
            await desk.scan(number)
        await desk.cable.release()
        bench.over()
        for _ in range(3):
            await desk.read()
        await desk.scan_and_read(3)


async def _noise(bench: Bench) -> None:
    """Half a struct of nothing, and a pause: what comes next is whole again."""
    async with _below(bench) as desk:
        await desk.cable.inject(os.urandom(EVENT.size // 2))
        await asyncio.sleep(PAUSE_S)
        bench.over()
        await desk.scan_and_read(0)


async def _mute(bench: Bench) -> None:
    async with _below(bench) as desk:
        desk.cable.mute = True
        await desk.box.scan(typed_code(0))
        await asyncio.sleep(PAUSE_S)
        desk.cable.heal()
        bench.over()
        await desk.scan_and_read(1)
        bench.note("a scanner that only sends cannot be asked: what was held before it meanwhile is to be held again")


async def _unplug_replug(bench: Bench) -> None:
    async with _below(bench) as desk:
        await desk.scan_and_read(0)
        desk.cable.cut_after(heard=20 * EVENT.size)
        with contextlib.suppress(OSError):
            await desk.box.scan(typed_code(1))
        await desk.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        await desk.cable.plug()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.scan_and_read(2)


async def _commands(bench: Bench) -> None:
    """Codes that press keys: Ctrl and O in the middle of one, F5 alone."""
    async with _below(bench) as desk:
        await desk.box.scan(b"KPT1:AB", enter=False)
        await desk.box.command(KEY_O, CONTROL)
        await asyncio.sleep(PAUSE_S)
        await desk.box.command(KEY_F5)
        await asyncio.sleep(PAUSE_S)
        bench.over()
        await desk.scan_and_read(0)


async def _lost_events(bench: Bench) -> None:
    """The kernel's buffer ran over in the middle of a scan: what is left of it is no code."""
    async with _below(bench) as desk:
        await desk.box.scan(b"KPT1:LOST", enter=False)
        await desk.box.send(InputEvent(0, EV_SYN, SYN_DROPPED, 0), InputEvent(0, EV_SYN, SYN_REPORT, 0))
        await desk.box.scan(b"TAIL")
        await asyncio.sleep(PAUSE_S)
        bench.over()
        await desk.scan_and_read(0)


ROWS = (
    Row("evdev", "normal", _normal),
    Row("evdev", "slow", _slow),
    Row("evdev", "split", _split),
    Row("evdev", "merged", _merged),
    Row("evdev", "noise", _noise),
    exempt("evdev", "wrong_checksum", NO_CHECKSUM),
    Row("evdev", "mute", _mute),
    Row("evdev", "unplug_replug", _unplug_replug),
    Row("evdev", "command_keys", _commands),
    Row("evdev", "lost_events", _lost_events),
)
