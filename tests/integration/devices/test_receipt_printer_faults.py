"""The fault matrix: what the driver says when the printer fails before, during and after a slip, over TCP and a pty."""

import asyncio
import contextlib
import logging
from functools import partial

import pytest

from devices.errors import DeviceLostError, DeviceSilentError
from devices.receipt_printer import codec
from devices.receipt_printer.driver import JOBS_REMEMBERED, Patience, ReceiptPrinterDriver
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator, SlipOutcome
from devices.receipt_printer.status import QUERIES, realtime_byte
from devices.supervisor import BackOff, Supervisor, watch_status
from devices.transports import open_transport
from devices.transports.memory import joined_pair
from devices.values.health import Health
from devices.values.receipt_printer import Acknowledge, Headline, PaperProfile, PrintDocument, PrintOutcome, Span
from tests.unit.devices.test_supervisor import Healths, running

QUICK = Patience(answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=15, mute_looks=2, slowest_bytes_s=20_000)
TALL = tuple(Headline((Span(f"A{number:03d}", 21, bold=True, digits=True),)) for number in range(5))  # over 900 rows


def slip(job_id="j1", *, reprint=False):
    return PrintDocument(TALL, job_id=job_id, reprint=reprint)


@pytest.fixture(params=["tcp", "pty"])
async def emulator(request, tmp_path):
    emulator = ReceiptPrinterEmulator(port=0 if request.param == "tcp" else None, folder=tmp_path)
    await emulator.start()
    yield emulator
    await emulator.stop()


@contextlib.asynccontextmanager
async def printer_at(emulator, **profile):
    printer = ReceiptPrinterDriver(open_transport(emulator.address), PaperProfile(**profile), patience=QUICK)
    await printer.open()
    try:
        yield printer
    finally:
        await printer.close()


@pytest.mark.parametrize("pushes", [True, False], ids=["pushes_status", "asked_for_status"])
@pytest.mark.parametrize(
    ("fault", "reason"),
    [(Fault.PAPER_OUT, "paper_out"), (Fault.COVER_OPEN, "cover_open"), (Fault.OFFLINE, "offline")],
)
async def test_a_slip_is_not_printed_when_the_printer_stops_in_the_middle(emulator, fault, reason, pushes):
    async with printer_at(emulator, has_asb=pushes) as printer:
        emulator.fail(fault, after_rows=300)
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, reason)
        emulator.heal()  # the rest was thrown away: it does not come out by itself
        assert (await printer.status()).ready
        assert SlipOutcome.COMPLETE not in [slip.outcome for slip in emulator.slips]
        assert (await printer.print(slip(reprint=True))).outcome is PrintOutcome.PRINTED
        *scraps, complete = emulator.slips
        assert {scrap.outcome for scrap in scraps} == {SlipOutcome.PARTIAL}
        assert complete.outcome is SlipOutcome.COMPLETE
        assert sum(scrap.image.height for scrap in scraps) < 600  # what was given up, and that it is void
        assert 900 < complete.image.height < 1200  # no half slip hangs on the new one


@pytest.mark.parametrize("jam", [Fault.CUTTER, Fault.CUTTER_BEHIND])
async def test_a_slip_is_printed_and_the_knife_is_blamed_when_it_jams(emulator, jam):
    """The whole slip was acknowledged before the cut was sent; it hangs in the slot, or was cut off."""
    async with printer_at(emulator) as printer:
        emulator.fail(jam)
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.PRINTED, "cutter_error")
        assert (await printer.print(slip("j2"))).outcome is PrintOutcome.NOT_PRINTED
        emulator.heal()
        assert (await printer.print(slip("j3"))).outcome is PrintOutcome.PRINTED
        assert [slip.outcome for slip in emulator.slips] == [SlipOutcome.COMPLETE] * 2


async def test_a_slip_that_hangs_behind_a_jammed_knife_is_cut_off_whole_when_the_printer_is_opened_again(emulator):
    async with printer_at(emulator) as printer:
        emulator.fail(Fault.CUTTER)
        await printer.print(slip())
        await printer.close()
        await printer.open()  # clears what waits: the cut, too
        emulator.heal()
        assert (await printer.print(slip("j2"))).outcome is PrintOutcome.PRINTED
        assert [slip.outcome for slip in emulator.slips] == [SlipOutcome.COMPLETE] * 2


async def test_it_cannot_be_told_when_the_printer_falls_mute_in_the_middle(emulator):
    async with printer_at(emulator) as printer:
        emulator.fail(Fault.MUTE, after_rows=300)
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "device_silent")
        emulator.heal()
        assert (await printer.print(slip())) == result
        assert len(await emulator.wait_for_slips(1)) == 1


async def test_a_printer_that_nobody_can_tell_of_is_opened_anew_without_waiting_for_the_next_look(emulator):
    printer = ReceiptPrinterDriver(open_transport(emulator.address), PaperProfile(), patience=QUICK)
    healths = Healths()
    watch = partial(watch_status, device="receipt_printer", look_s=3600)
    supervisor = Supervisor("receipt_printer", printer, watch, on_health=healths.hear, back_off=BackOff(0.01, 0.02))
    async with running(supervisor):
        await healths.until(Health.NORMAL)
        emulator.fail(Fault.MUTE, after_rows=300)
        async with supervisor.use() as box:
            assert (await box.print(slip())).outcome is PrintOutcome.UNKNOWN
        emulator.heal()
        await healths.until(Health.FAULT)
        await healths.until(Health.NORMAL)
        async with supervisor.use() as box:
            assert (await box.print(slip("j2"))).outcome is PrintOutcome.PRINTED


async def test_it_cannot_be_told_when_the_wire_dies_in_the_middle(emulator):
    async with printer_at(emulator) as printer:
        emulator.fail(Fault.MUTE, after_rows=300)
        printing = asyncio.create_task(printer.print(slip()))
        await emulator.wait_for_slips(1)
        await emulator.stop()
        result = await printing
        assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "device_lost")
        with pytest.raises(DeviceLostError):
            await printer.status()


async def test_nothing_is_printed_when_the_wire_was_dead_before(emulator):
    async with printer_at(emulator) as printer:
        await emulator.stop()
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "device_lost")


async def test_the_printer_works_again_when_it_is_plugged_in_and_opened_again(emulator):
    async with printer_at(emulator) as printer:
        await emulator.stop()
        with pytest.raises(DeviceLostError):
            await printer.status()
        await emulator.start()
    async with printer_at(emulator) as printer:
        assert (await printer.print(slip())).outcome is PrintOutcome.PRINTED


async def test_opening_says_silent_when_the_printer_is_mute(emulator):
    emulator.fail(Fault.MUTE)
    with pytest.raises(DeviceSilentError):
        async with printer_at(emulator):
            pass


async def test_a_printer_that_knows_no_gs_r_is_believed_when_it_is_online_after_a_while(emulator):
    patience = Patience(answer_s=0.3, look_s=0.02, unacknowledged_s=0.1)
    profile = PaperProfile(acknowledges=Acknowledge.NONE, has_cutter=False)
    printer = ReceiptPrinterDriver(open_transport(emulator.address), profile, patience=patience)
    await printer.open()
    assert (await printer.print(slip())).outcome is PrintOutcome.PRINTED
    await printer.close()


async def test_it_cannot_be_told_when_a_printer_stays_online_and_never_acknowledges():
    ours, theirs = joined_pair()
    await theirs.open()

    async def answer_only_realtime():
        with contextlib.suppress(DeviceLostError):
            while True:
                data = await theirs.read_some(60)
                for query in QUERIES:
                    if codec.realtime_query(query) in data:
                        await theirs.write(bytes((realtime_byte(query, frozenset()),)))

    box = asyncio.create_task(answer_only_realtime())
    patience = Patience(answer_s=0.5, look_s=0.01, body_s=0.1, print_s=5)
    printer = ReceiptPrinterDriver(ours, PaperProfile(has_asb=False), patience=patience)
    await printer.open()
    result = await printer.print(slip())
    assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "no_acknowledgement")
    await printer.close()
    theirs.cut()
    await box


async def test_a_slip_that_is_interrupted_is_unknown_and_not_printed_again(emulator):
    async with printer_at(emulator) as printer:
        emulator.fail(Fault.MUTE, after_rows=300)
        printing = asyncio.create_task(printer.print(slip()))
        await emulator.wait_for_slips(1)
        printing.cancel()
        await asyncio.gather(printing, return_exceptions=True)
        emulator.heal()
        result = await printer.print(slip())
        assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "interrupted")
        assert len(emulator.slips) == 1


async def test_a_slip_that_is_too_long_is_refused_before_anything_is_sent(emulator):
    async with printer_at(emulator) as printer:
        result = await printer.print(PrintDocument(TALL * 20, job_id="long"))
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "slip_too_long")
        assert emulator.slips == []


async def test_the_oldest_job_is_forgotten_after_two_hundred_and_fifty_six(emulator):
    small = (Headline((Span("1", 4),)),)
    async with printer_at(emulator) as printer:
        for number in range(JOBS_REMEMBERED + 1):
            await printer.print(PrintDocument(small, job_id=str(number)))
        await printer.print(PrintDocument(small, job_id="1"))
        assert len(emulator.slips) == JOBS_REMEMBERED + 1
        await printer.print(PrintDocument(small, job_id="0"))
        assert len(emulator.slips) == JOBS_REMEMBERED + 2


async def test_stray_bytes_on_the_wire_do_not_disturb_a_slip(emulator):
    async with printer_at(emulator) as printer:
        await emulator._send(b"\x11\x13\xff\x00\x12")
        assert (await printer.print(slip())).outcome is PrintOutcome.PRINTED


async def test_the_log_names_the_job_and_never_what_is_on_the_slip(emulator, caplog):
    caplog.set_level(logging.DEBUG)
    async with printer_at(emulator) as printer:
        await printer.print(PrintDocument((Headline((Span("社保卡挂失补换", 5),)),), job_id="job-7"))
    assert "job-7" in caplog.text
    assert "社保" not in caplog.text
