"""信用信息 over a line to the city. Belongs to threads. The log has who asked and for what, never the answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from hall_server.city.errors import CityError
from hall_server.contract.city.credit import CreditAnswer

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.credit import MayDefer

_log = logging.getLogger("kapok.credit")


class CityCredit:
    """`CreditCheck` over HTTP."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def may_defer(self, question: MayDefer) -> bool:
        """May they hand in these materials later? Raises CityAwayError, CityRefusedError."""
        came = "answered"
        try:
            return self._line.ask("/may-defer", question, CreditAnswer, correlation=question.business).may
        except CityError as error:
            came = error.why
            raise
        finally:
            _log.info(
                "credit item=%r business=%r place=%r staff=%r came=%s",
                question.item,
                question.business,
                question.place,
                question.staff,
                came,
            )
