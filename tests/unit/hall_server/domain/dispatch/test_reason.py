"""The text that events keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.vocabulary import Why
from hall_server.domain.dispatch import Passed, Reason, for_everybody

CAUSES = (Why.BOOKED_CREDIT, Why.STATUTORY_PRIORITY, Why.AFFINITY, Why.WALK_IN_TURN)
numbers = st.integers(0, 10**9)
labels = st.from_regex(r"[A-Y]{1,2}[0-9]{3,4}", fullmatch=True)
reasons = st.builds(
    Reason,
    why=st.sampled_from(Why),
    waited=numbers,
    waiting=numbers,
    booked=numbers,
    priority=numbers,
    affinity=numbers,
    run=numbers,
    passed=st.lists(
        st.builds(Passed, st.sampled_from(CAUSES), st.lists(labels, min_size=1, max_size=40).map(tuple), st.just(0)),
        max_size=4,
        unique_by=lambda one: one.why,
    ).map(tuple),
)

KEPT = [
    ("only_one_waiting", Reason(Why.ONLY_ONE_WAITING)),
    ("earliest_taken", Reason(Why.EARLIEST_TAKEN)),
    ("earliest_taken;waited:14;waiting:6", Reason(Why.EARLIEST_TAKEN, waited=14, waiting=6)),
    (
        "booked_credit;waited:12;waiting:9;booked:15;passed_booked_credit:A003,A004,A005,A006,A007,A008,+2",
        Reason(
            Why.BOOKED_CREDIT,
            waited=12,
            waiting=9,
            booked=15,
            passed=(Passed(Why.BOOKED_CREDIT, ("A003", "A004", "A005", "A006", "A007", "A008"), 2),),
        ),
    ),
    (
        "walk_in_turn;waited:8;run:3;passed_walk_in_turn:A001;passed_affinity:C002",
        Reason(
            Why.WALK_IN_TURN,
            waited=8,
            run=3,
            passed=(Passed(Why.WALK_IN_TURN, ("A001",)), Passed(Why.AFFINITY, ("C002",))),
        ),
    ),
]


@pytest.mark.parametrize(("text", "reason"), KEPT)
def test_a_text_is_read_as_it_was_written_for_ever(text: str, reason: Reason) -> None:
    assert (str(reason), Reason.parse(text)) == (text, reason)


@given(reasons)
def test_a_text_is_never_longer_than_the_event_keeps_and_is_read_back(reason: Reason) -> None:
    text = str(reason)
    assert len(text) <= 200
    read = Reason.parse(text)
    assert read is not None
    assert str(read) == text
    assert read.why is reason.why
    assert [(one.why, one.total) for one in read.passed] == [(one.why, one.total) for one in reason.passed]


@given(st.text(max_size=300) | st.lists(st.text(max_size=12), max_size=9).map(";".join).map("directed;".__add__))
def test_any_text_is_read_or_is_no_reason(text: str) -> None:
    read = Reason.parse(text)
    assert read is None or read.why.value == text.split(";", maxsplit=1)[0]


@pytest.mark.parametrize(
    "more",
    [
        "later_number:7",
        "waited",
        "waited:",
        "waited:-3",
        "waited:²",
        "waited:9999999999",
        "passed_:A1",
        "passed_moon:A1",
    ],
)
def test_what_a_reader_does_not_know_is_skipped(more: str) -> None:
    assert Reason.parse(f"earliest_taken;{more};waiting:3") == Reason(Why.EARLIEST_TAKEN, waiting=3)


def test_a_reason_of_something_else_is_none() -> None:
    assert Reason.parse("unconfirmed_no_answer") is None
    assert Reason.parse("") is None


def test_the_longest_reason_that_can_be_has_room() -> None:
    crowd = tuple(f"A{number}" for number in range(5000))
    everything = Reason(Why.ACCESSIBLE_ONLY_HERE, *([10**9] * 6), tuple(Passed(cause, crowd) for cause in CAUSES))
    assert len(str(everything)) <= 200
    assert ";waited:999;" in str(everything)


def test_labels_that_leave_no_room_are_counted() -> None:
    long = Reason(Why.AFFINITY, passed=(Passed(Why.AFFINITY, tuple("A" * 60 + str(n) for n in range(4))),))
    text = str(long)
    assert len(text) <= 200
    assert text.endswith(",+2")


@pytest.mark.parametrize(
    ("kept", "heard"),
    [
        ("statutory_priority;priority:12;passed_statutory_priority:A001", "by_rule"),
        ("accessible_only_here;waited:20", "by_rule"),
        ("booked_credit;booked:15;priority:12", "booked_credit"),
        ("earliest_taken;waiting:6", "earliest_taken"),
        ("print_answer_timeout", "print_answer_timeout"),
        ("", ""),
    ],
)
def test_boards_hear_a_code_that_tells_nothing_of_the_person(kept: str, heard: str) -> None:
    """CL-G4: the board shows no category."""
    assert for_everybody(kept) == heard


def test_a_reason_with_more_causes_than_have_room_is_written_without_them():
    read = Reason.parse("earliest_taken;waited:3;" + ";".join(f"passed_{why.value}:+7" for why in Why))
    assert read is not None
    assert str(read) == "earliest_taken;waited:3"
