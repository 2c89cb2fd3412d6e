"""Host and box at the two ends of a real pty: a question is carried out once, an event is told once."""

import asyncio
import contextlib

import pytest

from devices.errors import DeviceLostError, DeviceRefusedError, DeviceSilentError
from devices.transports import open_transport
from devices.transports.box_frames import EventVerdict, Reply
from devices.transports.box_stand_in import LASTING, BoxFault, BoxStandIn
from devices.transports.box_talk import BoxTalk, BoxTiming

QUICK = BoxTiming(answer_s=0.15, attempts=4, gap_s=0.05, beat_s=5)
COUNT = 0x43


class CountingBox(BoxStandIn):
    """Knows one word, which adds one."""

    def __init__(self):
        super().__init__(name="counting", late_s=0.2)
        self.count = 0

    def execute(self, word, arguments):
        if word != COUNT:
            return Reply.UNKNOWN_WORD, b""
        self.count += 1
        return Reply.DONE, bytes((self.count,)) + arguments


class Hearing:
    def __init__(self):
        self.events = asyncio.Queue()
        self.lost = asyncio.Queue()

    def on_event(self, word, arguments):
        self.events.put_nowait((word, arguments))
        return EventVerdict.TAKEN

    def on_lost(self, error):
        self.lost.put_nowait(error)


@contextlib.asynccontextmanager
async def bench(timing=QUICK, **options):
    box, hearing = CountingBox(**options), Hearing()
    await box.start()
    talk = BoxTalk(open_transport(box.address), "box", hearing, timing)
    try:
        yield box, talk, hearing
    finally:
        await talk.close()
        await box.stop()


async def test_a_greeting_says_which_box_it_is():
    async with bench() as (_box, talk, _hearing):
        await talk.open()
        assert talk.model == "counting"


@pytest.mark.parametrize("fault", [fault for fault in BoxFault if fault not in {BoxFault.REFUSED, BoxFault.CUT}])
async def test_a_question_is_carried_out_once_whatever_happens_to_its_answer(fault):
    async with bench() as (box, talk, _hearing):
        await talk.open()
        box.fail(fault)
        assert await talk.ask(COUNT, b"x") == b"\x01x"
        assert await talk.ask(COUNT, b"y") == b"\x02y"
        assert box.count == 2


@pytest.mark.parametrize("fault", [fault for fault in BoxFault if fault not in {BoxFault.REFUSED, BoxFault.CUT}])
async def test_an_event_is_told_once_whatever_happens_to_it(fault):
    async with bench() as (box, talk, hearing):
        await talk.open()
        box.fail(fault)
        await box.say(0x50, b"1")
        await box.say(0x50, b"2")
        await box.wait_until_taken()
        assert [hearing.events.get_nowait() for _ in range(2)] == [(0x50, b"1"), (0x50, b"2")]
        assert hearing.events.empty()


async def test_a_box_that_stays_mute_is_silent_and_answers_again_when_healed():
    async with bench() as (box, talk, _hearing):
        await talk.open()
        box.fail(BoxFault.MUTE, times=LASTING)
        with pytest.raises(DeviceSilentError):
            await talk.ask(COUNT)
        box.heal()
        assert await talk.ask(COUNT) == b"\x02"


async def test_a_word_that_the_box_does_not_know_is_refused():
    async with bench() as (_box, talk, _hearing):
        await talk.open()
        with pytest.raises(DeviceRefusedError) as told:
            await talk.ask(0x7F)
        assert told.value.status == Reply.UNKNOWN_WORD


async def test_an_event_whose_acknowledgement_was_cut_off_is_not_told_again_after_replugging():
    async with bench() as (box, talk, hearing):
        await talk.open()
        await box.say(0x50, b"1")
        await hearing.events.get()
        await box.wait_until_taken()
        await box.say(0x50, b"2")
        await hearing.events.get()
        box._events.appendleft((box._event_seq, b"\x502"))  # the box did not hear that it was taken
        await box.unplug()
        assert isinstance(await hearing.lost.get(), DeviceLostError)
        await box.plug()
        talk._wire = open_transport(box.address)
        await talk.open()
        await box.wait_until_taken()
        assert hearing.events.empty()
        assert talk.repeats


async def test_a_cable_pulled_in_the_middle_of_an_answer_is_a_loss_told_once():
    async with bench() as (box, talk, hearing):
        await talk.open()
        box.fail(BoxFault.CUT)
        with pytest.raises(DeviceLostError):
            await talk.ask(COUNT)
        await hearing.lost.get()
        with pytest.raises(DeviceLostError):
            await talk.ask(COUNT)
        assert hearing.lost.empty()


async def test_the_beat_finds_a_mute_box_and_one_that_lost_its_power():
    quick = BoxTiming(answer_s=0.05, attempts=2, gap_s=0.02, beat_s=0.05)
    async with bench(quick) as (box, talk, hearing):
        await talk.open()
        box.fail(BoxFault.MUTE, times=LASTING)
        assert isinstance(await hearing.lost.get(), DeviceSilentError)
        box.heal()
        await talk.open()
        box.power_cycle()
        assert (await hearing.lost.get()).detail == "restarted"


async def test_a_box_sends_no_event_before_it_was_greeted():
    async with bench() as (box, talk, hearing):
        await box.say(0x50)
        assert box.untold == 1
        await talk.open()
        await box.wait_until_taken()
        assert hearing.events.get_nowait() == (0x50, b"")


async def test_a_cancelled_question_does_not_disturb_the_next():
    async with bench() as (box, talk, _hearing):
        await talk.open()
        box.fail(BoxFault.LATE)
        asking = asyncio.ensure_future(talk.ask(COUNT, b"x"))
        await box.wait_until_heard(0x48)
        await asyncio.sleep(0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert (await talk.ask(COUNT, b"y"))[1:] == b"y"


async def test_nobody_at_the_other_end_is_silence():
    async with bench() as (box, talk, _hearing):
        box.fail(BoxFault.DEAF, times=LASTING)
        with pytest.raises(DeviceSilentError):
            await talk.open()
        with pytest.raises(DeviceLostError):
            await talk.ask(COUNT)
