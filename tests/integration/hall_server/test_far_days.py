"""Numbers of a day that is far away, after a clock was wrong by a year: none of them is in line beside one of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import Transfer
from hall_server.contract.vocabulary import PrintAnswer
from hall_server.contract.vocabulary import TicketState as S
from tests.integration.hall_server.made import MadeHall, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

YEAR_S = 365 * 86_400


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    hall.tick()
    yield hall
    hall.close()


def state(made: MadeHall, ticket_id: str) -> S:
    found = made.reader.ticket(ticket_id)
    assert found is not None
    return found.state


@pytest.mark.parametrize("jump_s", [YEAR_S, -YEAR_S])
def test_a_number_whose_slip_was_at_the_printer_is_closed_once_it_is_confirmed(made: MadeHall, jump_s: int) -> None:
    taken = made.take()
    made.clock.set_by(jump_s)
    made.tick()
    made.answer(taken.id, PrintAnswer.PAPER)
    made.tick()
    assert state(made, taken.id) is S.EXPIRED
    assert made.take().label == taken.label


def test_whoever_is_put_back_in_line_from_a_counter_is_told_at_once_that_the_day_is_over(made: MadeHall) -> None:
    waiting, who = made.waiting(), made.open(1)
    made.call(who)
    made.hall.serve(who, fresh(), waiting.id).result()
    made.clock.set_by(YEAR_S)
    made.tick()
    assert state(made, waiting.id) is S.SERVING
    made.hall.transfer(who, fresh(), waiting.id, Transfer(queue="A")).result()
    made.tick()
    assert state(made, waiting.id) is S.EXPIRED


def test_a_number_of_yesterday_keeps_its_place_over_the_roll_of_the_day(made: MadeHall) -> None:
    taken = made.take()
    made.clock.set_by(86_400)
    made.tick()
    made.answer(taken.id, PrintAnswer.PAPER)
    made.tick()
    assert state(made, taken.id) is S.WAITING
