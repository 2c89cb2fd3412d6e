"""The reference city's seals: draws 演示章 无效 on a document and signs a statement about it. Keeps no document.

The seals' key is made from the city's root and told with the root's signature. Time comes in.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from hall_server.city.reference.pdf_file import NoPdfError
from hall_server.city.reference.problems import CityError, CityProblem
from hall_server.city.reference.seal_stamp import stamped
from hall_server.contract.city.seals import (
    KEY_LIST,
    SEALED_MAX,
    STATEMENT,
    Sealed,
    SealKey,
    SealKeyList,
    SealKeys,
    Statement,
)
from hall_server.contract.crypto.algorithms import digest_beside, provider_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.code_desk import Keys
    from hall_server.contract.city.seals import SealWanted

NAME = "演示章"
_FROM, _UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2060, 1, 1, tzinfo=UTC)


class SealDesk:
    """One city's. `now_us`: UTC microseconds."""

    def __init__(self, keys: Keys, now_us: Callable[[], int]) -> None:
        self._keys = keys
        self._now_us = now_us

    def seal(self, wanted: SealWanted) -> Sealed:
        """The document, sealed. Raises CityError(document_not_sealable | seal_unknown)."""
        if wanted.seal not in {"", NAME}:
            raise CityError(CityProblem.SEAL_UNKNOWN, field="seal")
        try:
            document = stamped(wanted.document)
        except NoPdfError:
            raise CityError(CityProblem.DOCUMENT_NOT_SEALABLE, field="document") from None
        if len(document) > SEALED_MAX:
            raise CityError(CityProblem.DOCUMENT_NOT_SEALABLE, field="document")
        private, key = self._key()
        statement = msgspec.json.encode(
            Statement(
                digest=digest_beside(key.alg, document),
                key=key.id,
                seal=NAME,
                kind=wanted.kind,
                item=wanted.item,
                business=wanted.business,
                sealed_at=self._now_us(),
                demo=True,
            )
        )
        return Sealed(document, statement, provider_of(key.alg).sign(private, STATEMENT + statement))

    def keys(self) -> SealKeys:
        """What seals are checked with, signed by the root."""
        ring = self._keys.ring()
        told = msgspec.json.encode(SealKeyList(ring.serial, (self._key()[1],)))
        return SealKeys(told, provider_of(ring.alg).sign(ring.root, KEY_LIST + told))

    def _key(self) -> tuple[bytes, SealKey]:
        ring = self._keys.ring()
        signatures = provider_of(ring.alg)
        private = signatures.private_of(hashlib.blake2b(ring.root, digest_size=32, person=b"kapok-seal").digest())
        public = signatures.public_of(private)
        return private, SealKey(
            id=f"seal-{public.hex()[:8]}", alg=ring.alg, public=public, valid_from=_FROM, valid_until=_UNTIL
        )
