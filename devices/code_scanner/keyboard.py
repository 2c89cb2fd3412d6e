"""A scanner that types like a keyboard, heard through the window that has the focus. Knows no window system.

The window's thread presses keys in; codes come out on the loop that opened it. What is held back and what is refused
is decided in `wedge`.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from devices.code_scanner.wedge import GAP_S, Refused, Typed, WedgeDecoder
from devices.errors import DeviceLostError
from devices.values.code_scanner import ScannerCapabilities, ScannerStatus, Sight
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.code_scanner.wedge import Found
    from devices.values.code_scanner import ScannedCode
    from devices.values.keyboard import Key

LOG = logging.getLogger("kapok.device.code_scanner")

WAITING = 64  # codes that nobody fetched; more are dropped


class WedgeCodeScanner:
    """`CodeScanner` and `KeyTaker`. While nobody has it open, scans are still kept from the screen, and dropped."""

    def __init__(self, *, device: str = "code_scanner", gap_s: float = GAP_S) -> None:
        self._device = device
        self.capabilities = ScannerCapabilities(binary=False)
        self._decoder = WedgeDecoder(gap_s=gap_s)
        self._attached = self._open = False
        self._dropped = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news: asyncio.Queue[ScannedCode | None] = asyncio.Queue()  # None: look at the flags

    # --- the loop's side -------------------------------------------------------------------------------------------

    async def open(self) -> None:
        if not self._attached:
            raise DeviceLostError(self._device, "no window hears keys")
        self._loop, self._news = asyncio.get_running_loop(), asyncio.Queue(WAITING)
        self._open = True

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        while True:
            if not self._open:
                return
            if not self._attached:
                raise DeviceLostError(self._device, "the window is gone")
            code = await self._news.get()
            if code is not None:
                yield code
            del code  # not to be kept while waiting for the next

    async def status(self) -> ScannerStatus:
        if self._open and self._attached:
            return ScannerStatus(Health.NORMAL, dropped=self._dropped)
        return ScannerStatus(Health.FAULT, DeviceLostError.code, Sight.OFF, self._dropped)

    async def close(self) -> None:
        self._open = False
        self._wake(None)

    # --- the window's side -----------------------------------------------------------------------------------------

    @property
    def wake_at(self) -> float | None:
        return self._decoder.wake_at

    def attach(self) -> None:
        self._attached = True

    def press(self, key: Key) -> tuple[Key, ...]:
        return self._sorted(self._decoder.feed(key))

    def look(self) -> tuple[Key, ...]:
        return self._sorted(self._decoder.flush())

    def detach(self) -> None:
        self._decoder.flush()
        self._attached = False
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._wake, None)

    def _sorted(self, found: list[Found]) -> tuple[Key, ...]:
        keys: list[Key] = []
        for one in found:
            if isinstance(one, Typed):
                keys += one.keys
            elif isinstance(one, Refused):
                self._dropped += 1
                LOG.warning("%s: %d keys are dropped: %s", self._device, one.keys, one.reason)
            else:
                self._tell(one)
        return tuple(keys)

    def _tell(self, code: ScannedCode) -> None:
        loop = self._loop
        if loop is not None and self._open:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(self._wake, code)

    def _wake(self, code: ScannedCode | None) -> None:
        try:
            self._news.put_nowait(code)
        except asyncio.QueueFull:  # whoever reads it looks at the flags anyway
            self._dropped += code is not None
