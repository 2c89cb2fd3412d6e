"""A rating pad on a bad line: a grade is told once, to the invitation that it belongs to, or honestly not at all."""

import asyncio
import contextlib

import pytest

from devices.rating_pad.codec import INVITE, RATED, WITHDRAW, encode_number
from devices.rating_pad.driver import SerialRatingPad
from devices.rating_pad.emulator import RatingPadEmulator
from devices.transports import open_transport
from devices.transports.box_frames import EventVerdict
from devices.transports.box_stand_in import LASTING, BoxFault
from devices.transports.box_talk import BoxTiming
from devices.values.rating_pad import Grade, RatingEnd, RatingResult

QUICK = BoxTiming(answer_s=0.15, attempts=3, gap_s=0.05, beat_s=5)


@contextlib.asynccontextmanager
async def bench(tmp_path, **options):
    box = RatingPadEmulator(link=tmp_path / "pad", **options)
    await box.start()
    pad = SerialRatingPad(open_transport(box.address), slack_s=0.1, timing=QUICK)
    await pad.open()
    try:
        yield box, pad
    finally:
        await pad.close()
        await box.stop()


async def test_a_pad_that_forgets_to_say_that_time_is_over_is_asked(tmp_path):
    async with bench(tmp_path, forgetful=True) as (box, pad):
        assert await pad.invite(1) == RatingResult(RatingEnd.LAPSED)
        assert not box.inviting
        assert box.carried_out[WITHDRAW] == 1


async def test_a_grade_whose_event_never_arrives_is_fetched_at_the_end(tmp_path):
    async with bench(tmp_path, forgetful=True) as (box, pad):
        inviting = asyncio.ensure_future(pad.invite(1))
        await box.wait_until_heard(INVITE)
        box._graded = (box._invitation, Grade.DISSATISFIED)  # pressed, and the pad says nothing of it by itself
        box._dark()
        assert await inviting == RatingResult(RatingEnd.RATED, Grade.DISSATISFIED)


async def test_a_key_that_was_faster_than_the_withdrawal_counts(tmp_path):
    async with bench(tmp_path) as (box, pad):
        inviting = asyncio.ensure_future(pad.invite(30))
        await box.wait_until_heard(INVITE)
        box.fail(BoxFault.MUTE)
        await box.press(Grade.SATISFIED)
        await pad.withdraw()
        assert await inviting == RatingResult(RatingEnd.RATED, Grade.SATISFIED)


@pytest.mark.parametrize("fault", [BoxFault.MUTE, BoxFault.SPLIT, BoxFault.NOISE, BoxFault.DOUBLED, BoxFault.HALF])
async def test_a_grade_is_told_once_whatever_happens_to_its_event(tmp_path, fault):
    async with bench(tmp_path) as (box, pad):
        for times, grade in enumerate((Grade.SATISFIED, Grade.VERY_DISSATISFIED), 1):
            inviting = asyncio.ensure_future(pad.invite(30))
            await box.wait_until_heard(INVITE, times)
            box.fail(fault)
            await box.press(grade)
            assert (await inviting).grade is grade
        await box.wait_until_taken()
        assert (await pad.status()).stray == 0


async def test_a_grade_for_an_invitation_that_is_over_or_no_grade_is_counted_and_not_told(tmp_path):
    async with bench(tmp_path) as (box, pad):
        inviting = asyncio.ensure_future(pad.invite(30))
        await box.wait_until_heard(INVITE)
        number = box._invitation
        await box.say(RATED, encode_number(number - 1) + b"\5")
        await box.say(RATED, encode_number(number) + b"\x09")
        await box.say(RATED)
        await box.say(0x7F)
        await box.wait_until_taken()
        assert not inviting.done()
        assert box.taken == {EventVerdict.TOO_LATE: 1, EventVerdict.NOT_UNDERSTOOD: 3}
        assert (await pad.status()).stray == 1
        await box.press(Grade.VERY_SATISFIED)
        assert (await inviting).grade is Grade.VERY_SATISFIED


async def test_a_mute_pad_is_unknown_and_is_put_right_when_it_is_opened_anew(tmp_path):
    async with bench(tmp_path) as (box, pad):
        box.fail(BoxFault.MUTE, times=LASTING)
        assert await pad.invite(30) == RatingResult(RatingEnd.UNKNOWN, reason="device_silent")
        assert box.inviting
        box.heal()
        await pad.open()
        assert not box.inviting


async def test_a_pad_that_says_no_is_refused_and_one_that_is_busy_elsewhere_too(tmp_path):
    async with bench(tmp_path) as (box, pad):
        box.fail(BoxFault.REFUSED)
        assert await pad.invite(30) == RatingResult(RatingEnd.REFUSED, reason="device_refused")
        box._invitation = 0xFFFF if pad._number < 0xFFF0 else 1
        assert (await pad.invite(30)).end is RatingEnd.REFUSED


async def test_a_cancelled_invitation_goes_dark(tmp_path):
    async with bench(tmp_path) as (box, pad):
        inviting = asyncio.ensure_future(pad.invite(30))
        await box.wait_until_heard(INVITE)
        inviting.cancel()
        await box.wait_until_heard(WITHDRAW)
        assert not box.inviting
