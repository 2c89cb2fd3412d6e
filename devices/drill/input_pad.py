"""The rows that all input devices share, heard below the screen: key pads. A kind says what its keys are.

A pad on a pty that plays the kernel, kept alive by the supervisor, and a hand that presses with proper pauses by the
kernel's clock. Each press is told once.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from devices.drill.bench import kept_alive
from devices.drill.box_line import OUT_S
from devices.drill.rows import Row, exempt
from devices.transports.input_events import (
    EV_KEY,
    EV_SYN,
    KEY_DOWN,
    SYN_DROPPED,
    SYN_REPORT,
    InputEvent,
    encode_event,
)
from devices.transports.pty_stand_in import InputStandIn
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Hashable, Sequence
    from pathlib import Path

    from devices.drill.bench import Bench, Kept
    from devices.ports.device import Device
    from devices.values.health import DeviceHealth

PRESSES = 6
STEP_S = 0.5  # between two presses of a hand, by the kernel's clock
REPEATS = 5
STRANGE_KEYS = (69, 0x2FF)  # NumLock, and a key that no pad has
HALF_BYTES = 11  # of an event's 24

BoxT = TypeVar("BoxT", bound="Device")
PadT = TypeVar("PadT", bound=InputStandIn)
EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class Hand(Generic[BoxT, PadT, EventT]):
    """A hand over a pad, whose driver is kept alive."""

    bench: Bench
    pad: PadT
    kept: Kept[BoxT, EventT]
    keys: Sequence[tuple[Hashable, int]]
    key_of: Callable[[EventT], Hashable]

    def gives(self, number: int) -> InputEvent:
        """Press number `number` is about to be made: the event that says so."""
        key, code = self.keys[number % len(self.keys)]
        self.bench.gave((number, key))
        return InputEvent(number * STEP_S, EV_KEY, code, KEY_DOWN)

    async def hear(self, number: int) -> None:
        """The press that comes next should be this one."""
        self.bench.got((number, self.key_of(await self.kept.next())))

    async def hear_rest(self, number: int) -> None:
        """What comes besides is this press once more, or one that nobody made."""
        for more in await self.kept.rest():
            self.bench.got((number, self.key_of(more)))

    async def press(self, number: int, *, held: int = 0) -> None:
        """One sound exchange: a press that is told once."""
        event = self.gives(number)
        await self.pad.type(event.code, at_s=event.at_s, held=held)
        await self.hear(number)
        self.bench.back()
        await self.hear_rest(number)


@dataclass(frozen=True, slots=True)
class PadDrill(Generic[BoxT, PadT, EventT]):
    """What a kind gives: how its pad and its driver are made, its keys and their codes, which key an event tells."""

    kind: str
    driver: str
    stand_in: Callable[[Path], PadT]
    build: Callable[[str], BoxT]
    watch: Callable[[BoxT], AsyncGenerator[EventT | DeviceHealth, None]]
    keys: Sequence[tuple[Hashable, int]]
    key_of: Callable[[EventT], Hashable]
    presser: str

    def rows(self) -> tuple[Row, ...]:
        """The common rows."""
        runs = {
            "normal": self._normal,
            "slow": self._slow,
            "split": self._split,
            "merged": self._merged,
            "noise": self._noise,
            "unplug_replug": self._unplug_replug,
        }
        silent = f"a pad that is silent and a {self.presser} who does not press look alike; pulling it is seen"
        return (
            *(Row(self.driver, fault, run) for fault, run in runs.items()),
            exempt(
                self.driver,
                "wrong_checksum",
                "the kernel hands over events without a checksum; USB has its own below it",
            ),
            exempt(self.driver, "mute", silent),
        )

    @contextlib.asynccontextmanager
    async def desk(self, bench: Bench) -> AsyncIterator[Hand[BoxT, PadT, EventT]]:
        """Everything set up and plugged in; for a kind's own rows too."""
        pad = self.stand_in(bench.folder / "pad")
        await pad.start()
        try:
            async with kept_alive(bench, self.kind, self.build(pad.address), self.watch) as kept:
                yield Hand(bench, pad, kept, self.keys, self.key_of)
        finally:
            await pad.stop()

    async def _normal(self, bench: Bench) -> None:
        async with self.desk(bench) as hand:
            for number in range(PRESSES):
                await hand.press(number)

    async def _slow(self, bench: Bench) -> None:
        """A finger that stays: the kernel repeats the key."""
        async with self.desk(bench) as hand:
            await hand.press(1, held=REPEATS)
            bench.over()
            await hand.press(2)

    async def _split(self, bench: Bench) -> None:
        async with self.desk(bench) as hand:
            for byte in encode_event(hand.gives(1)):
                await hand.pad.send_bytes(bytes((byte,)))
            await hand.hear(1)
            bench.over()
            await hand.press(2)

    async def _merged(self, bench: Bench) -> None:
        async with self.desk(bench) as hand:
            await hand.pad.send(*(hand.gives(number) for number in range(PRESSES)))
            for number in range(PRESSES):
                await hand.hear(number)
            bench.over()
            await hand.press(PRESSES)

    async def _noise(self, bench: Bench) -> None:
        async with self.desk(bench) as hand:
            for code in STRANGE_KEYS:
                await hand.pad.type(code)
            await hand.pad.send(
                InputEvent(0, EV_SYN, SYN_DROPPED, 0),
                InputEvent(0, EV_KEY, self.keys[0][1], KEY_DOWN),
                InputEvent(0, EV_SYN, SYN_REPORT, 0),
            )
            bench.over()
            await hand.press(1)
            bench.note("keys without a meaning, and what the kernel sends after it dropped events, are no presses")

    async def _unplug_replug(self, bench: Bench) -> None:
        """In the middle of an event: half of a press is none."""
        async with self.desk(bench) as hand:
            await hand.press(0)
            half = encode_event(InputEvent(STEP_S, EV_KEY, self.keys[1][1], KEY_DOWN))[:HALF_BYTES]
            await hand.pad.send_bytes(half)
            await hand.pad.unplug()
            await hand.kept.until(Health.FAULT)
            await asyncio.sleep(OUT_S)
            await hand.pad.plug()
            bench.over()
            await hand.kept.until(Health.NORMAL)
            await hand.press(2)
