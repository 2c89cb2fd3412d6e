"""A card slot as a wire of bytes and back again, so that a reading can be written down and played back like any other.

`SlotWire` is a Transport over a slot, `WireSlot` a slot over a Transport; both together change nothing. A message is
one letter and its content: W (watch: anything but this view), C (connect), X (a command to the chip), R (release, which
has no answer); back come V (a view), A (the chip's answer) or ! (a trouble).
"""

from __future__ import annotations

import contextlib
import struct
from typing import TYPE_CHECKING

from devices.errors import DeviceError, DeviceProtocolError
from devices.values.smart_card import SlotTrouble, SlotView

if TYPE_CHECKING:
    from devices.ports.smart_card import CardSlot
    from devices.ports.transport import Transport

WATCH, CONNECT, COMMAND, RELEASE = b"W", b"C", b"X", b"R"
VIEW, ANSWER, TROUBLE = b"V", b"A", b"!"
_VIEW = struct.Struct(">?iI")  # present, swaps, marks


def packed(view: SlotView) -> bytes:
    """The bytes of a view."""
    return _VIEW.pack(view.present, view.swaps, view.marks & 0xFFFFFFFF)


class SlotWire:
    """A Transport: what is written is one message, and reading does what it asks. One question at a time."""

    def __init__(self, slot: CardSlot) -> None:
        self._slot = slot
        self._asked = b""

    async def open(self) -> None:
        self._asked = b""
        await self._slot.open()

    async def write(self, data: bytes) -> None:
        if data == RELEASE:
            await self._slot.release()
        else:
            self._asked = data

    async def read_some(self, timeout_s: float) -> bytes:
        """The answer; b"" when there is none in `timeout_s`. Raises DeviceError."""
        letter, content = self._asked[:1], self._asked[1:]
        if letter == WATCH:
            view = await self._slot.change(SlotView(*_VIEW.unpack(content)), timeout_s)
            return VIEW + packed(view) if view is not None else b""
        if letter == CONNECT:
            trouble = await self._slot.connect(timeout_s)
            return TROUBLE + trouble.value.encode() if trouble else ANSWER
        answer = await self._slot.exchange(content, timeout_s)
        return TROUBLE + answer.value.encode() if isinstance(answer, SlotTrouble) else ANSWER + answer

    async def close(self) -> None:
        await self._slot.close()


class WireSlot:
    """A `CardSlot` whose every word goes over a Transport that a `SlotWire`, or a trace of one, is at the end of."""

    def __init__(self, wire: Transport, *, device: str = "smart_card") -> None:
        self._wire = wire
        self._device = device
        self._last = SlotView()

    async def open(self) -> None:
        self._last = SlotView()
        await self._wire.open()

    async def change(self, since: SlotView, timeout_s: float) -> SlotView | None:
        said = await self._ask(WATCH + packed(since), timeout_s)
        if not said:
            return None
        if said[:1] != VIEW or len(said) != 1 + _VIEW.size:
            raise DeviceProtocolError(self._device, "no view of the slot")
        self._last = SlotView(*_VIEW.unpack(said[1:]))
        return self._last

    async def look(self) -> SlotView:
        """What was seen last: asking would disturb a watching."""
        return self._last

    async def connect(self, timeout_s: float) -> SlotTrouble | None:
        said = await self._ask(CONNECT, timeout_s)
        return None if said == ANSWER else self._trouble(said)

    async def exchange(self, command: bytes, timeout_s: float) -> bytes | SlotTrouble:
        said = await self._ask(COMMAND + command, timeout_s)
        return said[1:] if said[:1] == ANSWER else self._trouble(said)

    async def release(self) -> None:
        with contextlib.suppress(DeviceError):
            await self._wire.write(RELEASE)

    async def close(self) -> None:
        await self._wire.close()

    async def _ask(self, message: bytes, timeout_s: float) -> bytes:
        await self._wire.write(message)
        return await self._wire.read_some(timeout_s)

    def _trouble(self, said: bytes) -> SlotTrouble:
        if not said:
            return SlotTrouble.SILENT
        try:
            return SlotTrouble(said.removeprefix(TROUBLE).decode("ascii"))
        except ValueError as error:
            raise DeviceProtocolError(self._device, "no answer of a slot") from error
