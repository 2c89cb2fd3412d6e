"""Reference codes at a kiosk: once, by hall time, and with a doubtful clock for less."""

from __future__ import annotations

import pytest

from hall_server.contract.codes.claims import payload_of
from hall_server.contract.codes.once import Used
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.identity.assurance import Assurance
from kiosk.codes.answers import Claimed, Refused, Signed
from kiosk.codes.verifier import code_verifier
from tests.unit.hall_server.contract.codes.made_up import (
    GONE,
    HALL,
    NEW,
    OLD,
    OVERLAP_UNTIL,
    TRUST,
    claims,
    code,
    message,
    text_of,
)
from tests.unit.kiosk.codes.shown import REFERENCE, at, verifier


def test_cl_c4_a_code_counts_once_at_a_kiosk_and_again_at_another() -> None:
    kiosk, other = verifier(), verifier()
    assert kiosk.verify(REFERENCE.encode(), at(1)) == Claimed(Signed(claims(), Assurance.L2))
    assert kiosk.verify(REFERENCE.encode(), at(2)) == Refused(Refusal.ALREADY_USED)
    assert isinstance(other.verify(REFERENCE.encode(), at(2)), Claimed)  # the hall finds it out: definitions.md 14


def test_what_was_used_stays_used_when_a_newer_trust_list_comes() -> None:
    used = Used()
    before = code_verifier(TRUST, frozenset({HALL}), used=used)
    assert isinstance(before.verify(REFERENCE.encode(), at(1)), Claimed)
    after = code_verifier(TRUST, frozenset({HALL}), used=used)
    assert after.verify(REFERENCE.encode(), at(2)) == Refused(Refusal.ALREADY_USED)


def test_a_code_that_was_refused_is_not_used_up() -> None:
    kiosk = verifier()
    assert kiosk.verify(REFERENCE.encode(), at(-1)) == Refused(Refusal.NOT_YET_VALID)
    assert isinstance(kiosk.verify(REFERENCE.encode(), at(0)), Claimed)


def test_cl_c4_a_code_is_over_in_the_second_in_which_it_expires() -> None:
    assert isinstance(verifier().verify(REFERENCE.encode(), at(59.999999)), Claimed)
    assert verifier().verify(REFERENCE.encode(), at(60)) == Refused(Refusal.EXPIRED)
    assert verifier().verify(REFERENCE.encode(), at(61)) == Refused(Refusal.EXPIRED)


@pytest.mark.parametrize("after_s", [-90, 0, 149])
def test_cl_c4_a_kiosk_that_does_not_know_the_time_takes_ninety_seconds_of_doubt_for_less(after_s: int) -> None:
    answer = verifier().verify(REFERENCE.encode(), at(after_s, clock_known=False))
    assert answer == Claimed(Signed(claims(), Assurance.L1))


@pytest.mark.parametrize(("after_s", "reason"), [(-91, Refusal.NOT_YET_VALID), (150, Refusal.EXPIRED)])
def test_cl_c4_there_is_an_end_to_the_doubt(after_s: int, reason: Refusal) -> None:
    assert verifier().verify(REFERENCE.encode(), at(after_s, clock_known=False)) == Refused(reason)


def test_the_bytes_are_proved_by_a_good_signature_whatever_became_of_the_code() -> None:
    kiosk = verifier()
    proved = (code(), code(NEW), code(audience="elsewhere"), code(issued_at=1, expires_at=2))
    late = code(OLD, issued_at=OVERLAP_UNTIL, expires_at=OVERLAP_UNTIL + 60)
    lives_long = text_of(message(payload=payload_of(claims(expires_at=claims().issued_at + 61))))
    assert all(kiosk.proves(text.encode()) for text in (*proved, late, lives_long))
    assert not any(kiosk.proves(text.encode()) for text in (code(GONE), code(issuer="nobody"), code()[:-1], "KPC1:"))


def test_a_damaged_code_says_where_to_a_technician_and_nothing_of_its_content() -> None:
    answer = verifier().verify(REFERENCE[:40].encode(), at())
    assert isinstance(answer, Refused)
    assert answer.reason is Refusal.NOT_WELL_FORMED
    assert answer.part
    assert "请刷新二维码" in answer.words.zh
