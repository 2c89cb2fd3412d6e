"""A drill that was cut off goes on where it stopped, and a case that breaks is not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.drills.crash.cases import Case, Kept, Result, run, run_leg

if TYPE_CHECKING:
    from pathlib import Path


def played(case: Case, _: Path) -> Result:
    return Result(case.full_name, counts={"kills": case.size}, seconds=[case.rng().random()])


def broken(case: Case, _: Path) -> Result:
    raise RuntimeError(case.name)


def forbidden(case: Case, _: Path) -> Result:
    raise AssertionError(f"{case.name} was played a second time")


def test_cases_that_were_played_are_not_played_again(tmp_path: Path) -> None:
    first = run_leg([Case("leg", "1", 7, played)], Kept(tmp_path / "leg.json", 7))
    again = Kept(tmp_path / "leg.json", 7)
    both = run_leg([Case("leg", "1", 7, forbidden), Case("leg", "2", 7, played)], again)
    assert both[0] == first[0]
    assert set(Kept(tmp_path / "leg.json", 7).results) == {"leg/1", "leg/2"}


def test_results_of_another_seed_do_not_count(tmp_path: Path) -> None:
    run_leg([Case("leg", "1", 7, played)], Kept(tmp_path / "leg.json", 7))
    assert Kept(tmp_path / "leg.json", 8).results == {}


def test_the_same_seed_gives_the_same_case() -> None:
    case = Case("leg", "1", 7, played)
    assert run(case).seconds == run(case).seconds
    assert run(case).seconds != run(Case("leg", "1", 8, played)).seconds


def test_a_case_that_breaks_is_a_finding_that_says_how_to_see_it_again() -> None:
    (finding,) = run(Case("leg", "1", 7, broken)).findings
    assert finding.startswith("SEED=7 ONLY=leg/1: the case broke")
