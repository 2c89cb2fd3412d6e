"""What every `IdCardReader` keeps: the simulator, and the driver with the emulated box on a pty, on TCP and on USB."""

import asyncio
import contextlib
from dataclasses import replace
from datetime import date

import pytest

from devices.errors import DeviceLostError
from devices.id_card.exchange import Timing
from devices.id_card.identity import gb11643_check_digit
from devices.values.health import Health
from devices.values.id_card import CardEventKind, CardKind, IdCard, Media
from tests.contracts.id_card_benches import ALL, HardwareBench, same, standing

QUICK = Timing(poll_s=0.005)
HASTY = replace(QUICK, left_behind_s=0.05)


def person(number=1):
    digits = f"1101051990010{number:04d}"
    return IdCard(
        CardKind.RESIDENT, digits + gb11643_check_digit(digits), f"试{number}", ethnicity="汉", birth=date(1990, 1, 1)
    )


@pytest.fixture(params=ALL)
async def bench(request, tmp_path):
    async with standing(request.param, tmp_path, QUICK) as bench:
        yield bench


@pytest.fixture(params=ALL)
async def hasty_bench(request, tmp_path):
    async with standing(request.param, tmp_path, HASTY) as bench:
        yield bench


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
