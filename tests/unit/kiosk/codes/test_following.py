"""A verifier that follows the trust list in force: the same memory of used codes, whoever holds on to it."""

from __future__ import annotations

from msgspec.structs import replace

from hall_server.contract.codes.refusals import Refusal
from kiosk.codes.answers import Claimed, Refused, Signed, Verdict
from kiosk.codes.following import FollowingVerifier
from tests.unit.hall_server.contract.codes.made_up import HALL, NEW, TRUST, code
from tests.unit.kiosk.codes.shown import REFERENCE, SLIP, at

ONLY_OLD = replace(TRUST, issuers=(replace(TRUST.issuers[0], keys=TRUST.issuers[0].keys[:1]),))


def signed(verdict: Verdict) -> bool:
    return isinstance(verdict, Claimed) and isinstance(verdict.what, Signed)


def test_nobody_is_trusted_before_a_list_came_and_other_codes_are_read() -> None:
    codes = FollowingVerifier(HALL)
    assert codes.verify(REFERENCE.encode(), at()) == Refused(Refusal.UNKNOWN_ISSUER)
    assert isinstance(codes.verify(SLIP.encode(), at()), Claimed)


def test_a_code_of_the_next_key_counts_from_the_list_on_that_tells_it() -> None:
    codes, text = FollowingVerifier(HALL), code(NEW).encode()
    codes.follow(ONLY_OLD)
    assert codes.verify(text, at()) == Refused(Refusal.UNKNOWN_KEY)
    codes.follow(TRUST)
    assert signed(codes.verify(text, at()))


def test_a_code_that_was_used_stays_used_under_a_newer_list() -> None:
    codes = FollowingVerifier(HALL)
    codes.follow(ONLY_OLD)
    assert signed(codes.verify(REFERENCE.encode(), at()))
    codes.follow(TRUST)
    assert codes.verify(REFERENCE.encode(), at()) == Refused(Refusal.ALREADY_USED)


def test_whoever_holds_on_to_a_question_follows() -> None:
    codes = FollowingVerifier(HALL)
    proves = codes.proves
    assert not proves(REFERENCE.encode())
    codes.follow(TRUST)
    assert proves(REFERENCE.encode())


def test_a_place_answers_to_its_hall_s_id_and_to_the_names_that_are_told() -> None:
    codes = FollowingVerifier("elsewhere")
    codes.follow(TRUST)
    assert codes.verify(REFERENCE.encode(), at()) == Refused(Refusal.WRONG_AUDIENCE)
    codes.follow(TRUST, (HALL,))
    assert signed(codes.verify(REFERENCE.encode(), at()))
    codes.follow(TRUST)
    assert codes.verify(code(audience="elsewhere", jti="1" * 24).encode(), at()) != Refused(Refusal.WRONG_AUDIENCE)


def test_a_kiosk_without_a_hall_answers_to_no_name() -> None:
    codes = FollowingVerifier()
    codes.follow(TRUST)
    assert codes.verify(REFERENCE.encode(), at()) == Refused(Refusal.WRONG_AUDIENCE)
