"""What every `IdCardReader` keeps: the simulator, and the driver with the emulated box on a pty, on TCP and on USB.

With a real reader: KAPOK_ID_CARD_ADDRESS=/dev/ttyUSB0 pytest -s -m hardware tests/contracts/test_id_card_reader.py, a
person at the glass, and cards (two in some tests) at hand.
"""

import asyncio
import contextlib
import os
import sys
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from devices.errors import DeviceLostError
from devices.id_card.driver import SdtCardReader
from devices.id_card.emulator import IdCardReaderEmulator
from devices.id_card.exchange import Timing
from devices.id_card.identity import gb11643_check_digit
from devices.id_card.simulator import SimulatedCardReader
from devices.transports import open_transport
from devices.transports.pty import PtyLine
from devices.transports.tcp_line import TcpLine
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_device import TWO_PIPES, Pipes
from devices.transports.usb_far_end import UsbFarEnd
from devices.values.health import Health
from devices.values.id_card import CardEventKind, CardKind, IdCard, Media

QUICK = Timing(poll_s=0.005)
HASTY = replace(QUICK, left_behind_s=0.05)
ADDRESS = os.environ.get("KAPOK_ID_CARD_ADDRESS", "")
ONE_PAIR = Pipes((0x01,), (0x82,))


def person(number=1):
    digits = f"1101051990010{number:04d}"
    return IdCard(
        CardKind.RESIDENT, digits + gb11643_check_digit(digits), f"试{number}", ethnicity="汉", birth=date(1990, 1, 1)
    )


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


@pytest.fixture(params=ALL)
async def bench(request, tmp_path):
    async with standing(request.param, tmp_path, QUICK) as bench:
        yield bench


@pytest.fixture(params=ALL)
async def hasty_bench(request, tmp_path):
    async with standing(request.param, tmp_path, HASTY) as bench:
        yield bench


def same(bench, read, laid):
    """Whether the card that was read is the one that was laid; of a real one only that it is a card."""
    return read == laid if not isinstance(bench, HardwareBench) else bool(read.number)


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

    async def any(self):
        return await self._queue.get()

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


READING, CARD, UNREADABLE, LEFT_BEHIND, GONE = (
    CardEventKind.READING,
    CardEventKind.CARD,
    CardEventKind.UNREADABLE,
    CardEventKind.LEFT_BEHIND,
    CardEventKind.GONE,
)


async def test_one_tap_gives_reading_then_the_card_then_gone(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        event = await heard.next(READING, CARD)
        assert same(bench, event.card, person())
        bench.lift()
        await heard.next(GONE)
        assert heard.rest() == 0


async def test_two_people_after_each_other_give_their_own_cards(bench):
    async with listening(bench.reader) as heard:
        for number in (1, 2):
            bench.lay(person(number))
            assert same(bench, (await heard.next(READING, CARD)).card, person(number))
            bench.lift()
            await heard.next(GONE)


async def test_the_same_person_may_tap_again(bench):
    async with listening(bench.reader) as heard:
        for _ in range(2):
            bench.lay(person())
            assert same(bench, (await heard.next(READING, CARD)).card, person())
            bench.lift()
            await heard.next(GONE)


async def test_a_card_laid_in_place_of_another_is_read_too(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person(1))
        await heard.next(READING, CARD)
        bench.lay(person(2))
        assert same(bench, (await heard.next(GONE, READING, CARD)).card, person(2))


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
        assert same(bench, (await heard.next(READING, CARD)).card, person())


async def test_closing_ends_the_events_quietly_and_may_be_done_twice(bench):
    async with listening(bench.reader) as heard:
        bench.lay(person())
        await heard.next(READING, CARD)
        await bench.reader.close()
        await bench.reader.close()
        await heard.task


async def test_a_card_left_behind_is_told_once_and_is_gone_when_it_is_taken(hasty_bench):
    bench = hasty_bench
    async with listening(bench.reader) as heard:
        for lay in (lambda: bench.lay(person()), bench.lay_unreadable):
            lay()
            await heard.next(READING)
            assert (await heard.any()).kind in {CARD, UNREADABLE}
            await heard.next(LEFT_BEHIND)
            assert heard.rest() == 0
            bench.lift()
            await heard.next(GONE)


async def test_an_expired_card_is_read_like_any_other_and_says_that_it_is(bench):
    card = replace(person(), valid_from=date(2010, 5, 6), valid_until=date(2020, 5, 6))
    async with listening(bench.reader) as heard:
        bench.lay(card)
        read = (await heard.next(READING, CARD)).card
        assert same(bench, read, card)
        if not isinstance(bench, HardwareBench):
            assert read.expired_on(date(2020, 5, 7))
            assert not read.expired_on(date(2020, 5, 6))


async def test_whether_a_card_lies_there_is_in_the_status(bench):
    async with listening(bench.reader) as heard:
        assert (await bench.reader.status()).media is Media.NOT_PRESENT
        bench.lay(person())
        await heard.next(READING, CARD)
        assert (await bench.reader.status()).media is Media.PRESENT


async def test_events_given_up_at_any_time_leave_a_reader_that_reads(bench):
    await bench.reader.open()
    for turn in range(12):
        listener = Listener(bench.reader)
        for _ in range(turn):
            await asyncio.sleep(0)
        listener.task.cancel()
        await asyncio.gather(listener.task, return_exceptions=True)
    assert (await bench.reader.status()).health is Health.NORMAL
    listener = Listener(bench.reader)
    bench.lay(person())
    assert same(bench, (await listener.next(READING, CARD)).card, person())
    listener.task.cancel()
    await asyncio.gather(listener.task, return_exceptions=True)


async def test_what_it_can_do_is_known_without_asking_it(bench):
    assert bench.reader.capabilities.kinds == set(CardKind)
    assert not bench.reader.capabilities.print_lengths
