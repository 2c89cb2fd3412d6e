"""The rows of all drivers that look through the capture process at an HTTP camera. A kind says what an exchange is."""

from __future__ import annotations

import asyncio
import functools
import os
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from devices.camera.emulator import Fault
from devices.drill.rows import Row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager

    from devices.camera.emulator import CameraEmulator
    from devices.drill.bench import Bench

FAULT_S = 1.0  # how long a fault lasts that nobody needs to notice
OUT_S = 2.0  # how long the cable stays out: reopening has failed more than once by then
FPS, MANY_FPS = 25, 500


class CameraDesk(Protocol):
    """A camera that goes wrong, and a driver that is kept alive before it."""

    @property
    def box(self) -> CameraEmulator:
        """The camera."""

    @property
    def pid(self) -> int:
        """The process that captures."""

    async def exchange(self, number: int) -> None:
        """One sound exchange: something new lies before the camera, and is told once."""

    async def lost(self) -> None:
        """Wait until the driver has given the camera up."""


DeskT = TypeVar("DeskT", bound=CameraDesk)


@dataclass(frozen=True, slots=True)
class CameraDrill(Generic[DeskT]):
    """What a kind gives: its driver's name, and how everything is set up."""

    driver: str
    desk: Callable[[Bench], AbstractAsyncContextManager[DeskT]]

    def rows(self) -> tuple[Row, ...]:
        """Those of the common rows that have nothing of a kind's own, and what may be wrong with any camera."""
        runs: dict[str, Callable[[Bench], Awaitable[None]]] = {
            "normal": self._normal,
            "slow": functools.partial(self._borne, fault=Fault.SLOW),
            "split": functools.partial(self._borne, fault=Fault.SLOW),  # a slow picture comes in pieces
            "noise": functools.partial(self._borne, fault=Fault.NOISE),
            "mute": functools.partial(self._until_given_up, fault=Fault.MUTE),
            "wrong_length": functools.partial(self._borne, fault=Fault.WRONG_LENGTH),
            "broken_pictures": self._broken,
            "hanging_picture": functools.partial(self._until_given_up, fault=Fault.HANGING),
            "process_killed": self._killed,
        }
        return tuple(Row(self.driver, fault, run) for fault, run in runs.items())

    async def _normal(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            for number in range(3):
                await desk.exchange(number)

    async def _borne(self, bench: Bench, fault: Fault) -> None:
        """Pictures come in spite of it."""
        async with self.desk(bench) as desk:
            desk.box.fail(fault)
            await desk.exchange(0)
            await self._over(bench, desk)

    async def _broken(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            await desk.exchange(0)
            desk.box.fail(Fault.BROKEN)
            await asyncio.sleep(FAULT_S)
            await self._over(bench, desk)

    async def _until_given_up(self, bench: Bench, fault: Fault) -> None:
        async with self.desk(bench) as desk:
            await desk.exchange(0)
            desk.box.fail(fault)
            await desk.lost()
            await self._over(bench, desk)

    async def _killed(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            await desk.exchange(0)
            os.kill(desk.pid, signal.SIGKILL)
            await desk.lost()
            await self._over(bench, desk)

    async def _over(self, bench: Bench, desk: DeskT) -> None:
        desk.box.heal()
        bench.over()
        await desk.exchange(1)


async def out_and_in(desk: CameraDesk) -> None:
    """The cable comes out in the middle of a picture, stays out until it was noticed and longer, and is put back."""
    desk.box.fail(Fault.HANGING)
    await asyncio.sleep(0.2)
    await desk.box.stop()
    await desk.lost()
    await asyncio.sleep(OUT_S)
    desk.box.heal()
    await desk.box.start()
