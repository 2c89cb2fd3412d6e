"""A log that leaves the machine on a stick: encrypted under a passphrase that it makes (docs/observability.md).

One file: `KAPOKLOG`, version (1 byte), salt (16), nonce (12), length of the text in bytes (4, big-endian): together the
header, which is authenticated; then the text in UTF-8 under AES-256-GCM. Key: scrypt of the passphrase with the salt,
N = 2^15, r = 8, p = 1 (RFC 7914). Version 1 means these figures; a file chooses none of its own.
"""

from __future__ import annotations

import os
import secrets
import struct
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

ENDS_IN = ".kapoklog"
MAGIC, VERSION = b"KAPOKLOG", 1
HEADER = struct.Struct(">8sB16s12sI")
TAG, MOST = 16, 16 << 20
SIGNS = "0123456789ACDEFGHJKMNPQRTVWXY"  # no two that a hand writes alike
GROUPS, GROUP = 5, 4
_MEANT = str.maketrans("OILSZBU", "01152" + "8V")  # … and what was read for one of them


class Flaw(StrEnum):
    """Why a file is not opened. Permanent."""

    NOT_OURS = "not_ours"
    NEWER = "newer"
    TORN = "torn"
    WRONG = "wrong"  # the passphrase; or a byte was changed, which nobody can tell apart


class SealedLogError(Exception):
    """A file that is not opened."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


def fresh_passphrase() -> str:
    """Five groups of four signs, 97 bits."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))


def sealed(text: str, passphrase: str) -> bytes:
    """The file. ValueError for more than 16 MB."""
    plain = text.encode("utf-8", "replace")
    if len(plain) > MOST:
        raise ValueError(len(plain))
    salt, nonce = os.urandom(16), os.urandom(12)
    header = HEADER.pack(MAGIC, VERSION, salt, nonce, len(plain))
    return header + AESGCM(_key(passphrase, salt)).encrypt(nonce, plain, header)


def opened(file: bytes, passphrase: str) -> str:
    """The text, exactly as it was sealed; SealedLogError for everything else."""
    salt, nonce = _looked_over(file)
    header, locked = file[: HEADER.size], file[HEADER.size :]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, locked, header).decode("utf-8")
    except (InvalidTag, UnicodeDecodeError):
        raise SealedLogError(Flaw.WRONG) from None


def look_over(file: bytes) -> None:
    """Whether it is worth asking for a passphrase; SealedLogError when it is not."""
    _looked_over(file)


def _looked_over(file: bytes) -> tuple[bytes, bytes]:
    if not file.startswith(MAGIC):
        raise SealedLogError(Flaw.TORN if file and MAGIC.startswith(file) else Flaw.NOT_OURS)
    if len(file) < HEADER.size:
        raise SealedLogError(Flaw.TORN)
    _, version, salt, nonce, length = HEADER.unpack(file[: HEADER.size])
    if version != VERSION:
        raise SealedLogError(Flaw.NEWER)
    if len(file) != HEADER.size + length + TAG:
        raise SealedLogError(Flaw.TORN)
    return salt, nonce


def _key(passphrase: str, salt: bytes) -> bytes:
    meant = "".join(sign for sign in passphrase.upper().translate(_MEANT) if sign in SIGNS)
    return Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(meant.encode())
