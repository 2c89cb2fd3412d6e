"""A day of the demo hall through the real flows on a real store, and the five lessons that it was made to teach."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from hall_server.domain.calendar.openings import openings
from tests.simulation.figures import Figures, figures
from tests.simulation.halls import (
    FLEX,
    ORDINARY,
    TUESDAY,
    demo_day,
    demo_hall,
    open_at_noon,
    plan_of,
    short_jobs_anywhere,
    two_for_companies,
)
from tests.simulation.playing import figures_of, played

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.simulation.day import SimulatedDay

SITE = demo_hall()
SEED = 12  # a day like most: `make sim-day` plays many


@pytest.fixture(scope="module")
def day() -> Iterator[SimulatedDay]:
    with played(SITE, ORDINARY, SEED) as day:
        yield day


@pytest.fixture(scope="module")
def whole(day: SimulatedDay) -> Figures:
    return figures(day)


@pytest.fixture(scope="module")
def without_counter_11() -> Figures:
    return figures_of(SITE, ORDINARY, SEED, shut=frozenset({FLEX}))


def test_nothing_goes_wrong_on_a_day(whole: Figures, without_counter_11: Figures) -> None:
    assert whole.wrong == without_counter_11.wrong == []
    assert (whole.visitors, whole.refused) == (ORDINARY, 0)
    assert whole.served > 0.9 * ORDINARY


def test_the_same_seed_gives_the_same_day(whole: Figures) -> None:
    assert figures_of(SITE, ORDINARY, SEED) == whole


def test_one_counter_is_worth_minutes_for_everybody(whole: Figures, without_counter_11: Figures) -> None:
    assert without_counter_11.mean > whole.mean + 2
    assert without_counter_11.too_long > 2 * whole.too_long


def test_the_plan_names_the_starving_queue_before_the_day_does() -> None:
    two = two_for_companies(SITE)
    starving = {one.queue for one in plan_of(two, demo_day(), TUESDAY, ORDINARY).findings if one.code == "starves"}
    usual = {one.queue for one in plan_of(SITE, demo_day(), TUESDAY, ORDINARY).findings if one.code == "starves"}
    assert starving - usual == {"C"}
    waits = figures_of(two, ORDINARY, SEED).by_queue
    assert waits["C"] > 20
    assert waits["A"] < 5


def test_nobody_gets_a_number_in_a_break_without_being_told_when_it_ends(day: SimulatedDay) -> None:
    told = 0
    for visit in day.visits.values():
        for before, after in pairwise(openings(SITE.calendar, SITE.counters_of(visit.visitor.queue), TUESDAY)):
            if before.closes_at <= visit.came_at < after.opens_at:
                assert visit.back_at == after.opens_at
                told += 1
    assert told > 5


def test_the_worst_waits_are_known_in_advance(day: SimulatedDay, whole: Figures, without_counter_11: Figures) -> None:
    worst = [visit for visit in day.visits.values() if visit.served and visit.wait_min > 75]
    assert len(worst) > 3
    assert all(visit.back_at is not None for visit in worst)
    assert whole.caught_by_a_break == without_counter_11.caught_by_a_break == 0
    assert whole.sitting_too_long < whole.too_long


def test_short_jobs_wait_long_behind_one_counter_at_noon_and_the_plan_says_so(whole: Figures) -> None:
    codes = {one.code.value for one in plan_of(SITE, demo_day(), TUESDAY, ORDINARY).findings if one.queue == "L"}
    assert codes == {"no_counter", "starves"}
    anywhere = short_jobs_anywhere(open_at_noon(SITE, 1))
    assert not [one for one in plan_of(anywhere, demo_day(), TUESDAY, ORDINARY).findings if one.queue == "L"]
    assert figures_of(anywhere, ORDINARY, SEED).by_queue["L"] < whole.by_queue["L"] / 4


def test_a_band_holds_where_a_single_figure_fails(whole: Figures) -> None:
    assert whole.bands > 0.8 * ORDINARY
    assert 0.7 <= whole.covered <= 0.95
    peak = max(error for begins, error in whole.single_error.items() if "10:00" <= begins <= "11:30")
    assert peak > 4 * whole.single_error["09:00"]
