from __future__ import annotations

import pytest

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.hall_state import Incarnation
from hall_server.domain.numbering import ALPHABET, SERIES, letters_of
from hall_server.domain.ticket import SECOND
from hall_server.flows.seen import FOREIGN_EVERY_S, LIVES_AT_MOST, Verdict, another_life, judge_seen, may_begin_now

ONE, TWO, OTHER = (f"{digit * 8}-{digit * 4}-{digit * 4}-{digit * 4}-{digit * 12}" for digit in "123")
LATER = FOREIGN_EVERY_S * SECOND
LIVES = [Incarnation(ONE, 0, 0, "created"), Incarnation(TWO, 40, 0, f"seen {ONE}.55")]


@pytest.mark.parametrize(
    ("seen", "verdict"),
    [
        (f"{TWO}.0", Verdict.WELL),
        (f"{TWO}.60", Verdict.WELL),
        (f"{TWO}.61", Verdict.ROLLED_BACK),
        (f"{ONE}.40", Verdict.WELL),  # saw nothing that is lost
        (f"{ONE}.41", Verdict.LEFT_BEHIND),
        (f"{OTHER}.1", Verdict.ROLLED_BACK),
    ],
)
def test_what_a_client_saw_is_judged(seen: str, verdict: Verdict) -> None:
    assert judge_seen(seen, LIVES, 60, 0) is verdict


def test_a_foreign_life_is_noticed_once() -> None:
    lives = [*LIVES, Incarnation("x", 60, 0, f"seen {OTHER}.1")]
    assert judge_seen(f"{OTHER}.9", lives, 60, LATER) is Verdict.LEFT_BEHIND


@pytest.mark.parametrize(
    ("at", "verdict"),
    [(0, Verdict.LEFT_BEHIND), (LATER - 1, Verdict.LEFT_BEHIND), (LATER, Verdict.ROLLED_BACK)],
)
def test_a_second_life_that_nobody_knows_must_wait(at: int, verdict: Verdict) -> None:
    lives = [*LIVES, Incarnation("x", 60, 0, f"seen {ONE[:-1]}9.1")]
    assert judge_seen(f"{OTHER}.0", lives, 60, at) is verdict


def test_a_new_life_has_other_letters_than_any_that_is_known_or_was_told_of() -> None:
    lives = [*LIVES, Incarnation("x", 60, 0, f"seen {OTHER}.1")]
    told = "44444444-4444-4444-4444-444444444444"
    offered = [life for life in map(str, range(50_000)) if letters_of(life) in {letters_of(OTHER), letters_of(told)}]
    assert {letters_of(life) for life in offered} == {letters_of(OTHER), letters_of(told)}

    class Ids:
        def new(self) -> str:
            return offered.pop() if offered else "a free one"

    assert another_life(Ids(), lives, f"{told}.7") == "a free one"


def test_a_new_life_begins_all_the_same_when_all_letters_are_taken() -> None:
    by_letters = {letters_of(life): life for life in map(str, range(60_000))}
    assert len(by_letters) == len(SERIES) * len(ALPHABET) ** 2
    lives = [Incarnation(life, 0, 0, "restored") for life in by_letters.values()]

    class Ids:
        def new(self) -> str:
            return "one more"

    assert another_life(Ids(), lives, f"{ONE}.7") == "one more"


def test_the_first_claims_begin_lives_at_once_and_the_next_must_wait() -> None:
    lives = [Incarnation(ONE, 0, 0, "created")]
    for _ in range(LIVES_AT_MOST):
        assert may_begin_now(lives, 0)
        lives.append(Incarnation(str(len(lives)), 0, 0, f"seen {lives[-1].id}.1000"))
    assert not may_begin_now(lives, LATER - 1)
    assert may_begin_now(lives, LATER)
    assert may_begin_now([Incarnation(str(n), 0, 0, "restored from a backup") for n in range(9)], 0)


@pytest.mark.parametrize("seen", ["", "x", ONE, f"{ONE}.", f"{ONE}.-1", f"{ONE}.01", f"{ONE}.{10**19}", f"{ONE}.1 "])
def test_a_header_that_is_none_is_refused(seen: str) -> None:
    with pytest.raises(HallProblem) as caught:
        judge_seen(seen, LIVES, 60, 0)
    assert caught.value.code is ProblemCode.BAD_REQUEST
