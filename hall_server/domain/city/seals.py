"""电子印章 as the hall has it: the port, and what a seal is worth, offline. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.contract.city.seals import KEY_LIST, STATEMENT, SealKeyList, SealVerdict, Statement
from hall_server.contract.crypto.algorithms import NoProviderError, digest_beside, provider_of
from hall_server.contract.crypto.roots import signed_by_root

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.city.seals import Sealed, SealKey, SealKeys, SealWanted

_SECOND = 1_000_000


class SealProvider(Protocol):
    """The city's seals. Each verb raises CityAwayError, CityRefusedError."""

    def seal(self, wanted: SealWanted) -> Sealed:
        """The document with a seal on it, and what proves it."""

    def keys(self) -> SealKeys:
        """What seals are checked with."""


def keys_of(answer: SealKeys, roots: Iterable[bytes], in_force: SealKeyList | None = None) -> SealKeyList | None:
    """The city's keys, when one of the pinned roots signed the list and it is not older than the one in force."""
    try:
        if not signed_by_root(KEY_LIST + answer.list, answer.signature, roots):
            return None
        found = msgspec.json.decode(answer.list, type=SealKeyList)
    except (NoProviderError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return None if in_force is not None and found.serial < in_force.serial else found


def verdict(sealed: Sealed, keys: SealKeyList) -> SealVerdict:
    """What a sealed document is worth. Never raises, whatever the bytes."""
    try:
        said = msgspec.json.decode(sealed.statement, type=Statement)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return SealVerdict.NOT_READABLE
    key = next((one for one in keys.keys if one.id == said.key), None)
    if key is None:
        return SealVerdict.UNKNOWN_KEY
    return _worth(sealed, said, key)


def _worth(sealed: Sealed, said: Statement, key: SealKey) -> SealVerdict:
    try:
        signatures = provider_of(key.alg)
    except NoProviderError:
        return SealVerdict.NO_PROVIDER
    genuine = signatures.usable(key.public) and signatures.holds(
        key.public, STATEMENT + sealed.statement, sealed.signature
    )
    if not genuine:
        return SealVerdict.FORGED
    if key.revoked:
        return SealVerdict.KEY_REVOKED
    if not key.valid_from.timestamp() * _SECOND <= said.sealed_at < key.valid_until.timestamp() * _SECOND:
        return SealVerdict.KEY_OUT_OF_DATE
    same = digest_beside(key.alg, sealed.document) == said.digest
    return SealVerdict.HOLDS if same else SealVerdict.TAMPERED
