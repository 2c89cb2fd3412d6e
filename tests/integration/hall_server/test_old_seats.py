"""Seats that were left: closed by the new business day, taken over only when nobody stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.messages import SignIn
from hall_server.contract.problems import HallProblem, ProblemCode
from tests.integration.hall_server.made import MadeHall, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = 86_400


@pytest.fixture
def made(tmp_path: Path) -> Iterator[MadeHall]:
    hall = MadeHall(tmp_path)
    yield hall
    hall.close()


def test_a_new_day_closes_the_seats_of_the_day_before_and_no_other(made: MadeHall) -> None:
    made.waiting()
    made.call(made.open(1))
    made.open(2)
    made.tick()
    assert made.hall.session(2) is not None
    made.clock.forward(DAY)
    made.tick()
    assert made.hall.session(1) is not None  # somebody is called there
    assert made.hall.session(2) is None
    made.open(2)
    made.tick()
    assert made.hall.session(2) is not None


def test_a_seat_is_taken_over_only_when_said_so_and_nobody_is_called_there(made: MadeHall) -> None:
    before, after = made.open(1), clerk(1, "1009")

    def sit(*, take_over: bool) -> str:
        return made.hall.sign_in(after, fresh(), 1, SignIn(clerk="1009", take_over=take_over)).result().clerk

    made.waiting()
    made.call(before)
    for take_over, code in ((False, ProblemCode.COUNTER_TAKEN), (True, ProblemCode.COUNTER_BUSY)):
        with pytest.raises(HallProblem) as refused:
            sit(take_over=take_over)
        assert refused.value.code is code
    ticket = made.hall.at_counter(1)
    assert ticket is not None
    made.hall.serve(before, fresh(), ticket.id).result()
    with pytest.raises(HallProblem):
        sit(take_over=True)
