"""Pinned keys: found by issuer and id, good between two moments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust import Issuer, PinnedKey, TrustList
from hall_server.contract.identity.assurance import Assurance
from tests.unit.hall_server.contract.codes.made_up import CITY, GONE, NEW, OLD, OVERLAP_FROM, OVERLAP_UNTIL, TRUST


def pinned(first: int, last: int, alg: str = "Ed25519") -> PinnedKey:
    moments = {"valid_from": datetime.fromtimestamp(first, UTC), "valid_until": datetime.fromtimestamp(last, UTC)}
    return PinnedKey(id="k", public=b"", alg=alg, **moments)


def test_a_key_is_found_by_the_issuer_and_the_id_that_a_code_names() -> None:
    for key in (OLD, NEW, GONE):
        found = TRUST.key(CITY, key.id.encode())
        assert isinstance(found, PinnedKey)
        assert (found.id, found.revoked) == (key.id, key is GONE)
    assert TRUST.key(CITY, b"2027a") is TRUST.key(CITY, b"") is TRUST.key(CITY, b"\xff") is Refusal.UNKNOWN_KEY
    assert TRUST.key("nobody", OLD.id.encode()) is Refusal.UNKNOWN_ISSUER


def test_a_key_is_good_from_its_first_second_until_before_its_last() -> None:
    key = pinned(OVERLAP_FROM, OVERLAP_UNTIL)
    moments = (OVERLAP_FROM - 1, OVERLAP_FROM, OVERLAP_UNTIL - 1, OVERLAP_UNTIL)
    assert [key.valid_at(moment) for moment in moments] == [False, True, True, False]


def test_a_key_without_any_life_or_of_an_unknown_algorithm_is_none() -> None:
    with pytest.raises(ValueError, match="until comes after from"):
        pinned(5, 5)
    with pytest.raises(ValueError, match="Ed25519"):
        pinned(5, 6, "EdDSA")


def test_ids_of_one_list_differ() -> None:
    issuer = Issuer(id="a", keys=(pinned(5, 6),))
    with pytest.raises(ValueError, match="key ids must differ"):
        Issuer(id="a", keys=(pinned(5, 6), pinned(6, 7)))
    with pytest.raises(ValueError, match="issuers must differ"):
        TrustList(serial=1, issuers=(issuer, issuer))


def test_an_issuer_that_is_not_there_is_worth_the_least() -> None:
    assert TRUST.level_of(CITY) is Assurance.L2
    assert TRUST.level_of("nobody") is Assurance.L1
