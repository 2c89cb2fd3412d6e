"""News of one platform, page by page. Belongs to a worker's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.city.wire import NewsPage

if TYPE_CHECKING:
    from hall_server.city.line import Line


def news(line: Line, after: str) -> NewsPage:
    """What came after a cursor; "" = from the beginning. Raises CityAwayError, CityRefusedError."""
    return line.get("/news", NewsPage, {"after": after})
