"""Which code was shown where: the first kiosk has it, a second hears so, and the memory has an end."""

from __future__ import annotations

import pytest

from hall_server.contract.code_claims import ClaimCode
from hall_server.contract.codes.once import KEPT_S as LIVES_S
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.flows.caller import Caller
from hall_server.flows.claim_code import KEPT_S, CodeClaims
from tests.unit.hall_server.halls import HandClock

ONE, OTHER = Caller(ActorKind.KIOSK, "K1"), Caller(ActorKind.KIOSK, "K2")


def order(number: int = 1, *, alone: bool = False, issuer: str = "city.demo") -> ClaimCode:
    return ClaimCode(issuer, f"{number:024x}", alone)


def test_the_first_kiosk_has_a_code_and_a_second_hears_so_and_the_log_names_no_code(
    caplog: pytest.LogCaptureFixture,
) -> None:
    claims = CodeClaims(HandClock())
    assert claims.claim(ONE, "key-1", order()).first
    assert not claims.claim(OTHER, "key-2", order()).first
    assert "by kiosk=K1, then by kiosk=K2" in caplog.text
    assert f"{1:024x}" not in caplog.text


def test_the_same_question_has_the_same_answer_but_another_question_of_the_same_kiosk_is_a_second_use() -> None:
    claims = CodeClaims(HandClock())
    assert [claims.claim(ONE, "key-1", order()).first for _ in range(3)] == [True] * 3
    assert not claims.claim(ONE, "key-2", order()).first


def test_codes_of_two_issuers_are_two_codes() -> None:
    claims = CodeClaims(HandClock())
    assert claims.claim(ONE, "key-1", order()).first
    assert claims.claim(OTHER, "key-2", order(issuer="another.demo")).first


def test_a_double_use_that_two_kiosks_report_after_hours_alone_is_found(caplog: pytest.LogCaptureFixture) -> None:
    clock = HandClock()
    claims = CodeClaims(clock)
    assert claims.claim(ONE, "key-1", order(alone=True)).first
    clock.forward(5 * 3600)
    assert not claims.claim(OTHER, "key-2", order(alone=True)).first
    assert "without the hall" in caplog.text


def test_after_a_day_a_code_is_forgotten() -> None:
    clock = HandClock()
    claims = CodeClaims(clock)
    claims.claim(ONE, "key-1", order())
    clock.forward(KEPT_S)
    claims.claim(ONE, "key-2", order(2))
    assert len(claims) == 1


def test_a_full_memory_gives_up_dead_codes_and_never_one_that_lives() -> None:
    clock = HandClock()
    claims = CodeClaims(clock, limit=2)
    claims.claim(ONE, "key-1", order(1))
    claims.claim(ONE, "key-2", order(2))
    with pytest.raises(HallProblem) as refused:
        claims.claim(ONE, "key-3", order(3))
    assert refused.value.code is ProblemCode.TOO_MANY_REQUESTS
    clock.forward(LIVES_S)
    assert claims.claim(ONE, "key-3", order(3)).first
    assert len(claims) == 2
