"""Card readers to hold to their contract: simulated, emulated on every wire, and a real one with a person at the glass.

With a real reader: KAPOK_ID_CARD_ADDRESS=/dev/ttyUSB0 pytest -s -m hardware tests/contracts/test_id_card_reader.py, and
cards (two in some tests) at hand.
"""

import asyncio
import contextlib
import os
import sys
from functools import partial

import pytest

from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.id_card.simulator import SimulatedCardReader
from devices.transports import open_transport
from devices.transports.pty import PtyLine
from devices.transports.tcp_line import TcpLine
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_device import TWO_PIPES, Pipes
from devices.transports.usb_far_end import UsbFarEnd

ADDRESS = os.environ.get("KAPOK_ID_CARD_ADDRESS", "")
ONE_PAIR = Pipes((0x01,), (0x82,))


class SimulatedBench:
    def __init__(self, timing):
        self.reader = SimulatedCardReader(left_behind_s=timing.left_behind_s)
        self.lay, self.lay_unreadable, self.lift = self.reader.tap, self.reader.tap_unreadable, self.reader.lift

    async def unplug(self):
        self.reader.unplug()

    async def plug(self):
        self.reader.plug()

    async def clear_away(self):
        await self.reader.close()


class EmulatedBench:
    def __init__(self, line, wire, timing):
        self.box = IdCardReaderEmulator(line=line)
        self.reader = SdtCardReader(wire, timing=timing)
        self.lay, self.lay_unreadable, self.lift = self.box.lay, self.box.lay_unreadable, self.box.lift
        self.unplug, self.plug = self.box.stop, self.box.start

    async def clear_away(self):
        await self.reader.close()
        await self.box.stop()


async def on_a_pty(folder, timing):
    return EmulatedBench(PtyLine(folder / "reader"), open_transport(str(folder / "reader")), timing)


async def on_tcp(_folder, timing):
    line = TcpLine()
    await line.open()  # its port is known from here on
    await line.close()
    return EmulatedBench(line, open_transport(line.path), timing)


async def on_usb(_folder, timing, pipes=ONE_PAIR):
    line = UsbFarEnd(0x0400, 0xC35A, pipes)
    return EmulatedBench(line, UsbBulkTransport(line.vid, line.pid, device="id_card", backend=line), timing)


class HardwareBench:
    """A person does what is written on the screen; any card will do."""

    def __init__(self, timing):
        self.reader = SdtCardReader(open_transport(ADDRESS), timing=Timing(left_behind_s=timing.left_behind_s))

    def lay(self, _card):
        print("\n>>> lay a card that reads (another one, if one lies there)", file=sys.stderr)

    def lay_unreadable(self):
        print("\n>>> lay something that cannot be read: a bank card", file=sys.stderr)

    def lift(self):
        print("\n>>> take it away", file=sys.stderr)

    async def unplug(self):
        await asyncio.to_thread(input, "\n>>> pull the cable, then press Enter")

    async def plug(self):
        await asyncio.to_thread(input, "\n>>> put the cable in, nothing on the glass, then press Enter")

    async def clear_away(self):
        await self.reader.close()


async def simulated(_folder, timing):
    return SimulatedBench(timing)


async def by_hand(_folder, timing):
    return HardwareBench(timing)


BENCHES = {
    "simulator": simulated,
    "driver_and_emulator_on_a_pty": on_a_pty,
    "driver_and_emulator_on_tcp": on_tcp,
    "driver_and_emulator_on_usb": on_usb,
    "driver_and_emulator_on_usb_with_two_pipes": partial(on_usb, pipes=TWO_PIPES),
}
REAL = pytest.param(by_hand, marks=[pytest.mark.hardware, pytest.mark.timeout(600)], id="hardware")
ALL = [pytest.param(make, id=name) for name, make in BENCHES.items()] + ([REAL] if ADDRESS else [])


@contextlib.asynccontextmanager
async def standing(make, folder, timing):
    bench = await make(folder, timing)
    await bench.plug()
    try:
        yield bench
    finally:
        await bench.clear_away()


def same(bench, read, laid):
    """Whether the card that was read is the one that was laid; of a real one only that it is a card."""
    return read == laid if not isinstance(bench, HardwareBench) else bool(read.number)
