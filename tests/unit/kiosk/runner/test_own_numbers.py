"""Numbers that somebody holds: asked for, printed again without a word to the hall, given up; and the referral slip."""

import pytest

from devices.values.receipt_printer import PrinterStatus, PrintOutcome, PrintResult
from hall_server.contract.items import ReferralReason
from hall_server.contract.messages import CancelTicket
from hall_server.contract.visits import Referral
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.errands import Errands
from kiosk.runner.own_numbers import OwnNumbers
from kiosk.runner.slips import slip_maker
from kiosk.session.mine import AgainPrinted, DropNumber, FindMine, MineFound, NumberDropped, PrintAgain
from kiosk.session.proxy import OtherWay, OtherWayPrinted, PrintOtherWay
from kiosk.session.referring import PrintReferral, ReferralPrinted
from tests.unit.kiosk.session.visits import HALL, ID, LOOK, ticket

WHO = "1" * 32
REFERRAL = Referral(item="i05", reason=ReferralReason.REACH_LOCAL, name="榕树区政务服务中心", hours="9:00–17:00")


class Desk:
    """A hall that answers, or raises."""

    def __init__(self, error=None):
        self.error, self.dropped = error, []

    def tickets_of(self, pseudonym):
        self._say()
        assert pseudonym == WHO
        return (ticket(),)

    def cancel(self, key, ticket_id, order):
        self._say()
        self.dropped.append((key, ticket_id, order))
        return ticket()

    def _say(self):
        if self.error is not None:
            raise self.error


class Printer:
    """A printer with one outcome."""

    def __init__(self, outcome=PrintOutcome.PRINTED):
        self.outcome, self.printed = outcome, []

    async def print(self, document):
        self.printed.append(document)
        return PrintResult(self.outcome, PrinterStatus(answered=True))


async def posted(errand, desk=None, printer=None):
    events = []
    errands = Errands()
    OwnNumbers(
        verbs=desk,
        printer=printer,
        slip_of=slip_maker("1 号机", 80, reprint=True),
        hall=lambda: HALL,
        paper_mm=80,
        post=events.append,
        clock=lambda: 1.0,
    ).serve(errands)
    await errands.begin(errand)
    return events


async def test_what_somebody_holds_is_asked_and_silence_is_none():
    errand = FindMine(LOOK, WHO)
    assert await posted(errand, Desk()) == [MineFound(1.0, LOOK, (ticket(),))]
    for desk in (None, Desk(HallSilentError("test")), Desk(HallRefusedError("not_found"))):
        assert await posted(errand, desk) == [MineFound(1.0, LOOK, ())]


async def test_a_slip_is_printed_again_and_says_so():
    printer = Printer()
    assert await posted(PrintAgain(LOOK, ticket()), printer=printer) == [AgainPrinted(1.0, LOOK, came=True)]
    assert printer.printed[0].reprint
    assert printer.printed[0].job_id == LOOK


@pytest.mark.parametrize("printer", [None, Printer(PrintOutcome.NOT_PRINTED), Printer(PrintOutcome.UNKNOWN)])
async def test_a_slip_that_did_not_come_is_said_not_to_have_come(printer):
    assert await posted(PrintAgain(LOOK, ticket()), printer=printer) == [AgainPrinted(1.0, LOOK, came=False)]
    errand = PrintReferral(LOOK, "社会保障卡挂失补换", REFERRAL)
    assert await posted(errand, printer=printer) == [ReferralPrinted(1.0, LOOK, came=False)]


async def test_a_number_is_given_up_by_whoever_holds_it_and_silence_is_no_yes():
    desk, errand = Desk(), DropNumber(LOOK, ID, WHO)
    assert await posted(errand, desk) == [NumberDropped(1.0, LOOK, done=True)]
    assert desk.dropped == [(LOOK, ID, CancelTicket(visitor=WHO))]
    for bad in (None, Desk(HallSilentError("test")), Desk(HallRefusedError("not_your_ticket"))):
        assert await posted(errand, bad) == [NumberDropped(1.0, LOOK, done=False)]


@pytest.mark.parametrize(("way", "asks"), [(OtherWay.VIDEO, "约一次视频"), (OtherWay.HOME, "工作人员上门")])
async def test_cl_g1_the_slip_for_who_cannot_come_says_what_to_ask_for_and_names_nobody(way, asks):
    printer = Printer()
    errand = PrintOtherWay(LOOK, way, "婚姻登记", ("户口簿",))
    assert await posted(errand, printer=printer) == [OtherWayPrinted(1.0, LOOK, came=True)]
    words = repr(printer.printed[0])
    assert all(word in words for word in (asks, "婚姻登记", "身份证件、户口簿", "打 12345", "没有记下您是谁"))
    assert await posted(errand) == [OtherWayPrinted(1.0, LOOK, came=False)]


async def test_cl_a9_the_slip_names_the_place_and_its_hours():
    printer = Printer()
    errand = PrintReferral(LOOK, "社会保障卡挂失补换", REFERRAL, km=3.5)
    assert await posted(errand, printer=printer) == [ReferralPrinted(1.0, LOOK, came=True)]
    words = repr(printer.printed[0])
    assert all(word in words for word in ("榕树区政务服务中心", "9:00–17:00", "3.5 公里", "社会保障卡挂失补换"))
