"""The line to the city's links. Asks only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.links import LinkCategory, Links

if TYPE_CHECKING:
    from hall_server.city.line import Line


class CityLinks:
    """Belongs to a thread. Raises CityAwayError, CityRefusedError."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def links(self, category: LinkCategory) -> Links:
        """What the city lists; of another category than was asked for is no answer."""
        found = self._line.get("/list", Links, {"category": category.value})
        if found.category is not category:
            raise CityAwayError("nonsense")
        return found
