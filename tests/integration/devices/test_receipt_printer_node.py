"""A node that only takes, such as /dev/usb/lp0: what can be said of slips there, and a wire that may be one-way."""

import asyncio
import contextlib
import os

import pytest

from devices.errors import DeviceLostError
from devices.receipt_printer.driver import Patience
from devices.receipt_printer.emulator import ReceiptPrinterEmulator, SlipOutcome
from devices.registry.receipt_printer import receipt_printer
from devices.transports.file import FileTransport
from devices.transports.pipe import PipeEnd
from devices.values.health import Health
from devices.values.receipt_printer import Headline, Paper, PrintDocument, PrintOutcome, Span

QUICK = Patience(answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=15, mute_looks=2)


def slip(job_id):
    return PrintDocument((Headline((Span("A042", 10, bold=True, digits=True),)),), job_id=job_id)


@contextlib.asynccontextmanager
async def at_node(tmp_path, **settings):
    emulator = ReceiptPrinterEmulator(pipe=tmp_path / "lp0")
    await emulator.start()
    printer = receipt_printer({"driver": "escpos", "address": emulator.address, **settings})
    await printer.open()
    try:
        yield emulator, printer
    finally:
        await printer.close()
        await emulator.stop()


async def test_nobody_can_tell_what_became_of_slips_at_a_node_that_only_takes(tmp_path):
    async with at_node(tmp_path) as (emulator, printer):
        for job in "ab":
            result = await printer.print(slip(job))
            assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "no_answers")
        slips = await emulator.wait_for_slips(2)
        assert [each.outcome for each in slips] == [SlipOutcome.COMPLETE] * 2
        assert await printer.print(slip("a")) == result  # known: not printed again
        assert len(emulator.slips) == 2


async def test_slips_count_as_printed_when_the_site_says_that_written_will_do(tmp_path):
    async with at_node(tmp_path, acknowledges="written") as (emulator, printer):
        result = await printer.print(slip("a"))
        assert (result.outcome, result.reason) == (PrintOutcome.PRINTED, "unconfirmed")
        await printer.print(slip("b"))
        assert [each.outcome for each in await emulator.wait_for_slips(2)] == [SlipOutcome.COMPLETE] * 2


async def test_the_status_of_such_a_printer_is_unknown_and_no_fault(tmp_path):
    async with at_node(tmp_path) as (_, printer):
        status = await printer.status()
        assert (status.answered, status.blind, status.paper) == (False, True, Paper.UNKNOWN)
        assert (status.fault, status.health, status.reason) == ("", Health.WARNING, "status_unknown")
        assert status.ready


async def test_a_node_that_nobody_reads_any_more_is_lost_and_works_again_when_somebody_does(tmp_path):
    async with at_node(tmp_path) as (emulator, printer):
        await emulator.stop()
        with pytest.raises(DeviceLostError):
            await printer.status()
        result = await printer.print(slip("a"))
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "device_lost")
        with pytest.raises(DeviceLostError):
            await printer.open()
        await emulator.start()
        await printer.open()
        await printer.print(slip("b"))
        assert len(await emulator.wait_for_slips(1)) == 1


async def test_a_node_that_answers_is_asked_when_the_settings_say_so(tmp_path):
    """The far end of a pty stands for a node of which one can read, as the kernel makes for printers on USB."""
    emulator = ReceiptPrinterEmulator(link=tmp_path / "lp0")
    await emulator.start()
    settings = {"driver": "escpos", "address": f"file://{emulator.address}", "acknowledges": "auto"}
    printer = receipt_printer(settings)
    await printer.open()
    assert (await printer.status()).ready
    assert (await printer.print(slip("a"))).outcome is PrintOutcome.PRINTED
    await printer.close()
    await emulator.stop()


# --- the wire itself ---


async def test_a_pipe_takes_what_is_written_and_says_nothing(tmp_path):
    far, near = PipeEnd(tmp_path / "p"), FileTransport(str(tmp_path / "p"))
    await far.open()
    await near.open()
    await near.write(b"abc")
    await far.write(b"nobody hears this")
    assert await far.read_some(5) == b"abc"
    assert await near.read_some(0.01) == b""
    await near.close()
    await far.close()


async def test_a_plain_file_grows_by_what_is_written_and_is_never_made(tmp_path):
    path = tmp_path / "out"
    with pytest.raises(DeviceLostError):
        await FileTransport(str(path)).open()
    assert not path.exists()
    path.write_bytes(b"x")
    wire = FileTransport(str(path))
    await wire.open()
    await wire.write(b"yz")
    assert await wire.read_some(0.01) == b""
    await wire.close()
    await wire.close()
    assert path.read_bytes() == b"xyz"


async def test_a_pipe_without_a_reader_cannot_be_opened_and_a_closed_wire_says_that_it_is_lost(tmp_path):
    os.mkfifo(tmp_path / "p")
    wire = FileTransport(str(tmp_path / "p"))
    with pytest.raises(DeviceLostError):
        await wire.open()
    with pytest.raises(DeviceLostError):
        await wire.write(b"x")
    with pytest.raises(DeviceLostError):
        await wire.read_some(0.01)
    with pytest.raises(DeviceLostError):
        await PipeEnd(tmp_path / "q").read_some(0.01)


async def test_whoever_waits_is_woken_when_the_wire_is_closed(tmp_path):
    far, near = PipeEnd(tmp_path / "p"), FileTransport(str(tmp_path / "p"))
    await far.open()
    await near.open()
    waiting = asyncio.create_task(near.read_some(600))
    await asyncio.sleep(0)
    await near.close()
    with pytest.raises(DeviceLostError):
        await waiting
    await far.close()


async def test_a_box_that_takes_nothing_for_so_long_is_lost(tmp_path):
    far = PipeEnd(tmp_path / "p")
    await far.open()
    near = FileTransport(str(tmp_path / "p"), write_stall_s=0.05)
    await near.open()
    with pytest.raises(DeviceLostError):
        await near.write(bytes(1 << 20))
    await near.close()
    await far.close()


async def test_a_node_of_which_one_may_not_read_is_written_all_the_same():
    wire = FileTransport("/dev/null")
    await wire.open()
    await wire.write(b"abc")
    await wire.close()
