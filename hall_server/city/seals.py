"""电子印章 over a line to the city. Belongs to threads. The log has what was sealed for, never a document."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from hall_server.city.errors import CityError
from hall_server.contract.city.seals import Sealed, SealKeys

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.seals import SealWanted

_log = logging.getLogger("kapok.seals")


class CitySeals:
    """`SealProvider` over HTTP."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def seal(self, wanted: SealWanted) -> Sealed:
        """The document with a seal on it."""
        came = "sealed"
        try:
            return self._line.ask("/seal", wanted, Sealed, correlation=wanted.business)
        except CityError as error:
            came = error.why
            raise
        finally:
            _log.info(
                "seal kind=%s item=%r business=%r staff=%r came=%s",
                wanted.kind.value,
                wanted.item,
                wanted.business,
                wanted.staff,
                came,
            )

    def keys(self) -> SealKeys:
        """What seals are checked with."""
        return self._line.get("/keys", SealKeys)
