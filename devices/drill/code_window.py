"""The drill of scanners that type into a window, which is played here.

A key that reaches the window counts as read although nobody gave it.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from devices.code_scanner.keyboard import WedgeCodeScanner
from devices.drill.bench import kept_alive
from devices.drill.code_keys import NO_CHECKSUM, OUT_S, typed_code
from devices.drill.rows import Row, exempt
from devices.supervisor import watch_codes
from devices.values.health import Health
from devices.values.keyboard import key_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from devices.drill.bench import Bench, Kept
    from devices.ports.code_scanner import CodeScanner
    from devices.values.code_scanner import ScannedCode

NO_WIRE = "keys come from the window system, which does not tell a mute keyboard from one that nobody uses"


@dataclass(slots=True)
class _Through:
    """A window with a scanner before it; `at` is its own time in seconds."""

    bench: Bench
    scanner: WedgeCodeScanner
    kept: Kept[CodeScanner, ScannedCode]
    at: float = field(default=100.0)

    def press(self, text: str, *, key_s: float = 0.004, command: bool = False) -> None:
        """Keys at that pace; those that come back to the window are a leak."""
        for one in text:
            self.at += key_s
            self._leaked(self.scanner.press(key_for(one, self.at, command=command)))

    def pause(self) -> None:
        """Long enough for everything to be decided."""
        self.at += 1
        self._leaked(self.scanner.look())

    def scan(self, number: int, end: str = "\r", *, key_s: float = 0.004) -> None:
        self.bench.gave(typed_code(number))
        self.at += 1
        self.press(typed_code(number).decode() + end, key_s=key_s)

    async def read(self) -> None:
        self.bench.got((await self.kept.next()).data)

    async def scan_and_read(self, number: int) -> None:
        """One sound exchange, and whatever else comes with it."""
        self.scan(number)
        await self.read()
        self.bench.back()
        for code in await self.kept.rest():
            self.bench.got(code.data)

    def _leaked(self, keys: tuple[object, ...]) -> None:
        if keys:
            self.bench.got("keys in the window")


@contextlib.asynccontextmanager
async def _through(bench: Bench) -> AsyncIterator[_Through]:
    scanner = WedgeCodeScanner()
    scanner.attach()
    box: CodeScanner = scanner
    async with kept_alive(bench, "code_scanner", box, watch_codes) as kept:
        yield _Through(bench, scanner, kept)


async def _normal(bench: Bench) -> None:
    async with _through(bench) as desk:
        for number in range(3):
            await desk.scan_and_read(number)


async def _slow(bench: Bench) -> None:
    """The slowest scanner there is, and the window busy meanwhile: keys keep the time at which they were pressed."""
    async with _through(bench) as desk:
        desk.scan(0, key_s=0.034)
        await desk.read()
        bench.over()
        await desk.scan_and_read(1)


async def _split(bench: Bench) -> None:
    """Without Enter behind it: the pause ends it."""
    async with _through(bench) as desk:
        desk.scan(0, end="")
        desk.pause()
        await desk.read()
        bench.over()
        await desk.scan_and_read(1)


async def _merged(bench: Bench) -> None:
    """Scans right behind each other, each with CR LF."""
    async with _through(bench) as desk:
        for number in range(3):
            bench.gave(typed_code(number))
            desk.press(typed_code(number).decode() + "\r\n")
        bench.over()
        for _ in range(3):
            await desk.read()
        await desk.scan_and_read(3)


async def _noise(bench: Bench) -> None:
    """Codes that press keys: Ctrl and O within one, control characters, a function key alone."""
    async with _through(bench) as desk:
        desk.press("AB")
        desk.press("o", command=True)
        desk.press("CD\r")
        desk.pause()
        desk.press("KPT1\x1d\x1bXY\r")
        desk.pause()
        desk.press("\x0f")
        desk.pause()
        bench.over()
        await desk.scan_and_read(0)


async def _gone(bench: Bench) -> None:
    """The window goes in the middle of a scan, and another one comes."""
    async with _through(bench) as desk:
        await desk.scan_and_read(0)
        desk.press("KPT1:HALF")
        desk.scanner.detach()
        await desk.kept.until(Health.FAULT)
        await asyncio.sleep(OUT_S)
        desk.scanner.attach()
        bench.over()
        await desk.kept.until(Health.NORMAL)
        await desk.scan_and_read(1)


ROWS = (
    Row("wedge", "normal", _normal),
    Row("wedge", "slow", _slow),
    Row("wedge", "split", _split),
    Row("wedge", "merged", _merged),
    Row("wedge", "noise", _noise),
    exempt("wedge", "wrong_checksum", NO_CHECKSUM),
    exempt("wedge", "mute", NO_WIRE),
    Row("wedge", "unplug_replug", _gone),
)
