"""Ed25519 (RFC 8032) by OpenSSL, through the `cryptography` package. Knows no codes."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_KEY_BYTES = 32
_P = 2**255 - 19
_SIGN_BIT = 1 << 255
# The y of the points of order 1, 2, 4 and 8: a key at one of them lets anybody sign (RFC 8032 §5.1, edwards25519).
_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_WEAK = {0, 1, _P - 1, _ORDER_8, _P - _ORDER_8}


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

    def private_of(self, seed: bytes) -> bytes:
        """The seed itself: RFC 8032 makes a key of any 32 bytes."""
        return seed

    def sign(self, private: bytes, message: bytes) -> bytes:
        """64 bytes, the same each time."""
        return Ed25519PrivateKey.from_private_bytes(private).sign(message)

    def public_of(self, private: bytes) -> bytes:
        """32 bytes."""
        return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
