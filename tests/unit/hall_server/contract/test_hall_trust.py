"""What a hall tells of issuers: a list that may follow the one before, while a root of now signed that one too."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.api.examples import EXAMPLES
from hall_server.contract.codes.trust_list import TrustListError, TrustProblem, sign_trust_list
from hall_server.contract.hall_trust import HallTrust, list_in
from tests.unit.hall_server.contract.codes.made_up import ROOT, TRUST, public, trust_tree

OTHER = b"\6" * 32


def told(serial: int = 1, *signers: bytes, **changes: object) -> HallTrust:
    """A list that the first of the roots signed; all of them are pinned."""
    signers = signers or (ROOT,)
    data = msgspec.json.encode({**trust_tree(serial), **changes})
    return HallTrust(
        trust_list=data, signature=sign_trust_list(data, signers[0]), roots=tuple(public(one) for one in signers)
    )


def problem_of(one: HallTrust, before: HallTrust | None = None) -> TrustProblem:
    with pytest.raises(TrustListError) as raised:
        list_in(one, before)
    return raised.value.code


def test_a_list_is_read_with_the_roots_that_are_told_with_it() -> None:
    assert list_in(told()) == TRUST
    assert problem_of(msgspec.structs.replace(told(), roots=(public(OTHER),))) is TrustProblem.BAD_SIGNATURE
    assert problem_of(msgspec.structs.replace(told(), roots=())) is TrustProblem.BAD_SIGNATURE


def test_what_is_told_is_the_same_after_its_way() -> None:
    there = msgspec.json.decode(msgspec.json.encode(told()), type=HallTrust)
    assert there == told()


def test_an_older_list_and_another_with_the_same_serial_are_refused() -> None:
    before = told(5)
    assert list_in(told(5), before).serial == 5
    assert list_in(told(6), before).serial == 6
    assert problem_of(told(4), before) is TrustProblem.OLDER_THAN_IN_FORCE
    assert problem_of(told(5, issuer=[]), before) is TrustProblem.SERIAL_USED_TWICE


def test_a_root_that_follows_another_goes_on_with_the_serials() -> None:
    before = told(5, ROOT)
    assert list_in(told(6, OTHER, ROOT), before).serial == 6
    assert problem_of(told(4, OTHER, ROOT), before) is TrustProblem.OLDER_THAN_IN_FORCE


def test_with_other_roots_a_hall_begins_anew() -> None:
    assert list_in(told(1, OTHER), told(5, ROOT)).serial == 1


def test_the_example_of_the_description_is_signed_by_its_root() -> None:
    assert list_in(msgspec.convert(EXAMPLES["HallTrust"], HallTrust)).serial == 7
