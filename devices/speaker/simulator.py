"""Stands in for having no loudspeaker: the same port; what it said can be read. Knows no sound."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from devices.errors import DeviceLostError
from devices.values.completion import End
from devices.values.health import Health
from devices.values.speaker import SpeakerCapabilities, SpeakerStatus, SpeakResult

if TYPE_CHECKING:
    from devices.values.speaker import Utterance


class SimulatedSpeaker:
    """`Speaker` whose words take no time, unless `pause()` holds them up. `begun` and `said` are in order."""

    def __init__(self, *, device: str = "speaker") -> None:
        self._device = device
        self._plugged, self._open = True, False
        self._going = asyncio.Event()
        self._going.set()
        self._waiting: list[asyncio.Future[SpeakResult]] = []
        self.begun: list[Utterance] = []  # also what was cut off
        self.said: list[Utterance] = []  # to its end
        self.capabilities = SpeakerCapabilities()

    async def open(self) -> None:
        if not self._plugged:
            raise DeviceLostError(self._device, "unplugged")
        self._open = True

    async def say(self, utterance: Utterance) -> SpeakResult:
        if not self._open:
            return SpeakResult(End.REFUSED, DeviceLostError.code)
        if len(utterance.text) > self.capabilities.longest_text:
            return SpeakResult(End.REFUSED, "text_too_long")
        self.begun.append(utterance)
        hushed: asyncio.Future[SpeakResult] = asyncio.get_running_loop().create_future()
        going: asyncio.Future[Any] = asyncio.ensure_future(self._going.wait())
        self._waiting.append(hushed)
        try:
            await asyncio.wait((hushed, going), return_when=asyncio.FIRST_COMPLETED)
        finally:
            going.cancel()
            self._waiting.remove(hushed)
        if hushed.done():
            return hushed.result()
        self.said.append(utterance)
        return SpeakResult(End.DONE)

    async def hush(self) -> None:
        self._end("hushed")

    async def status(self) -> SpeakerStatus:
        if not self._open:
            raise DeviceLostError(self._device, "not open")
        return SpeakerStatus(Health.NORMAL, waiting=len(self._waiting))

    async def close(self) -> None:
        self._open = False
        self._end("closed")

    def pause(self) -> None:
        """Let nothing end until `go`."""
        self._going.clear()

    def go(self) -> None:
        """Say what waits."""
        self._going.set()

    def unplug(self) -> None:
        """Pull the cable: `open` raises DeviceLostError until `plug`."""
        self._plugged = self._open = False

    def plug(self) -> None:
        """Plug the cable in again; the owner must `open` anew."""
        self._plugged = True

    def _end(self, reason: str) -> None:
        for hushed in self._waiting:
            if not hushed.done():
                hushed.set_result(SpeakResult(End.CANCELLED, reason))
