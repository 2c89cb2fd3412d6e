"""What happens around a visit: boxes that come and go, a hall that comes and goes, observers that fail."""

from __future__ import annotations

import asyncio
import dataclasses
from typing import TYPE_CHECKING

import msgspec

from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.simulator import READY, SimulatedReceiptPrinter
from devices.values.id_card import CardEvent, CardEventKind
from devices.values.receipt_printer import Paper
from hall_server.contract.vocabulary import Chip
from kiosk.runner.boxes import Boxes
from kiosk.session.events import Choice, Touch
from kiosk.session.state import CardStep, Page
from tests.integration.kiosk.booking_hall import BookingHall
from tests.integration.kiosk.stand_in import CHEN, MemoryHall, hall_now, staged
from tests.unit.kiosk.codes.shown import CODES, SECRETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from hall_server.contract.messages import HallNow


async def test_paper_is_known_to_be_out_before_anybody_asks(tmp_path: Path) -> None:
    printer = SimulatedReceiptPrinter()
    printer.state = dataclasses.replace(READY, paper=Paper.OUT)
    async with staged(MemoryHall(), tmp_path, Boxes(printer=printer)) as play:
        session = await play.until(lambda now: now.devices.printer_reason)
        assert (session.devices.printer, session.devices.printer_reason) == (False, "paper_out")


async def test_a_reader_that_is_pulled_out_opens_another_way_and_comes_back(tmp_path: Path) -> None:
    reader = SimulatedCardReader()
    async with staged(MemoryHall(), tmp_path, Boxes(card_reader=reader)) as play:
        await play.until(lambda now: now.page is Page.HOME and now.devices.card_reader)
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.ITEM, "i05")
        await play.page(Page.CARD)
        reader.unplug()
        session = await play.until(lambda now: not now.devices.card_reader)
        assert session.visit is not None
        assert session.visit.card_step is CardStep.OTHER_WAY
        reader.plug()
        session = await play.until(lambda now: now.devices.card_reader)
        assert session.visit is not None
        assert session.visit.card_step is CardStep.WAITING


async def test_a_card_that_cannot_be_read_is_asked_for_again(tmp_path: Path) -> None:
    reader = SimulatedCardReader()
    async with staged(MemoryHall(), tmp_path, Boxes(card_reader=reader)) as play:
        await play.until(lambda now: now.page is Page.HOME and now.devices.card_reader)
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.ITEM, "i05")
        await play.page(Page.CARD)
        reader.tap_unreadable("pulled_away")
        await play.until(lambda now: now.visit and now.visit.card_step is CardStep.TRY_AGAIN)
        reader.tap(dataclasses.replace(CHEN, number=""))
        await play.until(lambda now: now.visit and now.visit.card_failures == 2)
        reader._news.put_nowait(CardEvent(CardEventKind.CARD))
        await play.until(lambda now: now.visit and now.visit.card_step is CardStep.OTHER_WAY)


async def test_a_card_left_behind_disturbs_no_visit(tmp_path: Path) -> None:
    reader = SimulatedCardReader(left_behind_s=0)
    async with staged(MemoryHall(), tmp_path, Boxes(card_reader=reader)) as play:
        await play.until(lambda now: now.page is Page.HOME and now.devices.card_reader)
        reader.tap(CHEN)
        await play.until(lambda now: now.card_on_glass and now.visit and now.visit.person)
        await play.eventually(reader._news.empty)
        reader.lift()
        session = await play.until(lambda now: not now.card_on_glass)
        assert session.devices.card_reader


async def test_codes_are_recognised_not_piled_up_and_told_by_their_kind_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    scanner = SimulatedCodeScanner()
    async with staged(BookingHall(), tmp_path, Boxes(scanner=scanner)) as play:
        await play.until(lambda now: now.devices.scanner and now.page is Page.HOME)
        for text in CODES * 10:
            scanner.scan(text.encode())
        await play.eventually(scanner._news.empty)
        await play.eventually(lambda: caplog.text.count("a code was ") == len(CODES) * 10)
    assert "a code was scanned: Slip" in caplog.text
    assert "a code was refused: unknown_issuer" in caplog.text  # nobody is trusted yet
    assert not [secret for secret in SECRETS if secret in caplog.text]


async def test_the_hall_is_seen_to_go_and_to_come_back(tmp_path: Path) -> None:
    hall = MemoryHall()
    async with staged(hall, tmp_path) as play:
        await play.until(lambda now: now.online and now.page is Page.HOME)
        hall.silent = True
        await play.until(lambda now: not now.online)
        hall.silent = False
        await play.until(lambda now: now.online)


async def test_the_kiosk_waits_for_a_hall_that_is_not_there_yet(tmp_path: Path) -> None:
    hall = MemoryHall(silent=True)
    async with staged(hall, tmp_path) as play:
        await play.until(lambda now: now.now and not now.online)
        assert play.kiosk.session.page is Page.STARTING
        hall.silent = False
        await play.page(Page.HOME)


async def test_a_push_makes_the_kiosk_look_at_once(tmp_path: Path) -> None:
    class Counting(MemoryHall):
        n = 1

        def now(self) -> HallNow:
            super().now()
            return hall_now(self.n)

    hall = Counting()
    async with staged(hall, tmp_path) as play:
        await play.until(lambda now: now.hall and now.page is Page.HOME)
        hall.n = 7
        hall.pushes += ["beat", "news"]
        await play.until(lambda now: now.hall and now.hall.n == 7)
        hall.pushes.append("build")
        looks = hall.looks
        await play.eventually(lambda: hall.looks > looks)


async def test_a_business_day_that_is_no_date_does_not_stop_a_card(tmp_path: Path) -> None:
    class Odd(MemoryHall):
        def now(self) -> HallNow:
            super().now()
            return msgspec.structs.replace(hall_now(), business_day="someday")

    reader = SimulatedCardReader()
    async with staged(Odd(), tmp_path, Boxes(card_reader=reader)) as play:
        await play.until(lambda now: now.hall and now.devices.card_reader and now.page is Page.HOME)
        reader.tap(CHEN)
        session = await play.page(Page.SERVICES)
        assert session.visit is not None
        assert session.visit.person is not None


async def test_an_observer_that_fails_does_not_stop_the_kiosk(tmp_path: Path) -> None:
    def fails(_: object) -> None:
        raise RuntimeError("a bug of the screen")

    async with staged(MemoryHall(), tmp_path) as play:
        play.kiosk.observe(fails)
        play.kiosk.listen(fails)
        await play.until(lambda now: now.online and now.page is Page.HOME)
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.THEME, "社会保障")
        play.kiosk.choose(Choice.ITEM, "i05")
        await play.page(Page.CONFIRM)
        play.kiosk.choose(Choice.CHIP, Chip.WHEELCHAIR)
        session = await play.until(lambda now: now.visit and now.visit.chips)
        assert session.visit is not None
        assert session.visit.theme == "社会保障"


async def test_a_bug_in_one_number_s_way_leaves_the_kiosk_running(tmp_path: Path) -> None:
    class Buggy(MemoryHall):
        def take(self, *_: object):
            raise ZeroDivisionError

    async with staged(Buggy(), tmp_path) as play:
        await play.until(lambda now: now.online and now.page is Page.HOME)
        play.kiosk.touch(Touch.TAKE_A_NUMBER)
        play.kiosk.choose(Choice.ITEM, "i05")
        play.kiosk.touch(Touch.PRINT_NUMBER)
        await play.page(Page.PRINTING)
        await play.eventually(lambda: play.kiosk.works == 0)
        await play.until(lambda now: now.now > play.kiosk.session.last_touch)


async def test_a_bug_in_a_look_at_the_hall_counts_as_silence_and_leaves_the_kiosk_running(tmp_path: Path) -> None:
    class Buggy(MemoryHall):
        bug = False

        def now(self) -> HallNow:
            if self.bug:
                raise TypeError
            return super().now()

        def stream(self) -> Iterator[str]:
            if self.bug:
                raise TypeError
            yield from super().stream()

    hall = Buggy()
    async with staged(hall, tmp_path) as play:
        await play.until(lambda now: now.online and now.page is Page.HOME)
        hall.bug = True
        hall.pushes.append("news")
        await play.until(lambda now: not now.online)
        hall.bug = False
        await play.until(lambda now: now.online)


async def test_touches_before_and_after_the_kiosk_runs_are_dropped(tmp_path: Path) -> None:
    play = staged(MemoryHall(), tmp_path)
    play.kiosk.touch(Touch.TAKE_A_NUMBER)
    async with play:
        await play.until(lambda now: now.page is Page.HOME)
    play.kiosk.touch(Touch.TAKE_A_NUMBER)
    assert play.kiosk.session.visit is None


async def test_nothing_of_a_visitor_is_left_when_the_kiosk_is_stopped_in_the_middle(tmp_path: Path) -> None:
    reader = SimulatedCardReader()
    async with staged(MemoryHall(), tmp_path, Boxes(card_reader=reader)) as play:
        await play.until(lambda now: now.devices.card_reader and now.page is Page.HOME)
        reader.tap(CHEN)
        await play.until(lambda now: now.visit and now.visit.person)
    assert play.kiosk.session.visit is None
    await asyncio.sleep(0)
