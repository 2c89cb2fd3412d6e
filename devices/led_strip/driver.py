"""Shows lines on a strip over a serial line. A line is shown once, however often it has to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.led_strip.codec import CLEAR, LONGEST_BYTES, SHOW, decode_state, encode_show
from devices.transports.box_talk import USUAL, BoxTalk, BoxTiming, NothingToSay
from devices.values.completion import Completion, End
from devices.values.health import Health
from devices.values.led_strip import ShowResult, StripCapabilities, StripStatus

if TYPE_CHECKING:
    from devices.ports.transport import Transport
    from devices.values.led_strip import StripText

COLUMNS = 16


class SerialLedStrip:
    """`LedStrip` over any transport. `columns`: what fits on the strip; a Chinese character takes two."""

    def __init__(
        self, wire: Transport, *, device: str = "led_strip", columns: int = COLUMNS, timing: BoxTiming = USUAL
    ) -> None:
        self._talk = BoxTalk(wire, device, NothingToSay(), timing)
        self.capabilities = StripCapabilities(columns, LONGEST_BYTES)

    async def open(self) -> None:
        await self._talk.open()

    async def show(self, text: StripText) -> ShowResult:
        try:
            arguments, replaced = encode_show(text, columns=self.capabilities.columns)
        except ValueError as error:
            return ShowResult(End.REFUSED, str(error))
        done = await self._talk.order(SHOW, arguments)
        return ShowResult(done.end, done.reason, replaced)

    async def clear(self) -> Completion:
        return await self._talk.order(CLEAR)

    async def status(self) -> StripStatus:
        reason, said = await self._talk.look()
        lamp, showing = decode_state(said)
        health, why = lamp.trouble
        return StripStatus(Health.FAULT if reason else health, reason or why, lamp, showing)

    async def close(self) -> None:
        await self._talk.close()
