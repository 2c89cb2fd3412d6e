"""Ciphers by name for pages that wait on disk: what is read back is what was written, where it was written, or nothing.

    AES-256-GCM   NIST SP 800-38D, a key of 32 bytes: the usual one
    SM4-GCM       GB/T 32907-2016 in the mode of RFC 8998, a key of 16: for halls that are measured by 密评 (CL-H10)

Both by OpenSSL, through the `cryptography` package, whose own build of it has SM4; one without raises
UnsupportedAlgorithm when the cipher is made. Knows no pages and keeps no keys.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NONCE_BYTES, TAG_BYTES = 12, 16
USUAL = "AES-256-GCM"


class PageCipher(Protocol):
    """One cipher under one key that it made; a nonce serves once."""

    def encrypt(self, nonce: bytes, data: bytes, place: bytes) -> bytes:
        """The data, sealed for this place: as long as it was, and 16 bytes of proof."""
        ...

    def decrypt(self, nonce: bytes, data: bytes, place: bytes) -> bytes:
        """What was sealed. Raises InvalidTag, or ValueError for a nonce of another length."""
        ...


class Sm4Gcm:
    """SM4-GCM as RFC 8998 has it."""

    def __init__(self, key: bytes) -> None:
        self._key = algorithms.SM4(key)

    def encrypt(self, nonce: bytes, data: bytes, place: bytes) -> bytes:
        """The data and its proof."""
        sealing = Cipher(self._key, modes.GCM(nonce)).encryptor()
        sealing.authenticate_additional_data(place)
        return sealing.update(data) + sealing.finalize() + sealing.tag

    def decrypt(self, nonce: bytes, data: bytes, place: bytes) -> bytes:
        """What was sealed. Raises InvalidTag, ValueError."""
        if len(data) < TAG_BYTES:
            raise InvalidTag
        opening = Cipher(self._key, modes.GCM(nonce, data[-TAG_BYTES:])).decryptor()
        opening.authenticate_additional_data(place)
        return opening.update(data[:-TAG_BYTES]) + opening.finalize()


CIPHERS: Mapping[str, Callable[[], PageCipher]] = {  # each call makes a key
    USUAL: lambda: AESGCM(AESGCM.generate_key(256)),
    "SM4-GCM": lambda: Sm4Gcm(os.urandom(16)),
}
