"""The trust list beside the site file, and a look at it now and then: a newer one is taken while the hall serves.

What is in force is kept in the hall's folder too. So an older list stays refused after a start, and a hall that has
served with a list once starts again whatever has become of the file. Knows no kiosk and no codes.
"""

from __future__ import annotations

import contextlib
import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from config.durable import move
from config.errors import ConfigError
from hall_server.contract.codes.crypto import ED25519, PROVIDERS
from hall_server.contract.codes.trust_list import MAX_BYTES, TrustListError
from hall_server.contract.hall_trust import HallTrust, list_in

if TYPE_CHECKING:
    from config.site import TrustedCodes
    from hall_server.contract.codes.trust import TrustList

KEPT_NAME = "trust_list.json"
_SIGNATURE_MAX = 1024  # a right one has 64 bytes
_KEPT_MAX = 4 * MAX_BYTES
_log = logging.getLogger("kapok.codes")

_Mark = tuple[int, int, int]


def list_of(codes: TrustedCodes, file: str) -> TrustList:
    """The list that a site file names, as it lies there now. Raises ConfigError."""
    _check_roots(codes, file)
    try:
        return list_in(_told(codes))
    except (OSError, TrustListError) as error:
        raise _mistake(codes, file, error) from None


class TrustFile:
    """What a running hall trusts; `look` again whenever convenient. Raises ConfigError for a list nobody can use.

    Args:
        codes: the site file's table; None: nobody is trusted.
        folder: the hall's own, where what is in force is kept.
        file: the site file as its writer knows it.
    """

    def __init__(self, codes: TrustedCodes | None, folder: Path, file: str = "site file") -> None:
        self.told: HallTrust | None = None  # what is in force
        self._codes = codes
        self._kept = folder / KEPT_NAME
        self._marks = self._marked()
        if codes is not None:
            _check_roots(codes, file)
            self.told = self._kept_before(codes)
            try:
                self._take(codes)
            except (OSError, TrustListError) as error:
                if self.told is None:
                    raise _mistake(codes, file, error) from None
                self._refused(error)

    def look(self) -> bool:
        """Read list and signature when either is another file than last time; whether what is in force changed."""
        if self._codes is None or (marks := self._marked()) == self._marks:
            return False
        self._marks = marks
        try:
            return self._take(self._codes)
        except (OSError, TrustListError) as error:
            self._refused(error)
            return False

    def _take(self, codes: TrustedCodes) -> bool:
        told = _told(codes)
        found = list_in(told, self.told)
        if told == self.told:
            return False
        self.told = told
        self._keep(told)
        _log.info("trust list serial=%d issuers=%d", found.serial, len(found.issuers))
        return True

    def _refused(self, error: OSError | TrustListError) -> None:
        _log.warning("the trust list is not taken, the one in force stays: %s", _why(error))

    def _kept_before(self, codes: TrustedCodes) -> HallTrust | None:
        """What was in force when this hall last served, under the roots and names that the site file has now."""
        try:
            before = msgspec.json.decode(_read(self._kept, _KEPT_MAX), type=HallTrust)
            before = msgspec.structs.replace(before, roots=codes.roots, audiences=codes.audiences)
            list_in(before)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TrustListError) as error:
            _log.warning("%s is not used: %s", KEPT_NAME, type(error).__name__)
            return None
        return before

    def _keep(self, told: HallTrust) -> None:
        fresh = self._kept.with_name(f".{KEPT_NAME}.{os.getpid()}")
        try:
            fresh.write_bytes(msgspec.json.encode(told))
            move(fresh, self._kept)
        except OSError as error:
            _log.warning("%s cannot be written, the list is used all the same: %s", KEPT_NAME, error.strerror)
            with contextlib.suppress(OSError):
                fresh.unlink()

    def _marked(self) -> tuple[_Mark | None, ...]:
        return () if self._codes is None else tuple(map(_mark, _paths(self._codes)))


def _paths(codes: TrustedCodes) -> tuple[Path, Path]:
    return Path(codes.trust_list), Path(f"{codes.trust_list}.sig")


def _told(codes: TrustedCodes) -> HallTrust:
    data, signature = _paths(codes)
    return HallTrust(
        trust_list=_read(data, MAX_BYTES),
        signature=_read(signature, _SIGNATURE_MAX),
        roots=codes.roots,
        audiences=codes.audiences,
    )


def _read(path: Path, limit: int) -> bytes:
    """The beginning of a file, one byte more than may be. Raises OSError, also for what is no file (a pipe hangs)."""
    if path.exists() and not path.is_file():
        raise OSError(None, "no regular file", str(path))
    with path.open("rb") as file:
        return file.read(limit + 1)


def _mark(path: Path) -> _Mark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # the change of its state, not of its content: a file that may be read at last is looked at again
    return (found.st_ino, found.st_ctime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def _check_roots(codes: TrustedCodes, file: str) -> None:
    for index, root in enumerate(codes.roots):
        if not PROVIDERS[ED25519].usable(root):
            raise ConfigError(file, f"codes.roots[{index}]", "an Ed25519 public key under which not everybody can sign")


def _mistake(codes: TrustedCodes, file: str, error: OSError | TrustListError) -> ConfigError:
    expected = f"a list in {codes.trust_list}, with {Path(codes.trust_list).name}.sig by one of codes.roots beside it"
    return ConfigError(file, "codes.trust_list", f"{expected}; {_why(error)}")


def _why(error: OSError | TrustListError) -> str:
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)
