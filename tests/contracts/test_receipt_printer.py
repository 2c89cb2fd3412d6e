"""What every `ReceiptPrinter` keeps, run over the simulator and the driver with an emulated box on TCP, pty and USB.

With KAPOK_RECEIPT_PRINTER_ADDRESS and `-m hardware`, a real printer prints one slip and says so.
"""

import dataclasses
import os

import pytest

from devices.receipt_printer.driver import Patience, ReceiptPrinterDriver
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator, SlipOutcome
from devices.receipt_printer.simulator import READY, SimulatedReceiptPrinter
from devices.transports import open_transport
from devices.transports.usb import UsbBulkTransport
from devices.transports.usb_device import Pipes
from devices.transports.usb_far_end import UsbFarEnd
from devices.values.receipt_printer import Headline, Paper, PrintDocument, PrinterStatus, PrintOutcome, Span
from tests.contracts.print_rules import PrintRules

QUICK = Patience(answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=15, mute_looks=2, slowest_bytes_s=20_000)
MUTE = PrinterStatus(answered=False)
STATES = {
    Fault.PAPER_NEAR_END: dataclasses.replace(READY, paper=Paper.LOW),
    Fault.PAPER_OUT: dataclasses.replace(READY, online=False, paper=Paper.OUT),
    Fault.COVER_OPEN: dataclasses.replace(READY, online=False, cover_open=True),
    Fault.OFFLINE: dataclasses.replace(READY, online=False),
    Fault.MUTE: MUTE,
}


ADDRESS = os.environ.get("KAPOK_RECEIPT_PRINTER_ADDRESS", "")


def slip(job_id="", text="A042", **more):
    return PrintDocument((Headline((Span(text, 10, bold=True),)),), job_id=job_id, **more)


class Bench:
    def job(self, job_id="", *, other=False, **more):
        return slip(job_id, "B001" if other else "A042", **more)


class SimulatedBench(Bench):
    def __init__(self):
        self.printer = SimulatedReceiptPrinter()

    async def start(self):
        pass

    async def stop(self):
        await self.printer.close()

    def fail(self, fault):
        self.printer.state = STATES[fault]

    def heal(self):
        self.printer.state = READY

    def came_out(self):
        return len(self.printer.documents)


class EmulatedBench(Bench):
    def __init__(self, **wire):
        self.emulator = ReceiptPrinterEmulator(**wire)

    def wire(self):
        return open_transport(self.emulator.address)

    async def start(self):
        await self.emulator.start()
        self.printer = ReceiptPrinterDriver(self.wire(), patience=QUICK)

    async def stop(self):
        await self.printer.close()
        await self.emulator.stop()

    def fail(self, fault):
        self.emulator.fail(fault)

    def heal(self):
        self.emulator.heal()

    def came_out(self):
        return sum(slip.outcome is SlipOutcome.COMPLETE for slip in self.emulator.slips)


class UsbBench(EmulatedBench):
    def __init__(self):
        self.end = UsbFarEnd(0x04B8, 0x0202, Pipes((0x01,), (0x82,)), interface_class=0x07)
        super().__init__(line=self.end)

    def wire(self):
        return UsbBulkTransport(self.end.vid, self.end.pid, backend=self.end)


BENCHES = {"simulator": SimulatedBench, "tcp": lambda: EmulatedBench(port=0), "pty": EmulatedBench, "usb": UsbBench}


@pytest.fixture(params=BENCHES)
async def bench(request):
    bench = BENCHES[request.param]()
    await bench.start()
    yield bench
    await bench.stop()


class TestJobs(PrintRules):
    """What printers of both kinds keep."""


async def test_a_slip_comes_out_and_is_said_to_be_printed_when_all_is_well(bench):
    await bench.printer.open()
    assert (await bench.printer.status()).ready
    result = await bench.printer.print(slip("j1"))
    assert (result.outcome, result.reason) == (PrintOutcome.PRINTED, "")
    assert result.status.ready
    assert bench.came_out() == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.PAPER_OUT, "paper_out"),
        (Fault.COVER_OPEN, "cover_open"),
        (Fault.OFFLINE, "offline"),
        (Fault.MUTE, "device_silent"),
    ],
)
async def test_nothing_is_printed_and_the_reason_is_named_when_the_printer_says_no_before(bench, fault, reason):
    await bench.printer.open()
    bench.fail(fault)
    result = await bench.printer.print(slip("j1"))
    assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, reason)
    assert result.status == STATES[fault]
    bench.heal()
    again = await bench.printer.print(slip("j1", reprint=True))
    assert again.outcome is PrintOutcome.PRINTED
    assert bench.came_out() == 1


async def test_a_refused_job_is_not_printed_by_itself_when_the_printer_is_well_again(bench):
    await bench.printer.open()
    bench.fail(Fault.PAPER_OUT)
    await bench.printer.print(slip("j1"))
    bench.heal()
    assert (await bench.printer.print(slip("j1"))).outcome is PrintOutcome.NOT_PRINTED
    assert bench.came_out() == 0


async def test_paper_near_its_end_is_told_and_does_not_stop_a_slip(bench):
    await bench.printer.open()
    bench.fail(Fault.PAPER_NEAR_END)
    result = await bench.printer.print(slip("j1"))
    assert (result.outcome, result.status.paper) == (PrintOutcome.PRINTED, Paper.LOW)


async def test_a_mute_printer_has_a_status_that_says_so_and_no_exception(bench):
    await bench.printer.open()
    bench.fail(Fault.MUTE)
    assert await bench.printer.status() == MUTE


async def test_a_memory_for_the_roll_is_taken_before_opening(bench):
    bench.printer.keep_roll_in({})
    await bench.printer.open()
    assert (await bench.printer.print(slip("j1"))).outcome is PrintOutcome.PRINTED


@pytest.mark.hardware
@pytest.mark.skipif(not ADDRESS, reason="KAPOK_RECEIPT_PRINTER_ADDRESS names no printer")
async def test_a_real_printer_prints_a_slip_and_says_so():
    printer = ReceiptPrinterDriver(open_transport(ADDRESS))
    await printer.open()
    try:
        assert (await printer.status()).ready
        assert (await printer.print(slip("j1"))).outcome is PrintOutcome.PRINTED
    finally:
        await printer.close()
