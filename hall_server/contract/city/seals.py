"""电子印章: a hall has a document sealed, and anybody can tell a sealed one from another (clauses CL-E8, D3).

The city draws its seal on the PDF and signs, beside it, a statement about exactly those bytes. All that is needed to
check it: the document, the statement, its signature, and the city's published keys. Knows no hall and no city.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.city.wire import Word
from hall_server.contract.crypto.algorithms import ALGORITHMS, USUAL

DOCUMENT_MAX = 350_000  # bytes before and
SEALED_MAX = 700_000  # after: an answer has 1 MiB, and this travels as Base64
STATEMENT = b"KAPOK-SEAL-1\0"  # what stands before a statement when it is signed
KEY_LIST = b"KAPOK-SEAL-KEYS-1\0"  # and before a list of keys
_Short = Annotated[str, msgspec.Meta(max_length=64)]
_Signature = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
_Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]  # of the sealed document: SHA-256; with SM2, SM3
_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class DocumentKind(StrEnum):
    """What is sealed."""

    RECEIPT = "receipt"  # 受理回执
    SUPPLEMENT_NOTICE = "supplement_notice"  # 一次性告知（补正）
    TOLERANCE_NOTICE = "tolerance_notice"  # 容缺受理通知书
    REFUSAL = "refusal"  # 不予受理告知
    CORRECTION_SLIP = "correction_slip"  # 证照纠错单
    COLLECTED_FOR = "collected_for"  # 异地代收单


class SealWanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /seals/seal`; the same question seals the same way, so a repeat does no harm. `seal` "": the hall's own."""

    kind: DocumentKind
    item: Word
    business: Word  # the id of the visit
    staff: _Short = ""
    seal: _Short = ""
    document: Annotated[bytes, msgspec.Meta(min_length=1, max_length=DOCUMENT_MAX)]

    def __repr__(self) -> str:
        """Without the document."""
        return f"SealWanted(kind={self.kind.value!r}, business={self.business!r}, size={len(self.document)})"


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What is signed. `sealed_at`: UTC microseconds."""

    digest: _Digest
    key: Word
    seal: Word  # whose, as people read it
    kind: DocumentKind
    item: Word
    business: Word
    sealed_at: int
    demo: bool = False  # 演示章: worth nothing


class Sealed(msgspec.Struct, frozen=True):
    """The document with the seal on it, and what is kept beside it: `statement` is JSON, signed as these bytes."""

    document: Annotated[bytes, msgspec.Meta(min_length=1, max_length=SEALED_MAX)]
    statement: Annotated[bytes, msgspec.Meta(min_length=2, max_length=2_000)]
    signature: _Signature

    def __repr__(self) -> str:
        """Without the document."""
        return f"Sealed(size={len(self.document)})"


class SealKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One public key of the city's seals. ValueError for an unknown algorithm or dates that make no sense."""

    id: Word
    alg: str = USUAL
    public: bytes
    valid_from: _Moment = msgspec.field(name="from")
    valid_until: _Moment = msgspec.field(name="until")
    revoked: bool = False

    def __post_init__(self) -> None:
        if self.alg not in ALGORITHMS:
            msg = f"alg is one of {', '.join(ALGORITHMS)}"
            raise ValueError(msg)
        if self.valid_from >= self.valid_until:
            msg = "until comes after from"
            raise ValueError(msg)


class SealKeyList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All keys; a newer list has a higher serial number."""

    serial: Annotated[int, msgspec.Meta(ge=1)]
    keys: Annotated[tuple[SealKey, ...], msgspec.Meta(max_length=32)]


class SealKeys(msgspec.Struct, frozen=True):
    """`GET /seals/keys`: the list as JSON, and the signature of the city's root over it."""

    list: Annotated[bytes, msgspec.Meta(max_length=20_000)]
    signature: _Signature


class SealVerdict(StrEnum):
    """What a seal is worth."""

    HOLDS = "holds"
    NOT_READABLE = "not_readable"  # the statement is none
    TAMPERED = "tampered"  # the document is another one
    FORGED = "forged"  # the statement was not signed with that key
    UNKNOWN_KEY = "unknown_key"
    NO_PROVIDER = "no_provider"  # nobody here can compute with the key's algorithm
    KEY_REVOKED = "key_revoked"
    KEY_OUT_OF_DATE = "key_out_of_date"  # sealed before the key's first or after its last moment
