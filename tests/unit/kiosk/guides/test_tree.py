"""CL-D8, D10 Walking a bundle's questions: every walk ends, whatever the hall sent and whatever is pressed."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest

from hall_server.contract.guides import AnswerView, BundleView, LeafView, QuestionView
from kiosk.guides.tree import longest, walk, whole
from tests.unit.kiosk.guides.demo import BUNDLES

BIRTH = BUNDLES["b_birth"]


def loop() -> BundleView:
    asks = QuestionView("a", "？", (AnswerView("x", "b"), AnswerView("y", "nowhere")))
    back = QuestionView("b", "？", (AnswerView("x", "a"), AnswerView("y", "a")))
    return BundleView("b", "圈", ("i1",), first="a", questions=(asks, back))


def test_answers_lead_from_question_to_leaf() -> None:
    first = walk(BIRTH)
    assert (first.question and first.question.id, first.number, first.path) == ("paper", 1, ())
    second = walk(BIRTH, (0,))
    assert (second.question and second.question.id, second.number) == ("work", 2)
    end = walk(BIRTH, (0, 1))
    assert end.question is None
    assert end.leaf is not None
    assert end.leaf.items == ("i12", "i04")


def test_going_back_is_one_answer_less() -> None:
    assert walk(BIRTH, walk(BIRTH, (0, 0)).path[:-1]) == walk(BIRTH, (0,))


@pytest.mark.parametrize("path", [(7,), (-1,), (0, 9), (1, 0, 0, 0)])
def test_an_answer_that_is_not_there_ends_the_path_before_it(path: tuple[int, ...]) -> None:
    step = walk(BIRTH, path)
    assert len(step.path) < len(path)
    assert (step.question is None) != (step.leaf is None)


@pytest.mark.parametrize("name", sorted(BUNDLES))
def test_every_walk_of_the_demo_hall_ends_at_a_leaf_that_helps(name: str) -> None:
    bundle = BUNDLES[name]
    for path in product(range(5), repeat=longest(bundle)):
        leaf = walk(bundle, path).leaf
        if leaf is not None:
            assert leaf.items or leaf.words
    assert 1 <= longest(bundle) <= 4


def test_a_tree_in_circles_or_into_nothing_ends_at_the_whole_bundle() -> None:
    assert walk(loop(), (0, 0)).leaf == whole(loop())
    assert walk(loop(), (1,)).leaf == LeafView("", ("i1",))
    assert longest(loop()) == 2
    without = msgspec.structs.replace(BIRTH, first="", questions=(), leaves=())
    assert walk(without).leaf == whole(BIRTH)
    assert longest(without) == 0
