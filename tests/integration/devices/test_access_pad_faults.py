"""A pad whose kernel dropped events, and one in which headphones were left: real structs over a real pty."""

import asyncio
import contextlib

from devices.access_pad.driver import EvdevAccessPad
from devices.access_pad.emulator import AccessPadEmulator
from devices.transports.evdev import EvdevTransport
from devices.transports.input_events import EV_SYN, SYN_DROPPED, SYN_REPORT, InputEvent
from devices.values.access_pad import PadEvent, PadKey


class WithSwitch(EvdevTransport):
    """A wire that can say how the socket stands: no pty can."""

    inside = False

    def __init__(self, path):
        super().__init__(path)
        self.silent = asyncio.Event()

    async def read_some(self, timeout_s):
        data = await super().read_some(timeout_s)
        if not data:
            self.silent.set()
        return data

    def switch_is_on(self, code):
        return self.inside if code == 2 else None


@contextlib.asynccontextmanager
async def bench(tmp_path, *, inside):
    box = AccessPadEmulator(link=tmp_path / "pad")
    await box.start()
    wire = WithSwitch(box.address)
    wire.inside = inside
    pad = EvdevAccessPad(wire, gap_s=0.02, switch_is_on=wire.switch_is_on)
    await pad.open()
    try:
        async with contextlib.aclosing(pad.events()) as events:
            yield box, wire, events
    finally:
        await pad.close()
        await box.stop()


async def test_headphones_that_are_in_already_come_first(tmp_path):
    async with bench(tmp_path, inside=True) as (box, _wire, events):
        await box.press(PadKey.HELP)
        assert await anext(events) == PadEvent(1, headphones=True)
        assert await anext(events) == PadEvent(2, key=PadKey.HELP)


async def test_a_plug_that_went_in_while_events_were_dropped_is_told(tmp_path):
    async with bench(tmp_path, inside=False) as (box, wire, events):
        assert await anext(events) == PadEvent(1, headphones=False)
        wire.inside = True
        await box.send(InputEvent(1, EV_SYN, SYN_DROPPED, 0), InputEvent(1, EV_SYN, SYN_REPORT, 0))
        assert await anext(events) == PadEvent(2, headphones=True)


async def test_a_struct_that_never_ends_does_not_shift_the_next(tmp_path):
    async with bench(tmp_path, inside=None) as (box, wire, events):
        waiting = asyncio.ensure_future(anext(events))
        await box.send_bytes(b"\x01\x02\x03")
        await wire.silent.wait()
        await box.press(PadKey.NEXT)
        assert await waiting == PadEvent(1, key=PadKey.NEXT)
