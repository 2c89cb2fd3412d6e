"""The questions of a bundle 一件事 and what may be wrong with them: every tree must end, wherever people go (CL-D8).

A fault is told by `kapok hall check`; a kiosk that meets one all the same shows the whole bundle instead.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.guides import LeafView, QuestionView

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tree(msgspec.Struct, frozen=True):
    """Questions and leaves by id; `first` is where people begin."""

    first: str = ""
    questions: tuple[QuestionView, ...] = ()
    leaves: tuple[LeafView, ...] = ()


NO_TREE = Tree()


class TreeFault(StrEnum):
    """What can be wrong; permanent."""

    MISSING = "tree_missing"  # no question to begin with, and no leaf
    LEADS_NOWHERE = "tree_leads_nowhere"  # an answer, or `first`, names what is not there
    TURNS_IN_CIRCLES = "tree_turns_in_circles"
    NEVER_REACHED = "tree_never_reached"  # a question or a leaf to which no answer leads
    EMPTY_LEAF = "tree_empty_leaf"  # neither an item nor a sentence
    FOREIGN_ITEM = "tree_foreign_item"  # a leaf's item is none of the bundle's
    ITEM_LEFT_OUT = "tree_item_left_out"  # no answer leads to an item of the bundle


def faults(tree: Tree, items: tuple[str, ...]) -> Iterator[tuple[TreeFault, str]]:
    """Everything wrong with the tree of a bundle of these items: what, and the id it concerns."""
    if not tree.first:
        yield TreeFault.MISSING, ""
        return
    steps = _steps(tree)
    for one, nexts in (("", (tree.first,)), *steps.items()):
        yield from ((TreeFault.LEADS_NOWHERE, one or to) for to in nexts if to not in steps)
    reached = _reached(tree.first, steps)
    yield from ((TreeFault.NEVER_REACHED, one) for one in steps if one not in reached)
    yield from ((TreeFault.TURNS_IN_CIRCLES, one) for one in _in_circles(steps))
    yield from _of_leaves(tree, items)


def _of_leaves(tree: Tree, items: tuple[str, ...]) -> Iterator[tuple[TreeFault, str]]:
    for leaf in tree.leaves:
        if not leaf.items and not leaf.words:
            yield TreeFault.EMPTY_LEAF, leaf.id
        yield from ((TreeFault.FOREIGN_ITEM, one) for one in leaf.items if one not in items)
    led = {one for leaf in tree.leaves for one in leaf.items}
    yield from ((TreeFault.ITEM_LEFT_OUT, one) for one in items if one not in led)


def _steps(tree: Tree) -> dict[str, tuple[str, ...]]:
    """Where each question leads; a leaf leads on to nothing."""
    asked = {one.id: tuple(answer.to for answer in one.answers) for one in tree.questions}
    return {**{one.id: () for one in tree.leaves}, **asked}


def _reached(first: str, steps: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = [first]
    while waiting:
        one = waiting.pop()
        if one not in found and one in steps:
            found.add(one)
            waiting += steps[one]
    return found


def _in_circles(steps: dict[str, tuple[str, ...]]) -> list[str]:
    """The questions from which some way never ends: what is left when all that surely end are taken away."""
    left = dict(steps)
    while ending := [one for one, nexts in left.items() if not any(to in left for to in nexts)]:
        for one in ending:
            del left[one]
    return list(left)
