"""Pretends to be a signal lamp, or a relay board, at the far end of a pty."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from devices.errors import DeviceLostError
from devices.indicator.codec import LIGHT, RelayDecoder, decode_light, encode_state
from devices.transports.box_frames import Reply
from devices.transports.box_stand_in import BoxStandIn
from devices.transports.pty_stand_in import PtyStandIn
from devices.values.indicator import Light
from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from pathlib import Path


class IndicatorEmulator(BoxStandIn):
    """A lamp to look at: `light` is what it shows, `lights` what it ever showed. `lamp` may be set."""

    def __init__(self, *, link: str | Path | None = None, late_s: float = 0.2) -> None:
        super().__init__(name="indicator", link=link, late_s=late_s)
        self.light = Light()
        self.lights: list[Light] = []
        self.lamp = Lamp.OK

    def execute(self, word: int, arguments: bytes) -> tuple[Reply, bytes]:
        if word != LIGHT:
            return Reply.UNKNOWN_WORD, b""
        light = decode_light(arguments)
        if light is None:
            return Reply.BAD_ARGUMENTS, b""
        self.light = light
        self.lights.append(light)
        return Reply.DONE, b""

    def state(self) -> bytes:
        return encode_state(self.lamp, self.light)

    def forget(self) -> None:
        self.light = Light()


class RelayEmulator(PtyStandIn):
    """A relay board: `on` holds the channels that are switched on, `switched` all that was done."""

    def __init__(self, *, link: str | Path | None = None) -> None:
        super().__init__(name="relay", link=link)
        self._task: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()
        self.on: set[int] = set()
        self.switched: list[tuple[int, bool]] = []

    async def start(self) -> None:
        """Plug the board in; also after `stop()`. It has its power from the cable: everything is off."""
        await super().start()
        self.on.clear()
        self._task = asyncio.create_task(self._serve())

    async def stop(self) -> None:
        await super().stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def wait_until_switched(self, times: int) -> None:
        """Return when something was switched `times` times in all."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.switched) >= times)

    async def _serve(self) -> None:
        decoder = RelayDecoder()
        try:
            while True:
                for channel, on in decoder.feed(await self._line.read_some(3600)):
                    (self.on.add if on else self.on.discard)(channel)
                    async with self._news:
                        self.switched.append((channel, on))
                        self._news.notify_all()
        except DeviceLostError:
            return
