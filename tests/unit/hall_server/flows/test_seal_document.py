"""Only a seal that holds, on the document that was sent, for what it was sent for, counts."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.seals import (
    STATEMENT,
    DocumentKind,
    Sealed,
    SealKey,
    SealKeyList,
    SealKeys,
    SealWanted,
    Statement,
)
from hall_server.contract.crypto.algorithms import ED25519, PROVIDERS
from hall_server.flows.seal_document import seal_document

PRIVATE = b"\7" * 32
SIGN = PROVIDERS[ED25519]
KEYS = SealKeyList(
    1,
    (
        SealKey(
            id="k",
            public=SIGN.public_of(PRIVATE),
            valid_from=datetime(2026, 1, 1, tzinfo=UTC),
            valid_until=datetime(2027, 1, 1, tzinfo=UTC),
        ),
    ),
)
WANTED = SealWanted(kind=DocumentKind.RECEIPT, item="i01", business="b", document=b"%PDF-made-up")


class City:
    """Seals whatever it is told to, for whatever it is told."""

    def __init__(self, document: bytes = WANTED.document + b"seal", **said: Any) -> None:
        self.document, self.said = document, said

    def seal(self, _: SealWanted) -> Sealed:
        values: dict[str, Any] = {"kind": WANTED.kind, "item": WANTED.item, "business": WANTED.business, **self.said}
        digest = hashlib.sha256(self.document).hexdigest()
        at = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp()) * 1_000_000
        whole: dict[str, Any] = {"digest": digest, "key": "k", "seal": "演示章", "sealed_at": at, **values}
        statement = msgspec.json.encode(Statement(**whole))
        return Sealed(self.document, statement, SIGN.sign(PRIVATE, STATEMENT + statement))

    def keys(self) -> SealKeys:
        raise NotImplementedError


def test_a_seal_that_holds_is_taken() -> None:
    assert seal_document(City(), WANTED, KEYS).document.startswith(WANTED.document)


@pytest.mark.parametrize(
    "city",
    [
        City(b"%PDF-another"),
        City(digest="0" * 64),
        City(key="another"),
        City(business="another"),
        City(item="i02"),
        City(kind=DocumentKind.REFUSAL),
    ],
)
def test_any_other_counts_as_no_answer(city: City) -> None:
    with pytest.raises(CityAwayError, match="nonsense"):
        seal_document(city, WANTED, KEYS)
