"""好差评 (CL-F3): one valid rating of one stage of one visit reaches the platform once, later ones as 追评."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hall_server.contract.city.ports import PortName
from hall_server.contract.city.ratings import RatingChannel, RatingStage
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.voices import GiveRating
from tests.contracts.city.telling_faults import prove
from tests.contracts.city.telling_halls import FAULTS, Telling, platform_of, telling
from tests.integration.hall_server.made import KIOSK, clerk, fresh

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.hall_server.city_served import ServedCity

PORT = PortName.RATINGS


@pytest.fixture
def hall(reference_city: ServedCity, tmp_path: Path) -> Iterator[Telling]:
    with telling(PORT, tmp_path, platform_of(reference_city, PORT)) as one:
        yield one


def served(hall: Telling) -> str:
    ticket = hall.made.waiting().id
    who = hall.made.open(1)
    hall.made.call(who)
    hall.made.hall.serve(who, fresh(), ticket).result()
    return ticket


def rate(hall: Telling, ticket: str, stars: int, key: str = "", **more: object) -> bool:
    order = GiveRating(stars=stars, **more)  # type: ignore[arg-type]  # named as its fields
    return hall.made.hall.voices.rate(KIOSK, key or fresh(), ticket, order).result().again


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_the_city_does_no_rating_is_lost_and_none_doubled(hall: Telling, fault: str) -> None:
    def happen(hall: Telling) -> None:
        ticket, key = served(hall), fresh()
        for _ in range(2):
            rate(hall, ticket, 2, key)
        rate(hall, ticket, 5, stage=RatingStage.RESULT)

    assert prove(hall, fault, happen) == 2


def test_a_second_rating_of_a_stage_is_one_beside_the_valid_one(hall: Telling) -> None:
    ticket = served(hall)
    assert rate(hall, ticket, 5, channel=RatingChannel.PAGE) is False
    assert rate(hall, ticket, 1, options=("slow",)) is True
    assert rate(hall, ticket, 1) is True
    hall.carry_all()
    told = hall.heard("rating")
    assert [(one["stars"], one["again"]) for one in told] == [(5, False), (1, True), (1, True)]
    assert (told[0]["item"], told[0]["counter"], told[1]["options"]) == ("i1", 1, ["slow"])
    assert "1001" not in str(told)  # the clerk's staff number


def test_who_was_not_served_rates_nothing(hall: Telling) -> None:
    with pytest.raises(HallProblem) as refused:
        rate(hall, hall.made.waiting().id, 5)
    assert refused.value.code is ProblemCode.ILLEGAL_MOVE


def test_cl_f2_staff_rate_nobody(hall: Telling) -> None:
    ticket = served(hall)
    with pytest.raises(HallProblem) as refused:
        hall.made.hall.voices.rate(clerk(1), fresh(), ticket, GiveRating(stars=5)).result()
    assert refused.value.code is ProblemCode.NOT_ALLOWED
    assert rate(hall, ticket, 1) is False
