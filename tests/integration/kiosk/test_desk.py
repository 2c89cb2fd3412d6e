"""Numbers on their way when the disk is full, the printer is odd, the hall is stubborn, or everything is too late."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from devices.errors import DeviceProtocolError
from devices.receipt_printer.simulator import READY, SimulatedReceiptPrinter
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.hall_client import HallRefusedError
from kiosk.local_store import LocalStore, LocalStoreError, Stage
from kiosk.runner.boxes import Boxes
from kiosk.runner.desk import Desk
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.stand_in import QUICK, MemoryHall, slip_of, staged, ticket
from tests.integration.kiosk.stand_in import Stage as Play

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.receipt_printer import PrintDocument, PrintResult
    from kiosk.local_store.numbers import GivenNumber

SHORT = Rules(printer_s=0.3, answer_s=0.3, cleared_s=0.05)
ID = "00000000-0000-4000-8000-000000000001"


class FullDisk(LocalStore):
    """A journal on a disk that refuses the kinds of writes named in `refuses`."""

    refuses: frozenset[str] = frozenset()

    def _refuse(self, kind: str) -> None:
        if kind in self.refuses:
            raise LocalStoreError("disk full")

    def asked(self, ticket_id: str) -> None:
        self._refuse("asked")
        super().asked(ticket_id)

    def not_given(self, ticket_id: str) -> None:
        self._refuse("not_given")
        super().not_given(ticket_id)

    def reserved(
        self,
        ticket_id: str,
        label: str,
        business_day: str,
        known: GivenNumber | None = None,
        *,
        life: str | None = None,
    ) -> None:
        self._refuse("reserved")
        super().reserved(ticket_id, label, business_day, known, life=life)

    def printed(self, ticket_id: str, stage: Stage) -> None:
        self._refuse("printed")
        super().printed(ticket_id, stage)

    def answer(self, ticket_id: str, answer: PrintAnswer) -> bool:
        self._refuse("answer")
        return super().answer(ticket_id, answer)

    def told(self, ticket_id: str, answer: PrintAnswer) -> None:
        self._refuse("told")
        super().told(ticket_id, answer)


class SlowPrinter(SimulatedReceiptPrinter):
    """Says what became of a slip only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let, self.printing = asyncio.Event(), asyncio.Event()

    async def print(self, document: PrintDocument) -> PrintResult:
        self.printing.set()
        await self.let.wait()
        return await super().print(document)


class BrokenPrinter(SimulatedReceiptPrinter):
    """Breaks its port's promise."""

    async def print(self, document: PrintDocument) -> PrintResult:
        raise DeviceProtocolError("receipt_printer")


async def asked(play: Play, *, printer: bool = True) -> None:
    await play.until(lambda now: now.page is Page.HOME and now.online and now.devices.printer == printer)
    play.kiosk.touch(Touch.TAKE_A_NUMBER)
    play.kiosk.choose(Choice.ITEM, "i05")
    play.kiosk.touch(Touch.PRINT_NUMBER)


def with_disk(path: Path, *refuses: str) -> FullDisk:
    store = FullDisk(path / "kiosk.db")
    store.refuses = frozenset(refuses)
    return store


@pytest.mark.parametrize("refused", ["asked", "reserved"])
async def test_no_number_is_printed_when_the_journal_cannot_keep_it(tmp_path: Path, refused: str) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer), store=with_disk(tmp_path, refused)) as play:
        await asked(play)
        session = await play.page(Page.BUSY)
        assert session.visit is not None
        assert session.visit.fault == "local_store"
        await play.eventually(lambda: not play.kiosk.owes_the_hall)
        await play.eventually(lambda: len(hall.answers) == len(hall.tickets))
    assert printer.documents == []
    assert [answer for _, answer in hall.answers] == ([PrintAnswer.VOID] if refused == "reserved" else [])


async def test_a_slip_that_is_out_is_confirmed_when_the_journal_gives_up_behind_it(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    store = with_disk(tmp_path, "printed", "answer", "told")
    async with staged(hall, tmp_path, Boxes(printer=printer), store=store) as play:
        await asked(play)
        await play.page(Page.TICKET)
        await play.eventually(lambda: hall.answers)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]


async def test_a_refusal_is_shown_even_when_the_journal_cannot_forget_it(tmp_path: Path) -> None:
    hall = MemoryHall(refusal="item_unknown")
    store = with_disk(tmp_path, "not_given")
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), store=store) as play:
        await asked(play)
        session = await play.page(Page.BUSY)
        assert session.visit is not None
        assert session.visit.fault == "item_unknown"


async def test_a_refused_number_is_forgotten(tmp_path: Path) -> None:
    hall = MemoryHall(refusal="item_unknown")
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await asked(play)
        await play.page(Page.BUSY)
    store = LocalStore(tmp_path / "kiosk.db")
    assert store.recover() == []
    store.close()


async def test_the_number_stands_on_the_screen_when_there_is_no_printer(tmp_path: Path) -> None:
    hall = MemoryHall()
    async with staged(hall, tmp_path) as play:
        await asked(play, printer=False)
        session = await play.page(Page.PAPER_OUT)
        assert session.visit is not None
        assert session.visit.fault == "no_printer"


async def test_a_printer_that_is_not_open_has_printed_nothing(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as play:
        await play.until(lambda now: now.page is Page.HOME and now.online and now.devices.printer)
        await printer.close()
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.ITEM, "i05")
        play.kiosk.touch(Touch.PRINT_NUMBER)
        session = await play.page(Page.PAPER_OUT)
        assert session.visit is not None
        assert session.visit.fault == "device_lost"


async def test_a_slip_that_would_begin_too_late_is_not_printed_and_the_number_stands_on_the_screen(
    tmp_path: Path,
) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    patience = dataclasses.replace(QUICK, slip_s=-1)  # as if the printer had been held up for longer than that
    async with staged(hall, tmp_path, Boxes(printer=printer), patience=patience) as play:
        await asked(play)
        session = await play.page(Page.PAPER_OUT)
    assert session.visit is not None
    assert (session.visit.fault, printer.documents) == ("expired", [])


async def test_nobody_can_tell_when_a_printer_breaks_its_promise(tmp_path: Path) -> None:
    hall = MemoryHall()
    async with staged(hall, tmp_path, Boxes(printer=BrokenPrinter())) as play:
        await asked(play)
        await play.page(Page.ASK_SLIP)
        await play.eventually(lambda: hall.answers)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.CANNOT_TELL]


async def test_the_number_stands_on_the_screen_when_no_slip_can_be_made_of_it(tmp_path: Path) -> None:
    def no_slip(*_: object) -> PrintDocument:
        raise ValueError("no slip code")

    hall = MemoryHall()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), slip=no_slip) as play:
        await asked(play)
        session = await play.page(Page.PAPER_OUT)
        assert session.visit is not None
        assert session.visit.fault == "no_slip"


async def test_a_slip_that_comes_after_everybody_has_gone_betters_the_answer(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SlowPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer), SHORT) as play:
        await asked(play)
        await play.page(Page.ASK_SLIP)
        await play.until(lambda now: now.page is Page.HOME and now.visit is None)
        await play.eventually(lambda: hall.answers)
        printer.let.set()
        await play.eventually(lambda: len(hall.answers) == 2)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.CANNOT_TELL, PrintAnswer.PAPER]


async def test_a_late_no_of_the_printer_changes_nothing_when_everybody_has_gone(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SlowPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer), SHORT) as play:
        await asked(play)
        await play.page(Page.ASK_SLIP)
        await play.until(lambda now: now.page is Page.HOME and now.visit is None)
        await play.eventually(lambda: hall.answers)
        printer.state = dataclasses.replace(READY, cover_open=True)
        printer.let.set()
        await play.eventually(lambda: play.kiosk.works == 0)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.CANNOT_TELL]


async def test_an_answer_is_owed_until_the_hall_lets_the_kiosk_speak(tmp_path: Path) -> None:
    class Stubborn(MemoryHall):
        refusals = 3

        def confirm_print(self, ticket_id: str, answer: PrintAnswer):
            if self.refusals:
                self.refusals -= 1
                raise HallRefusedError("not_authenticated")
            return super().confirm_print(ticket_id, answer)

    hall = Stubborn()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await asked(play)
        await play.eventually(lambda: hall.answers)
    assert [answer for _, answer in hall.answers] == [PrintAnswer.PAPER]


@pytest.mark.parametrize("code", ["illegal_move", "ticket_unknown"])
async def test_an_answer_that_the_hall_refuses_for_good_is_settled(tmp_path: Path, code: str) -> None:
    class Deciding(MemoryHall):
        def confirm_print(self, ticket_id: str, answer: PrintAnswer):
            raise HallRefusedError(code)

    async with staged(Deciding(), tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await asked(play)
        await play.page(Page.TICKET)
        await play.eventually(lambda: not play.kiosk.owes_the_hall)
    store = LocalStore(tmp_path / "kiosk.db")
    assert store.recover() == []
    store.close()


async def test_answers_that_an_earlier_life_left_are_told_oldest_first(tmp_path: Path) -> None:
    hall = MemoryHall()
    store = LocalStore(tmp_path / "kiosk.db")
    for number, stage in enumerate((Stage.ASKED, Stage.RESERVED, Stage.PRINTED, Stage.NOT_PRINTED, Stage.UNKNOWN)):
        ticket_id = f"00000000-0000-4000-8000-00000000000{number}"
        hall.tickets[ticket_id] = ticket(ticket_id, f"A00{number}")
        store.asked(ticket_id)
        if stage is not Stage.ASKED:
            store.reserved(ticket_id, f"A00{number}", "2026-10-16")
            store.printed(ticket_id, stage)
    store.close()
    async with staged(hall, tmp_path) as play:
        await play.eventually(lambda: len(hall.answers) == 5)
    told = [answer.value for _, answer in hall.answers]
    assert told == ["void", "cannot_tell", "paper", "cannot_tell", "cannot_tell"]


async def test_old_numbers_are_forgotten_in_memory(tmp_path: Path) -> None:
    hall, printer = MemoryHall(), SimulatedReceiptPrinter()
    patience = dataclasses.replace(QUICK, remembered=1)
    async with staged(hall, tmp_path, Boxes(printer=printer), patience=patience) as play:
        await asked(play)
        await play.page(Page.TICKET)
        for count in (2, 3):
            play.kiosk.touch(Touch.ANOTHER_ITEM)
            play.kiosk.choose(Choice.ITEM, "i05")
            await play.page(Page.CONFIRM)
            play.kiosk.touch(Touch.PRINT_NUMBER)
            await play.eventually(lambda count=count: len(hall.answers) == count)
            await play.page(Page.TICKET)
    assert len(printer.documents) == 3


async def test_a_bug_while_telling_one_answer_leaves_the_kiosk_running_and_the_others_told(tmp_path: Path) -> None:
    class Buggy(MemoryHall):
        def confirm_print(self, ticket_id: str, answer: PrintAnswer):
            if ticket_id == ID:
                raise TypeError("'NoneType' object is not subscriptable")
            return super().confirm_print(ticket_id, answer)

    hall, other = Buggy(), ID[:-1] + "2"
    store = LocalStore(tmp_path / "kiosk.db")
    for number, ticket_id in enumerate((ID, other)):
        hall.tickets[ticket_id] = ticket(ticket_id, f"A00{number}")
        store.asked(ticket_id)
        store.reserved(ticket_id, f"A00{number}", "2026-10-16")
        store.printed(ticket_id, Stage.PRINTED)
    store.close()
    async with staged(hall, tmp_path) as play:
        await play.eventually(lambda: hall.answers)
        await play.until(lambda now: now.online and now.page is Page.HOME)
        await play.eventually(lambda: play.kiosk.owes_the_hall == 1)
        assert set(hall.answers) == {(other, PrintAnswer.PAPER)}


async def test_an_answer_stands_in_the_journal_before_the_hall_has_answered_to_an_earlier_one(tmp_path: Path) -> None:
    class Stalled(MemoryHall):
        asked, go_on = threading.Event(), threading.Event()

        def confirm_print(self, ticket_id: str, answer: PrintAnswer):
            self.asked.set()
            assert self.go_on.wait(30)
            return super().confirm_print(ticket_id, answer)

    hall, store = Stalled(), LocalStore(tmp_path / "kiosk.db")
    first, second = ID, ID[:-1] + "2"
    with ThreadPoolExecutor(1) as journal:
        desk = Desk(hall, store, None, slip_of, lambda _event: None, time.monotonic, journal)
        running = asyncio.create_task(desk.run())
        for ticket_id in (first, second):
            store.asked(ticket_id)
            store.reserved(ticket_id, "A001", "2026-10-16")
            store.printed(ticket_id, Stage.NOT_PRINTED)
        desk.tell(first, PrintAnswer.SCREEN)
        assert await asyncio.to_thread(hall.asked.wait, 10)
        desk.tell(second, PrintAnswer.SCREEN)
        await asyncio.wrap_future(journal.submit(lambda: None))  # whatever was to be written by now is written
        kept = store.row(second)
        hall.go_on.set()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    store.close()
    assert kept is not None
    assert kept.answer is PrintAnswer.SCREEN


@pytest.mark.parametrize(("comes_out", "stage"), [(True, Stage.PRINTED), (False, Stage.RESERVED)])
async def test_a_kiosk_that_is_told_to_stop_lets_a_slip_out_but_not_for_ever(
    tmp_path: Path, comes_out: bool, stage: Stage
) -> None:
    hall, printer = MemoryHall(), SlowPrinter()
    patience = dataclasses.replace(QUICK, last_slip_s=30 if comes_out else 0.05)
    async with staged(hall, tmp_path, Boxes(printer=printer), patience=patience) as play:
        await asked(play)
        await play.eventually(printer.printing.is_set)
        assert play._task is not None
        play._task.cancel()
        await play.eventually(hall.closed.is_set)
        if comes_out:
            printer.let.set()
        await play.eventually(play._task.done)
    assert len(printer.documents) == comes_out
    store = LocalStore(tmp_path / "kiosk.db")
    (row,) = [store.row(ticket_id) for ticket_id in hall.tickets]
    store.close()
    assert row is not None
    assert row.stage is stage
