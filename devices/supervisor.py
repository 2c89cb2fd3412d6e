"""Keeps one device alive: open it, watch it, and when it dies back off and open it again. Knows ports, no bytes.

One supervisor per box. Its events wait in one queue, whether the box was reopened in between or not. Opening again is
also how a box is found that is plugged in later, or comes back under another name behind the same link: nothing here
needs udev.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING, Generic, TypeVar

from devices.errors import DeviceError, DeviceLostError
from devices.ports.device import BreaksOff
from devices.values.health import DeviceHealth, Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

    from devices.ports.code_scanner import CodeScanner
    from devices.ports.device import Device, Status
    from devices.ports.id_card import IdCardReader
    from devices.values.code_scanner import ScannedCode
    from devices.values.id_card import CardEvent

LOG = logging.getLogger("kapok.device.supervisor")

_RANDOM = SystemRandom()
QUEUE_SIZE = 64  # events nobody fetched; then the box itself has to wait
LOOK_S = 2.0  # between two looks at a box that says nothing by itself: paper put in is seen soon


BoxT = TypeVar("BoxT", bound="Device")
EventT = TypeVar("EventT")


@dataclass(frozen=True, slots=True)
class BackOff:
    """How long to wait before the nth reopening: doubling, capped, and up to `jitter` shorter, in seconds.

    The cap and one opening together stay below the 5 s within which a box is to work again when its fault is over.
    """

    first_s: float = 0.5
    cap_s: float = 4.0
    jitter: float = 0.2  # share of the pause that chance may take away, so that boxes do not come back in step
    settle_s: float = 5.0  # well for so long: the next loss begins at `first_s` again

    def pause_s(self, attempts: int, chance: float) -> float:
        """The pause after `attempts` (1, 2, …) failures; `chance` is in [0, 1)."""
        doubled: float = self.first_s * 2 ** min(attempts - 1, 30)
        return min(self.cap_s, doubled) * (1 - self.jitter * chance)


class Supervisor(Generic[BoxT, EventT]):
    """`run()` until cancelled; `events()` gives what the box says; `on_health` hears each change of health once.

    `watch` is the box's own stream: a DeviceHealth in it changes the health, anything else goes to the queue; when it
    ends or raises DeviceError the box is reopened. `clock`, `sleep` and `chance` are injectable.
    """

    def __init__(
        self,
        device: str,
        box: BoxT,
        watch: Callable[[BoxT], AsyncGenerator[EventT | DeviceHealth, None]],
        *,
        on_health: Callable[[DeviceHealth], None] = lambda _health: None,
        enabled: bool = True,
        back_off: BackOff | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = _RANDOM.random,
    ) -> None:
        self._device = device
        self._box = box
        self._watch = watch
        self._on_health = on_health
        self._enabled = enabled
        self._back_off = back_off or BackOff()
        self._clock, self._sleep, self._chance = clock, sleep, chance
        self._queue: asyncio.Queue[EventT] = asyncio.Queue(QUEUE_SIZE)
        self._attempts = 0
        self._opened = False
        self._in_use = False
        self._turn = asyncio.Lock()
        self._dropped = asyncio.Event()  # somebody who used the box found it dead
        self._beneath = DeviceHealth(device, Health.INIT)  # the health without BUSY
        self.health = self._beneath

    async def events(self) -> AsyncGenerator[EventT, None]:
        """What the box said, in order, across reopenings. For one consumer; ends only when it is cancelled."""
        while True:
            yield await self._queue.get()

    async def run(self) -> None:
        """Keep the box alive until cancelled; then close it. Returns at once when the device is disabled."""
        if not self._enabled:
            self._tell(Health.DISABLED)
            return
        try:
            while True:
                reason = await self._live_once()
                self._attempts += 1
                self._tell(Health.FAULT, reason)
                await self._sleep(self._back_off.pause_s(self._attempts, self._chance()))
        finally:
            self._opened = False
            while not self._queue.empty():  # nobody will fetch it, and it may be a card
                self._queue.get_nowait()
            await self._box.close()

    @contextlib.asynccontextmanager
    async def use(self) -> AsyncIterator[BoxT]:
        """The open box, for one request that must not be disturbed (health BUSY meanwhile); a second user waits.

        Raises DeviceLostError when the box is not open. One that comes from within goes up and has the box reopened; so
        has a driver that has broken off. Any other end, cancelling too, leaves the box open: its driver answers for the
        state (devices/ports/device.py).
        """
        self._check_open()
        async with self._turn:
            self._check_open()  # it may have died while others used it
            self._in_use = True
            self._publish()
            try:
                yield self._box
            except DeviceLostError:
                self._dropped.set()
                raise
            finally:
                self._in_use = False
                self._publish()
                if _has_broken_off(self._box):
                    self._dropped.set()

    def _check_open(self) -> None:
        if not self._opened or self._dropped.is_set():
            raise DeviceLostError(self._device, self.health.reason or self.health.health)

    async def _live_once(self) -> str:
        """Open and watch until the box dies; says why it did."""
        opened_at = self._clock()
        self._dropped.clear()
        try:
            await self._box.open()
            self._opened = True
            opened_at = self._clock()
            self._tell(Health.NORMAL)
            await self._watch_until_lost()
        except DeviceError as error:
            known = self._attempts > 0 and self._beneath.reason == error.code
            LOG.log(logging.DEBUG if known else logging.INFO, "%s: %s", self._device, error)
            return error.code
        except Exception:  # ours: a bug in a driver must not take the other devices with it
            LOG.exception("%s: a fault of our own", self._device)
            return "internal_error"
        finally:
            if self._opened and self._clock() - opened_at >= self._back_off.settle_s:
                self._attempts = 0
            self._opened = False
            await self._box.close()
        return DeviceLostError.code

    async def _watch_until_lost(self) -> None:
        watching = asyncio.create_task(self._forward())
        dropped = asyncio.create_task(self._dropped.wait())
        try:
            done, _ = await asyncio.wait({watching, dropped}, return_when=asyncio.FIRST_COMPLETED)
            if watching in done:
                watching.result()
        finally:
            watching.cancel()
            dropped.cancel()
            await asyncio.gather(watching, dropped, return_exceptions=True)

    async def _forward(self) -> None:
        async with contextlib.aclosing(self._watch(self._box)) as stream:
            async for event in stream:
                if isinstance(event, DeviceHealth):
                    self._tell(event.health, event.reason)
                else:
                    await self._queue.put(event)
                del event  # it may be a whole card: not to be kept while waiting for the next

    def _tell(self, health: Health, reason: str = "") -> None:
        attempts = self._attempts if health is Health.FAULT else 0
        self._beneath = DeviceHealth(self._device, health, reason, attempts)
        self._publish()

    def _publish(self) -> None:
        before = self.health
        self.health = DeviceHealth(self._device, Health.BUSY) if self._in_use else self._beneath
        if (self.health.health, self.health.reason) != (before.health, before.reason):
            self._on_health(self.health)  # one more attempt in vain is no news


def watch_cards(reader: IdCardReader) -> AsyncGenerator[CardEvent | DeviceHealth, None]:
    """The stream of a card reader, for `Supervisor`."""
    return reader.events()


def watch_codes(scanner: CodeScanner) -> AsyncGenerator[ScannedCode | DeviceHealth, None]:
    """The stream of a code scanner, for `Supervisor`."""
    return scanner.codes()


async def watch_status(box: Device, *, device: str, look_s: float = LOOK_S) -> AsyncGenerator[DeviceHealth, None]:
    """The health of a box that is only asked, every `look_s` seconds, for `Supervisor`. Raises DeviceLostError."""
    while True:
        yield health_of(device, await box.status())
        await asyncio.sleep(look_s)


def _has_broken_off(box: object) -> bool:
    return isinstance(box, BreaksOff) and box.broken_off


def health_of(device: str, status: Status) -> DeviceHealth:
    """What the hall is told of a box's own status."""
    return DeviceHealth(device, status.health, status.reason)
