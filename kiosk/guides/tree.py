"""Walking the questions of a bundle 一件事: answers in, the next question or the leaf out (CL-D8, D10).

A walk is nothing but the answers so far, by their places; going back is leaving the last one out. Whatever the hall
sent, a walk ends: a tree that leads nowhere or in circles ends at the whole bundle. Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.guides import LeafView
from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.contract.guides import BundleView, QuestionView


class Step(Value, frozen=True):
    """Where a walk stands: at a question or at a leaf. `path`: the answers that led here; wrong ones are left out."""

    question: QuestionView | None
    leaf: LeafView | None
    path: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """Which question this is, from 1."""
        return len(self.path) + 1


def walk(bundle: BundleView, path: Sequence[int] = ()) -> Step:
    """The step after these answers (0 = the first one). An answer that is not there ends the path before it."""
    questions = {one.id: one for one in bundle.questions}
    leaves = {one.id: one for one in bundle.leaves}
    at, seen = bundle.first, {bundle.first}
    taken: tuple[int, ...] = ()
    for answer in path:
        question = questions.get(at)
        if question is None or not 0 <= answer < len(question.answers):
            break
        at, taken = question.answers[answer].to, (*taken, answer)
        if at in seen:
            return Step(None, whole(bundle), taken)
        seen.add(at)
    if at in questions:
        return Step(questions[at], None, taken)
    return Step(None, leaves.get(at) or whole(bundle), taken)


def whole(bundle: BundleView) -> LeafView:
    """All of the bundle, for somebody who wants no questions, and for a tree that does not end."""
    return LeafView(id="", items=bundle.items, words=bundle.plain, elsewhere=bundle.elsewhere)


def longest(bundle: BundleView) -> int:
    """The most questions that somebody is asked, for the bar of steps; at most as many as there are."""
    most = len(bundle.questions)
    depth: dict[str, int] = {}
    for _ in range(most):  # after so many rounds every way that ends has its length
        for one in bundle.questions:
            ahead = max((depth.get(answer.to, 0) for answer in one.answers), default=0)
            depth[one.id] = min(most, 1 + ahead)
    return depth.get(bundle.first, 0)
