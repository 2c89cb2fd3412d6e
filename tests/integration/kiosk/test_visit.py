"""Whole visits through the real loop, the real journal and the devices' simulators; the hall answers from memory."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.simulator import SimulatedReceiptPrinter
from devices.values.receipt_printer import Paper, PrintOutcome
from hall_server.contract.vocabulary import Chip, PrintAnswer
from kiosk.runner.boxes import Boxes
from kiosk.session.effects import Wipe
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.stand_in import CHEN, MemoryHall, Stage, staged

if TYPE_CHECKING:
    from pathlib import Path


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def ready(stage: Stage) -> None:
    await stage.until(lambda session: session.page is Page.HOME and session.online and session.devices.printer)


async def asked_without_card(stage: Stage) -> None:
    """Up to 取号, the way without a card."""
    await ready(stage)
    stage.kiosk.touch(Touch.TAKE_A_NUMBER)
    stage.kiosk.choose(Choice.ITEM, "i05")
    await stage.until(lambda session: session.page in {Page.CARD, Page.CONFIRM})
    stage.kiosk.touch(Touch.WITHOUT_CARD)
    await stage.page(Page.CONFIRM)
    stage.kiosk.touch(Touch.PRINT_NUMBER)


async def test_a_card_is_laid_and_a_slip_comes_out_when_all_is_well(tmp_path: Path) -> None:
    hall, reader, printer = MemoryHall(), SimulatedCardReader(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(card_reader=reader, printer=printer)) as stage:
        await ready(stage)
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        stage.kiosk.choose(Choice.ITEM, "i05")
        await stage.page(Page.CARD)
        reader.tap(CHEN)
        session = await stage.page(Page.CONFIRM)
        assert session.visit is not None
        assert session.visit.person is not None
        assert session.visit.person.name_mask == "陈*明"
        assert session.visit.chips == {Chip.ELDER}
        reader.lift()
        stage.kiosk.touch(Touch.PRINT_NUMBER)
        await stage.page(Page.TICKET)
        await stage.eventually(lambda: hall.answers)
        stage.kiosk.touch(Touch.FINISH)
        session = await stage.page(Page.HOME)
        assert session.visit is None
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]
    assert len(printer.documents) == 1
    assert hall.commands[0].visitor is not None
    assert hall.commands[0].visitor.number_mask == "1238"
    assert Wipe() in stage.effects
    assert CHEN.number.encode() not in everything_in(tmp_path)


async def test_the_number_stands_on_the_screen_when_the_paper_is_out(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as stage:
        await ready(stage)
        printer.state = dataclasses.replace(printer.state, paper=Paper.OUT)
        await asked_without_card(stage)
        session = await stage.page(Page.PAPER_OUT)
        assert session.visit is not None
        assert session.visit.ticket is not None
        assert session.visit.ticket.label == "A001"
        stage.kiosk.touch(Touch.NOTED)
        await stage.eventually(lambda: hall.answers)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.SCREEN]
    assert printer.documents == []


async def test_the_hall_hears_cannot_tell_and_then_better_when_the_printer_is_mute(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    printer.script(PrintOutcome.UNKNOWN, "device_silent")
    async with staged(hall, tmp_path, Boxes(printer=printer)) as stage:
        await asked_without_card(stage)
        await stage.page(Page.ASK_SLIP)
        await stage.eventually(lambda: hall.answers)
        stage.kiosk.touch(Touch.SLIP_CAME)
        await stage.page(Page.TICKET)
        await stage.eventually(lambda: len(hall.answers) == 2)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.CANNOT_TELL, PrintAnswer.PAPER]


async def test_the_visitor_who_waits_is_served_when_the_silent_hall_comes_back(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as stage:
        await ready(stage)
        hall.deaf = True
        await asked_without_card(stage)
        await stage.page(Page.BUSY)
        hall.deaf = False
        await stage.page(Page.TICKET)
        await stage.eventually(lambda: hall.answers)
    assert len(hall.tickets) == len(printer.documents) == 1
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]


async def test_a_number_that_nobody_holds_is_void_when_the_visitor_left_a_silent_hall(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as stage:
        await ready(stage)
        hall.deaf = True
        await asked_without_card(stage)
        await stage.page(Page.BUSY)
        stage.kiosk.touch(Touch.FINISH)
        await stage.eventually(lambda: hall.answers)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.VOID]
    assert printer.documents == []


async def test_nothing_is_owed_when_the_hall_never_heard_of_the_number(tmp_path: Path) -> None:
    hall = MemoryHall()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as stage:
        await ready(stage)
        hall.silent = True
        await asked_without_card(stage)
        await stage.page(Page.BUSY)
        stage.kiosk.touch(Touch.FINISH)
        await stage.until(lambda session: not session.online)
        hall.silent = False
        await stage.eventually(lambda: not stage.kiosk.owes_the_hall)
    assert hall.tickets == {}
    assert hall.answers == []


async def test_the_visit_is_wiped_when_nobody_touches_anything(tmp_path: Path) -> None:
    hall, reader = MemoryHall(), SimulatedCardReader()
    rules = Rules(idle_s=0.3, warning_s=0.3, cleared_s=0.05)
    async with staged(hall, tmp_path, Boxes(card_reader=reader, printer=SimulatedReceiptPrinter()), rules) as stage:
        await stage.until(lambda session: session.devices.card_reader and session.page is Page.HOME)
        reader.tap(CHEN)
        reader.lift()
        await stage.until(lambda session: session.visit is not None and session.visit.person is not None)
        session = await stage.until(lambda session: session.warning is not None)
        assert session.visit is not None
        assert session.visit.person is None
        session = await stage.page(Page.HOME)
        assert "陈" not in repr(session)
        assert session.visit is None
