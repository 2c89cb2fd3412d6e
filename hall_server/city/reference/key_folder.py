"""The city's keys on this machine's disk: one file that only its owner reads, changed whole and by one at a time.

A serving city notices a rotation by another process at its next code. Knows nothing of what the keys are for.
"""

from __future__ import annotations

import fcntl
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from config.durable import make_folder, move
from hall_server.city.reference.key_ring import LEAD_S, KeyRing, new_ring, rotated, wants_another
from hall_server.contract.crypto.algorithms import USUAL, NoProviderError, provider_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_NAME = "keys.json"
_OTHERS = 0o077  # what nobody but the owner may do


class KeyFolderError(Exception):
    """The keys cannot be used; the sentence says why and what to do."""


class KeyFolder:
    """The keys of one city. Raises KeyFolderError where they cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / FILE_NAME
        self._seen: tuple[int, int] = (0, 0)
        self._ring: KeyRing | None = None

    @property
    def there(self) -> bool:
        """Whether there are keys already."""
        return self._file.exists()

    def make(self, issuer: str, name: str, now: int, alg: str = USUAL) -> KeyRing:
        """The keys, made when there are none yet; those that are there keep issuer's name and algorithm."""
        _check(alg)
        try:
            make_folder(self._folder, 0o700)
        except OSError as error:
            raise KeyFolderError(f"cannot make {self._folder}: {error.strerror}") from None
        with self._alone():
            if self.there:
                return self.ring()
            return self._keep(new_ring(issuer, name, secrets.token_bytes(32), secrets.token_bytes(32), now, alg=alg))

    def ring(self) -> KeyRing:
        """The keys as they stand now; read again only when the file is another one."""
        try:
            stands = self._file.stat()
            seen = (stands.st_ino, stands.st_mtime_ns)
            if self._ring is None or seen != self._seen:
                if stands.st_mode & _OTHERS:
                    raise KeyFolderError(f"{self._file} may be read by others: chmod 600 {self._file}")
                self._ring, self._seen = msgspec.json.decode(self._file.read_bytes(), type=KeyRing), seen
        except FileNotFoundError:
            raise KeyFolderError(f"no city in {self._folder}: `kapok city serve` makes one") from None
        except OSError as error:
            raise KeyFolderError(f"cannot read {self._file}: {error.strerror}") from None
        except msgspec.MsgspecError:
            raise KeyFolderError(f"{self._file} is no file of keys; put the saved one back") from None
        for alg in {self._ring.alg, *(key.alg for key in self._ring.keys)}:
            _check(alg)
        return self._ring

    def rotate(self, now: int, *, lead_s: int = LEAD_S, revoke: bool = False) -> KeyRing:
        """A new key follows the present one. Raises RingFullError too."""
        with self._alone():
            return self._keep(rotated(self.ring(), secrets.token_bytes(32), now, lead_s=lead_s, revoke=revoke))

    def fresh_ring(self, now: int) -> KeyRing:
        """The keys, after the next one was made when the last has little time left."""
        ring = self.ring()
        if not wants_another(ring, now):
            return ring
        with self._alone():
            ring = self.ring()  # another process may have been quicker
            return self._keep(rotated(ring, secrets.token_bytes(32), now)) if wants_another(ring, now) else ring

    def _keep(self, ring: KeyRing) -> KeyRing:
        made = self._folder / f".{FILE_NAME}-new"  # of a cut before this one, perhaps: written anew
        try:
            made.touch(0o600)
            made.write_bytes(msgspec.json.encode(ring))
            move(made, self._file)
        except OSError as error:
            raise KeyFolderError(f"cannot write {self._file}: {error.strerror}") from None
        return ring

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time changes the keys."""
        try:
            with (self._folder / f".{FILE_NAME}.lock").open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        except OSError as error:
            raise KeyFolderError(f"cannot write in {self._folder}: {error.strerror}") from None


def _check(alg: str) -> None:
    try:
        provider_of(alg)
    except NoProviderError as error:
        raise KeyFolderError(str(error)) from None
