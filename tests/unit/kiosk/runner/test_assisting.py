"""What staff do about a number, asked of the hall and told to its book."""

from __future__ import annotations

import pytest

from hall_server.contract.machine_acts import MachineAct
from hall_server.contract.messages import CancelTicket
from hall_server.contract.priority import GivePriority, PriorityReason
from kiosk.hall_client import HallRefusedError, HallSilentError
from kiosk.runner.assisting import Assisting
from kiosk.runner.errands import Errands
from kiosk.session.corner_words import (
    CancelForThem,
    FindNumbers,
    LookStep,
    NumberChanged,
    NumbersFound,
    PutFirst,
)
from tests.unit.kiosk.session.visits import ASSISTED, ID, LOOK, ticket


class Hall:
    """A hall that answers, or raises."""

    def __init__(self, error=None):
        self.error, self.asked = error, []

    def assisted(self, of):
        return self._answer(ASSISTED, of)

    def cancel(self, *asked):
        return self._answer(ticket(), *asked)

    def put_first(self, *asked):
        return self._answer(ticket(), *asked)

    def _answer(self, answer, *asked):
        if self.error is not None:
            raise self.error
        self.asked.append(asked)
        return answer


class Book:
    def __init__(self):
        self.told = []

    async def note(self, act):
        self.told.append(act)


async def done(errand, hall=None):
    events, errands, book = [], Errands(), Book()
    Assisting(hall, book, events.append, lambda: 1.0).serve(errands)
    await errands.begin(errand)
    return events, book.told


async def test_numbers_are_asked_for_and_a_silent_hall_is_not_an_empty_one():
    errand = FindNumbers(LOOK, "42")
    assert await done(errand, Hall()) == ([NumbersFound(1.0, LOOK, ASSISTED)], [])
    for away, hall in ((True, None), (True, Hall(HallSilentError("x"))), (False, Hall(HallRefusedError("x")))):
        assert await done(errand, hall) == ([NumbersFound(1.0, LOOK, away=away)], [])


CANCEL, FIRST = CancelForThem(LOOK, ID), PutFirst(LOOK, ID, PriorityReason.UNWELL)


async def test_what_was_done_stands_in_the_book():
    hall = Hall()
    assert await done(CANCEL, hall) == (
        [NumberChanged(1.0, LOOK, LookStep.CANCELLED)], [MachineAct.NUMBER_CANCELLED]
    )  # fmt: skip
    assert await done(FIRST, hall) == ([NumberChanged(1.0, LOOK, LookStep.FIRST)], [MachineAct.PRIORITY_GIVEN])
    assert hall.asked == [
        (LOOK, ID, CancelTicket(by_staff=True)),
        (LOOK, ID, GivePriority(PriorityReason.UNWELL)),
    ]


@pytest.mark.parametrize("errand", [CANCEL, FIRST])
@pytest.mark.parametrize("hall", [None, Hall(HallSilentError("x")), Hall(HallRefusedError("illegal_move"))])
async def test_what_the_hall_did_not_say_yes_to_is_not_done_and_in_no_book(errand, hall):
    assert await done(errand, hall) == ([NumberChanged(1.0, LOOK, LookStep.NOT_DONE)], [])
