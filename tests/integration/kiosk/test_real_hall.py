"""The real kiosk process against the real hall process, with emulated boxes on a pty and on TCP."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from devices.id_card.console import made_up_card
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from tests.integration.kiosk.programs import RealHall, RealKiosk, kapok

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

WOMAN = made_up_card("何桂芳", "44019919520101364")
TO_CONFIRM = ("touch take_a_number", "item i05", "touch without_card")


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as running:
        yield running


@pytest.fixture
async def printer() -> AsyncIterator[ReceiptPrinterEmulator]:
    emulator = ReceiptPrinterEmulator(port=0)
    await emulator.start()
    yield emulator
    await emulator.stop()


@pytest.fixture
async def reader() -> AsyncIterator[IdCardReaderEmulator]:
    emulator = IdCardReaderEmulator()
    await emulator.start()
    yield emulator
    await emulator.stop()


def boxes(printer: ReceiptPrinterEmulator, reader: IdCardReaderEmulator | None = None) -> dict[str, dict[str, str]]:
    made = {"receipt_printer": {"driver": "escpos", "address": printer.address}}
    if reader is not None:
        made["id_card"] = {"driver": "sdt", "address": f"serial://{reader.address}?baud=115200"}
    return made


async def test_a_whole_visit_on_real_bytes(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator, reader: IdCardReaderEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer, reader)) as kiosk:
        await kiosk.shows(page="home", online=True, printer=True, reader=True)
        await kiosk.say("touch take_a_number", "item i05")
        await kiosk.shows(page="card")
        reader.lay(WOMAN)
        await kiosk.shows(page="confirm", known=True, chips=["elder"])
        reader.lift()
        await kiosk.say("touch print_number")
        await kiosk.shows(page="ticket", label="E001")
        await printer.wait_for_slips(1)
        assert await hall.until(lambda told: len(told) == 2) == ["take::reserved", "confirm_print:paper:waiting"]
        seen = await kiosk.shows(page="ticket")
        await kiosk.say("touch finish")
        await kiosk.shows(seen, page="home", known=False)
        assert await kiosk.end() == 0
        assert "whole" in (await kapok("db", "verify", "--data", str(hall.data)))
        said = "\n".join(kiosk.lines)
        kept = b"".join(path.read_bytes() for path in (tmp_path / "state").iterdir())
        for secret in (WOMAN.number, "何桂芳", "何*芳"):
            assert secret not in said
            assert secret.encode() not in kept


async def test_the_number_is_confirmed_as_shown_when_the_paper_runs_out_in_the_middle_of_a_slip(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await kiosk.home()
        printer.fail(Fault.PAPER_OUT, after_rows=200)
        await kiosk.say(*TO_CONFIRM, "touch print_number")
        await kiosk.shows(page="paper_out", label="E001", fault="paper_out")
        await kiosk.say("touch noted")
        assert await hall.until(lambda told: len(told) == 2) == ["take::reserved", "confirm_print:screen:waiting"]


async def test_the_number_is_printed_once_when_the_hall_restarts_between_reserve_and_confirm(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await kiosk.home()
        printer.fail(Fault.COVER_OPEN)
        await kiosk.say(*TO_CONFIRM, "touch print_number")
        await kiosk.shows(page="paper_out")
        await hall.end(signal.SIGKILL)
        await kiosk.say("touch noted")
        await kiosk.shows(page="cleared")
        await hall.start()
        told = await hall.until(lambda told: len(told) == 2)
        assert told == ["take::reserved", "confirm_print:screen:waiting"]


async def test_the_hall_ends_unconfirmed_when_the_kiosk_dies_between_reserved_and_printed(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await kiosk.home()
        printer.fail(Fault.MUTE)
        await kiosk.say(*TO_CONFIRM, "touch print_number")
        await kiosk.shows(page="printing", label="E001")
        await kiosk.end(signal.SIGKILL)
        assert await hall.until(len) == ["take::reserved"]
        printer.heal()
        slips = len(printer.slips)
        await kiosk.start()
        await kiosk.home()
        told = await hall.until(lambda told: len(told) == 2)
        assert told == ["take::reserved", "confirm_print:cannot_tell:unconfirmed"]
        assert len(printer.slips) == slips, "nothing is ever reprinted by itself"


async def test_a_second_kiosk_on_the_same_store_is_refused(
    tmp_path: Path, hall: RealHall, printer: ReceiptPrinterEmulator
) -> None:
    async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
        await kiosk.home()
        async with RealKiosk(hall, tmp_path, boxes(printer)) as second:
            await second.heard(lambda line: "belongs to a process that runs" in line)
            assert await second.ended() == 1


async def test_a_slip_that_is_being_printed_comes_out_and_counts_when_the_kiosk_is_stopped(
    tmp_path: Path, hall: RealHall
) -> None:
    printer = ReceiptPrinterEmulator(port=0, mm_per_s=60)
    await printer.start()
    try:
        async with RealKiosk(hall, tmp_path, boxes(printer)) as kiosk:
            await kiosk.home()
            await kiosk.say(*TO_CONFIRM, "touch print_number")
            await kiosk.shows(page="printing", label="E001")
            assert await kiosk.end() == 0
            assert len(printer.slips) == 1
            await kiosk.start()
            told = await hall.until(lambda told: len(told) == 2)
            assert told == ["take::reserved", "confirm_print:paper:waiting"]
    finally:
        await printer.stop()


async def test_neither_hall_nor_kiosk_leaves_a_copy_of_its_memory_when_it_dies(tmp_path: Path, hall: RealHall) -> None:
    async with RealKiosk(hall, tmp_path, {}) as kiosk:
        await kiosk.home(printer=False)
        for pid in (hall.pid, kiosk.pid):
            limits = Path(f"/proc/{pid}/limits").read_text()  # noqa: ASYNC240 - not a disk
            (cores,) = [line.split() for line in limits.splitlines() if line.startswith("Max core file size")]
            assert cores[4:6] == ["0", "0"]
