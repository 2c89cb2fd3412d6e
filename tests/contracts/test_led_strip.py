"""What every `LedStrip` keeps, run over the simulator and over the driver with the emulated strip on a pty."""

import os

import pytest

from devices.errors import DeviceLostError
from devices.led_strip.driver import SerialLedStrip
from devices.led_strip.emulator import LedStripEmulator
from devices.led_strip.simulator import SimulatedLedStrip
from devices.registry.led_strip import led_strip
from devices.transports import open_transport
from devices.values.completion import DONE, End
from devices.values.health import Health
from devices.values.led_strip import ShowResult, StripEffect, StripText
from tests.contracts.box_benches import EmulatedBench, SimulatedBench, plugged

LINE = StripText("请A036号到3号窗口", StripEffect.SCROLL, brightness=8, speed=1)


@pytest.fixture(params=["simulator", "serial"])
async def bench(request, tmp_path):
    link = tmp_path / "strip"
    made = EmulatedBench(LedStripEmulator(link=link), SerialLedStrip(open_transport(str(link))))
    async with plugged(made if request.param == "serial" else SimulatedBench(SimulatedLedStrip())) as bench:
        yield bench


async def test_a_line_stands_there_until_the_next_or_until_it_is_cleared(bench):
    await bench.device.open()
    for line in (LINE, StripText("暂停办理", StripEffect.BLINK), StripText("3 号")):
        assert await bench.device.show(line) == ShowResult(End.DONE)
        assert bench.box.showing == line
    assert (await bench.device.status()).showing
    assert await bench.device.clear() == DONE
    assert bench.box.showing is None
    assert not (await bench.device.status()).showing


async def test_characters_that_the_strip_lacks_are_seen_to_be_missing(bench):
    await bench.device.open()
    assert await bench.device.show(StripText("请䶮女士")) == ShowResult(End.DONE, replaced=1)
    assert bench.box.showing.text == "请□女士"


async def test_a_static_text_that_does_not_fit_scrolls(bench):
    await bench.device.open()
    await bench.device.show(StripText("一二三四五六七八九"))
    assert bench.box.showing.effect is StripEffect.SCROLL


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (StripText("号" * 101), "text_too_long"),
        (StripText("号", brightness=0), "figure_out_of_range"),
        (StripText("号", brightness=9), "figure_out_of_range"),
        (StripText("号", speed=6), "figure_out_of_range"),
    ],
)
async def test_what_no_strip_can_take_is_refused_and_the_old_line_stays(bench, line, reason):
    await bench.device.open()
    await bench.device.show(LINE)
    assert await bench.device.show(line) == ShowResult(End.REFUSED, reason)
    assert bench.box.showing == LINE


async def test_an_unplugged_strip_is_unknown_then_lost_and_works_after_replugging(bench):
    await bench.device.open()
    assert (await bench.device.status()).health is Health.NORMAL
    await bench.unplug()
    assert await bench.device.show(LINE) == ShowResult(End.UNKNOWN, "device_lost")
    assert (await bench.device.clear()).end is End.UNKNOWN
    with pytest.raises(DeviceLostError):
        await bench.device.status()
    with pytest.raises(DeviceLostError):
        await bench.device.open()
    await bench.plug()
    await bench.device.open()
    assert (await bench.device.show(LINE)).end is End.DONE


async def test_closing_twice_is_allowed(bench):
    await bench.device.open()
    await bench.device.close()
    await bench.device.close()
    assert (await bench.device.show(LINE)).end is End.UNKNOWN


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_LED_STRIP_ADDRESS" not in os.environ, reason="no strip at hand")
async def test_a_real_strip_shows_a_line():
    strip = led_strip({"driver": "serial", "address": os.environ["KAPOK_LED_STRIP_ADDRESS"]})
    try:
        await strip.open()
        assert (await strip.show(LINE)).end is End.DONE
    finally:
        await strip.close()
