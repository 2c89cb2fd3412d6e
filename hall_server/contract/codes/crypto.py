"""Signatures behind one small port, found by the algorithm's COSE number; Ed25519 by the `cryptography` package.

The seat for SM2: a second implementation of `Signatures` added to the table that a reader is given, and its number and
name added to `ALGORITHMS`. COSE has registered none for SM2, so it takes a private one (below -65536, RFC 9052 §16.4)
that issuer and halls agree on; public keys are then 64 bytes (x ‖ y), signatures 64 (r ‖ s) over SM3 with the signer's
id as GB/T 32918 says. It is not written here: `cryptography` brings SM3 and SM4 but no SM2, and no library that does is
among the locked packages. Knows no codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Mapping

ED25519 = -19  # COSE, fully specified (RFC 9864 §2.2)
ALGORITHMS: Mapping[str, int] = {"Ed25519": ED25519}  # the words of a trust list

_KEY_BYTES = 32
_P = 2**255 - 19
_SIGN_BIT = 1 << 255
# The y of the points of order 1, 2, 4 and 8: a key at one of them lets anybody sign (RFC 8032 §5.1, edwards25519).
_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_WEAK = {0, 1, _P - 1, _ORDER_8, _P - _ORDER_8}


class Signatures(Protocol):
    """One signature algorithm over raw bytes. Nothing here raises for bytes from outside."""

    def usable(self, public: bytes) -> bool:
        """Whether this can be somebody's public key: of the right length, and none under which anybody can sign."""
        ...

    def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """Whether the owner of `public` signed exactly this message."""
        ...

    def sign(self, private: bytes, message: bytes) -> bytes:
        """The signature. Raises ValueError when `private` is no key."""
        ...

    def public_of(self, private: bytes) -> bytes:
        """The public half. Raises ValueError when `private` is no key."""
        ...


class Ed25519:
    """RFC 8032 Ed25519: keys of 32 bytes, raw; signatures of 64."""

    def usable(self, public: bytes) -> bool:
        """32 bytes, and no point of small order in any of its spellings."""
        y = int.from_bytes(public, "little") & ~_SIGN_BIT
        return len(public) == _KEY_BYTES and y % _P not in _WEAK

    def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """By OpenSSL, which also refuses an S that is not below the group's order: one signature, one spelling."""
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True

    def sign(self, private: bytes, message: bytes) -> bytes:
        """64 bytes, the same each time."""
        return Ed25519PrivateKey.from_private_bytes(private).sign(message)

    def public_of(self, private: bytes) -> bytes:
        """32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


PROVIDERS: Mapping[int, Signatures] = {ED25519: Ed25519()}
