"""What is told again is told the same: versions go by the life in which something happened, not the one that tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hall_server.domain.city.telling import life_at, life_of, version_of
from hall_server.domain.hall_state import Incarnation

LIVES = [Incarnation("a", 0, 100, "init"), Incarnation("b", 50, 900, "restored"), Incarnation("c", 50, 950, "restored")]


def test_an_event_belongs_to_the_life_in_which_it_was_counted() -> None:
    assert [life_of(LIVES[:1], n) for n in (1, 50, 70)] == [1, 1, 1]
    assert [life_of(LIVES, n) for n in (1, 50, 51)] == [1, 1, 3]


def test_an_event_that_is_counted_elsewhere_belongs_to_the_life_of_its_moment() -> None:
    assert [life_at(LIVES, at) for at in (50, 100, 899, 900, 2_000)] == [1, 1, 1, 2, 3]


@given(st.integers(1, 510), st.integers(1, 2**43 - 1), st.integers(1, 2**43 - 1))
def test_versions_grow_with_lives_and_second_histories_and_are_exact_in_json(life: int, n: int, other: int) -> None:
    assert version_of(life, n) < version_of(life, other, after=True) < version_of(life + 1, 1) < 2**53
