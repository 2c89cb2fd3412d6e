"""The driver over a slot in memory: what it tells of cards that come, go and stay through a loss."""

import asyncio
import contextlib

import pytest

from devices.errors import DeviceLostError, DeviceSilentError
from devices.smart_card.card import Manner, VirtualCard, made_up
from devices.smart_card.driver import PcscCardReader, Timing
from devices.values.health import Health
from devices.values.smart_card import CardEventKind, Media, SlotTrouble, SlotView

READING, CARD = CardEventKind.READING, CardEventKind.CARD
UNREADABLE, GONE = CardEventKind.UNREADABLE, CardEventKind.GONE
HOLDER, OTHER = made_up("样本", "11010119900307109X"), made_up("张样本", "110101199003071090", "B87654321")
QUICK = Timing(answer_s=0.5, settle_s=0.05, busy_pause_s=0.001)


class MemorySlot:
    """A `CardSlot` whose cards are put in by the test. `troubles` come instead of answers, one by one."""

    def __init__(self):
        self.card, self.view, self.is_open, self.lost = None, SlotView(swaps=0), False, False
        self.connects, self.troubles, self.released = [], [], 0
        self._news = asyncio.Condition()

    async def put(self, card):
        self.card = card
        self.view = SlotView(present=card is not None, swaps=self.view.swaps + 1)
        await self._tell()

    async def lose(self):
        self.lost = True
        await self._tell()

    async def _tell(self):
        async with self._news:
            self._news.notify_all()

    def _check(self):
        if self.lost or not self.is_open:
            raise DeviceLostError("smart_card")

    async def open(self):
        if self.lost:
            raise DeviceLostError("smart_card")
        self.is_open = True

    async def change(self, since, timeout_s):
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s), self._news:
                await self._news.wait_for(lambda: self.view != since or self.lost or not self.is_open)
                self._check()
                return self.view

    async def look(self):
        self._check()
        return self.view

    async def connect(self, timeout_s):
        self._check()
        return self.connects.pop(0) if self.connects else None

    async def exchange(self, command, timeout_s):
        self._check()
        if self.card is None:
            return SlotTrouble.PULLED
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble == "lost":
            self.lost = True
            self._check()
        return trouble or self.card.answer(command)

    async def release(self):
        self.released += 1

    async def close(self):
        self.is_open = False
        await self._tell()


@pytest.fixture
async def slot():
    return MemorySlot()


@pytest.fixture
async def reader(slot):
    reader = PcscCardReader(slot, timing=QUICK)
    await reader.open()
    yield reader
    await reader.close()


@contextlib.asynccontextmanager
async def heard(reader):
    """`take(n)` gives the next n events as (kind, reason)."""
    async with contextlib.aclosing(reader.events()) as events:

        async def take(count):
            found = [await asyncio.wait_for(anext(events), 5) for _ in range(count)]
            return [(event.kind, str(event.reason)) for event in found]

        yield take


async def test_a_card_that_stays_in_through_a_loss_is_told_once(slot, reader):
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (CARD, "")]
        await slot.lose()
        with pytest.raises(DeviceLostError):
            await take(1)
    await reader.close()
    slot.lost = False
    await reader.open()
    async with heard(reader) as take:
        waiting = asyncio.create_task(take(1))
        while slot.released < 2:
            await asyncio.sleep(0)
        await slot.put(None)
        assert await waiting == [(GONE, "")]


async def test_a_card_taken_out_while_the_reader_was_lost_is_told_to_be_gone(slot, reader):
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        await take(2)
    await reader.close()
    await slot.put(None)
    await reader.open()
    async with heard(reader) as take:
        assert await take(1) == [(GONE, "")]


async def test_another_card_put_in_while_the_reader_was_lost_is_read(slot, reader):
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        await take(2)
    await reader.close()
    await slot.put(VirtualCard(OTHER))
    await reader.open()
    async with heard(reader) as take:
        assert await take(3) == [(GONE, ""), (READING, ""), (CARD, "")]


async def test_a_loss_in_the_middle_of_a_card_leaves_nobody_waiting(slot, reader):
    slot.troubles = [None, None, "lost"]
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (UNREADABLE, "device_lost")]
        with pytest.raises(DeviceLostError):
            await take(1)
    await reader.close()
    slot.lost = False
    await reader.open()
    async with heard(reader) as take:
        assert await take(3) == [(GONE, ""), (READING, ""), (CARD, "")]


async def test_a_stream_that_was_left_in_the_middle_of_a_card_begins_with_it_again(slot, reader):
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(1) == [(READING, "")]
    async with heard(reader) as take:
        assert await take(2) == [(READING, ""), (CARD, "")]


async def test_a_card_that_is_swapped_between_two_looks_is_told_as_two(slot, reader):
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        await take(2)
        await slot.put(None)
        await slot.put(VirtualCard(OTHER))
        assert await take(3) == [(GONE, ""), (READING, ""), (CARD, "")]


@pytest.mark.parametrize("trouble", list(SlotTrouble))
async def test_trouble_with_a_card_makes_it_unreadable_for_that_reason(slot, reader, trouble):
    slot.troubles = [None, trouble]
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (UNREADABLE, trouble.value)]
        assert slot.released == 1


@pytest.mark.parametrize("trouble", [SlotTrouble.BROKEN, SlotTrouble.SILENT])
async def test_silence_of_a_card_that_turns_out_to_be_out_was_pulling_it(slot, reader, trouble):
    slot.troubles = [None, trouble]
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(1) == [(READING, "")]
        waiting = asyncio.create_task(take(1))
        while slot.troubles:
            await asyncio.sleep(0)
        await slot.put(None)
        assert await waiting == [(UNREADABLE, "pulled_away")]
        assert await take(1) == [(GONE, "")]


async def test_a_card_that_another_program_holds_for_a_moment_is_read(slot, reader):
    slot.connects = [SlotTrouble.BUSY] * 3
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (CARD, "")]


async def test_a_card_that_another_program_keeps_is_busy(slot, reader):
    slot.connects = [SlotTrouble.BUSY] * 100
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (UNREADABLE, "busy")]


async def test_a_card_that_takes_too_long_altogether_is_silent(slot):
    reader = PcscCardReader(slot, timing=Timing(card_s=0.05, settle_s=0.01))

    async def never(_command, _timeout_s):
        await asyncio.Event().wait()

    slot.exchange = never
    await reader.open()
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(2) == [(READING, ""), (UNREADABLE, "silent")]


async def test_a_card_that_is_forgotten_is_told_once_and_then_may_go(slot):
    reader = PcscCardReader(slot, timing=Timing(left_behind_s=0.02))
    await reader.open()
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        assert await take(3) == [(READING, ""), (CARD, ""), (CardEventKind.LEFT_BEHIND, "")]
        waiting = asyncio.create_task(take(1))
        await asyncio.sleep(0.1)
        assert not waiting.done()
        await slot.put(None)
        assert await waiting == [(GONE, "")]


async def test_the_status_says_whether_a_card_is_in(slot, reader):
    assert (await reader.status()).media is Media.NOT_PRESENT
    await slot.put(VirtualCard(HOLDER))
    assert (await reader.status()).media is Media.PRESENT


async def test_a_daemon_that_does_not_answer_is_a_fault(slot, reader):
    async def silent():
        raise DeviceSilentError("smart_card")

    slot.look = silent
    status = await reader.status()
    assert (status.health, status.reason, status.media) == (Health.FAULT, "device_silent", Media.UNKNOWN)


async def test_nothing_of_the_holder_is_in_the_log(slot, reader, caplog):
    caplog.set_level("DEBUG")
    async with heard(reader) as take:
        await slot.put(VirtualCard(HOLDER))
        await take(2)
    assert "bytes" in caplog.text
    for secret in (HOLDER.name, HOLDER.social_number, HOLDER.card_number, HOLDER.name.encode("gbk").hex()):
        assert secret not in caplog.text


async def test_a_locked_card_is_a_card(slot, reader):
    async with contextlib.aclosing(reader.events()) as events:
        await slot.put(VirtualCard(HOLDER, frozenset({Manner.LOCKED})))
        assert (await anext(events)).kind is READING
        event = await anext(events)
        assert event.kind is CARD
        assert event.card.locked
