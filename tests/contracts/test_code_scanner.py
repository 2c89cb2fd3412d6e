"""What every `CodeScanner` keeps, run over the simulator and over each driver with its emulated box."""

import asyncio
import contextlib
import os

import pytest

from devices.camera.emulator import CameraEmulator
from devices.camera.pictures import sheet
from devices.code_scanner.driver import SerialCodeScanner
from devices.code_scanner.emulator import CodeScannerEmulator
from devices.code_scanner.keyboard import WedgeCodeScanner
from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.code_scanner.typing_emulator import TypingScannerEmulator
from devices.errors import DeviceLostError
from devices.registry.code_scanner import code_scanner
from devices.transports import open_transport
from devices.values.health import Health
from devices.values.keyboard import key_for


class SimulatedBench:
    def __init__(self):
        self.scanner = SimulatedCodeScanner()

    async def scan(self, data):
        self.scanner.scan(data)

    async def unplug(self):
        self.scanner.unplug()

    async def plug(self):
        self.scanner.plug()

    async def clear_away(self):
        await self.scanner.close()


class EmulatedBench:
    def __init__(self, link, end):
        self.box = CodeScannerEmulator(link=link, end=end)
        self.scanner = SerialCodeScanner(open_transport(str(link)), idle_gap_s=0.1)
        self.scan, self.unplug, self.plug = self.box.scan, self.box.stop, self.box.start

    async def clear_away(self):
        await self.scanner.close()
        await self.box.stop()


class CameraBench:
    """A camera before which codes are held."""

    def __init__(self):
        self.box = CameraEmulator(fps=30)
        self.unplug = self.box.stop
        self._scanner = None

    @property
    def scanner(self):
        return self._scanner

    async def plug(self):
        await self.box.start()
        self._scanner = self._scanner or code_scanner({"driver": "camera", "address": self.box.address})

    async def scan(self, data):
        self.box.show(sheet(data, width=320, height=240))

    async def clear_away(self):
        await self.scanner.close()
        await self.box.stop()


class WindowBench:
    """A window whose keys are a scanner's; each scan a second after the one before."""

    def __init__(self):
        self.scanner = WedgeCodeScanner()
        self.at = 0.0

    async def plug(self):
        self.scanner.attach()

    async def unplug(self):
        self.scanner.detach()

    async def scan(self, data):
        self.at += 1
        for number, text in enumerate(data.decode() + "\r"):
            assert self.scanner.press(key_for(text, self.at + 0.004 * number)) == ()

    async def clear_away(self):
        await self.scanner.close()


class TypingBench:
    """A scanner that types, below the screen."""

    def __init__(self, link):
        self.box = TypingScannerEmulator(link=link)
        self.scanner = code_scanner({"driver": "evdev", "address": str(link)})
        self.scan, self.unplug, self.plug = self.box.scan, self.box.stop, self.box.start

    async def clear_away(self):
        await self.scanner.close()
        await self.box.stop()


class HardwareBench:
    """A serial scanner that stands there; nobody holds codes before it and nobody pulls its cable."""

    def __init__(self):
        if "KAPOK_CODE_SCANNER_ADDRESS" not in os.environ:
            pytest.skip("KAPOK_CODE_SCANNER_ADDRESS says where the scanner is")
        self.scanner = SerialCodeScanner(open_transport(os.environ["KAPOK_CODE_SCANNER_ADDRESS"]))

    async def plug(self):
        """It is."""

    async def scan(self, data):
        pytest.skip("somebody would have to hold it there")

    async def unplug(self):
        pytest.skip("somebody would have to pull the cable")

    async def clear_away(self):
        await self.scanner.close()


ENDS = {"cr": b"\r", "crlf": b"\r\n", "no_end": b""}
BENCHES = {"simulator": SimulatedBench, "camera": CameraBench, "wedge": WindowBench, "hardware": HardwareBench}
DRIVERS = ("simulator", *ENDS, "camera", "wedge", "evdev")


@pytest.fixture(params=[*DRIVERS, pytest.param("hardware", marks=pytest.mark.hardware)])
async def bench(request, tmp_path):
    link = tmp_path / "scanner"
    if request.param in ENDS:
        bench = EmulatedBench(link, ENDS[request.param])
    else:
        bench = TypingBench(link) if request.param == "evdev" else BENCHES[request.param]()
    await bench.plug()
    yield bench
    await bench.clear_away()


@contextlib.asynccontextmanager
async def hearing(scanner):
    """The stream of codes of an opened scanner."""
    await scanner.open()
    async with contextlib.aclosing(scanner.codes()) as codes:
        yield codes


async def test_a_code_comes_as_its_bytes_and_its_text(bench):
    async with hearing(bench.scanner) as codes:
        text, encoding = ("穗好办", "gb18030") if bench.scanner.capabilities.binary else ("KPT1:Gz#(7)", "utf-8")
        await bench.scan(text.encode(encoding))
        code = await anext(codes)
        assert (code.data, code.text, code.encoding) == (text.encode(encoding), text, encoding)
        assert bool(code.symbol.kind) is bench.scanner.capabilities.symbology
        assert code.symbol.trusted
        assert text not in repr(code)


async def test_codes_come_in_order_and_once(bench):
    async with hearing(bench.scanner) as codes:
        for number in range(5):
            await bench.scan(b"code %d" % number)
            assert (await anext(codes)).text == f"code {number}"


async def test_a_scanner_that_is_plugged_in_is_well(bench):
    assert (await bench.scanner.status()).health is Health.FAULT
    await bench.scanner.open()
    assert (await bench.scanner.status()).health is Health.NORMAL


async def test_unplugging_ends_the_codes_with_device_lost(bench):
    async with hearing(bench.scanner) as codes:
        await bench.scan(b"last")
        await anext(codes)
        waiting = asyncio.ensure_future(anext(codes))
        await asyncio.sleep(0)
        await bench.unplug()
        with pytest.raises(DeviceLostError):
            await waiting
        assert (await bench.scanner.status()).health is Health.FAULT


async def test_an_unplugged_scanner_cannot_be_opened_and_a_replugged_one_can(bench):
    await bench.unplug()
    with pytest.raises(DeviceLostError):
        await bench.scanner.open()
    await bench.plug()
    async with hearing(bench.scanner) as codes:
        await bench.scan(b"again")
        assert (await anext(codes)).text == "again"


async def test_closing_ends_the_codes_quietly(bench):
    async with hearing(bench.scanner) as codes:
        waiting = asyncio.ensure_future(anext(codes, "the end"))
        await asyncio.sleep(0)
        await bench.scanner.close()
        assert await waiting == "the end"
