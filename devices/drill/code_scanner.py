"""The drill of code scanners: codes over a bad cable, before a camera, typed. The model for other kinds' rows."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.code_scanner.emulator import CodeScannerEmulator
from devices.drill import code_camera, code_keys, code_window
from devices.drill.bench import kept_alive
from devices.drill.relay import Relay
from devices.drill.rows import Row, exempt
from devices.registry.code_scanner import code_scanner
from devices.supervisor import watch_codes
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from devices.drill.bench import Bench, Kept
    from devices.ports.code_scanner import CodeScanner
    from devices.values.code_scanner import ScannedCode

PAUSE_S = 0.4  # longer than the pause that ends a code
OUT_S = 2.0  # how long the cable stays out: reopening has failed more than once by then
FULL_BYTES = 4000  # four of these are more than any code


@dataclass(frozen=True, slots=True)
class _Desk:
    """A scanner on a bad cable, kept alive, and a hand that holds codes before it."""

    bench: Bench
    box: CodeScannerEmulator
    cable: Relay
    kept: Kept[CodeScanner, ScannedCode]

    async def show(self, number: int) -> None:
        """Hold a code before the window."""
        data = f"KPT1:穗好办:{number}".encode()
        self.bench.gave(data)
        await self.box.scan(data)

    async def read(self) -> None:
        """Take the next code that the driver hands over."""
        self.bench.got((await self.kept.next()).data)

    async def show_and_read(self, number: int) -> None:
        """One sound exchange, and whatever else comes with it."""
        await self.show(number)
        await self.read()
        self.bench.back()
        for code in await self.kept.rest():
            self.bench.got(code.data)


class SerialLine:
    """The rows of a scanner on a line; `make` gives the driver for an address."""

    def __init__(self, make: Callable[[str], CodeScanner]) -> None:
        self._make = make

    @contextlib.asynccontextmanager
    async def _desk(self, bench: Bench, end: bytes = b"\r") -> AsyncIterator[_Desk]:
        box = CodeScannerEmulator(link=bench.folder / "box", end=end)
        await box.start()
        cable = Relay(box.address, bench.folder)
        await cable.plug()
        try:
            async with kept_alive(bench, "code_scanner", self._make(cable.address), watch_codes) as kept:
                yield _Desk(bench, box, cable, kept)
        finally:
            await cable.unplug()
            await box.stop()

    async def normal(self, bench: Bench) -> None:
        """Three codes, one after the other."""
        async with self._desk(bench) as desk:
            for number in range(3):
                await desk.show_and_read(number)

    async def slow(self, bench: Bench) -> None:
        """A byte in 10 ms: slower than 1200 baud."""
        async with self._desk(bench) as desk:
            desk.cable.piece_bytes, desk.cable.piece_s = 1, 0.01
            await self._read_through(desk)

    async def split(self, bench: Bench) -> None:
        """Each byte comes alone."""
        async with self._desk(bench, end=b"\r\n") as desk:
            desk.cable.piece_bytes = 1
            await self._read_through(desk)

    async def merged(self, bench: Bench) -> None:
        """Three codes come in one go."""
        async with self._desk(bench, end=b"\r\n") as desk:
            desk.cable.hold()
            for number in range(3):
                await desk.show(number)
            await desk.cable.release()
            bench.over()
            for _ in range(3):
                await desk.read()
            await desk.show_and_read(3)

    async def noise(self, bench: Bench) -> None:
        """Bytes and a pause are a code to a line that has no frames."""
        async with self._desk(bench) as desk:
            noise = bytes(range(0x80, 0x90))
            bench.gave(noise)
            await desk.cable.inject(noise)
            await asyncio.sleep(PAUSE_S)
            bench.over()
            await desk.read()
            await desk.show_and_read(1)
            bench.note("noise and a pause are handed on as a code of their own: who recognises codes refuses it")

    async def mute(self, bench: Bench) -> None:
        """A code that was held before the window while nothing came through."""
        async with self._desk(bench) as desk:
            desk.cable.mute = True
            await desk.show(1)
            await asyncio.sleep(PAUSE_S)
            desk.cable.heal()
            bench.over()
            await desk.show_and_read(2)
            bench.note("a scanner that only sends cannot be asked: what was held meanwhile is to be held again")

    async def unplug_replug(self, bench: Bench) -> None:
        """The cable comes out in the middle of a code: half of it is nothing."""
        async with self._desk(bench) as desk:
            await desk.show_and_read(0)
            desk.cable.cut_after(heard=8)
            await desk.show(1)
            await desk.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            await desk.cable.plug()
            bench.over()
            await desk.kept.until(Health.NORMAL)
            await desk.show_and_read(2)

    async def endless_code(self, bench: Bench) -> None:
        """More than any code holds, without an end."""
        async with self._desk(bench) as desk:
            for _ in range(4):
                await desk.cable.inject(b"0" * FULL_BYTES)
            await desk.cable.inject(b"\r")
            bench.over()
            await desk.show_and_read(1)

    async def _read_through(self, desk: _Desk) -> None:
        await desk.show(1)
        await desk.read()
        desk.cable.heal()
        desk.bench.over()
        await desk.show_and_read(2)


_SERIAL = SerialLine(lambda address: code_scanner({"driver": "serial", "address": address}))

ROWS = (
    Row("serial", "normal", _SERIAL.normal),
    Row("serial", "slow", _SERIAL.slow),
    Row("serial", "split", _SERIAL.split),
    Row("serial", "merged", _SERIAL.merged),
    Row("serial", "noise", _SERIAL.noise),
    exempt("serial", "wrong_checksum", "codes on a serial line have no checksum: a code proves itself or is refused"),
    Row("serial", "mute", _SERIAL.mute),
    Row("serial", "unplug_replug", _SERIAL.unplug_replug),
    Row("serial", "endless_code", _SERIAL.endless_code),
    *code_camera.ROWS,
    *code_keys.ROWS,
    *code_window.ROWS,
)
