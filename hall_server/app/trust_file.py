"""The trust list beside the site file, and a look at it now and then: a newer one is taken while the hall serves.

A hall that has served with a list once starts again whatever has become of the file. Without a file the lists are the
city's (see `trust_pull`). Knows no kiosk and no codes.
"""

from __future__ import annotations

import logging
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import ConfigError
from hall_server.app.trust_kept import KEPT_NAME, TrustKept, check_roots, read_at_most
from hall_server.contract.codes.trust_list import MAX_BYTES, TrustListError
from hall_server.contract.hall_trust import HallTrust, list_in

if TYPE_CHECKING:
    from config.site import TrustedCodes
    from hall_server.contract.codes.trust import TrustList

__all__ = ["KEPT_NAME", "TrustFile", "list_of"]
_SIGNATURE_MAX = 1024  # a right one has 64 bytes
_log = logging.getLogger("kapok.codes")

_Mark = tuple[int, int, int]


def list_of(codes: TrustedCodes, file: str) -> TrustList | None:
    """The list that a site file names, as it lies there now; None when it is the city's. Raises ConfigError."""
    check_roots(codes, file)
    if not codes.trust_list:
        return None
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
        self.kept = TrustKept(codes, folder, file) if codes is not None else None
        self._codes = codes if codes is not None and codes.trust_list else None  # with a file
        self._seen = self.told
        self._marks = self._marked()
        if self._codes is not None and self.kept is not None:
            try:
                self.kept.take(_told(self._codes))
            except (OSError, TrustListError) as error:
                if self.told is None:
                    raise _mistake(self._codes, file, error) from None
                self._refused(error)
        self._seen = self.told

    @property
    def told(self) -> HallTrust | None:
        """What is in force."""
        return None if self.kept is None else self.kept.told

    def look(self) -> bool:
        """Read list and signature when either is another file than last time; whether what is in force changed."""
        if self._codes is not None and self.kept is not None and (marks := self._marked()) != self._marks:
            self._marks = marks
            try:
                self.kept.take(_told(self._codes))
            except (OSError, TrustListError) as error:
                self._refused(error)
        seen, self._seen = self._seen, self.told
        return seen is not self._seen

    def _refused(self, error: OSError | TrustListError) -> None:
        _log.warning("the trust list is not taken, the one in force stays: %s", _why(error))

    def _marked(self) -> tuple[_Mark | None, ...]:
        return () if self._codes is None else tuple(map(_mark, _paths(self._codes)))


def _paths(codes: TrustedCodes) -> tuple[Path, Path]:
    return Path(codes.trust_list), Path(f"{codes.trust_list}.sig")


def _told(codes: TrustedCodes) -> HallTrust:
    data, signature = _paths(codes)
    return HallTrust(
        trust_list=read_at_most(data, MAX_BYTES),
        signature=read_at_most(signature, _SIGNATURE_MAX),
        roots=codes.roots,
        audiences=codes.audiences,
    )


def _mark(path: Path) -> _Mark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # the change of its state, not of its content: a file that may be read at last is looked at again
    return (found.st_ino, found.st_ctime_ns, found.st_size) if stat.S_ISREG(found.st_mode) else None


def _mistake(codes: TrustedCodes, file: str, error: OSError | TrustListError) -> ConfigError:
    expected = f"a list in {codes.trust_list}, with {Path(codes.trust_list).name}.sig by one of codes.roots beside it"
    return ConfigError(file, "codes.trust_list", f"{expected}; {_why(error)}")


def _why(error: OSError | TrustListError) -> str:
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)
