"""CL-D8 Every tree ends, wherever people go: what is wrong with one is told by name."""

import pytest

from hall_server.contract.guides import AnswerView, LeafView, QuestionView
from hall_server.domain.items.tree import NO_TREE, Tree, TreeFault, faults


def question(name: str, *to: str) -> QuestionView:
    return QuestionView(name, f"{name}？", tuple(AnswerView(one, one) for one in to))


def tree(*questions: QuestionView, leaves: str = "x y", first: str = "a") -> Tree:
    return Tree(first, questions, tuple(LeafView(one, ("i1",)) for one in leaves.split()))


GOOD = tree(question("a", "x", "b"), question("b", "x", "y"))


def test_a_tree_that_ends_everywhere_has_no_fault() -> None:
    assert list(faults(GOOD, ("i1",))) == []


def test_a_tree_may_be_a_single_leaf() -> None:
    assert list(faults(Tree("x", (), (LeafView("x", (), "请到社区办理"),)), ())) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (NO_TREE, (TreeFault.MISSING, "")),
        (tree(question("a", "x", "y"), first="z"), (TreeFault.LEADS_NOWHERE, "z")),
        (tree(question("a", "x", "z"), leaves="x"), (TreeFault.LEADS_NOWHERE, "a")),
        (tree(question("a", "x", "a"), leaves="x"), (TreeFault.TURNS_IN_CIRCLES, "a")),
        (tree(question("a", "x", "b"), question("b", "y", "a")), (TreeFault.TURNS_IN_CIRCLES, "b")),
        (tree(question("a", "x", "x")), (TreeFault.NEVER_REACHED, "y")),
        (tree(question("a", "x", "y"), question("b", "x", "y")), (TreeFault.NEVER_REACHED, "b")),
        (Tree("x", (), (LeafView("x"),)), (TreeFault.EMPTY_LEAF, "x")),
        (Tree("x", (), (LeafView("x", ("i2",)),)), (TreeFault.FOREIGN_ITEM, "i2")),
        (Tree("x", (), (LeafView("x", (), "去社区"),)), (TreeFault.ITEM_LEFT_OUT, "i1")),
    ],
)
def test_a_fault_is_named_with_what_it_concerns(wrong: Tree, fault: tuple[TreeFault, str]) -> None:
    assert fault in list(faults(wrong, ("i1",)))
