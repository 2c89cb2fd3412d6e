"""SM2 signatures with SM3 (GB/T 32918.2-2016, on the curve of GB/T 32918.5-2017) by `gmalg`, which is pure Python.

Public keys are 64 bytes, x ‖ y; signatures 64, r ‖ s; private keys 32; all big-endian. The signer's id is the usual one
of GB/T 35276-2017 and GM/T 0009-2012, so that any other implementation verifies without being told of one. SM3 stands
inside: a message is hashed behind the digest of id, curve and key.

`gmalg` is asked only with a point that was found on the curve and numbers in range. It takes some milliseconds and not
the same time for each key: verifying shows nobody a secret, but whoever signs for real does it in a device made for it.
Import of `gmalg` waits for the first use.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.hashes import SM3, Hash
from cryptography.hazmat.primitives.hmac import HMAC

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNER_ID = b"1234567812345678"
_HALF = 32  # bytes of a coordinate, of r, of s, of a private key
_UNCOMPRESSED = b"\x04"
# The curve of GB/T 32918.5-2017: y² = x³ + ax + b over the integers modulo P, and a point of the prime order N on it.
_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
_A = _P - 3
_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
_BASE_X = 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7


class Sm2:
    """GB/T 32918 SM2: keys of 64 bytes, signatures of 64."""

    def usable(self, public: bytes) -> bool:
        """64 bytes that are a point of the curve, in its one spelling, and not the base point or its mirror image.

        Of the curve's points only infinity has a small order (the cofactor is 1), and it has no 64 bytes. The base
        point is the key of the secret 1; under its mirror image s counts for nothing, and GB/T 32918.1-2016 §6.1 leaves
        its secret out.
        """
        if len(public) != 2 * _HALF:
            return False
        x, y = _numbers(public)
        return x < _P and y < _P and (y * y - (x * x * x + _A * x + _B)) % _P == 0 and x != _BASE_X

    def holds(self, public: bytes, message: bytes, signature: bytes) -> bool:
        """By GB/T 32918.2 §7.1. There is one spelling of a signature: r and s are below the group's order."""
        if len(signature) != 2 * _HALF or not self.usable(public):
            return False
        r, s = _numbers(signature)
        if not (0 < r < _N and 0 < s < _N and (r + s) % _N):
            return False
        held: bool = _sm2(pk=_UNCOMPRESSED + public).verify(message, signature[:_HALF], signature[_HALF:])
        return held

    def private_of(self, seed: bytes) -> bytes:
        """The seed, if it is below the order; else (one in four thousand million) its SM3, as often as it takes."""
        while not _is_private(seed):
            digest = Hash(SM3())
            digest.update(seed)
            seed = digest.finalize()
        return seed

    def sign(self, private: bytes, message: bytes) -> bytes:
        """64 bytes, the same each time: the nonce comes from key and message, as RFC 6979 has it for ECDSA."""
        r, s = _sm2(sk=_checked(private), rnd_fn=_nonces(private, message)).sign(message)
        return bytes(r).rjust(_HALF, b"\0") + bytes(s).rjust(_HALF, b"\0")

    def public_of(self, private: bytes) -> bytes:
        """64 bytes."""
        point: bytes = _sm2().generate_pk(_checked(private))
        return point.removeprefix(_UNCOMPRESSED)


def _sm2(**about: Any) -> Any:  # noqa: ANN401 - gmalg ships no types
    from gmalg import SM2  # type: ignore[import-untyped] # the same

    return SM2(uid=SIGNER_ID, **about)


def _numbers(pair: bytes) -> tuple[int, int]:
    return int.from_bytes(pair[:_HALF]), int.from_bytes(pair[_HALF:])


def _is_private(private: bytes) -> bool:
    """From 1 to N - 2, as GB/T 32918.1-2016 §6.1 asks; 1 itself is nobody's secret."""
    return len(private) == _HALF and 1 < int.from_bytes(private) < _N - 1


def _checked(private: bytes) -> bytes:
    if not _is_private(private):
        msg = "an SM2 private key is 32 bytes, above 1 and below the order of the curve less 1"
        raise ValueError(msg)
    return private


def _nonces(private: bytes, message: bytes) -> Callable[[int], int]:
    """What signing draws its secret number from: HMAC-SM3 of the message under the key, numbered. No chance in it.

    256 bits each time, as many as were asked for; those that are too large are drawn again.
    """
    tries = count()

    def draw(_: int) -> int:
        mac = HMAC(private, SM3())
        mac.update(b"kapok sm2 nonce\0" + next(tries).to_bytes(4) + message)
        return int.from_bytes(mac.finalize())

    return draw
