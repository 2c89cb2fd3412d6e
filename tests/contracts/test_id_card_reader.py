"""What every `IdCardReader` keeps, run over the simulator and over the driver with the emulated box on a pty."""

import asyncio
import contextlib
from datetime import date

import pytest

from devices.errors import DeviceLostError
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.id_card.identity import gb11643_check_digit
from devices.id_card.simulator import SimulatedCardReader
from devices.transports import open_transport
from devices.values.health import Health
from devices.values.id_card import CardEventKind, CardKind, IdCard

QUICK = Timing(poll_s=0.005)


def person(number=1):
    digits = f"1101051990010{number:04d}"
    return IdCard(
        CardKind.RESIDENT, digits + gb11643_check_digit(digits), f"试{number}", ethnicity="汉", birth=date(1990, 1, 1)
    )


class SimulatedBench:
    def __init__(self):
        self.reader = SimulatedCardReader()
        self.lay, self.lay_unreadable, self.lift = self.reader.tap, self.reader.tap_unreadable, self.reader.lift

    async def unplug(self):
        self.reader.unplug()

    async def plug(self):
        self.reader.plug()

    async def clear_away(self):
        await self.reader.close()


class EmulatedBench:
    def __init__(self, link):
        self.box = IdCardReaderEmulator(link=link)
        self.reader = SdtCardReader(open_transport(str(link)), timing=QUICK)
        self.lay, self.lay_unreadable, self.lift = self.box.lay, self.box.lay_unreadable, self.box.lift
        self.unplug, self.plug = self.box.stop, self.box.start

    async def clear_away(self):
        await self.reader.close()
        await self.box.stop()


@pytest.fixture(params=["simulator", "driver_and_emulator"])
async def bench(request, tmp_path):
    bench = SimulatedBench() if request.param == "simulator" else EmulatedBench(tmp_path / "reader")
    await bench.plug()
    yield bench
    await bench.clear_away()


class Listener:
    """Hears the events in the background; `next()` waits for one."""

    def __init__(self, reader):
        self._queue = asyncio.Queue()
        self.task = asyncio.create_task(self._hear(reader))

    async def _hear(self, reader):
        async with contextlib.aclosing(reader.events()) as events:
            async for event in events:
                self._queue.put_nowait(event)

    async def next(self, *kinds):
        events = [await self._queue.get() for _ in kinds]
        assert [event.kind for event in events] == list(kinds)
        return events[-1]

    def rest(self):
        return self._queue.qsize()


@contextlib.asynccontextmanager
async def listening(reader):
    await reader.open()
    listener = Listener(reader)
    try:
        yield listener
    finally:
        listener.task.cancel()
        await asyncio.gather(listener.task, return_exceptions=True)


READING, CARD, UNREADABLE, GONE = (
    CardEventKind.READING,
    CardEventKind.CARD,
    CardEventKind.UNREADABLE,
    CardEventKind.GONE,
)


async def test_one_tap_gives_reading_then_the_card_then_gone(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        event = await heard.next(READING, CARD)
        assert event.card == person()
        bench.lift()
        await heard.next(GONE)
        assert heard.rest() == 0


async def test_two_people_after_each_other_give_their_own_cards(bench):
    async with listening(bench.reader) as heard:
        for number in (1, 2):
            bench.lay(person(number))
            assert (await heard.next(READING, CARD)).card == person(number)
            bench.lift()
            await heard.next(GONE)


async def test_the_same_person_may_tap_again(bench):
    async with listening(bench.reader) as heard:
        for _ in range(2):
            bench.lay(person())
            assert (await heard.next(READING, CARD)).card == person()
            bench.lift()
            await heard.next(GONE)


async def test_a_card_laid_in_place_of_another_is_read_too(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person(1))
        await heard.next(READING, CARD)
        bench.lay(person(2))
        assert (await heard.next(GONE, READING, CARD)).card == person(2)


async def test_a_card_that_cannot_be_read_is_unreadable_once_with_a_reason(bench):
    async with listening(bench.reader) as heard:
        bench.lay_unreadable()
        event = await heard.next(READING, UNREADABLE)
        assert event.reason == "refused"
        assert event.card is None
        bench.lift()
        await heard.next(GONE)
        bench.lay(person())
        await heard.next(READING, CARD)


async def test_nothing_of_the_person_is_in_the_repr_of_an_event(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        event = await heard.next(READING, CARD)
        assert person().name not in repr(event)
        assert person().number[6:] not in repr(event)


async def test_a_reader_that_is_plugged_in_is_well(bench):
    await bench.reader.open()
    assert (await bench.reader.status()).health is Health.NORMAL


async def test_a_reader_that_is_not_open_is_at_fault(bench):
    assert (await bench.reader.status()).health is Health.FAULT


async def test_unplugging_ends_the_events_with_device_lost(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        await heard.next(READING, CARD)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await heard.task
        assert (await bench.reader.status()).health is Health.FAULT


async def test_an_unplugged_reader_cannot_be_opened(bench):
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await bench.reader.open()


async def test_a_reader_that_is_plugged_in_again_reads_again(bench):
    await bench.reader.open()
    await bench.unplug()
    await bench.reader.close()
    await bench.plug()
    async with listening(bench.reader) as heard:
        bench.lay(person())
        assert (await heard.next(READING, CARD)).card == person()


async def test_closing_ends_the_events_quietly_and_may_be_done_twice(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        await heard.next(READING, CARD)
        await bench.reader.close()
        await bench.reader.close()
        await heard.task
