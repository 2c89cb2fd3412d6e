"""What every `RatingPad` keeps, run over the simulator and over the driver with the emulated pad on a pty."""

import asyncio
import contextlib
import os

import pytest

from devices.errors import DeviceLostError
from devices.rating_pad.codec import INVITE
from devices.rating_pad.driver import SerialRatingPad
from devices.rating_pad.emulator import RatingPadEmulator
from devices.rating_pad.simulator import SimulatedRatingPad
from devices.registry.rating_pad import rating_pad
from devices.transports import open_transport
from devices.values.health import Health
from devices.values.rating_pad import Grade, RatingEnd, RatingResult
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, plugged


class Pressed(SimulatedBench):
    async def invited(self, times):
        await self.device.inviting.wait()

    async def press(self, grade):
        self.device.press(grade)


class Wired(EmulatedBench):
    async def invited(self, times):
        await self.box.wait_until_heard(INVITE, times)

    async def press(self, grade):
        await self.box.press(grade)


@pytest.fixture(params=["simulator", "serial"])
async def bench(request, tmp_path):
    link = tmp_path / "pad"
    made = Wired(RatingPadEmulator(link=link), SerialRatingPad(open_transport(str(link))))
    async with plugged(made if request.param == "serial" else Pressed(SimulatedRatingPad())) as bench:
        yield bench


@contextlib.asynccontextmanager
async def inviting(bench, times=1, timeout_s=30):
    result = asyncio.ensure_future(bench.device.invite(timeout_s))
    await bench.invited(times)
    try:
        yield result
    finally:
        result.cancel()
        await asyncio.gather(result, return_exceptions=True)


async def test_the_key_that_is_pressed_is_the_grade(bench):
    await bench.device.open()
    for times, grade in enumerate(Grade, 1):
        async with inviting(bench, times) as result:
            await bench.press(grade)
            assert await result == RatingResult(RatingEnd.RATED, grade)


async def test_nobody_pressing_is_no_grade(bench):
    await bench.device.open()
    assert await bench.device.invite(1) == RatingResult(RatingEnd.LAPSED)


async def test_an_invitation_can_be_taken_back(bench):
    await bench.device.open()
    async with inviting(bench) as result:
        assert (await bench.device.status()).inviting
        await bench.device.withdraw()
        assert await result == RatingResult(RatingEnd.WITHDRAWN)
    assert not (await bench.device.status()).inviting
    await bench.device.withdraw()


async def test_a_press_without_invitation_is_counted_and_belongs_to_nobody(bench):
    await bench.device.open()
    await bench.press(Grade.VERY_DISSATISFIED)
    async with inviting(bench) as result:
        await bench.press(Grade.SATISFIED)
        assert (await result).grade is Grade.SATISFIED
        await bench.press(Grade.DISSATISFIED)
    assert (await bench.device.status()).stray == 2


async def test_there_is_one_invitation_at_a_time(bench):
    await bench.device.open()
    async with inviting(bench) as first:
        assert await bench.device.invite(5) == RatingResult(RatingEnd.REFUSED, reason="inviting_already")
        await bench.press(Grade.SATISFIED)
        assert (await first).grade is Grade.SATISFIED


@pytest.mark.parametrize("timeout_s", [0, -1, 1e6])
async def test_a_time_that_no_pad_can_wait_is_refused(bench, timeout_s):
    await bench.device.open()
    assert await bench.device.invite(timeout_s) == RatingResult(RatingEnd.REFUSED, reason="timeout_out_of_range")


async def test_cancelling_the_request_leaves_a_pad_that_invites_anew(bench):
    await bench.device.open()
    async with inviting(bench) as result:
        result.cancel()
        with pytest.raises(asyncio.CancelledError):
            await result
    again = asyncio.ensure_future(bench.device.invite(30))
    await bench.invited(2)
    await bench.press(Grade.SATISFIED)
    assert (await again).grade is Grade.SATISFIED


async def test_unplugging_ends_the_invitation_as_unknown_and_replugging_begins_anew(bench):
    await bench.device.open()
    assert (await bench.device.status()).health is Health.NORMAL
    async with inviting(bench) as result:
        await bench.unplug()
        assert await result == RatingResult(RatingEnd.UNKNOWN, reason="device_lost")
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    await bench.device.open()
    assert not (await bench.device.status()).inviting
    async with inviting(bench, 2) as result:
        await bench.press(Grade.BASICALLY_SATISFIED)
        assert (await result).grade is Grade.BASICALLY_SATISFIED


async def test_closing_ends_the_invitation(bench):
    await bench.device.open()
    async with inviting(bench) as result:
        await bench.device.close()
        await bench.device.close()
        assert await result == RatingResult(RatingEnd.UNKNOWN, reason="closed")


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_RATING_PAD_ADDRESS" not in os.environ, reason="no rating pad at hand")
async def test_a_real_pad_opens_and_lapses():
    pad = rating_pad({"driver": "serial", "address": os.environ["KAPOK_RATING_PAD_ADDRESS"]})
    try:
        await pad.open()
        assert (await pad.invite(1)).end is RatingEnd.LAPSED
    finally:
        await pad.close()
