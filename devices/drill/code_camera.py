"""The drill of cameras that read codes: the real process with its decoders before an HTTP camera that goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from devices.camera.emulator import CameraEmulator
from devices.camera.pictures import blank, sheet
from devices.drill.before_camera import FAULT_S, FPS, MANY_FPS, CameraDrill, out_and_in
from devices.drill.bench import kept_alive
from devices.drill.rows import Row
from devices.registry.code_scanner import code_scanner
from devices.supervisor import watch_codes
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from cv2.typing import MatLike

    from devices.code_scanner.camera import CameraCodeScanner
    from devices.drill.bench import Bench, Kept
    from devices.ports.code_scanner import CodeScanner
    from devices.values.code_scanner import ScannedCode

LIES_S = 3.0  # how long a code lies there that is to be told once; longer than it has to be away


@dataclass(frozen=True, slots=True)
class _Desk:
    """A camera over a desk, kept alive, and a hand that lays codes on it."""

    bench: Bench
    box: CameraEmulator
    scanner: CameraCodeScanner
    kept: Kept[CodeScanner, ScannedCode]

    def lay(self, number: int) -> None:
        """Put a code on the desk; it stays there."""
        data = f"KPT1:穗好办:{number}".encode()
        self.bench.gave(data)
        self.box.show(view(data))

    async def exchange(self, number: int) -> None:
        """One sound exchange, and whatever else comes with it."""
        self.lay(number)
        self.bench.got((await self.kept.next()).data)
        self.bench.back()
        await self.rest()

    @property
    def pid(self) -> int:
        """The process that captures."""
        return self.scanner.pid

    async def lost(self) -> None:
        """Wait until the driver has given the camera up."""
        await self.kept.until(Health.FAULT)

    async def rest(self, quiet_s: float = 0.5) -> None:
        """What still comes, until nothing came for so long."""
        for code in await self.kept.rest(quiet_s):
            self.bench.got(code.data)


def view(data: bytes) -> MatLike:
    """What the camera sees of a code."""
    return sheet(data, module=5, width=480, height=360)


@contextlib.asynccontextmanager
async def _desk(bench: Bench) -> AsyncIterator[_Desk]:
    box = CameraEmulator(fps=FPS)
    box.show(blank(480, 360))
    await box.start()
    scanner = code_scanner({"driver": "camera", "address": box.address})
    try:
        async with kept_alive(bench, "code_scanner", scanner, watch_codes) as kept:
            yield _Desk(bench, box, cast("CameraCodeScanner", scanner), kept)
    finally:
        await box.stop()


async def _lies_there(bench: Bench) -> None:
    async with _desk(bench) as desk:
        await desk.exchange(0)
        await desk.rest(LIES_S)
        await desk.exchange(1)


async def _merged(bench: Bench) -> None:
    """Many pictures in one read, and two codes in each."""
    async with _desk(bench) as desk:
        desk.box.fps = MANY_FPS
        both = [f"KPT1:both:{number}".encode() for number in range(2)]
        for data in both:
            bench.gave(data)
        desk.box.show(_beside(*both))
        for _ in both:
            bench.got((await desk.kept.next()).data)
        await desk.rest()
        desk.box.fps = FPS
        bench.over()
        await desk.exchange(1)


def _beside(one: bytes, other: bytes) -> MatLike:
    import cv2

    return cv2.hconcat([view(one), view(other)])


async def _wrong_checksum(bench: Bench) -> None:
    """A code with more of it gone than its error correction mends is not guessed at."""
    async with _desk(bench) as desk:
        spoiled = view(b"KPT1:SPOILED:0123456789").copy()
        spoiled[160:260, 220:300] = 128
        desk.box.show(spoiled)
        await asyncio.sleep(FAULT_S)
        await desk.rest()
        bench.over()
        await desk.exchange(1)
        bench.note("a symbol that is damaged beyond its error correction gives nothing")


async def _unplug_replug(bench: Bench) -> None:
    """The code that lies there all the while is not told again."""
    async with _desk(bench) as desk:
        await desk.exchange(0)
        await out_and_in(desk)
        bench.over()
        await desk.kept.until(Health.NORMAL)
        bench.back()
        await desk.rest(1.0)
        await desk.exchange(1)


ROWS = (
    *CameraDrill("camera", _desk).rows(),
    Row("camera", "merged", _merged),
    Row("camera", "wrong_checksum", _wrong_checksum),
    Row("camera", "unplug_replug", _unplug_replug),
    Row("camera", "code_lies_there", _lies_there),
)
