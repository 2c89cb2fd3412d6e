"""回访: a bad rating opens one case a visit, owned by whoever leads, in the same transaction and the same chain."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.city.ratings import RatingChannel, RatingStage
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.staff import StaffRole
from hall_server.contract.voices import GiveRating
from hall_server.domain.city.voices import RATING, RATING_CASE, RatingCase
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk, fresh
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from pathlib import Path

WEEK_S = 7 * 24 * 3600


def served(made: MadeHall) -> str:
    """A visit that ended at counter 1."""
    ticket = made.waiting()
    who = made.open(1) if made.hall.session(1) is None else clerk(1)
    made.call(who)
    made.hall.serve(who, fresh(), ticket.id).result()
    return ticket.id


def rate(made: MadeHall, ticket: str, stars: int, key: str = "", stage: RatingStage = RatingStage.SERVICE) -> None:
    order = GiveRating(stars=stars, stage=stage, channel=RatingChannel.COUNTER)
    made.hall.voices.rate(KIOSK, key or fresh(), ticket, order).result()


@pytest.mark.parametrize(("stars", "cases"), [(1, 1), (2, 1), (3, 0), (5, 0)])
def test_only_a_bad_rating_opens_a_case_and_the_lead_owns_it(tmp_path: Path, stars: int, cases: int):
    with closing(MadeHall(tmp_path)) as made:  # closing proves the chain
        ticket = served(made)
        rate(made, ticket, stars)
        found = made.reader.records(RATING_CASE, 0, 10)
        assert made.hall.voices.cases() == (ticket,) * cases
        (rating,) = made.reader.records(RATING, 0, 10)
        assert [one.as_(RatingCase) for one in found] == [RatingCase(rating.n, StaffRole.LEAD)] * cases


def test_a_visit_has_one_case_however_often_it_is_rated_badly(tmp_path: Path):
    with closing(MadeHall(tmp_path)) as made:
        ticket, key = served(made), fresh()
        for _ in range(2):
            rate(made, ticket, 1, key)  # the same press twice
        rate(made, ticket, 2)
        assert made.hall.voices.cases() == (ticket,)
        assert len(made.reader.records(RATING, 0, 10)) == 2


def test_a_case_is_the_hall_s_own_no_clerk_can_rate_and_none_opens_before_the_service(tmp_path: Path):
    with closing(MadeHall(tmp_path)) as made:
        ticket = served(made)
        with pytest.raises(HallProblem) as refused:
            made.hall.voices.rate(clerk(1), fresh(), ticket, GiveRating(stars=1)).result()
        assert refused.value.code is ProblemCode.NOT_ALLOWED
        with pytest.raises(HallProblem) as early:
            made.hall.voices.rate(KIOSK, fresh(), made.waiting().id, GiveRating(stars=1)).result()
        assert early.value.code is ProblemCode.ILLEGAL_MOVE
        assert made.hall.voices.cases() == ()


def test_what_is_older_than_a_week_is_not_asked_after_any_more(tmp_path: Path):
    with closing(MadeHall(tmp_path, site=SITE)) as made:
        ticket = served(made)
        rate(made, ticket, 1)
        made.clock.forward(WEEK_S - 1)
        assert made.hall.voices.cases() == (ticket,)
        made.clock.forward(2)
        assert made.hall.voices.cases() == ()
        assert len(made.reader.records(RATING_CASE, 0, 10)) == 1  # nothing was taken away
