"""The register of clauses (CL-H24): every row names tests, every named test is there, and no clause is forgotten."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "docs" / "clauses.md"
HEART = frozenset(  # the clauses of the queueing rules
    re.findall(
        r"[A-H][0-9]+", "A1 A2 A5 A7 A9 A10 A12 A15 B1-B2-B3 B5 B6 B11 C1 C10-C11-C12-C13 C15 D7 D9 F9 G4 H4 H24"
    )
)
_ROW = re.compile(r"^\| CL-([A-H][0-9]+) \|", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> dict[str, list[tuple[str, str]]]:
    """Each clause with its tests: file and name."""
    found = {}
    for line in REGISTER.read_text(encoding="utf-8").splitlines():
        if row := _ROW.match(line):
            found[row[1]] = [(file, name) for file, name in _TEST.findall(line)]
    return found


@lru_cache
def names_in(file: str) -> frozenset[str]:
    """What a test file defines."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defined = [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assigned = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    return frozenset((*defined, *assigned))


def test_every_clause_of_the_heart_is_listed() -> None:
    assert not HEART - set(rows())


@pytest.mark.parametrize("clause", sorted(rows()))
def test_every_listed_test_is_there(clause: str) -> None:
    tests = rows()[clause]
    assert tests, f"CL-{clause} names no test"
    assert not [f"{file}::{name}" for file, name in tests if name not in names_in(file)]


def test_a_test_that_is_gone_would_be_noticed() -> None:
    assert "test_that_nobody_wrote" not in names_in("tests/house_rules/test_clauses.py")
    assert names_in("tests/house_rules/test_gone.py") == frozenset()
