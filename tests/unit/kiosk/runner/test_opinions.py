"""What visitors say goes to the hall at once, and what was kept when the hall is heard again."""

import asyncio

import pytest

from devices.values.receipt_printer import PrinterStatus, PrintOutcome, PrintResult
from hall_server.contract.voices import Complain, ComplaintCategories, ComplaintCategory, GiveRating
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.local_store import LocalStoreError
from kiosk.runner.errands import Errands
from kiosk.runner.opinions import Opinions
from kiosk.runner.voices import Said
from kiosk.session.complaining import (
    ComplaintPrinted,
    ComplaintStep,
    FindCategories,
    PrintComplaint,
    SendComplaint,
)
from kiosk.session.rating import RatingSent, RatingStep, SendRating
from kiosk.session.state import Session
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES

TABLE = (ComplaintCategory("02", "办事效率"),)
RATE = SendRating("key", "ticket", 4)


class Voices:
    """Says what it was made to say, or raises it."""

    def __init__(self, said=None):
        self.said, self.heard, self.delivered = said, [], asyncio.Event()

    async def rate(self, key, ticket_id, order):
        self.heard.append((key, ticket_id, order.stars))
        if isinstance(self.said, Exception):
            raise self.said
        return self.said

    async def complain(self, key, order):
        return await self.rate(key, "", GiveRating(1))

    async def categories(self):
        if isinstance(self.said, Exception):
            raise self.said
        return ComplaintCategories(TABLE)

    async def deliver(self):
        self.delivered.set()
        if isinstance(self.said, Exception):
            raise self.said
        return 1


class Printer:
    """Prints nothing and says what it was made to say."""

    def __init__(self, outcome):
        self.outcome, self.slips = outcome, []

    async def print(self, slip):
        self.slips.append(slip)
        return PrintResult(self.outcome, PrinterStatus(answered=True))


async def told(voices, errand=RATE):
    posted, errands = [], Errands()
    Opinions(voices, posted.append, lambda: 1.0).serve(errands)
    await errands.begin(errand)
    return posted


@pytest.mark.parametrize(
    ("said", "step"),
    [
        (Said(heard=True), RatingStep.HEARD),
        (Said(heard=True, again=True), RatingStep.AGAIN),
        (Said(heard=False), RatingStep.KEPT),
        (Said(heard=False, kept=False), RatingStep.LOST),
        (HallRefusedError("illegal_move"), RatingStep.NOT_YET),
        (HallRefusedError("ticket_unknown"), RatingStep.LOST),
        (LocalStoreError("full"), RatingStep.LOST),
    ],
    ids=["heard", "again", "kept", "too_many", "not_yet", "unknown", "disk"],
)
async def test_what_became_of_a_rating_is_told(said, step):
    voices = Voices(said)
    assert await told(voices) == [RatingSent(1.0, "key", step)]
    assert voices.heard == [("key", "ticket", 4)]


async def test_a_kiosk_without_a_hall_for_it_says_so():
    assert await told(None) == [RatingSent(1.0, "key", RatingStep.LOST)]


COMPLAIN = SendComplaint("key", Complain("02", "等得太久"))


@pytest.mark.parametrize(
    ("said", "step"),
    [
        (Said(heard=True, number="TS1"), ComplaintStep.HEARD),
        (Said(heard=False), ComplaintStep.KEPT),
        (Said(heard=False, kept=False), ComplaintStep.UNSAID),
        (HallRefusedError("bad_request"), ComplaintStep.LOST),
        (LocalStoreError("full"), ComplaintStep.LOST),
    ],
    ids=["heard", "kept", "words", "refused", "disk"],
)
async def test_what_became_of_a_complaint_is_told(said, step):
    (sent,) = await told(Voices(said), COMPLAIN)
    assert (sent.key, sent.step, sent.number) == ("key", step, "TS1" if step is ComplaintStep.HEARD else "")


async def test_a_table_that_was_read_once_is_shown_without_the_hall():
    voices, posted, errands = Voices(), [], Errands()
    Opinions(voices, posted.append, lambda: 1.0).serve(errands)
    for silent in (HallSilentError(), None, HallSilentError()):
        voices.said = silent
        await errands.begin(FindCategories("look"))
    assert [event.categories for event in posted] == [(), TABLE, TABLE]


@pytest.mark.parametrize(("outcome", "printed"), [(PrintOutcome.PRINTED, True), (PrintOutcome.UNKNOWN, False)])
async def test_its_slip_has_the_number_and_the_hotline(outcome, printed):
    printer, posted, errands = Printer(outcome), [], Errands()
    opinions = Opinions(Voices(), posted.append, lambda: 1.0, printer)
    opinions.look(EXAMPLES["home"])
    opinions.serve(errands)
    await errands.begin(PrintComplaint("key", "TS1", "02"))
    assert posted == [ComplaintPrinted(1.0, "key", printed)]
    assert "TS1" in repr(printer.slips)
    assert "12345" in repr(printer.slips)


async def test_without_a_printer_there_is_no_slip():
    assert await told(Voices(), PrintComplaint("key", "TS1", "02")) == [ComplaintPrinted(1.0, "key", printed=False)]


@pytest.mark.parametrize("said", [None, HallRefusedError("not_allowed"), ValueError("ours")])
async def test_what_waits_is_told_when_the_hall_is_heard_again(said):
    voices = Voices(said)
    opinions = Opinions(voices, print, lambda: 1.0)
    running = asyncio.create_task(opinions.run())
    away = Session()
    for session in (away, replace(away, online=True), away, replace(away, online=True)):
        opinions.look(session)
        if session.online:
            await asyncio.wait_for(voices.delivered.wait(), 5)
            voices.delivered.clear()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_what_the_hall_did_not_hear_is_told_again_after_a_while():
    voices = Voices()
    opinions = Opinions(voices, print, lambda: 1.0, again_s=0.01)
    opinions.look(replace(Session(), online=True))
    running = asyncio.create_task(opinions.run())
    for _ in range(2):
        await asyncio.wait_for(voices.delivered.wait(), 5)
        voices.delivered.clear()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
