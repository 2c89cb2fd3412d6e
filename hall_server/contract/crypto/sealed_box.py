"""Bytes that only whoever has a private key can open: HPKE in base mode (RFC 9180), by OpenSSL through `cryptography`.

X25519, HKDF-SHA-256, AES-256-GCM; every box has a key of its own. `about` is bound into it: a box that was made for one
thing does not open as another. A city that wants SM2 and SM4 tells another algorithm, and its provider takes a seat in
ALGORITHMS. Whoever seals can open nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

if TYPE_CHECKING:
    from collections.abc import Mapping

USUAL_BOX = "X25519-SHA256-AES256GCM"
OVERHEAD = 48  # bytes that a box is longer than what lies in it: the sender's share of the key, and the proof
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_KEY_BYTES = 32


class BoxError(Exception):
    """Environment or peer: no such algorithm here, no key, or a box that does not open. `why`: a permanent word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Boxes(Protocol):
    """One algorithm."""

    def seal(self, public: bytes, data: bytes, about: bytes) -> bytes:
        """A box for the owner of a key. Raises BoxError(`key_unusable`)."""

    def open(self, private: bytes, box: bytes, about: bytes) -> bytes:
        """What lies in it. Raises BoxError(`box_not_ours`)."""

    def public_of(self, private: bytes) -> bytes:
        """The half of a key that may be told."""


class HpkeBoxes:
    """Keys of 32 bytes, raw."""

    def seal(self, public: bytes, data: bytes, about: bytes) -> bytes:
        """See `Boxes`; an all-zero key, which would give a secret that everybody knows, is refused by OpenSSL."""
        try:
            return _SUITE.encrypt(data, X25519PublicKey.from_public_bytes(public), info=about)
        except ValueError:
            raise BoxError("key_unusable") from None

    def open(self, private: bytes, box: bytes, about: bytes) -> bytes:
        """See `Boxes`."""
        try:
            return _SUITE.decrypt(box, X25519PrivateKey.from_private_bytes(private), info=about)
        except (InvalidTag, ValueError):
            raise BoxError("box_not_ours") from None

    def public_of(self, private: bytes) -> bytes:
        """See `Boxes`."""
        return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


ALGORITHMS: Mapping[str, Boxes] = {USUAL_BOX: HpkeBoxes()}


def boxes_of(name: str) -> Boxes:
    """Who computes with an algorithm. Raises BoxError(`no_provider`)."""
    found = ALGORITHMS.get(name)
    if found is None:
        raise BoxError("no_provider")
    return found
