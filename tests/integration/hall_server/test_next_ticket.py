"""The next-ticket rule from the hall's own door: who is called, what the event keeps, what others hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.messages import CompleteTicket, TakeTicket
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Chip, PrintAnswer, Why
from hall_server.domain.dispatch import Reason
from tests.integration.hall_server.made import KIOSK, MadeHall, fresh
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.contract.messages import TicketView

LOW = msgspec.structs.replace(SITE.counters[2], accessible=True)
HALL = msgspec.structs.replace(SITE, counters={1: SITE.counters[1], 2: LOW})


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path, site=HALL)
    yield hall
    hall.close()


def waiting(made: MadeHall, *chips: Chip) -> TicketView:
    """A visitor takes a number and holds the slip; five minutes pass."""
    taken = made.hall.take_ticket(KIOSK, fresh(), TakeTicket("i1", chips=chips)).result()
    shown = made.answer(taken.id, PrintAnswer.PAPER)
    made.clock.forward(300)
    return shown


def kept_reasons(made: MadeHall) -> list[Reason | None]:
    return [Reason.parse(event.reason) for event in made.reader.events(0, 500) if event.reason]


def test_priority_by_law_goes_first_and_the_event_keeps_whom_it_passed(made: MadeHall) -> None:
    """CL-G4: the hall can say why; a board hears nothing of it."""
    first, preferred = waiting(made), waiting(made, Chip.PRIORITY)
    who = made.open(1)
    desk = made.hall.counter_queue(1)
    assert ([one.id for one in desk.tickets], desk.why) == ([preferred.id, first.id], Why.STATUTORY_PRIORITY)
    assert made.call(who).id == preferred.id
    (reason,) = kept_reasons(made)
    assert str(reason) == desk.reason
    assert desk.reason == "statutory_priority;waited:5;waiting:2;priority:12;passed_statutory_priority:A001"
    heard = made.hall.events(0, 500).events[-1]
    assert (heard.label, heard.reason) == ("A002", "by_rule")


def test_a_wheelchair_ticket_is_called_by_the_accessible_counter_only(made: MadeHall) -> None:
    """CL-G3."""
    low_only = waiting(made, Chip.WHEELCHAIR)
    who = made.open(1)
    assert made.hall.counter_queue(1).waiting == 0
    with pytest.raises(HallProblem) as refused:
        made.call(who)
    assert refused.value.code is ProblemCode.NOBODY_WAITING
    assert made.call(made.open(2)).id == low_only.id


def test_what_the_console_says_and_what_is_called_are_the_same_until_nobody_waits(made: MadeHall) -> None:
    """Every call is the one that the list showed first, for the reason that it showed."""
    for chips in ((), (Chip.ELDER,), (), (Chip.WHEELCHAIR, Chip.PRIORITY), (Chip.CANTONESE,)):
        waiting(made, *chips)
    who = made.open(2)
    told = []
    while (desk := made.hall.counter_queue(2)).tickets:
        called = made.call(who)
        assert called.id == desk.tickets[0].id
        told.append(desk.reason)
        made.hall.serve(who, fresh(), called.id).result()
        made.hall.complete(who, fresh(), called.id, CompleteTicket()).result()
    assert [str(reason) for reason in kept_reasons(made)] == told
    assert len(told) == 5
