"""Whatever comes of asking, the desk hears of every type, and no bug's words reach the log."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from hall_server.app.licence_asker import LicenceAsker
from hall_server.city.errors import CityAwayError
from hall_server.contract.city.licences import Holder
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.city.licences import Got, LookUp
from hall_server.domain.city.paperless import Asked, LookingFor

CARD = "居民身份证"
WANTED = LookingFor(visit="v", holder=Holder(handle="somebody"), asked=(Asked("i1", (CARD,)),), place="K1")


class Asking:
    """Answers, raises, or never does anything."""

    def __init__(self, outcome: object) -> None:
        self.outcome, self.closed = outcome, False

    async def ask(self, *_: object, **__: object) -> Any:
        if self.outcome is None:
            await asyncio.Event().wait()
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome

    def close(self) -> None:
        self.closed = True


class Desk:
    def __init__(self, problem: HallProblem | None = None) -> None:
        self.problem = problem
        self.told: asyncio.Future[tuple[Got, ...]] = asyncio.get_running_loop().create_future()

    async def heard(self, _: LookingFor, got: tuple[Got, ...]) -> None:
        self.told.set_result(got)
        if self.problem:
            raise self.problem


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ((Got(CARD, LookUp.FOUND),), LookUp.FOUND),
        (CityAwayError("too_slow"), LookUp.SLOW),
        (CityAwayError("crowded"), LookUp.NO_ANSWER),
        (ValueError("陈样明"), LookUp.NO_ANSWER),
    ],
)
async def test_every_type_has_an_outcome(outcome, expected, caplog) -> None:
    desk, asking = Desk(), Asking(outcome)
    asker = LicenceAsker(asking, desk)  # type: ignore[arg-type]  # stand-ins
    asker(WANTED)
    assert {one.type: one.outcome for one in await desk.told} == {CARD: expected}
    await asker.close()
    assert asking.closed
    assert "陈样明" not in caplog.text


async def test_a_store_that_refuses_is_told_and_nothing_else_happens(caplog) -> None:
    desk = Desk(HallProblem(ProblemCode.STORE_UNAVAILABLE))
    asker = LicenceAsker(Asking(()), desk)  # type: ignore[arg-type]  # stand-ins
    asker(WANTED)
    await desk.told
    await asyncio.sleep(0)
    await asker.close()
    assert "store_unavailable" in caplog.text


async def test_whoever_is_still_asking_is_not_waited_for_at_the_end() -> None:
    desk = Desk()
    asker = LicenceAsker(Asking(None), desk)  # type: ignore[arg-type]  # stand-ins
    asker(WANTED)
    await asyncio.sleep(0)
    await asker.close()
    assert not desk.told.done()
