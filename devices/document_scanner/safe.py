"""Keeps pages until they are handed over: in memory, and what does not fit there encrypted on disk. Knows no page.

Files are sealed (AES-256-GCM, or another of `ciphers`) under a key that is made here, lives in this process only and is
never written; each file has its own nonce and is bound to its place. They lie in a folder of ours (0700) that is gone
after `destroy`, and after a crash at the next `sweep`: without the key nobody reads them anyway. What the kernel swaps
out is beyond this; a kiosk has no swap, or an encrypted one.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from devices.document_scanner.ciphers import CIPHERS, NONCE_BYTES, USUAL
from devices.document_scanner.private import private_folder, sweep

if TYPE_CHECKING:
    from pathlib import Path

    from devices.document_scanner.ciphers import PageCipher

IN_MEMORY_BYTES = 32 * 1024 * 1024  # some eighty pages; a kiosk has 4 GB for everything
MOST_BYTES = 512 * 1024 * 1024
_PURPOSE = "pages"


class SafeError(Exception):
    """It cannot be kept or given. `code`: page_gone (handed over, dropped, destroyed), page_spoiled, safe_full."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Safe:
    """`put` gives a number, `get` the bytes of a number.

    Args:
        base: where the folder is made if one is needed.
        in_memory_bytes: so much is kept in memory, the rest in files.
        cipher: of the files, a name of `ciphers.CIPHERS`.
    """

    def __init__(
        self, base: Path | None = None, *, in_memory_bytes: int = IN_MEMORY_BYTES, cipher: str = USUAL
    ) -> None:
        self._base = base
        self._in_memory_bytes = in_memory_bytes
        self._folder: Path | None = None
        self._key: PageCipher | None = CIPHERS[cipher]()
        self._plain: dict[int, bytes] = {}
        self._sizes: dict[int, int] = {}
        self._next = 1
        sweep(_PURPOSE, base)

    def __len__(self) -> int:
        return len(self._sizes)

    @property
    def on_disk(self) -> int:
        """How many are in files."""
        return len(self._sizes) - len(self._plain)

    def put(self, data: bytes) -> int:
        """Keep these bytes. Raises SafeError (safe_full, page_gone) and, when a file cannot be written, OSError."""
        if self._key is None:
            raise SafeError("page_gone")
        if sum(self._sizes.values()) + len(data) > MOST_BYTES:
            raise SafeError("safe_full")
        number, self._next = self._next, self._next + 1
        if sum(map(len, self._plain.values())) + len(data) <= self._in_memory_bytes:
            self._plain[number] = data
        else:
            self._write(self._key, number, data)
        self._sizes[number] = len(data)
        return number

    def get(self, number: int) -> bytes:
        """The bytes that were kept under this number. Raises SafeError."""
        if self._key is None or number not in self._sizes:
            raise SafeError("page_gone")
        if number in self._plain:
            return self._plain[number]
        try:
            sealed = self._file(number).read_bytes()
            return self._key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], str(number).encode())
        except (OSError, InvalidTag, ValueError) as error:
            raise SafeError("page_spoiled") from error

    def drop(self, number: int) -> None:
        """Keep it no longer; dropping twice is allowed."""
        self._plain.pop(number, None)
        if self._sizes.pop(number, None) is not None and self._folder is not None:
            self._file(number).unlink(missing_ok=True)

    def destroy(self) -> None:
        """Keep nothing any more; files and key are gone. Twice is allowed."""
        self._key = None
        self._plain.clear()
        self._sizes.clear()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _write(self, key: PageCipher, number: int, data: bytes) -> None:
        if self._folder is None:
            self._folder = private_folder(_PURPOSE, self._base)
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + key.encrypt(nonce, data, str(number).encode())
        path = self._file(number)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123  # a mode is wanted
                file.write(sealed)
        except OSError:
            path.unlink(missing_ok=True)
            raise

    def _file(self, number: int) -> Path:
        if self._folder is None:
            raise SafeError("page_gone")
        return self._folder / str(number)
