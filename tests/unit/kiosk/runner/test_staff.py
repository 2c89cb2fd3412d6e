"""The PIN's hash, and what staff do at a machine."""

from __future__ import annotations

import logging

import pytest

from devices.values.receipt_printer import PrinterStatus, PrintOutcome, PrintResult
from devices.values.sensors import SecurityKind
from hall_server.contract.machine_acts import MachineAct
from kiosk.runner.staff import StaffDesk, hash_pin, pin_fits
from kiosk.session.corner import CheckPin, PinJudged, StaffAct, StaffDoes, StaffDone
from kiosk.session.effects import PrintSlip
from kiosk.viewmodels.examples import TICKET

HASHED = hash_pin("2580", b"0" * 16)


class Printer:
    def __init__(self, outcome=PrintOutcome.PRINTED):
        self.printed, self._outcome = [], outcome

    async def print(self, document):
        self.printed.append(document)
        return PrintResult(self._outcome, PrinterStatus(answered=True))


class Book:
    """Notes what it is told, as the hall's book would."""

    def __init__(self):
        self.told, self.paused = [], None

    async def note(self, act, age_s=0.0):
        self.told.append(act)

    async def pause(self, *, paused):
        self.paused = paused

    async def alarm(self, kind, source, age_s=0.0):
        self.told.append((kind, source))


def desk(posted, staff_pin=HASHED, *, printer=None, paper=None, book=None, technician_pin=""):
    return StaffDesk(
        staff_pin, posted.append, lambda: 1.0, printer=printer, reprint_of=lambda ticket, _: ticket.label,
        paper={} if paper is None else paper, hall=lambda: None, book=book or Book(), technician_pin=technician_pin,
    )  # fmt: skip


def test_a_pin_fits_its_own_hash_only_and_two_hashes_of_one_differ():
    assert pin_fits("2580", HASHED)
    assert not pin_fits("2581", HASHED)
    assert hash_pin("2580") != hash_pin("2580")


@pytest.mark.parametrize("hashed", ["", "2580", "scrypt$zz$00", "scrypt$00", "plain$" + HASHED.partition("$")[2]])
def test_a_hash_of_another_shape_fits_nothing(hashed):
    assert not pin_fits("2580", hashed)


@pytest.mark.parametrize(("staff_pin", "pin", "right"), [(HASHED, "2580", True), (HASHED, "1", False), ("", "", False)])
async def test_a_pin_is_judged(staff_pin, pin, right, caplog):
    posted = []
    await desk(posted, staff_pin).check(CheckPin(pin))
    assert posted == [PinJudged(1.0, right)]
    assert pin == "" or pin not in caplog.text


async def test_the_technician_has_a_pin_of_their_own():
    posted = []
    both = desk(posted, technician_pin=hash_pin("9090"))
    for pin in ("9090", "2580", "1111"):
        await both.check(CheckPin(pin))
    assert [(judged.right, judged.technician) for judged in posted] == [(True, True), (True, False), (False, False)]


async def test_the_last_slip_comes_once_more():
    posted, printer = [], Printer()
    staff = desk(posted, printer=printer)
    await staff.do(StaffDoes(StaffAct.REPRINT))
    staff.hear(PrintSlip(TICKET))
    await staff.do(StaffDoes(StaffAct.REPRINT))
    assert [(done.act, done.ok) for done in posted] == [(StaffAct.REPRINT, False), (StaffAct.REPRINT, True)]
    assert printer.printed == ["E042"]


async def test_a_printer_that_says_no_is_told():
    posted = []
    staff = desk(posted, printer=Printer(PrintOutcome.NOT_PRINTED))
    staff.hear(PrintSlip(TICKET))
    await staff.do(StaffDoes(StaffAct.REPRINT))
    assert posted == [StaffDone(1.0, StaffAct.REPRINT, ok=False)]


async def test_a_new_roll_is_counted_from_its_beginning_and_what_was_learnt_stays():
    paper = {"printed_mm": 5000.0, "ended": 1.0, "roll_mm": 80_000.0}
    await desk([], paper=paper).do(StaffDoes(StaffAct.PAPER))
    assert (paper["printed_mm"], paper["ended"], paper["roll_mm"]) == (0.0, 0.0, 80_000.0)


@pytest.mark.parametrize("act", StaffAct)
async def test_every_act_is_written_down(act, caplog):
    with caplog.at_level(logging.INFO):
        await desk([]).do(StaffDoes(act))
    assert f"staff corner: {act.value}" in caplog.text


async def test_what_staff_do_is_told_to_the_book_and_too_many_wrong_pins_to_the_cameras():
    book = Book()
    staff = desk([], book=book)
    for act in StaffAct:
        await staff.do(StaffDoes(act))
    silent = {StaffAct.WRONG_PIN, StaffAct.SHUT, StaffAct.LOUDER, StaffAct.SOFTER, StaffAct.NUMBERS}
    assert len(book.told) == len(StaffAct) - len(silent) + 1
    assert (SecurityKind.REPEATED_AUTH_FAILURE, "staff_corner") in book.told
    assert MachineAct.PAPER_CHANGED in book.told


async def test_a_pause_is_kept_for_the_next_life_of_the_program_and_its_end_too():
    book = Book()
    staff = desk([], book=book)
    await staff.do(StaffDoes(StaffAct.PAUSED))
    assert book.paused is True
    await staff.do(StaffDoes(StaffAct.RESUMED))
    assert book.paused is False


def test_everything_that_endangers_a_machine_has_a_word_in_the_book():
    assert {kind.value for kind in SecurityKind} <= {act.value for act in MachineAct}
