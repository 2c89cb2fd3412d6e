"""A kiosk whose hall falls silent, in one process: numbers go on, and everything is told afterwards, once."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from typing import TYPE_CHECKING

import pytest

from devices.receipt_printer.simulator import READY, SimulatedReceiptPrinter
from devices.values.receipt_printer import Paper
from hall_server.contract.offline import OfflineAnswer, OfflineTake
from hall_server.contract.vocabulary import Origin, PrintAnswer
from kiosk.hall_client import HallRefusedError
from kiosk.local_store import LocalStore
from kiosk.runner.boxes import Boxes
from kiosk.session.events import Choice, Touch
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.machines import FIRST, SECOND, Bench
from tests.integration.kiosk.stand_in import DAY, QUICK, MemoryHall, staged
from tests.integration.kiosk.stand_in import Stage as Play

if TYPE_CHECKING:
    from pathlib import Path

    from hall_server.contract.messages import HallNow, TakeTicket, TicketView
    from kiosk.hall_client import Taken

SINCE_EIGHT = ("AK2881", "AK2882")  # the hall's clock stands at 08:00, four hours after its day began


def standing(**more: object) -> MemoryHall:
    return MemoryHall(leases=True, **more)  # type: ignore[arg-type] # fields of the dataclass by name


async def ready(play: Play, *, printer: bool = True) -> None:
    await play.until(lambda now: now.page is Page.HOME and now.online and now.devices.printer == printer)
    store = play.kiosk._parts.store
    await play.until_on_disk(store.facts.emergency_letter)
    await play.until_on_disk(left, play)


def left(play: Play) -> int:
    """Leased numbers; for the store's own thread."""
    standing = play.kiosk._desk.standby.standing()
    return 0 if standing is None else play.kiosk._parts.store.numbers.left(standing).get("A", 0)


async def took(play: Play, page: Page = Page.TICKET) -> TicketView:
    """One visit up to the page with its number."""
    play.kiosk.touch(Touch.TAKE_A_NUMBER)
    play.kiosk.choose(Choice.ITEM, "i05")
    play.kiosk.touch(Touch.PRINT_NUMBER)
    session = await play.page(page)
    assert session.visit is not None
    assert session.visit.ticket is not None
    ticket = session.visit.ticket
    if page is Page.TICKET:
        play.kiosk.touch(Touch.FINISH)
        await play.until(lambda now: now.page is Page.HOME and now.visit is None)
    return ticket


async def test_numbers_go_on_from_the_lease_and_everything_is_told_once(tmp_path: Path) -> None:
    hall, printer = standing(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as play:
        await ready(play)
        online = await took(play)
        hall.silent = True
        offline = [await took(play) for _ in range(3)]
        hall.silent = False
        await play.eventually(lambda: len(hall.delivered) == 3 and not play.kiosk.owes_the_hall)
    assert (online.label, online.origin) == ("A001", Origin.ONLINE)
    assert [(ticket.label, ticket.origin) for ticket in offline] == [
        (label, Origin.LEASE) for label in ("A601", "A602", "A603")
    ]
    assert [row.seq for row in hall.delivered] == [1, 2, 3]
    assert [(row.ticket, row.answer) for row in hall.delivered if isinstance(row, OfflineTake)] == [
        (ticket.id, PrintAnswer.PAPER) for ticket in offline
    ]
    assert len(printer.documents) == 4


async def test_nobody_waits_for_a_hall_that_is_known_to_be_silent(tmp_path: Path) -> None:
    hall = standing()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        hall.silent = True
        await took(play)
        asked = hall.takes
        await took(play)
        await took(play)
    assert hall.takes == asked, "only the first visitor's take went to the hall"


async def test_a_lost_answer_leaves_one_number_with_the_visitor_and_burns_the_other(tmp_path: Path) -> None:
    hall = standing()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        hall.deaf = True
        ticket = await took(play)
        hall.deaf = False
        await play.eventually(lambda: hall.answers and hall.delivered)
    ((abandoned, answer),) = hall.answers
    assert (ticket.label, answer) == ("A601", PrintAnswer.VOID)
    assert hall.tickets[abandoned].label == "A001"
    assert [row.ticket for row in hall.delivered] == [ticket.id] != [abandoned]


async def test_an_answer_that_comes_too_late_changes_nothing(tmp_path: Path) -> None:
    class Slow(MemoryHall):
        let = threading.Event()

        def take(self, ticket_id: str, command: TakeTicket) -> Taken:
            taken = super().take(ticket_id, command)
            assert self.let.wait(30)
            return taken

    hall = Slow(leases=True)
    patience = dataclasses.replace(QUICK, take_s=0.05)
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), patience=patience) as play:
        await ready(play)
        ticket = await took(play)
        hall.let.set()
        await play.eventually(lambda: hall.answers and hall.delivered)
        assert ticket.label == "A601"
        assert [answer for _, answer in hall.answers] == [PrintAnswer.VOID]


async def test_the_emergency_series_follows_when_the_block_is_used_up(tmp_path: Path) -> None:
    hall = standing(block=2, last_block=600)
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), store=store) as play:
        await ready(play)
        hall.silent = True
        tickets = [await took(play) for _ in range(4)]
        hall.silent = False
        await play.eventually(lambda: len(hall.delivered) == 4)
    assert [ticket.label for ticket in tickets] == ["A601", "A602", *SINCE_EIGHT]
    assert [ticket.origin for ticket in tickets] == [Origin.LEASE] * 2 + [Origin.EMERGENCY] * 2


async def test_a_kiosk_that_starts_without_its_hall_gives_numbers_all_the_same(tmp_path: Path) -> None:
    hall, bench = standing(), Bench()
    boxes = Boxes(printer=SimulatedReceiptPrinter())
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    async with staged(hall, tmp_path, boxes, store=store) as play:
        await ready(play)
    hall = standing(silent=True)
    store = LocalStore(tmp_path / "kiosk.db", bench.rebooted().machine())
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), store=store) as play:
        await play.until(lambda now: now.page is Page.HOME and now.devices.printer)
        assert hall.remembered == ("one", 1)
        ticket = await took(play)
        hall.silent = False
        await play.eventually(lambda: hall.delivered)
    assert (ticket.label, ticket.taken_at) == (f"AK{FIRST}", 0), "no block outlives a boot, and nobody knows the time"


async def test_a_visitor_who_leaves_before_the_number_comes_burns_it(tmp_path: Path) -> None:
    hall = standing()
    async with staged(
        hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), Rules(hall_s=0.0, cleared_s=0.05)
    ) as play:
        await ready(play)
        hall.silent = True
        play.kiosk._desk.standby.silent(play.kiosk.clock())
        gate = threading.Event()
        play.kiosk._journal.submit(gate.wait)  # the disk is slow
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.ITEM, "i05")
        play.kiosk.touch(Touch.PRINT_NUMBER)
        await play.page(Page.BUSY)
        play.kiosk.touch(Touch.FINISH)
        await play.until(lambda now: now.visit is None)
        gate.set()
        hall.silent = False
        await play.eventually(lambda: hall.delivered)
    assert [row.answer for row in hall.delivered if isinstance(row, OfflineTake)] == [PrintAnswer.VOID]


async def test_a_better_answer_follows_as_a_row_of_its_own(tmp_path: Path) -> None:
    class Mute(SimulatedReceiptPrinter):
        let = asyncio.Event()

        async def print(self, document):  # type: ignore[no-untyped-def] # the port's
            await self.let.wait()
            return await super().print(document)

    hall, printer = standing(), Mute()
    rules = Rules(printer_s=0.1, answer_s=0.2, cleared_s=0.05)
    async with staged(hall, tmp_path, Boxes(printer=printer), rules) as play:
        await ready(play)
        hall.silent = True
        play.kiosk._desk.standby.silent(play.kiosk.clock())
        ticket = await took(play, Page.ASK_SLIP)
        await play.until(lambda now: now.visit is None)
        printer.let.set()
        hall.silent = False
        await play.eventually(lambda: len(hall.delivered) == 2)
    take, answer = hall.delivered
    assert isinstance(take, OfflineTake)
    assert isinstance(answer, OfflineAnswer)
    assert (take.answer, answer.answer) == (PrintAnswer.CANNOT_TELL, PrintAnswer.PAPER)
    assert take.ticket == answer.ticket == ticket.id


async def test_a_number_without_a_slip_is_confirmed_through_the_outbox_when_it_was_noted_down(tmp_path: Path) -> None:
    hall, printer = standing(), SimulatedReceiptPrinter()
    async with staged(hall, tmp_path, Boxes(printer=printer)) as play:
        await ready(play)
        printer.state = dataclasses.replace(READY, paper=Paper.OUT)
        hall.silent = True
        await took(play, Page.PAPER_OUT)
        play.kiosk.touch(Touch.NOTED)
        await play.until(lambda now: now.visit is None)
        hall.silent = False
        await play.eventually(lambda: hall.delivered)
    assert [row.answer for row in hall.delivered if isinstance(row, OfflineTake)] == [PrintAnswer.SCREEN]


async def test_a_block_ends_with_its_day_and_the_next_day_brings_its_own(
    tmp_path: Path,
) -> None:
    bench, hall = Bench(), standing(expires_at=3600 * SECOND)
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), store=store) as play:
        await ready(play)
        hall.silent = True
        labels = [(await took(play)).label]
        bench.passes(3600)
        labels += [(await took(play)).label for _ in range(2)]
        assert {row.told.number.business_day for row in await play.on_disk(store.outbox.batch, 9)} == {DAY}
        hall.day, hall.expires_at, hall.silent = "2026-10-17", 2**60, False
        await play.eventually(lambda: len(hall.delivered) == 3)
        await play.until_on_disk(left, play)
        hall.silent = True
        labels.append((await took(play)).label)
    assert labels == ["A601", *SINCE_EIGHT, "A651"]


@pytest.mark.parametrize("off_s", [0, 3600])
async def test_the_slip_bears_a_time_only_when_the_clock_is_right(tmp_path: Path, off_s: int) -> None:
    bench = Bench()
    hall = standing()
    store = LocalStore(tmp_path / "kiosk.db", bench.machine())
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter()), store=store) as play:
        await ready(play)
        hall.silent = True
        bench.times.wall_us = 1 + off_s * 1_000_000  # the hall's clock stands at 1
        ticket = await took(play)
    assert ticket.taken_at == (0 if off_s else 1)


async def test_a_key_on_two_machines_ends_the_numbers_that_were_lent(tmp_path: Path) -> None:
    hall = standing()
    async with staged(hall, tmp_path, Boxes(printer=SimulatedReceiptPrinter())) as play:
        await ready(play)
        store = play.kiosk._parts.store
        hall.now = _refused  # from here on the hall lets this key in no more
        await play.until_on_disk(store.facts.quarantined)
        async with asyncio.timeout(20):
            while await play.on_disk(left, play):
                await asyncio.sleep(0.01)


def _refused() -> HallNow:
    raise HallRefusedError("lease_fenced")
