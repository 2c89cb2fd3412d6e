"""Keys of a city follow one another without a moment in which a hall that looks now and then cannot read a code."""

from __future__ import annotations

import pytest

from hall_server.city.reference.key_ring import (
    KEY_LIFE_S,
    MAX_KEYS,
    OVERLAP_S,
    RENEW_S,
    RingFullError,
    new_ring,
    rotated,
    wants_another,
)
from hall_server.contract.codes.answers import Accepted, Refused
from hall_server.contract.codes.claims import Claims
from hall_server.contract.codes.reference_code import ReferenceCodes, write
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import read_trust_list

NOW = 1_795_000_000
ROOT, FIRST, SECOND, THIRD = (bytes([no]) * 32 for no in (5, 1, 2, 3))
RING = new_ring("city.demo", "参考城市", ROOT, FIRST, NOW)
HALL = "gz-demo-district"


def trust(ring):
    return read_trust_list(ring.trust_list(), ring.signature(), [ring.root_public])


def code(ring, at, *, jti="00112233445566778899aabb"):
    claims = Claims(
        issuer=ring.issuer, subject="demo-person-000000001A", audience=HALL, issued_at=at, expires_at=at + 60, jti=jti
    )
    return write(claims, ring.issuing_key(at))


def read(ring, text, at):
    return ReferenceCodes(trust(ring), frozenset({HALL})).read(text, at * 1_000_000)


def test_a_code_of_the_first_key_is_read_by_the_first_list():
    assert isinstance(read(RING, code(RING, NOW), NOW), Accepted)


def test_a_list_is_refused_under_another_root():
    other = new_ring("city.demo", "", SECOND, FIRST, NOW)
    with pytest.raises(Exception, match="bad_signature"):
        read_trust_list(RING.trust_list(), RING.signature(), [other.root_public])


def test_codes_are_signed_with_the_new_key_only_when_its_lead_is_over():
    ring = rotated(RING, SECOND, NOW + 10, lead_s=100)
    assert ring.signing(NOW + 109).id == RING.keys[0].id
    assert ring.signing(NOW + 110).id == ring.keys[-1].id


def test_of_two_keys_that_sign_from_the_same_second_on_the_later_one_signs():
    assert rotated(RING, SECOND, NOW, lead_s=0).signing(NOW).private == SECOND


@pytest.mark.parametrize("at", [NOW + 10, NOW + 109, NOW + 110, NOW + 110 + OVERLAP_S])
def test_every_code_around_a_rotation_is_read_by_the_new_list(at):
    ring = rotated(RING, SECOND, NOW + 10, lead_s=100)
    assert isinstance(read(ring, code(ring, at), at + 59), Accepted)


def test_a_hall_with_the_old_list_reads_codes_until_the_lead_is_over():
    ring = rotated(RING, SECOND, NOW + 10, lead_s=100)
    assert isinstance(read(RING, code(ring, NOW + 109), NOW + 110), Accepted)
    assert read(RING, code(ring, NOW + 110), NOW + 110) == Refused(Refusal.UNKNOWN_KEY)


def test_the_old_key_is_good_for_no_code_that_is_made_after_the_overlap():
    ring = rotated(RING, SECOND, NOW + 10, lead_s=0)
    late = NOW + 10 + OVERLAP_S
    assert read(ring, code(RING, late), late) == Refused(Refusal.KEY_OUT_OF_DATE)


def test_a_revoked_key_is_refused_at_once_and_the_new_one_signs_at_once():
    before = code(RING, NOW)
    ring = rotated(RING, SECOND, NOW, lead_s=3600, revoke=True)
    assert read(ring, before, NOW) == Refused(Refusal.KEY_REVOKED)
    assert isinstance(read(ring, code(ring, NOW), NOW), Accepted)


def test_a_list_after_a_rotation_follows_the_one_before_it_and_not_the_other_way_round():
    ring = rotated(RING, SECOND, NOW)
    read_trust_list(ring.trust_list(), ring.signature(), [ring.root_public], in_force=trust(RING))
    with pytest.raises(Exception, match="older_than_in_force"):
        read_trust_list(RING.trust_list(), RING.signature(), [RING.root_public], in_force=trust(ring))


def test_a_ring_never_holds_more_keys_than_a_list_may():
    ring = RING
    for no in range(MAX_KEYS - 1):
        ring = rotated(ring, bytes([10 + no]) * 32, NOW + no, lead_s=0)
    trust(ring)
    with pytest.raises(RingFullError):
        rotated(ring, THIRD, NOW + MAX_KEYS, lead_s=0)


def test_keys_that_ran_out_make_room():
    ring = rotated(RING, SECOND, NOW, lead_s=0)
    later = rotated(ring, THIRD, NOW + 3 * OVERLAP_S, lead_s=0)
    assert [key.private for key in later.keys] == [SECOND, THIRD]


def test_another_key_is_wanted_in_the_last_week_and_not_before():
    end = NOW + KEY_LIFE_S
    assert not wants_another(RING, end - RENEW_S)
    assert wants_another(RING, end - RENEW_S + 1)


def test_a_city_that_slept_past_all_its_keys_signs_again_at_once():
    late = NOW + 2 * KEY_LIFE_S
    assert RING.issuing_key(late) is None
    ring = rotated(RING, SECOND, late)
    assert isinstance(read(ring, code(ring, late), late), Accepted)


def test_no_secret_stands_in_a_repr():
    shown = repr(RING)
    assert repr(FIRST) not in shown
    assert repr(ROOT) not in shown
