"""A scanner that types like a keyboard, taken from below the screen: its keys reach no window at all.

Everything that comes is a scan or is dropped: nobody types on a scanner.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from devices.code_scanner.keymap import KeyMap
from devices.code_scanner.wedge import GAP_S, Refused, Typed, WedgeDecoder
from devices.errors import DeviceLostError
from devices.transports.input_events import EventDecoder, EventsLost
from devices.values.code_scanner import ScannedCode, ScannerCapabilities, ScannerStatus, Sight
from devices.values.health import Health

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from devices.code_scanner.wedge import Found
    from devices.ports.transport import Transport

LOG = logging.getLogger("kapok.device.code_scanner")

LISTEN_S = 3600.0  # between two codes there is nothing to do; closing wakes the reading
PAUSE_S = 0.2  # ends a code that Enter does not end; more than the kernel and a busy loop need


class EvdevCodeScanner:
    """`CodeScanner` over an input device, for scanners without a serial mode."""

    def __init__(self, wire: Transport, *, device: str = "code_scanner", gap_s: float = GAP_S) -> None:
        self._wire = wire
        self._device = device
        self._gap_s = gap_s
        self.capabilities = ScannerCapabilities(binary=False)
        self._open = False
        self._lost = ""
        self._dropped = 0

    async def open(self) -> None:
        await self._wire.open()
        self._open, self._lost = True, ""

    async def codes(self) -> AsyncGenerator[ScannedCode, None]:
        events, keys, decoder = EventDecoder(), KeyMap(), WedgeDecoder(gap_s=self._gap_s)
        while True:
            waiting = decoder.wake_at is not None or events.pending
            try:
                data = await self._wire.read_some(PAUSE_S if waiting else LISTEN_S)
            except DeviceLostError as error:
                if not self._open:
                    return
                self._lost = error.code
                raise
            for code in self._heard(data, events, keys, decoder):
                yield code

    async def status(self) -> ScannerStatus:
        if self._open and not self._lost:
            return ScannerStatus(Health.NORMAL, dropped=self._dropped)
        return ScannerStatus(Health.FAULT, self._lost or DeviceLostError.code, Sight.OFF, self._dropped)

    async def close(self) -> None:
        self._open = False
        await self._wire.close()

    def _heard(self, data: bytes, events: EventDecoder, keys: KeyMap, decoder: WedgeDecoder) -> list[ScannedCode]:
        found: list[Found] = []
        if not data:
            events.forget()
            found += decoder.flush()
        for event in events.feed(data):
            if isinstance(event, EventsLost):  # keys are missing: what is held is no whole code
                keys.forget()
                decoder.lose()
            elif (key := keys.press(event)) is not None:
                found += decoder.feed(key)
        codes = [one for one in found if isinstance(one, ScannedCode)]
        for one in found:
            if isinstance(one, Refused):
                self._drop(one.reason, one.keys)
            elif isinstance(one, Typed):
                self._drop("typed", len(one.keys))
        return codes

    def _drop(self, reason: str, keys: int) -> None:
        self._dropped += 1
        LOG.warning("%s: %d keys are dropped: %s", self._device, keys, reason)
