"""Codes and lists under SM2: read like any others, and refused with a reason where nobody can compute with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
import qrcode
from base45 import b45decode
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M

from hall_server.city.reference.key_ring import new_ring, rotated
from hall_server.contract.codes.answers import Accepted, Refused
from hall_server.contract.codes.reference_code import MAX_TEXT, PREFIX, IssuingKey, ReferenceCodes, write
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.codes.trust_list import TrustListError, read_trust_list, sign_trust_list
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS, SM2
from tests.unit.hall_server.contract.codes.made_up import CITY, HALL, ISSUED, ISSUED_US, OLD, TRUST, claims, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.city.reference.key_ring import KeyRing
    from hall_server.contract.codes.trust import TrustList
    from hall_server.contract.crypto.port import Signatures

pytest.importorskip("gmalg", reason="the extra sm is not installed")
ONLY = {ED25519: PROVIDERS[ED25519]}
RING = new_ring(CITY, "参考城市", b"\5" * 32, b"\1" * 32, ISSUED - 60, alg="SM2")
HERE = frozenset({HALL})


def taken(ring: KeyRing = RING, providers: Mapping[int, Signatures] = PROVIDERS) -> TrustList:
    return read_trust_list(ring.trust_list(), ring.signature(), [ring.root_public], providers=providers)


def code(**changes: object) -> str:
    key = RING.issuing_key(ISSUED)
    assert key is not None
    return write(claims(**changes), key)


READER = ReferenceCodes(taken(), HERE)
CODE = code()
MESSAGE = b45decode(CODE.removeprefix(PREFIX))


def test_a_code_is_taken_and_the_same_claims_have_the_same_text() -> None:
    assert isinstance(READER.read(CODE, ISSUED_US), Accepted)
    assert code() == CODE
    assert RING.signature() == RING.signature()  # a hall that looks again sees the same list


def test_a_rotation_under_sm2_is_followed() -> None:
    ring = rotated(RING, b"\2" * 32, ISSUED, lead_s=0)
    key = ring.issuing_key(ISSUED + 5)
    assert key is not None
    assert key.alg == SM2
    text = write(claims(issued_at=ISSUED + 5, expires_at=ISSUED + 65), key)
    assert isinstance(ReferenceCodes(taken(ring), HERE).read(text, ISSUED_US + 5_000_000), Accepted)


def test_a_code_fits_a_qr_symbol_of_version_ten_and_the_longest_one_is_read() -> None:
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    symbol.add_data(write(claims(), IssuingKey("2026a", b"\1" * 32, SM2)))
    symbol.make(fit=True)
    assert symbol.version == 10
    longest = write(claims(issuer="c" * 32, audience="h" * 32), IssuingKey("k" * 16, b"\1" * 32, SM2))
    assert len(longest) <= MAX_TEXT
    assert READER.read(longest, ISSUED_US) == Refused(Refusal.UNKNOWN_ISSUER)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(MESSAGE) - 1), st.integers(1, 255))
def test_no_byte_of_a_code_may_change(at: int, flip: int) -> None:
    changed = bytearray(MESSAGE)
    changed[at] ^= flip
    assert isinstance(READER.read(text_of(bytes(changed)), ISSUED_US), Refused)


def test_a_key_of_one_algorithm_signs_no_code_of_the_other() -> None:
    under_its_name = IssuingKey(RING.keys[0].id, OLD.private)
    assert READER.read(write(claims(), under_its_name), ISSUED_US) == Refused(Refusal.BAD_SIGNATURE)
    the_other_way = write(claims(), IssuingKey(OLD.id, OLD.private, SM2))
    assert ReferenceCodes(TRUST, HERE).read(the_other_way, ISSUED_US) == Refused(Refusal.BAD_SIGNATURE)


def test_without_a_provider_code_and_list_are_refused_with_that_reason() -> None:
    assert ReferenceCodes(taken(), HERE, ONLY).read(CODE, ISSUED_US) == Refused(Refusal.NO_PROVIDER, "SM2")
    assert ReferenceCodes(TRUST, HERE, ONLY).read(CODE, ISSUED_US) == Refused(Refusal.NO_PROVIDER, "SM2")
    with pytest.raises(TrustListError, match="no_provider: root: this program has no provider for SM2"):
        taken(providers=ONLY)
    root = b"\7" * 32
    with pytest.raises(TrustListError, match=r"no_provider: city\.demo, key .*: this program has no provider for SM2"):
        read_trust_list(
            RING.trust_list(),
            sign_trust_list(RING.trust_list(), root),
            [ONLY[ED25519].public_of(root)],
            providers=ONLY,
        )


def test_a_list_with_a_key_that_is_no_point_is_refused() -> None:
    tree = msgspec.json.decode(RING.trust_list())
    for public in (bytes(64), b"\xff" * 64, PROVIDERS[ED25519].public_of(b"\1" * 32)):
        tree["issuer"][0]["key"][0]["public"] = msgspec.to_builtins(public)
        data = msgspec.json.encode(tree)
        with pytest.raises(TrustListError, match="unusable_key"):
            read_trust_list(data, sign_trust_list(data, RING.root, "SM2"), [RING.root_public])


def test_an_sm2_root_counts_only_over_what_it_signed() -> None:
    data = RING.trust_list()
    for signature in (b"", bytes(64), RING.signature()[::-1], sign_trust_list(data + b" ", RING.root, "SM2")):
        with pytest.raises(TrustListError, match="bad_signature"):
            read_trust_list(data, signature, [RING.root_public])
