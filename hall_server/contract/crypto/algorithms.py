"""The one table of algorithms: by the name that lists have, by COSE number, by the length of a key.

    name      COSE      public key   digest beside it   provider
    Ed25519   -19       32 bytes     SHA-256            always
    SM2       -65537    64 bytes     SM3                with the extra `sm` (gmalg)

-19 is registered, fully specified (RFC 9864 §2.2). None is registered for SM2: -65537 is the first of the numbers that
IANA's registry "COSE Algorithms" leaves to private use, and means SM2 between those who use this contract. A buyer's
own provider takes its seat in PROVIDERS, or by `providers=` where codes and lists are read.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.crypto.digests import DIGESTS
from hall_server.contract.crypto.ed25519 import Ed25519
from hall_server.contract.crypto.sm2 import Sm2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.crypto.port import Signatures

ED25519, SM2 = -19, -65_537


class Algorithm(NamedTuple):
    """One row of the table."""

    cose: int
    public_bytes: int
    digest: str


USUAL = "Ed25519"
TABLE: Mapping[str, Algorithm] = {USUAL: Algorithm(ED25519, 32, "SHA-256"), "SM2": Algorithm(SM2, 64, "SM3")}
ALGORITHMS: Mapping[str, int] = {name: row.cose for name, row in TABLE.items()}  # the words of a trust list
NAMES: Mapping[int, str] = {number: name for name, number in ALGORITHMS.items()}
PROVIDERS: Mapping[int, Signatures] = {ED25519: Ed25519(), **({SM2: Sm2()} if find_spec("gmalg") else {})}


class NoProviderError(Exception):
    """Nobody here can compute with this algorithm; the sentence says what to install."""

    def __init__(self, name: str) -> None:
        super().__init__(f"this program has no provider for {name}: install the extra sm")


def provider_of(name: str, providers: Mapping[int, Signatures] = PROVIDERS) -> Signatures:
    """Who computes with the algorithm of this name. Raises NoProviderError."""
    found = providers.get(ALGORITHMS.get(name, 0))
    if found is None:
        raise NoProviderError(name)
    return found


def name_for(public: bytes) -> str | None:
    """The algorithm of a public key that is told without one, as a root is: each has its own length."""
    return next((name for name, row in TABLE.items() if row.public_bytes == len(public)), None)


def digest_beside(name: str, data: bytes) -> str:
    """The digest of `data` that goes with signatures of this algorithm, in hex: whoever wants SM2 wants no SHA-256."""
    return DIGESTS[TABLE[name].digest](data)
