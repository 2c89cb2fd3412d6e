"""The rows that all boxes on the line of `transports/box_frames.py` share. A kind says what one exchange is.

A box on a bad cable, kept alive by the supervisor; the cable spoils what the box says, the box spoils its own frames.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from devices.drill.bench import Kept, kept_alive
from devices.drill.relay import Relay
from devices.drill.rows import Row
from devices.transports.box_stand_in import BoxFault, BoxStandIn
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from devices.drill.bench import Bench
    from devices.ports.device import Device
    from devices.values.health import DeviceHealth

OUT_S = 2.0  # how long the cable stays out
HOLD_S = 0.3
SPOILED = {
    "wrong_checksum": BoxFault.WRONG_CHECKSUM,
    "doubled": BoxFault.DOUBLED,
    "deaf": BoxFault.DEAF,
    "late_frame": BoxFault.LATE,
    "half_a_frame": BoxFault.HALF,
}
NOISE = bytes(range(0x80, 0x90)) + b"\x02\xfa"  # ends in what may begin a long frame

BoxT = TypeVar("BoxT", bound="Device")
StandInT = TypeVar("StandInT", bound=BoxStandIn)
EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class Desk(Generic[BoxT, StandInT, EventT]):
    """A box at the far end of a bad cable, and its driver under the supervisor."""

    bench: Bench
    box: StandInT
    cable: Relay
    kept: Kept[BoxT, EventT]


@dataclass(frozen=True, slots=True)
class BoxDrill(Generic[BoxT, StandInT, EventT]):
    """What a kind gives: how its box and its driver are made, and what one exchange is.

    `exchange` tells the bench what was given and got under a number; it may end in an honest report, but it must end
    once the fault is over.
    """

    kind: str
    driver: str
    stand_in: Callable[[Path], StandInT]
    build: Callable[[str], BoxT]
    watch: Callable[[BoxT], AsyncGenerator[EventT | DeviceHealth, None]]
    exchange: Callable[[Desk[BoxT, StandInT, EventT], int], Awaitable[None]]

    def rows(self) -> tuple[Row, ...]:
        """The common rows, and those that this protocol has besides."""
        runs: dict[str, Callable[[Bench], Awaitable[None]]] = {
            "normal": self._normal,
            "slow": self._slow,
            "split": self._split,
            "merged": self._merged,
            "noise": self._noise,
            "mute": self._mute,
            "unplug_replug": self._unplug_replug,
            "power_lost": self._power_lost,
            **{row: functools.partial(self._spoiled, fault=fault) for row, fault in SPOILED.items()},
        }
        return tuple(Row(self.driver, fault, run) for fault, run in runs.items())

    @contextlib.asynccontextmanager
    async def desk(self, bench: Bench) -> AsyncIterator[Desk[BoxT, StandInT, EventT]]:
        """Everything set up and plugged in; for a kind's own rows too."""
        box = self.stand_in(bench.folder / "box")
        await box.start()
        cable = Relay(box.address, bench.folder)
        await cable.plug()
        try:
            async with kept_alive(bench, self.kind, self.build(cable.address), self.watch) as kept:
                yield Desk(bench, box, cable, kept)
        finally:
            await cable.unplug()
            await box.stop()

    async def _through(self, desk: Desk[BoxT, StandInT, EventT]) -> None:
        """One exchange while it lasts, one after."""
        await self.exchange(desk, 1)
        desk.cable.heal()
        desk.box.heal()
        desk.bench.over()
        await self.exchange(desk, 2)

    async def _normal(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            for number in range(3):
                await self.exchange(desk, number)

    async def _slow(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            desk.cable.piece_bytes, desk.cable.piece_s = 1, 0.01
            await self._through(desk)

    async def _split(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            desk.cable.piece_bytes = 1
            await self._through(desk)

    async def _merged(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            desk.cable.hold()
            asking = asyncio.ensure_future(self.exchange(desk, 0))
            await asyncio.sleep(HOLD_S)
            await desk.cable.release()
            await asking
            await self._through(desk)

    async def _noise(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            desk.cable.spoil = lambda data: NOISE + data
            await desk.cable.inject(NOISE)
            await self._through(desk)

    async def _spoiled(self, bench: Bench, fault: BoxFault) -> None:
        """One frame of the box is not as it should be, or is none."""
        async with self.desk(bench) as desk:
            desk.box.fail(fault)
            await self._through(desk)

    async def _mute(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            desk.cable.mute = True
            asking = asyncio.ensure_future(self.exchange(desk, 1))
            await desk.kept.until(Health.FAULT)
            desk.cable.heal()
            bench.over()
            await desk.kept.until(Health.NORMAL)
            await asking
            await self.exchange(desk, 2)

    async def _unplug_replug(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            await self.exchange(desk, 0)
            desk.cable.cut_after(heard=4)
            asking = asyncio.ensure_future(self.exchange(desk, 1))
            await desk.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            await desk.cable.plug()
            bench.over()
            await desk.kept.until(Health.NORMAL)
            await asking
            await self.exchange(desk, 2)

    async def _power_lost(self, bench: Bench) -> None:
        async with self.desk(bench) as desk:
            await self.exchange(desk, 0)
            desk.box.power_cycle()
            bench.over()
            await desk.kept.until(Health.FAULT)
            await desk.kept.until(Health.NORMAL)
            await self.exchange(desk, 1)
