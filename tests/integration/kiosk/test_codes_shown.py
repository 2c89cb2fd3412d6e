"""A code before the scanner of a running kiosk: slips without a touch, and what a hall that is silent changes."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from typing import TYPE_CHECKING

from devices.code_scanner.simulator import SimulatedCodeScanner
from devices.id_card.simulator import SimulatedCardReader
from devices.receipt_printer.simulator import READY, SimulatedReceiptPrinter
from devices.values.receipt_printer import Paper
from hall_server.contract.booking_code import booking_code
from hall_server.contract.identity.pseudonym import SubjectKind, code_pseudonym, pseudonym
from hall_server.contract.slip_code import slip_code
from hall_server.contract.vocabulary import PrintAnswer, TicketState
from kiosk.codes.following import FollowingVerifier
from kiosk.codes.words import CodeReason
from kiosk.local_store import LocalStore, Stage
from kiosk.runner.boxes import Boxes
from kiosk.session.events import Choice, Touch
from kiosk.session.shown import CodeNote
from kiosk.session.state import Page, Session
from tests.integration.kiosk.booking_hall import BookingHall, booking
from tests.integration.kiosk.stand_in import CHEN, QUICK, staged, ticket
from tests.unit.hall_server.contract.codes.made_up import CITY, HALL, ISSUED_US, SECOND, SUBJECT, TRUST, code

if TYPE_CHECKING:
    from pathlib import Path

    from devices.values.receipt_printer import PrintDocument, PrintResult
    from tests.integration.kiosk.stand_in import Stage as Play

NOW = ISSUED_US + 5 * SECOND
WHO = code_pseudonym(b"a key of this hall", CITY, SUBJECT)


class Place:
    """A kiosk with a scanner and a printer before a hall that knows bookings."""

    def __init__(
        self,
        folder: Path,
        hall: BookingHall | None = None,
        printer: SimulatedReceiptPrinter | None = None,
        **more: object,
    ) -> None:
        self.hall = hall or BookingHall(at=NOW)
        self.scanner, self.printer = SimulatedCodeScanner(), printer or SimulatedReceiptPrinter()
        codes = FollowingVerifier(HALL)
        codes.follow(TRUST)
        self.play: Play = staged(
            self.hall, folder, Boxes(scanner=self.scanner, printer=self.printer), codes=codes, **more,  # type: ignore[arg-type] # of staged
        )  # fmt: skip

    async def ready(self) -> None:
        await self.play.until(lambda now: now.page is Page.HOME and now.online and now.devices.scanner and now.hall)

    async def page(self, page: Page) -> Session:
        return await self.play.page(page)

    def show(self, jti: str = "0" * 24, subject: str = SUBJECT) -> None:
        self.scanner.scan(code(jti=jti, subject=subject).encode())


def note(session: Session) -> CodeNote:
    return session.current_visit().code.note


async def test_cl_c3_a_code_whose_booking_is_due_becomes_a_slip_without_a_touch(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        place.show()
        session = await place.page(Page.TICKET)
        ticket_id = session.current_visit().ticket_id
        assert place.hall.checked_in == [(ticket_id, booking(1, NOW).id)]
        await place.play.eventually(lambda: (ticket_id, PrintAnswer.PAPER) in place.hall.answers)
        row = await place.play.on_disk(lambda: place.play.kiosk._parts.store.row(ticket_id))
        assert row is not None
        assert row.stage is Stage.PRINTED
        assert len(place.printer.documents) == 1
        assert place.play.pages == [Page.STARTING, Page.HOME, Page.CHECKING, Page.PRINTING, Page.TICKET]


async def test_a_card_laid_first_is_met_by_its_booking_too(tmp_path: Path) -> None:
    hall, reader, printer = BookingHall(at=NOW), SimulatedCardReader(), SimulatedReceiptPrinter()
    hall.booked[pseudonym(b"a key of this hall", SubjectKind.ID_NUMBER, CHEN.number)] = [booking(1, NOW)]
    async with staged(hall, tmp_path, Boxes(card_reader=reader, printer=printer)) as play:
        await play.until(lambda now: now.page is Page.HOME and now.online and now.devices.card_reader and now.hall)
        reader.tap(CHEN)
        await play.page(Page.TICKET)
        assert len(hall.checked_in) == len(printer.documents) == 1


async def test_cl_c3_two_bookings_are_one_touch(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.hall.booked[WHO] = [booking(1, NOW), booking(2, NOW, "B")]
    async with place.play:
        await place.ready()
        place.show()
        await place.page(Page.BOOKINGS)
        place.play.kiosk.choose(Choice.BOOKING, booking(2, NOW).id)
        await place.page(Page.TICKET)
        assert [booked for _, booked in place.hall.checked_in] == [booking(2, NOW).id]


async def test_the_next_code_of_the_same_phone_does_nothing_more(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        place.show()
        place.show("1" * 24)
        place.show()
        await place.page(Page.TICKET)
        place.show("2" * 24)
        await place.play.eventually(lambda: place.scanner._news.empty() and place.play.kiosk.works == 0)
        assert (len(place.hall.checked_in), len(place.printer.documents)) == (1, 1)
        assert place.play.kiosk.session.page is Page.TICKET


async def test_a_code_that_is_shown_while_a_slip_is_printed_is_not_used_up(tmp_path: Path) -> None:
    class Slow(SimulatedReceiptPrinter):
        def __init__(self) -> None:
            super().__init__()
            self.go_on = asyncio.Event()

        async def print(self, document: PrintDocument) -> PrintResult:
            await self.go_on.wait()
            return await super().print(document)

    place = Place(tmp_path, printer=(slow := Slow()))
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        place.show()
        await place.play.until(lambda now: now.page is Page.PRINTING and now.visit and now.visit.ticket)
        place.show("1" * 24, "AAAAAAAAAAAAAAAAAAAAAA")
        await place.play.eventually(place.scanner._news.empty)
        slow.go_on.set()
        await place.page(Page.TICKET)
        place.show("1" * 24, "AAAAAAAAAAAAAAAAAAAAAA")
        session = await place.page(Page.SERVICES)
        assert session.current_visit().refusal is None


async def test_a_hall_that_stalls_while_bookings_are_looked_up_costs_the_visitor_no_more_than_a_number(
    tmp_path: Path,
) -> None:
    hall = BookingHall(at=NOW)
    place = Place(tmp_path, hall, patience=dataclasses.replace(QUICK, take_s=0.1))
    async with place.play:
        await place.ready()
        hall.stalled = threading.Event()
        place.show()
        session = await place.page(Page.SERVICES)
        assert note(session) is CodeNote.HALL_SILENT
        assert session.current_visit().person is not None
        hall.stalled.set()


async def test_a_check_in_that_is_never_answered_is_told_void_and_leads_to_a_number(tmp_path: Path) -> None:
    class Deaf(BookingHall):
        def check_in(self, ticket_id, booking_id, command):  # type: ignore[no-untyped-def] # as in BookingHall
            super().check_in(ticket_id, booking_id, command)
            self.silent = True
            self._answering()

    hall = Deaf(at=NOW)
    hall.booked[WHO] = [booking(1, NOW)]
    place = Place(tmp_path, hall)
    async with place.play:
        await place.ready()
        place.show()
        session = await place.page(Page.CODE_REFUSED)
        assert session.current_visit().refusal is CodeReason.BOOKING_NOT_ASKED
        hall.silent = False
        given = hall.checked_in[0][0]
        await place.play.eventually(lambda: (given, PrintAnswer.VOID) in hall.answers)
        assert place.printer.documents == []
        place.play.kiosk.touch(Touch.TAKE_A_NUMBER)
        await place.page(Page.SERVICES)


async def test_without_the_hall_a_code_leads_to_the_items_and_a_number_of_this_kiosk(tmp_path: Path) -> None:
    hall = BookingHall(at=NOW, leases=True)
    hall.booked[WHO] = [booking(1, NOW)]
    place = Place(tmp_path, hall)
    async with place.play:
        await place.ready()
        await place.play.eventually(lambda: hall.leased)
        hall.silent = True
        await place.play.until(lambda now: not now.online)
        place.show()
        await place.page(Page.SERVICES)
        assert hall.looked_up == []
        assert place.play.kiosk._claiming.owed == 1
        place.play.kiosk.choose(Choice.ITEM, "i05")
        await place.page(Page.CONFIRM)
        place.play.kiosk.touch(Touch.PRINT_NUMBER)
        session = await place.page(Page.TICKET)
        assert session.current_visit().ticket is not None
        hall.silent = False
        await place.play.eventually(lambda: place.play.kiosk._claiming.owed == 0)
        assert len(hall.claims) == 1


async def test_a_slip_s_code_shows_its_ticket_and_a_booking_s_checks_it_in(tmp_path: Path) -> None:
    place = Place(tmp_path)
    own = ticket("00010203-0405-0607-0809-0a0b0c0d0e0f", "A012", TicketState.WAITING)
    place.hall.tickets[own.id] = own
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        place.scanner.scan(slip_code(bytes(range(16))).encode())
        session = await place.page(Page.TICKET_STATE)
        assert session.current_visit().seen == own
        place.play.kiosk.touch(Touch.FINISH)
        await place.page(Page.HOME)
        place.scanner.scan(slip_code(bytes(16)).encode())
        session = await place.page(Page.CODE_REFUSED)
        assert session.current_visit().refusal is CodeReason.SLIP_UNKNOWN
        place.scanner.scan(booking_code(bytes.fromhex(booking(1, NOW).id.replace("-", ""))).encode())
        await place.page(Page.TICKET)


async def test_a_check_in_that_the_hall_refuses_is_said_and_leaves_no_number_behind(tmp_path: Path) -> None:
    hall = BookingHall(at=NOW, check_in_refusal="booking_over")
    hall.booked[WHO] = [booking(1, NOW)]
    place = Place(tmp_path, hall)
    async with place.play:
        await place.ready()
        place.show()
        session = await place.page(Page.CODE_REFUSED)
        assert session.current_visit().refusal is CodeReason.BOOKING_OVER
        assert place.play.kiosk.owes_the_hall == 0


async def test_a_checked_in_number_whose_slip_cannot_come_is_asked_about_like_any_other(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.printer.state = dataclasses.replace(READY, paper=Paper.OUT)
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        place.show()
        await place.page(Page.PAPER_OUT)
        place.play.kiosk.touch(Touch.NOTED)
        given = place.hall.checked_in[0][0]
        await place.play.eventually(lambda: (given, PrintAnswer.SCREEN) in place.hall.answers)


async def test_a_store_that_refuses_gives_no_number_of_a_booking(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kiosk.db")
    place = Place(tmp_path, store=store)
    place.hall.booked[WHO] = [booking(1, NOW)]
    async with place.play:
        await place.ready()
        await place.play.on_disk(store._file.connection.execute, "PRAGMA query_only = 1")
        place.show()
        await place.page(Page.CODE_REFUSED)
        assert place.hall.checked_in == []
