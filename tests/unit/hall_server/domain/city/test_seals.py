"""What a seal is worth: dates, revocation, statements that are none."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from hall_server.contract.city.seals import (
    KEY_LIST,
    STATEMENT,
    DocumentKind,
    Sealed,
    SealKey,
    SealKeyList,
    SealKeys,
    SealVerdict,
    Statement,
)
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS, SM2, digest_beside
from hall_server.domain.city.seals import keys_of, verdict

PRIVATE, ROOT = b"\7" * 32, b"\3" * 32
SIGN = PROVIDERS[ED25519]
FROM, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
AT = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp()) * 1_000_000
DOCUMENT = b"%PDF-made-up"


def key(**more: Any) -> SealKeyList:
    values = {"id": "k1", "public": SIGN.public_of(PRIVATE), "valid_from": FROM, "valid_until": UNTIL, **more}
    return SealKeyList(3, (SealKey(**values),))


def sealed(at: int = AT, **more: Any) -> Sealed:
    values: dict[str, Any] = {
        "digest": hashlib.sha256(DOCUMENT).hexdigest(),
        "key": "k1",
        "seal": "演示章",
        "kind": DocumentKind.RECEIPT,
        "item": "i01",
        "business": "b",
        "sealed_at": at,
        **more,
    }
    statement = msgspec.json.encode(Statement(**values))
    return Sealed(DOCUMENT, statement, SIGN.sign(PRIVATE, STATEMENT + statement))


@pytest.mark.parametrize(
    ("one", "keys", "expected"),
    [
        (sealed(), key(), SealVerdict.HOLDS),
        (sealed(digest="0" * 64), key(), SealVerdict.TAMPERED),
        (sealed(key="k2"), key(), SealVerdict.UNKNOWN_KEY),
        (sealed(), key(public=SIGN.public_of(ROOT)), SealVerdict.FORGED),
        (sealed(), key(public=bytes(32)), SealVerdict.FORGED),
        (sealed(), key(revoked=True), SealVerdict.KEY_REVOKED),
        (sealed(int(UNTIL.timestamp()) * 1_000_000), key(), SealVerdict.KEY_OUT_OF_DATE),
        (sealed(int(UNTIL.timestamp()) * 1_000_000 - 1), key(), SealVerdict.HOLDS),
        (sealed(int(FROM.timestamp()) * 1_000_000), key(), SealVerdict.HOLDS),
        (sealed(int(FROM.timestamp()) * 1_000_000 - 1), key(), SealVerdict.KEY_OUT_OF_DATE),
        (Sealed(DOCUMENT, b"{}", bytes(64)), key(), SealVerdict.NOT_READABLE),
        (Sealed(DOCUMENT, b"\xff" * 9, bytes(64)), key(), SealVerdict.NOT_READABLE),
        (Sealed(DOCUMENT, b"[" * 2_000, bytes(64)), key(), SealVerdict.NOT_READABLE),
    ],
)
def test_a_seal_has_one_verdict(one: Sealed, keys: SealKeyList, expected: SealVerdict) -> None:
    assert verdict(one, keys) is expected


def test_a_signature_over_something_else_of_the_city_is_no_seal() -> None:
    one = sealed()
    for prefix in (b"", KEY_LIST):
        crossed = msgspec.structs.replace(one, signature=SIGN.sign(PRIVATE, prefix + one.statement))
        assert verdict(crossed, key()) is SealVerdict.FORGED


def test_a_key_list_is_taken_from_a_root_only_and_never_an_older_one() -> None:
    told = msgspec.json.encode(key())
    root = SIGN.public_of(ROOT)
    answer = SealKeys(told, SIGN.sign(ROOT, KEY_LIST + told))
    assert keys_of(answer, [b"x", root]) == key()
    assert keys_of(answer, [SIGN.public_of(PRIVATE)]) is None
    assert keys_of(answer, [root], SealKeyList(4, ())) is None
    nonsense = SealKeys(b"{", SIGN.sign(ROOT, KEY_LIST + b"{"))
    assert keys_of(nonsense, [root]) is None


def test_dates_and_algorithms_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="until"):
        key(valid_until=FROM)
    with pytest.raises(ValueError, match="alg"):
        key(alg="RSA")


def test_with_an_sm2_key_signature_and_digest_are_the_national_ones() -> None:
    pytest.importorskip("gmalg", reason="the extra sm is not installed")
    sm2 = PROVIDERS[SM2]
    keys = key(alg="SM2", public=sm2.public_of(PRIVATE))
    one = sealed(digest=digest_beside("SM2", DOCUMENT))
    national = msgspec.structs.replace(one, signature=sm2.sign(PRIVATE, STATEMENT + one.statement))
    assert verdict(national, keys) is SealVerdict.HOLDS
    assert verdict(one, keys) is SealVerdict.FORGED
    with_sha256 = sealed()
    with_sha256 = msgspec.structs.replace(with_sha256, signature=sm2.sign(PRIVATE, STATEMENT + with_sha256.statement))
    assert verdict(with_sha256, keys) is SealVerdict.TAMPERED
    told = msgspec.json.encode(keys)
    assert keys_of(SealKeys(told, sm2.sign(ROOT, KEY_LIST + told)), [sm2.public_of(ROOT)]) == keys
