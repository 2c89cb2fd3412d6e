"""A trust list as it travels: TOML or JSON that people can read, and beside it a signature by a pinned root key.

    serial = 7
    [[issuer]]
    id = "city.demo"
    name = "参考城市"
    [[issuer.key]]
    id = "2026a"
    public = "<base64 of 32 bytes>"          # alg = "SM2": of 64
    from = 2026-01-01T00:00:00+08:00
    until = 2026-07-01T00:00:00+08:00

Nothing of it is parsed before its signature holds. Two roots may be pinned while one follows the other. A list with a
lower serial number than the one in force is refused, and so is another list with the same one. Knows no files.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.codes.trust import TrustList
from hall_server.contract.crypto.algorithms import PROVIDERS, USUAL, NoProviderError, provider_of
from hall_server.contract.crypto.roots import signed_by_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hall_server.contract.codes.trust import PinnedKey
    from hall_server.contract.crypto.port import Signatures

MAX_BYTES = 65_536
_CONTEXT = b"kapok trust list 1\0"  # a root's signature over a list is none over anything else


class TrustProblem(StrEnum):
    """Why a list is not taken; for technicians."""

    TOO_LARGE = "too_large"
    BAD_SIGNATURE = "bad_signature"
    NOT_WELL_FORMED = "not_well_formed"
    NO_PROVIDER = "no_provider"  # the root, or a key in it, is of an algorithm that this program lacks
    UNUSABLE_KEY = "unusable_key"  # no key at all, or one under which anybody can sign
    OLDER_THAN_IN_FORCE = "older_than_in_force"
    SERIAL_USED_TWICE = "serial_used_twice"


class TrustListError(Exception):
    """A list that is not taken: the one in force stays. `code` is permanent; `detail` says where."""

    def __init__(self, code: TrustProblem, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail


def read_trust_list(
    data: bytes,
    signature: bytes,
    roots: Iterable[bytes],
    in_force: TrustList | None = None,
    providers: Mapping[int, Signatures] = PROVIDERS,
) -> TrustList:
    """The list in `data`, which one of the pinned roots (public keys) signed. Raises TrustListError.

    `in_force`: the list that is used now; None only on the very first start.
    """
    if len(data) > MAX_BYTES:
        raise TrustListError(TrustProblem.TOO_LARGE)
    _check_root(_CONTEXT + data, signature, roots, providers)
    found = _parsed(data)
    for issuer in found.issuers:
        for key in issuer.keys:
            _check_key(key, issuer.id, providers)
    if in_force and found.serial < in_force.serial:
        raise TrustListError(TrustProblem.OLDER_THAN_IN_FORCE, f"{found.serial} after {in_force.serial}")
    if in_force and found.serial == in_force.serial and found != in_force:
        raise TrustListError(TrustProblem.SERIAL_USED_TWICE, str(found.serial))
    return found


def sign_trust_list(data: bytes, private: bytes, alg: str = USUAL) -> bytes:
    """The root's signature over a list's bytes; for whoever keeps the root key.

    Raises ValueError for no key, NoProviderError.
    """
    return provider_of(alg).sign(private, _CONTEXT + data)


def _check_root(message: bytes, signature: bytes, roots: Iterable[bytes], providers: Mapping[int, Signatures]) -> None:
    try:
        signed = signed_by_root(message, signature, roots, providers)
    except NoProviderError as error:
        raise TrustListError(TrustProblem.NO_PROVIDER, f"root: {error}") from None
    if not signed:
        raise TrustListError(TrustProblem.BAD_SIGNATURE)


def _check_key(key: PinnedKey, issuer: str, providers: Mapping[int, Signatures]) -> None:
    where = f"{issuer}, key {key.id}"
    try:
        usable = provider_of(key.alg, providers).usable(key.public)
    except NoProviderError as error:
        raise TrustListError(TrustProblem.NO_PROVIDER, f"{where}: {error}") from None
    if not usable:
        raise TrustListError(TrustProblem.UNUSABLE_KEY, where)


def _parsed(data: bytes) -> TrustList:
    try:
        if data.lstrip()[:1] == b"{":
            return msgspec.json.decode(data, type=TrustList)
        return msgspec.convert(tomllib.loads(data.decode()), TrustList)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise TrustListError(TrustProblem.NOT_WELL_FORMED, str(error)[:200]) from error
