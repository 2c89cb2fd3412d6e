"""Digests by name: SHA-256 by the standard library, SM3 (GB/T 32905-2016) by OpenSSL in the `cryptography` package."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.hashes import SM3, Hash

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def sha256(data: bytes) -> str:
    """64 hex digits, small letters."""
    return hashlib.sha256(data).hexdigest()


def sm3(data: bytes) -> str:
    """The same size."""
    digest = Hash(SM3())
    digest.update(data)
    return digest.finalize().hex()


DIGESTS: Mapping[str, Callable[[bytes], str]] = {"SHA-256": sha256, "SM3": sm3}
