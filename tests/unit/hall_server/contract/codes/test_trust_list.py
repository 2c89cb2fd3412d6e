"""Trust lists: taken when a pinned root signed them and they are newer; else the one in force stays."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.codes.answers import Accepted, Refused
from hall_server.contract.codes.reference_code import ReferenceCodes
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import (
    MAX_BYTES,
    TrustListError,
    TrustProblem,
    read_trust_list,
    sign_trust_list,
)
from tests.unit.hall_server.contract.codes.made_up import (
    HALL,
    ISSUED_US,
    OLD,
    ROOT,
    STRANGE,
    TRUST,
    code,
    public,
    trust_tree,
)

if TYPE_CHECKING:
    from hall_server.contract.codes.trust import TrustList

ROOTS = [public(ROOT)]
TOML = """
serial = 7
[[issuer]]
id = "city.demo"
name = "参考城市"
[[issuer.key]]
id = "2026a"
public = "{public}"
from = 2026-01-01T00:00:00+08:00
until = 2027-01-01T00:00:00+08:00
""".format(public=trust_tree()["issuer"][0]["key"][0]["public"])  # type: ignore[index] # a tree of JSON


def as_json(tree: object) -> bytes:
    return msgspec.json.encode(tree)


def taken(data: bytes, in_force: TrustList | None = None, root: bytes = ROOT) -> TrustList:
    return read_trust_list(data, sign_trust_list(data, root), ROOTS, in_force)


def with_key(field: str, value: object) -> bytes:
    tree = trust_tree()
    tree["issuer"][0]["key"][0][field] = value  # type: ignore[index] # a tree of JSON
    return as_json(tree)


def problem_of(data: bytes, in_force: TrustList | None = None) -> TrustProblem:
    with pytest.raises(TrustListError) as raised:
        taken(data, in_force)
    return raised.value.code


def test_a_signed_list_is_read_from_json_and_from_toml() -> None:
    assert taken(as_json(trust_tree())) == TRUST
    found = taken(TOML.encode())
    assert (found.serial, found.issuers[0].name) == (7, "参考城市")
    assert isinstance(ReferenceCodes(found, frozenset({HALL})).read(code(), ISSUED_US), Accepted)


def test_a_list_that_no_pinned_root_signed_is_refused_before_it_is_read() -> None:
    data = as_json(trust_tree())
    for signature in (b"", bytes(64), sign_trust_list(data, STRANGE.private), sign_trust_list(data + b" ", ROOT)):
        with pytest.raises(TrustListError, match="bad_signature"):
            read_trust_list(data, signature, ROOTS)
    with pytest.raises(TrustListError, match="bad_signature"):
        read_trust_list(b"\xff not even text", bytes(64), ROOTS)
    with pytest.raises(TrustListError, match="bad_signature"):
        read_trust_list(data, sign_trust_list(data, ROOT), [])
    with pytest.raises(TrustListError, match="bad_signature"):
        read_trust_list(data, (1).to_bytes(32, "little") + bytes(32), [(1).to_bytes(32, "little")])  # a root at point 1


def test_a_signature_over_something_else_is_none_over_a_list() -> None:
    from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS

    data = as_json(trust_tree())
    with pytest.raises(TrustListError, match="bad_signature"):
        read_trust_list(data, PROVIDERS[ED25519].sign(ROOT, data), ROOTS)


def test_one_root_follows_another_while_both_are_pinned() -> None:
    data = as_json(trust_tree())
    following = b"\x06" * 32
    roots = [*ROOTS, public(following)]
    assert read_trust_list(data, sign_trust_list(data, following), roots) == TRUST
    assert read_trust_list(data, sign_trust_list(data, ROOT), roots) == TRUST


def test_an_older_list_is_refused_and_the_same_one_again_is_not() -> None:
    in_force = taken(as_json(trust_tree(serial=5)))
    assert taken(as_json(trust_tree(serial=5)), in_force) == in_force
    assert taken(as_json(trust_tree(serial=6)), in_force).serial == 6
    assert problem_of(as_json(trust_tree(serial=4)), in_force) is TrustProblem.OLDER_THAN_IN_FORCE
    other = {**trust_tree(serial=5), "issuer": []}
    assert problem_of(as_json(other), in_force) is TrustProblem.SERIAL_USED_TWICE


def test_a_list_that_is_too_large_is_refused_before_anything_else() -> None:
    with pytest.raises(TrustListError, match="too_large"):
        read_trust_list(b"#" * (MAX_BYTES + 1), b"", ROOTS)


@pytest.mark.parametrize("key", [bytes(32), (1).to_bytes(32, "little"), b"\x03" * 31])
def test_a_key_under_which_anybody_could_sign_or_that_is_none_is_refused(key: bytes) -> None:
    assert problem_of(with_key("public", msgspec.to_builtins(key))) is TrustProblem.UNUSABLE_KEY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"serial = ",
        b"\xff\xfe",
        b"{",
        b"[" * 30_000,
        b"a = " + b"[" * 30_000,
        as_json([]),
        as_json({"serial": 0}),
        as_json({"serial": "1"}),
        as_json({**trust_tree(), "comment": "unknown"}),
        as_json({"serial": 1, "issuer": trust_tree()["issuer"] * 2}),  # type: ignore[operator] # a tree of JSON
        as_json({"serial": 1, "issuer": [{"id": "city", "key": []}]}),
        with_key("alg", "EdDSA"),
        with_key("id", ""),
        with_key("id", "k" * 17),
        with_key("id", "2026b"),
        with_key("from", "2026-01-01"),
        with_key("from", "2026-01-01T00:00:00"),
        with_key("until", "2020-01-01T00:00:00Z"),
        with_key("public", "!"),
        TOML.replace("2027-01-01T00:00:00+08:00", "2027-01-01").encode(),
        TOML.replace("city.demo", "City").encode(),
        TOML.replace('name = "参考城市"', "level = 3").encode(),
    ],
)
def test_a_signed_list_that_is_no_list_is_refused_as_that(data: bytes) -> None:
    assert problem_of(data) is TrustProblem.NOT_WELL_FORMED


def test_no_byte_of_a_list_or_its_signature_may_change() -> None:
    dice, data = random.Random(8), as_json(trust_tree())
    signature = sign_trust_list(data, ROOT)
    for at in range(len(data)):
        changed = data[:at] + bytes((data[at] ^ 1 << dice.randrange(8),)) + data[at + 1 :]
        with pytest.raises(TrustListError, match="bad_signature"):
            read_trust_list(changed, signature, ROOTS)
    for at in range(len(signature)):
        changed = signature[:at] + bytes((signature[at] ^ 1 << dice.randrange(8),)) + signature[at + 1 :]
        with pytest.raises(TrustListError, match="bad_signature"):
            read_trust_list(data, changed, ROOTS)


def test_a_revocation_takes_effect_with_the_list_that_says_it() -> None:
    revoked = taken(with_key("revoked", True), None)
    answer = ReferenceCodes(revoked, frozenset({HALL})).read(code(OLD), ISSUED_US)
    assert answer == Refused(Refusal.KEY_REVOKED)
