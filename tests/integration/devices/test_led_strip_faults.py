"""A strip on a bad line: a line is shown once, and what is not known to be shown is said to be unknown."""

import asyncio
import contextlib

import pytest

from devices.errors import DeviceLostError
from devices.led_strip.codec import SHOW
from devices.led_strip.driver import SerialLedStrip
from devices.led_strip.emulator import LedStripEmulator
from devices.transports import open_transport
from devices.transports.box_stand_in import LASTING, BoxFault
from devices.transports.box_talk import BoxTiming
from devices.values.completion import End
from devices.values.health import Health
from devices.values.lamp import Lamp
from devices.values.led_strip import ShowResult, StripText

QUICK = BoxTiming(answer_s=0.15, attempts=4, gap_s=0.05, beat_s=5)


@contextlib.asynccontextmanager
async def bench(tmp_path):
    box = LedStripEmulator(link=tmp_path / "strip")
    await box.start()
    strip = SerialLedStrip(open_transport(box.address), timing=QUICK)
    await strip.open()
    try:
        yield box, strip
    finally:
        await strip.close()
        await box.stop()


@pytest.mark.parametrize("fault", [fault for fault in BoxFault if fault not in {BoxFault.REFUSED, BoxFault.CUT}])
async def test_a_line_is_shown_once_whatever_happens_to_the_answer(tmp_path, fault):
    async with bench(tmp_path) as (box, strip):
        box.fail(fault, times=2)
        for text in ("请A036号", "请A037号"):
            assert await strip.show(StripText(text)) == ShowResult(End.DONE)
        assert [line.text for line in box.shown] == ["请A036号", "请A037号"]


async def test_a_mute_strip_has_perhaps_shown_it(tmp_path):
    async with bench(tmp_path) as (box, strip):
        box.fail(BoxFault.MUTE, times=LASTING)
        assert await strip.show(StripText("请A036号")) == ShowResult(End.UNKNOWN, "device_silent")
        status = await strip.status()
        assert (status.health, status.reason, status.lamp) == (Health.FAULT, "device_silent", Lamp.UNKNOWN)
        box.heal()
        assert (await strip.status()).health is Health.NORMAL
        assert len(box.shown) == 1


async def test_a_strip_that_says_no_has_not_shown_it(tmp_path):
    async with bench(tmp_path) as (box, strip):
        box.fail(BoxFault.REFUSED)
        assert await strip.show(StripText("请A036号")) == ShowResult(End.REFUSED, "device_refused")
        assert not box.shown


@pytest.mark.parametrize(("lamp", "health"), [(Lamp.FADING, Health.WARNING), (Lamp.INOP, Health.FAULT)])
async def test_dark_modules_are_told(tmp_path, lamp, health):
    async with bench(tmp_path) as (box, strip):
        box.lamp = lamp
        status = await strip.status()
        assert (status.health, status.reason) == (health, f"lamp_{lamp}")


async def test_a_strip_that_lost_its_power_has_to_be_opened_anew_and_shows_nothing(tmp_path):
    async with bench(tmp_path) as (box, strip):
        await strip.show(StripText("请A036号"))
        box.power_cycle()
        with pytest.raises(DeviceLostError):
            await strip.status()
        await strip.open()
        assert not (await strip.status()).showing


async def test_a_cancelled_line_leaves_a_strip_that_shows_the_next(tmp_path):
    async with bench(tmp_path) as (box, strip):
        box.fail(BoxFault.LATE)
        showing = asyncio.ensure_future(strip.show(StripText("请A036号")))
        await asyncio.sleep(0)
        showing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await showing
        assert (await strip.show(StripText("请A037号"))).end is End.DONE
        assert box.showing == StripText("请A037号")
        assert box.carried_out[SHOW] == len(box.shown)
