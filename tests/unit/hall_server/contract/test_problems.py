from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.problems import STATUS, HallProblem, Problem, ProblemCode


@pytest.mark.parametrize("code", list(ProblemCode))
def test_each_code_has_a_status_and_only_what_is_not_the_asker_s_fault_is_five_hundred(code: ProblemCode) -> None:
    ours = {ProblemCode.INTERNAL, ProblemCode.STORE_UNAVAILABLE, ProblemCode.CITY_AWAY}
    assert (STATUS[code] >= 500) is (code in ours)


def test_a_refusal_travels_as_its_document_and_back() -> None:
    problem = HallProblem(ProblemCode.RECALL_TOO_SOON, "later", field="$.x", retry_after_s=3.5)
    wire = msgspec.json.encode(problem.problem())
    assert msgspec.json.decode(wire, type=Problem) == problem.problem()
    assert str(problem) == "recall_too_soon: later"


def test_a_refusal_without_words_is_its_code() -> None:
    problem = HallProblem(ProblemCode.NOBODY_WAITING)
    assert str(problem) == "nobody_waiting"
    assert msgspec.json.encode(problem.problem()) == b'{"code":"nobody_waiting","status":409,"title":"nobody waiting"}'
