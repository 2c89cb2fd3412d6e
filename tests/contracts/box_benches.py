"""A box of a counter to hold to its contract: a simulator, or a driver whose emulated box is plugged in and out."""

import asyncio
import contextlib


class SimulatedBench:
    """`device` is the simulator, which is its own box."""

    def __init__(self, device):
        self.device = self.box = device

    async def plug(self):
        self.device.plug()

    async def unplug(self):
        self.device.unplug()

    async def clear_away(self):
        await self.device.close()


class EmulatedBench:
    """`device` is the driver, `box` what it talks to."""

    def __init__(self, box, device):
        self.box, self.device = box, device
        self.plug, self.unplug = box.start, box.stop

    async def clear_away(self):
        await self.device.close()
        await self.box.stop()


@contextlib.asynccontextmanager
async def plugged(bench):
    """The bench with its box plugged in, and cleared away after."""
    await bench.plug()
    try:
        yield bench
    finally:
        await bench.clear_away()


@contextlib.asynccontextmanager
async def hearing(device, stream):
    """The open device's stream: what it says by itself."""
    await device.open()
    async with contextlib.aclosing(stream()) as items:
        yield items


async def closing_ends(device, items):
    """Closing, also twice, ends the stream of whoever waits for the next, quietly."""
    waiting = asyncio.ensure_future(anext(items, "the end"))
    await asyncio.sleep(0)
    await device.close()
    await device.close()
    assert await waiting == "the end"
