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

LINE = StripText("请A036号到3号窗口", StripEffect.SCROLL, brightness=8, speed=1)


class SimulatedBench:
    def __init__(self):
        self.strip = self.box = SimulatedLedStrip()

    async def unplug(self):
        self.strip.unplug()

    async def plug(self):
        self.strip.plug()

    async def clear_away(self):
        await self.strip.close()


class EmulatedBench:
    def __init__(self, link):
        self.box = LedStripEmulator(link=link)
        self.strip = SerialLedStrip(open_transport(str(link)))
        self.unplug, self.plug = self.box.stop, self.box.start

    async def clear_away(self):
        await self.strip.close()
        await self.box.stop()


@pytest.fixture(params=["simulator", "serial"])
async def bench(request, tmp_path):
    bench = SimulatedBench() if request.param == "simulator" else EmulatedBench(tmp_path / "strip")
    await bench.plug()
    yield bench
    await bench.clear_away()


async def test_a_line_stands_there_until_the_next_or_until_it_is_cleared(bench):
    await bench.strip.open()
    for line in (LINE, StripText("暂停办理", StripEffect.BLINK), StripText("3 号")):
        assert await bench.strip.show(line) == ShowResult(End.DONE)
        assert bench.box.showing == line
    assert (await bench.strip.status()).showing
    assert await bench.strip.clear() == DONE
    assert bench.box.showing is None
    assert not (await bench.strip.status()).showing


async def test_characters_that_the_strip_lacks_are_seen_to_be_missing(bench):
    await bench.strip.open()
    assert await bench.strip.show(StripText("请䶮女士")) == ShowResult(End.DONE, replaced=1)
    assert bench.box.showing.text == "请□女士"


async def test_a_static_text_that_does_not_fit_scrolls(bench):
    await bench.strip.open()
    await bench.strip.show(StripText("一二三四五六七八九"))
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
    await bench.strip.open()
    await bench.strip.show(LINE)
    assert await bench.strip.show(line) == ShowResult(End.REFUSED, reason)
    assert bench.box.showing == LINE


async def test_an_unplugged_strip_is_unknown_then_lost_and_works_after_replugging(bench):
    await bench.strip.open()
    assert (await bench.strip.status()).health is Health.NORMAL
    await bench.unplug()
    assert await bench.strip.show(LINE) == ShowResult(End.UNKNOWN, "device_lost")
    assert (await bench.strip.clear()).end is End.UNKNOWN
    with pytest.raises(DeviceLostError):
        await bench.strip.status()
    with pytest.raises(DeviceLostError):
        await bench.strip.open()
    await bench.plug()
    await bench.strip.open()
    assert (await bench.strip.show(LINE)).end is End.DONE


async def test_closing_twice_is_allowed(bench):
    await bench.strip.open()
    await bench.strip.close()
    await bench.strip.close()
    assert (await bench.strip.show(LINE)).end is End.UNKNOWN


@pytest.mark.hardware
@pytest.mark.skipif("KAPOK_LED_STRIP_ADDRESS" not in os.environ, reason="no strip at hand")
async def test_a_real_strip_shows_a_line():
    strip = led_strip({"driver": "serial", "address": os.environ["KAPOK_LED_STRIP_ADDRESS"]})
    try:
        await strip.open()
        assert (await strip.show(LINE)).end is End.DONE
    finally:
        await strip.close()
