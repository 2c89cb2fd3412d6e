"""Jobs and paper: deadlines, what is left hanging and marked void, the roll; noise and late answers on the line."""

import asyncio
import contextlib
import time

import pytest

from devices.receipt_printer import codec
from devices.receipt_printer.driver import Patience, ReceiptPrinterDriver
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator, SlipOutcome
from devices.transports import open_transport
from devices.transports.memory import joined_pair
from devices.values.receipt_printer import (
    Headline,
    PaperLeft,
    PaperProfile,
    PrintDocument,
    PrintOutcome,
    Span,
)
from tests.drills.partition.loop import VirtualLoop

QUICK = Patience(
    answer_s=0.3, settle_s=0.05, look_s=0.05, print_s=15, mute_looks=2, ask_again_s=0.5, slowest_bytes_s=20_000
)
TALL = tuple(Headline((Span(f"A{number:03d}", 21, bold=True, digits=True),)) for number in range(3))


def slip(job_id, **more):
    return PrintDocument(TALL, job_id=job_id, **more)


@contextlib.asynccontextmanager
async def plugged_in(*, profile=None, memory=None, clock=time.monotonic, **emulated):
    emulator = ReceiptPrinterEmulator(port=0, **emulated)
    await emulator.start()
    printer = ReceiptPrinterDriver(
        open_transport(emulator.address), profile, patience=QUICK, memory=memory, clock=clock
    )
    await printer.open()
    try:
        yield emulator, printer
    finally:
        await printer.close()
        await emulator.stop()


async def test_a_slip_that_waited_behind_another_until_its_deadline_is_not_printed():
    now = [100.0]
    async with plugged_in(mm_per_s=300, clock=lambda: now[0]) as (emulator, printer):
        first = asyncio.create_task(printer.print(slip("a")))
        await emulator.wait_for_rows(10)
        second = asyncio.create_task(printer.print(slip("b", good_until=110)))
        now[0] = 120.0
        assert (await first).outcome is PrintOutcome.PRINTED
        result = await second
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "expired")
        assert len(emulator.slips) == 1


async def test_a_slip_whose_deadline_passes_while_the_printer_is_asked_is_not_begun():
    moments = iter([100.0, 111.0])
    async with plugged_in(clock=lambda: next(moments)) as (emulator, printer):
        result = await printer.print(slip("a", good_until=110))
        assert (result.outcome, result.reason, result.status.ready) == (PrintOutcome.NOT_PRINTED, "expired", True)
        assert emulator.machine.burnt_rows == 0


async def test_a_slip_that_has_begun_in_time_is_brought_to_its_end():
    moments = iter([100.0, 109.0])  # a third look at the clock would raise
    async with plugged_in(clock=lambda: next(moments)) as (_, printer):
        assert (await printer.print(slip("a", good_until=110))).outcome is PrintOutcome.PRINTED


async def test_a_slip_that_is_cancelled_before_its_first_byte_is_not_printed():
    async with plugged_in() as (emulator, printer):
        emulator.fail(Fault.MUTE)
        printing = asyncio.create_task(printer.print(slip("a")))
        await asyncio.sleep(0)
        printing.cancel()
        await asyncio.gather(printing, return_exceptions=True)
        emulator.heal()
        result = await printer.print(slip("a"))
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "interrupted")
        assert (await printer.print(slip("a", reprint=True))).outcome is PrintOutcome.PRINTED


@pytest.mark.parametrize("fast", [False, True])
async def test_what_was_given_up_is_marked_void_before_it_is_cut_off(fast):
    async with plugged_in(profile=PaperProfile(fast=fast)) as (emulator, printer):
        emulator.fail(Fault.COVER_OPEN, after_rows=300)
        assert (await printer.print(slip("a"))).outcome is PrintOutcome.NOT_PRINTED
        emulator.heal()
        assert (await printer.print(slip("b"))).outcome is PrintOutcome.PRINTED
        scrap, whole = emulator.slips
        assert (scrap.outcome, whole.outcome) == (SlipOutcome.PARTIAL, SlipOutcome.COMPLETE)
        assert ("作废" in scrap.text) is fast  # else it is drawn
        assert scrap.image.height > 300 + 30
        assert (await printer.print(slip("c"))).outcome is PrintOutcome.PRINTED
        assert len(emulator.slips) == 3


async def test_paper_that_was_changed_while_nobody_looked_makes_no_slip_of_two_halves():
    """The push that says so came, and was over before the printer was asked."""
    async with plugged_in() as (emulator, printer):
        switch_on = emulator.machine.switch_on

        def and_off_again(fault, *, after_rows=0):
            pushed = switch_on(fault, after_rows=after_rows)
            return pushed if after_rows else pushed + emulator.machine.switch_off(fault)

        emulator.machine.switch_on = and_off_again
        emulator.fail(Fault.PAPER_OUT, after_rows=300)
        result = await printer.print(slip("a"))
        assert (result.outcome, result.reason) == (PrintOutcome.NOT_PRINTED, "paper_out")
        assert SlipOutcome.COMPLETE not in [each.outcome for each in emulator.slips]


async def test_paper_is_counted_kept_and_foretold():
    memory = {}
    profile = PaperProfile(roll_m=1.0)
    async with plugged_in(profile=profile, memory=memory) as (emulator, printer):
        assert (await printer.status()).left == PaperLeft(0.0, 1000.0)
        first = (await printer.print(slip("a"))).status.left
        assert first is not None
        came_out = emulator.machine.burnt_rows / profile.dots_per_mm
        assert came_out <= first.printed_mm <= came_out + 25  # with what the knife needs
        assert first.slips == int((1000 - first.printed_mm) / first.printed_mm)
        emulator.fail(Fault.PAPER_OUT)
        left = (await printer.status()).left
        assert left is not None
        assert left.slips == 0
        emulator.heal()
        assert (await printer.status()).left == PaperLeft(0.0, 1000.0, int(1000 / first.printed_mm))
    assert memory["slip_mm"] == pytest.approx(first.printed_mm)


@pytest.mark.parametrize("process_ids", [True, False], ids=["process_ids", "clone"])
async def test_slips_come_out_once_each_when_the_line_is_noisy_for_a_while(process_ids):
    async with plugged_in(process_ids=process_ids, mm_per_s=400, seed=5) as (emulator, printer):
        emulator.fail(Fault.NOISE)
        printing = asyncio.create_task(printer.print(slip("a")))
        await emulator.wait_for_rows(500)
        emulator.heal()
        assert (await printing).outcome is PrintOutcome.PRINTED
        assert [each.outcome for each in emulator.slips] == [SlipOutcome.COMPLETE]


def in_no_time(print_it, **emulated):
    """In a world whose time is a number: what `print_it(emulator, printer)` gives, and the seconds that it took."""
    ours, theirs = joined_pair()
    emulator = ReceiptPrinterEmulator(line=theirs, **emulated)
    printer = ReceiptPrinterDriver(ours)

    async def live():
        await emulator.start()
        await printer.open()
        result = await print_it(emulator, printer)
        await emulator.stop()
        return result

    loop = VirtualLoop()
    result = loop.run_until_complete(live())
    loop.run_out()
    loop.close()
    return result, emulator.slips, loop.time()


def test_a_printer_that_answers_late_is_given_the_time_it_needs():
    async def print_it(emulator, printer):
        emulator.fail(Fault.LATE)
        return await printer.print(slip("a"))

    result, slips, seconds = in_no_time(print_it, seed=2)
    assert (result.outcome, len(slips)) == (PrintOutcome.PRINTED, 1)
    assert seconds > 5


def test_nobody_can_tell_when_the_printer_was_silent_long_enough_for_a_new_roll():
    async def print_it(emulator, printer):
        printing = asyncio.create_task(printer.print(slip("a")))
        await emulator.wait_for_rows(100)
        emulator.fail(Fault.MUTE)
        emulator.fail(Fault.PAPER_OUT)
        await asyncio.sleep(5)
        emulator.heal()
        return await printing

    result, slips, _ = in_no_time(print_it, mm_per_s=80)
    assert (result.outcome, result.reason) == (PrintOutcome.UNKNOWN, "device_silent")
    assert SlipOutcome.COMPLETE not in [each.outcome for each in slips]


def test_a_short_silence_in_the_middle_of_a_slip_is_forgiven():
    async def print_it(emulator, printer):
        printing = asyncio.create_task(printer.print(slip("a")))
        await emulator.wait_for_rows(100)
        emulator.fail(Fault.MUTE)
        await asyncio.sleep(2)
        emulator.heal()
        return await printing

    result, slips, _ = in_no_time(print_it, mm_per_s=80)
    assert (result.outcome, len(slips)) == (PrintOutcome.PRINTED, 1)


def test_a_clone_whose_paper_sensor_flickers_while_it_acknowledges_is_asked_anew():
    async def print_it(emulator, printer):
        printing = asyncio.create_task(printer.print(slip("a")))
        await emulator.wait_for_rows(100)
        receive = emulator.machine.receive

        def flickering(data):
            flickers = codec.processed_query() in data
            if flickers:
                emulator.machine.switch_on(Fault.PAPER_NEAR_END)
            answers = receive(data)
            if flickers:
                emulator.machine.receive = receive
                emulator.machine.switch_off(Fault.PAPER_NEAR_END)
            return answers

        emulator.machine.receive = flickering
        return await printing

    result, slips, seconds = in_no_time(print_it, process_ids=False)
    assert (result.outcome, len(slips)) == (PrintOutcome.PRINTED, 1)
    assert seconds < 10
