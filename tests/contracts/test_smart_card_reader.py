"""What every `SmartCardReader` keeps, over the simulator and over the driver with a virtual card behind a real pcscd.

The daemon runs in namespaces of its own, which takes root or user namespaces; without them these tests fail and say so.
"""

import asyncio
import contextlib
import os

import pytest

from devices.errors import DeviceLostError
from devices.registry.smart_card import smart_card_reader
from devices.smart_card.card import Manner, made_up
from devices.smart_card.driver import PcscCardReader, Timing
from devices.smart_card.emulator import SmartCardEmulator
from devices.smart_card.simulator import SimulatedSmartCardReader
from devices.transports.pcsc import slot_at
from devices.values.health import Health
from devices.values.smart_card import CardEventKind, Media

READING, CARD = CardEventKind.READING, CardEventKind.CARD
UNREADABLE, GONE = CardEventKind.UNREADABLE, CardEventKind.GONE
FIRST = made_up("欧阳样本", "11010119900307109X")
SECOND = made_up("张样本", "110101199003071090", "B87654321")
FORGOTTEN_S = 0.3


class SimulatedBench:
    def __init__(self):
        self.reader = SimulatedSmartCardReader()

    async def insert(self, card):
        self.reader.insert(card)

    async def insert_another_kind(self):
        self.reader.insert_unreadable("unknown_card")

    async def forget(self):
        self.reader.forget()

    async def pull(self):
        self.reader.pull()

    async def unplug(self):
        self.reader.unplug()

    async def plug(self):
        self.reader.plug()

    async def clear_away(self):
        await self.reader.close()


class EmulatedBench:
    def __init__(self):
        self.box = SmartCardEmulator()
        timing = Timing(left_behind_s=FORGOTTEN_S)
        self.reader = PcscCardReader(slot_at(self.box.address), timing=timing)
        self.insert, self.pull = self.box.insert, self.box.pull
        self.unplug, self.plug = self.box.unplug, self.box.plug

    async def insert_another_kind(self):
        await self.box.insert(FIRST, Manner.OTHER_CARD)

    async def forget(self):
        """Time goes by itself."""

    async def clear_away(self):
        await self.reader.close()
        await self.box.stop()


@pytest.fixture(params=["simulator", "driver_and_real_daemon"])
async def bench(request):
    bench = SimulatedBench() if request.param == "simulator" else EmulatedBench()
    await bench.plug()
    yield bench
    await bench.clear_away()


class Listener:
    """Hears the events in the background; `next()` waits for them. What is forgotten is heard only when asked for."""

    def __init__(self, reader):
        self._queue = asyncio.Queue()
        self.task = asyncio.create_task(self._hear(reader))

    async def _hear(self, reader):
        async with contextlib.aclosing(reader.events()) as events:
            async for event in events:
                self._queue.put_nowait(event)

    async def next(self, *kinds):
        events = []
        while len(events) < len(kinds):
            event = await self._queue.get()
            if event.kind in kinds or event.kind is not CardEventKind.LEFT_BEHIND:
                events.append(event)
        assert [event.kind for event in events] == list(kinds)
        return events[-1]


@contextlib.asynccontextmanager
async def listening(reader):
    await reader.open()
    listener = Listener(reader)
    try:
        yield listener
    finally:
        listener.task.cancel()
        await asyncio.gather(listener.task, return_exceptions=True)


async def test_one_card_gives_reading_then_the_card_then_gone(bench):
    async with listening(bench.reader) as heard:
        for card in (FIRST, SECOND, SECOND):
            await bench.insert(card)
            assert (await heard.next(READING, CARD)).card == card
            await bench.pull()
            await heard.next(GONE)


async def test_another_kind_of_card_is_unreadable_once_with_a_reason(bench):
    async with listening(bench.reader) as heard:
        await bench.insert_another_kind()
        event = await heard.next(READING, UNREADABLE)
        assert (event.reason, event.card) == ("unknown_card", None)
        await bench.pull()
        await heard.next(GONE)
        await bench.insert(FIRST)
        assert (await heard.next(READING, CARD)).card == FIRST


async def test_a_card_that_is_left_in_is_told_once_to_be_forgotten(bench):
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        await heard.next(READING, CARD)
        await bench.forget()
        await heard.next(CardEventKind.LEFT_BEHIND)
        await bench.pull()
        await heard.next(GONE)


async def test_nothing_of_the_holder_is_in_the_repr_of_an_event(bench):
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        event = await heard.next(READING, CARD)
        for secret in (FIRST.name, FIRST.social_number, FIRST.card_number, FIRST.card_id):
            assert secret not in repr(event)


async def test_a_reader_that_is_plugged_in_is_well_and_says_whether_a_card_is_in(bench):
    assert (await bench.reader.status()).health is Health.FAULT
    async with listening(bench.reader) as heard:
        status = await bench.reader.status()
        assert (status.health, status.media) == (Health.NORMAL, Media.NOT_PRESENT)
        await bench.insert(FIRST)
        await heard.next(READING, CARD)
        assert (await bench.reader.status()).media is Media.PRESENT


async def test_unplugging_ends_the_events_with_device_lost(bench):
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        await heard.next(READING, CARD)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await heard.task
        assert (await bench.reader.status()).health is Health.FAULT


async def test_an_unplugged_reader_cannot_be_opened_and_a_replugged_one_reads(bench):
    await bench.reader.open()
    await bench.unplug()
    await bench.reader.close()
    with pytest.raises(DeviceLostError):
        await bench.reader.open()
    await bench.plug()
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        assert (await heard.next(READING, CARD)).card == FIRST


async def test_a_card_that_stays_in_while_the_reader_is_unplugged_is_told_once(bench):
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        await heard.next(READING, CARD)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await heard.task
    await bench.reader.close()
    await bench.plug()
    async with listening(bench.reader) as heard:
        await bench.pull()
        await heard.next(GONE)


async def test_closing_ends_the_events_quietly_and_may_be_done_twice(bench):
    async with listening(bench.reader) as heard:
        await bench.insert(FIRST)
        await heard.next(READING, CARD)
        await bench.reader.close()
        await bench.reader.close()
        await heard.task


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_SMART_CARD_ADDRESS" not in os.environ, reason="no reader at hand")
async def test_a_real_reader_reads_a_real_card():
    """Put a card in first; KAPOK_SMART_CARD_ADDRESS is `pcsc:` or `pcsc:?reader=NAME`. Needs `-m hardware`."""
    reader = smart_card_reader({"driver": "pcsc", "address": os.environ["KAPOK_SMART_CARD_ADDRESS"]})
    async with listening(reader) as heard:
        assert (await heard.next(READING, CARD)).card.card_number
    await reader.close()
