"""Which histories of a ticket some order explains, and which piece is shown of one that none does."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drills.history.operations import NEVER, Operation, Seen
from tests.drills.history.register import UNBORN, VERBS, Register, after, outcomes
from tests.drills.history.wing_gong import linearizable, smallest

A, B = 3, 7
VERBS_OF_COUNTERS = sorted(VERBS - {"take", "confirm_print", "read"})


def done(
    verb: str, counter: int, invoked: float, state: str, at: int | None, *, until: float = 0, recalls: int = 0
) -> Operation:
    seen = Seen(state, at, "A", recalls, 0, None)
    return Operation(verb, counter, invoked, until or invoked + 1, seen, queue="A")


def refused(verb: str, counter: int, invoked: float, answered: float, code: str) -> Operation:
    return Operation(verb, counter, invoked, answered, refused=code, queue="A")


def unanswered(verb: str, counter: int, invoked: float) -> Operation:
    return Operation(verb, counter, invoked, queue="A")


BORN = [done("take", 0, 0, "reserved", None), done("confirm_print", 0, 2, "waiting", None)]
CALLED = [*BORN, done("call_next", A, 4, "called", A)]
SERVED = [*CALLED, done("serve", A, 6, "serving", A)]

LINEARIZABLE = {
    "one life": [*SERVED, done("complete", A, 8, "completed", A)],
    "two counters reach for it at once": [
        *BORN,
        done("call", A, 4, "called", A, until=6),
        refused("call", B, 4, 6, "illegal_move"),
    ],
    "the later asked first": [*BORN, refused("call", A, 4, 9, "illegal_move"), done("call", B, 5, "called", B)],
    "an undo, and another calls": [
        *CALLED,
        done("undo", A, 6, "waiting", None),
        done("call_next", B, 6, "called", B, until=9),
    ],
    "a call that was never answered": [*BORN, unanswered("call_next", A, 4), done("serve", A, 6, "serving", A)],
    "a call that was never made": [*BORN, unanswered("call_next", A, 4), done("call_next", B, 6, "called", B)],
    "an unanswered move works late": [
        *CALLED,
        unanswered("serve", A, 6),
        done("recall", A, 7, "called", A, recalls=1),
        refused("no_show", A, 9, 10, "illegal_move"),
    ],
    "a held ticket changes its counter": [
        *SERVED,
        done("hold", A, 8, "held", A),
        done("resume", B, 10, "serving", B),
        refused("complete", A, 12, 13, "not_your_ticket"),
    ],
    "the hall calls the missed once more by itself": [
        *CALLED,
        Operation("no_show", A, 6, 7, Seen("no_show", A, "A", 0, 1, None)),
        Operation("return", 0, 6),
        Operation("call_next", B, 8, 9, Seen("called", B, "A", 0, 1, None)),
    ],
    "a busy counter is refused without a word about the ticket": [*BORN, refused("call", A, 4, 5, "counter_busy")],
    "nothing": [],
}

NOT_LINEARIZABLE = {
    "two counters own it": [*CALLED, done("call_next", B, 6, "called", B)],
    "two counters own it, called at once": [
        *BORN,
        done("call_next", A, 4, "called", A, until=8),
        done("call_next", B, 4, "called", B, until=8),
    ],
    "another counter completes it": [*SERVED, done("complete", B, 8, "completed", B)],
    "served before it was called": [
        *BORN,
        done("serve", A, 4, "serving", A),
        done("call_next", A, 6, "called", A),
    ],
    "a call is lost in a crash": [*CALLED, done("read", 0, 9, "waiting", None, until=9)],
    "the end is lost in a crash": [
        *SERVED,
        done("complete", A, 8, "completed", A),
        done("read", 0, 20, "serving", A, until=20),
    ],
    "a take is lost in a crash": [BORN[0], refused("confirm_print", 0, 2, 3, "ticket_unknown")],
    "done twice": [*SERVED, done("complete", A, 8, "completed", A), done("complete", A, 10, "completed", A)],
    "refused without a reason": [*CALLED, refused("serve", A, 6, 7, "not_your_ticket")],
    "an unanswered call before its time": [
        *BORN,
        done("serve", A, 4, "serving", A),
        unanswered("call_next", A, 6),
    ],
    "taken back by another clerk": [*CALLED, done("undo", B, 6, "waiting", None)],
    "directed to one counter, called by another": [
        *BORN,
        Operation("transfer", A, 4, 5, Seen("waiting", None, "A", 0, 0, A), queue="A", to=A),
        Operation("call_next", B, 6, 7, Seen("called", B, "A", 0, 0, A)),
    ],
}


@pytest.mark.parametrize("history", LINEARIZABLE.values(), ids=LINEARIZABLE)
def test_a_history_is_accepted_when_some_order_explains_it(history: list[Operation]) -> None:
    assert linearizable(history)


@pytest.mark.parametrize("history", NOT_LINEARIZABLE.values(), ids=NOT_LINEARIZABLE)
def test_a_history_is_refused_when_no_order_explains_it(history: list[Operation]) -> None:
    assert not linearizable(history)


def test_the_smallest_piece_is_shown_when_a_history_is_refused() -> None:
    late = [done("complete", A, 20, "completed", A)]
    found = smallest("t", [*SERVED, done("call_next", B, 8, "called", B), unanswered("serve", B, 8.5), *late])
    assert found.before == {Register("serving", A, "A", clerk=A, before=Register("called", A, "A"))}
    assert [one.verb for one in found.piece] == ["call_next", "serve"]
    assert found.answer.counter == B
    assert found.words().splitlines() == [
        f"ticket t was serving at {A}; then (ms)",
        f"    [    0.0 …  1000.0] counter {B}    call_next: called at {B}   ← cannot be",
        "    and 1 not answered by then, none of which explains it",
    ]


def test_both_ways_to_be_are_shown_when_nobody_knows_what_happened_before() -> None:
    history = [*BORN, unanswered("call_next", A, 4), done("complete", A, 6, "completed", A)]
    found = smallest("t", history)
    assert found.before == {Register("waiting", queue="A")}
    assert [one.verb for one in found.piece] == ["call_next", "complete"]


def test_there_is_no_smallest_piece_of_a_history_that_is_accepted() -> None:
    with pytest.raises(ValueError, match="is linearizable"):
        smallest("t", SERVED)


# -- drawn histories ---------------------------------------------------------------------------------------------------

SPREAD = st.floats(0.0, 4.0)


@st.composite
def overlapping(draw: st.DrawFn, verbs: list[str] | None = None) -> list[Operation]:
    """What is recorded of operations that happened one after the other, at 1, 2, 3 …, each seen from afar.

    Some are never answered; of these some never happened.
    """
    now, history = UNBORN, []
    steps = [("take", 0), ("confirm_print", 0)]
    drawn = st.tuples(st.sampled_from(VERBS_OF_COUNTERS), st.sampled_from((A, B)))
    steps += [(verb, A) for verb in verbs] if verbs else draw(st.lists(drawn, max_size=14))
    for at, (verb, counter) in enumerate(steps, 1):
        asked = Operation(verb, counter, at - draw(SPREAD), queue="A")
        then = after(now, asked)
        answered = not (verbs is None and draw(st.integers(0, 9)) == 0)
        if isinstance(then, frozenset):
            asked.refused = min(then) if answered else ""
        elif answered or draw(st.booleans()):
            now = then
        asked.answered = at + draw(SPREAD) if answered else NEVER
        asked.seen = now.seen if answered and not asked.refused else None
        history.append(asked)
    return history


@given(overlapping(), st.randoms(use_true_random=False))
def test_what_happened_one_at_a_time_is_accepted_however_it_overlaps(history: list[Operation], chance: object) -> None:
    chance.shuffle(history)  # type: ignore[attr-defined]  # Hypothesis's Random
    assert linearizable(history)


@given(overlapping(["call_next", "serve", "complete"]), st.integers(2, 4))
def test_the_same_is_refused_when_one_answer_has_another_owner(history: list[Operation], at: int) -> None:
    one = history[at]
    assert one.seen
    one.counter, one.seen = B, one.seen._replace(counter=B)
    assert not linearizable(history)


@given(overlapping(["call_next", "serve", "hold", "resume", "complete"]), st.integers(0, 6))
def test_the_same_is_refused_when_one_operation_was_forgotten(history: list[Operation], at: int) -> None:
    end = done("read", 0, 99, "completed", A)
    assert linearizable([*history, end])
    assert not linearizable([*history[:at], *history[at + 1 :], end])


def by_trying_all_orders(history: list[Operation]) -> bool:
    """The definition itself: some of what was not answered, some order that no time forbids, every answer explained."""
    unsure = [one for one in history if one.open]
    left_out = itertools.chain.from_iterable(itertools.combinations(unsure, r) for r in range(len(unsure) + 1))
    for some in left_out:
        for order in itertools.permutations([one for one in history if one not in some]):
            if any(late.answered < early.invoked for early, late in itertools.combinations(order, 2)):
                continue
            ways: set[Register] = {UNBORN}
            for one in order:
                ways = {then for way in ways for then in outcomes(way, one)}
            if ways:
                return True
    return False


@st.composite
def arbitrary(draw: st.DrawFn) -> list[Operation]:
    """A ticket that waits, and then up to four operations with any answers: most of it nonsense."""
    history = [*BORN]
    for _ in range(draw(st.integers(1, 4))):
        verb, counter = (
            draw(st.sampled_from(("call", "serve", "undo", "resume", "hold"))),
            draw(st.sampled_from((A, B))),
        )
        begin = draw(st.integers(2, 8))
        state = {"call": "called", "undo": "waiting", "hold": "held"}.get(verb, "serving")
        kind = draw(st.sampled_from(("done", "done", "done", "refused", "open")))
        if kind == "done":
            at = None if verb == "undo" else counter
            history.append(done(verb, counter, begin, state, at, until=begin + draw(st.integers(0, 5))))
        else:
            end = NEVER if kind == "open" else begin + draw(st.integers(0, 5))
            code = "" if kind == "open" else draw(st.sampled_from(("illegal_move", "not_your_ticket")))
            history.append(Operation(verb, counter, begin, end, refused=code, queue="A"))
    return history


@given(arbitrary())
def test_the_search_says_what_trying_all_orders_says(history: list[Operation]) -> None:
    assert linearizable(history) == by_trying_all_orders(history)
    if not linearizable(history):
        found = smallest("t", history)
        assert not linearizable(found.piece, found.before)
