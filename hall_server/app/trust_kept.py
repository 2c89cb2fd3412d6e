"""The trust list in force, wherever lists come from: what may follow it, and its copy in the hall's folder.

So an older list stays refused after a start, and a hall that cannot reach the place its lists come from has the last.
"""

from __future__ import annotations

import contextlib
import logging
import os
from typing import TYPE_CHECKING

import msgspec

from config.durable import move
from config.errors import ConfigError
from hall_server.contract.codes.trust_list import MAX_BYTES, TrustListError
from hall_server.contract.crypto.algorithms import NoProviderError
from hall_server.contract.crypto.roots import usable_root
from hall_server.contract.hall_trust import HallTrust, list_in

if TYPE_CHECKING:
    from pathlib import Path

    from config.site import TrustedCodes

KEPT_NAME = "trust_list.json"
_KEPT_MAX = 4 * MAX_BYTES
_log = logging.getLogger("kapok.codes")


class TrustKept:
    """What is in force: `told`, None while nobody is trusted. Raises ConfigError for a root anybody can sign under."""

    def __init__(self, codes: TrustedCodes, folder: Path, file: str = "site file") -> None:
        check_roots(codes, file)
        self._kept = folder / KEPT_NAME
        self.told: HallTrust | None = self._kept_before(codes)

    def take(self, told: HallTrust) -> bool:
        """Whether this is in force from now on and was not before. Raises TrustListError; then nothing changes."""
        found = list_in(told, self.told)
        if told == self.told:
            return False
        self.told = told
        self._keep(told)
        _log.info("trust list serial=%d issuers=%d", found.serial, len(found.issuers))
        return True

    def _kept_before(self, codes: TrustedCodes) -> HallTrust | None:
        """What was in force when this hall last served, under the roots and names that the site file has now."""
        try:
            before = msgspec.json.decode(read_at_most(self._kept, _KEPT_MAX), type=HallTrust)
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


def check_roots(codes: TrustedCodes, file: str) -> None:
    """ConfigError for a root under which everybody can sign, and for one that this program cannot compute with."""
    for index, root in enumerate(codes.roots):
        expected = "an Ed25519 or SM2 public key under which not everybody can sign"
        try:
            if usable_root(root):
                continue
        except NoProviderError as error:
            expected = f"another root; {error}"
        raise ConfigError(file, f"codes.roots[{index}]", expected)


def read_at_most(path: Path, limit: int) -> bytes:
    """The beginning of a file, one byte more than may be. Raises OSError, also for what is no file (a pipe hangs)."""
    if path.exists() and not path.is_file():
        raise OSError(None, "no regular file", str(path))
    with path.open("rb") as file:
        return file.read(limit + 1)
