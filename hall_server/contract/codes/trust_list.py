"""A trust list as it travels: TOML or JSON that people can read, and beside it a signature by a pinned root key.

    serial = 7
    [[issuer]]
    id = "city.demo"
    name = "参考城市"
    [[issuer.key]]
    id = "2026a"
    public = "<base64 of 32 bytes>"
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

from hall_server.contract.codes.crypto import ED25519, PROVIDERS, Signatures
from hall_server.contract.codes.trust import TrustList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAX_BYTES = 65_536
_CONTEXT = b"kapok trust list 1\0"  # a root's signature over a list is none over anything else


class TrustProblem(StrEnum):
    """Why a list is not taken; for technicians."""

    TOO_LARGE = "too_large"
    BAD_SIGNATURE = "bad_signature"
    NOT_WELL_FORMED = "not_well_formed"
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
    """The list in `data`, which one of the pinned roots (Ed25519 public keys) signed. Raises TrustListError.

    `in_force`: the list that is used now; None only on the very first start.
    """
    if len(data) > MAX_BYTES:
        raise TrustListError(TrustProblem.TOO_LARGE)
    root = providers[ED25519]
    if not any(root.usable(key) and root.holds(key, _CONTEXT + data, signature) for key in roots):
        raise TrustListError(TrustProblem.BAD_SIGNATURE)
    found = _parsed(data)
    for issuer in found.issuers:
        for key in issuer.keys:
            if not _usable(key.cose_alg, key.public, providers):
                raise TrustListError(TrustProblem.UNUSABLE_KEY, f"{issuer.id}, key {key.id}")
    if in_force and found.serial < in_force.serial:
        raise TrustListError(TrustProblem.OLDER_THAN_IN_FORCE, f"{found.serial} after {in_force.serial}")
    if in_force and found.serial == in_force.serial and found != in_force:
        raise TrustListError(TrustProblem.SERIAL_USED_TWICE, str(found.serial))
    return found


def sign_trust_list(data: bytes, private: bytes, providers: Mapping[int, Signatures] = PROVIDERS) -> bytes:
    """The root's signature over a list's bytes; for whoever keeps the root key. Raises ValueError for no key."""
    return providers[ED25519].sign(private, _CONTEXT + data)


def _usable(alg: int, public: bytes, providers: Mapping[int, Signatures]) -> bool:
    provider = providers.get(alg)
    return provider is not None and provider.usable(public)


def _parsed(data: bytes) -> TrustList:
    try:
        if data.lstrip()[:1] == b"{":
            return msgspec.json.decode(data, type=TrustList)
        return msgspec.convert(tomllib.loads(data.decode()), TrustList)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise TrustListError(TrustProblem.NOT_WELL_FORMED, str(error)[:200]) from error
