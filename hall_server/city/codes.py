"""The line to the city's service of codes: one code judged, and the trust list as it lies there. Keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.codes.trust_list import MAX_BYTES
from hall_server.contract.online_codes import CodeAnswer

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.online_codes import VerifyCode

_SIGNATURE_MAX = 1024  # a right one has 64 bytes


class CityCodes:
    """Belongs to a thread. Each raises CityAwayError, CityRefusedError."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def verify(self, code: VerifyCode) -> CodeAnswer:
        """Whose code it is, or why it is no good."""
        return self._line.ask("/verify", code, CodeAnswer)  # type: ignore[arg-type]  # an answer may be one of two shapes; `type[T]` cannot name a union

    def trust_list(self) -> tuple[bytes, bytes]:
        """The list and its root's signature, unread; the signature first, so that an older one meets a newer list."""
        signature = self._line.raw("/trust-list.sig", most=_SIGNATURE_MAX)
        return self._line.raw("/trust-list", most=MAX_BYTES), signature
