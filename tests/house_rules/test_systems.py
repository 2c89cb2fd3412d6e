"""The table of systems (docs/integration/systems.md): complete, honest in its words, and its files are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "integration" / "systems.md"
STATES = ("done", "partly: ", "not: ", "out of scope")
SYSTEMS = 38  # rows of the domain notes
NAMED = "B1-4 C1-9 C16 D11-12 E1-8 E15 E18-20 F7 F15 G5-7 G9-10 H1-8 H14-17 H20 H23"


def rows() -> list[list[str]]:
    """The table's cells."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def named() -> set[str]:
    """The clauses whose ports these are."""
    found = set()
    for word in NAMED.split():
        first, _, last = word[1:].partition("-")
        found |= {f"{word[0]}{no}" for no in range(int(first), int(last or first) + 1)}
    return found


def test_every_system_of_the_plans_stands_there_with_its_state() -> None:
    assert len(rows()) == SYSTEMS
    for system, port, _, test, state in rows():
        assert (port == "out of scope") or state.startswith(STATES), system
        assert test != "–" or port in {"–", "out of scope"}, system


def test_every_page_and_test_that_is_named_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named_files = [ROOT / name for name in re.findall(r"`(tests/[\w/]+\.py)`", text)]
    named_files += [PAGE.parent / name for name in re.findall(r"\]\(([\w./-]+\.md)\)", text)]
    assert named_files
    assert not [path for path in named_files if not path.is_file()]


def test_every_clause_of_the_ports_is_listed_or_said_to_be_not_built() -> None:
    text = (ROOT / "docs" / "clauses.md").read_text(encoding="utf-8")
    assert not named() - set(re.findall(r"CL-([A-H][0-9]+)\b", text))
