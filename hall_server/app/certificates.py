"""The certificate that a server shows: read when it starts, and again when the file is another one."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger("kapok.hall")


class Tls(NamedTuple):
    """Where a server's certificate (with those above it) and its key lie; `authority` PEM, for kiosks to trust."""

    certificate: Path
    key: Path
    authority: str = ""


class Certificates:
    """A context of TLS 1.2 and newer. `look` takes up a renewed certificate; what stands keeps the old one."""

    def __init__(self, tls: Tls) -> None:
        self._tls = tls
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self._mark = self._stamp()
        self._load()

    def look(self) -> None:
        """Whether there is another one; a broken pair changes nothing and is told."""
        mark = self._stamp()
        if mark == self._mark:
            return
        self._mark = mark
        try:
            self._load()
        except OSError:  # ssl.SSLError is one
            _log.exception("the new certificate in %s cannot be used; the old one stays", self._tls.certificate)
        else:
            _log.info("certificate read again from %s", self._tls.certificate)

    def _load(self) -> None:
        self.context.load_cert_chain(self._tls.certificate, self._tls.key)

    def _stamp(self) -> tuple[int, ...]:
        try:
            return tuple(path.stat().st_mtime_ns for path in (self._tls.certificate, self._tls.key))
        except OSError:  # between the two halves of a renewal
            return ()
