"""News of one platform, fetched page by page until there is none. What is no use of it is told in the log once."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Protocol

from hall_server.city.errors import CityError
from hall_server.city.news import news

if TYPE_CHECKING:
    from hall_server.app.city_desk import InThread
    from hall_server.city.line import Line
    from hall_server.contract.city.ports import PortName
    from hall_server.contract.city.wire import NewsPage
    from hall_server.domain.seams import Promise

_PAGES_AT_ONCE = 20
_log = logging.getLogger("kapok.city")


class TakesNews(Protocol):
    """Whom a platform's news is for."""

    @property
    def cursor(self) -> str:
        """How far it was read."""

    def take_in(self, page: NewsPage, after: str, /) -> Promise[int]:
        """A page that was asked for with `after`."""


class FetchNews:
    """An errand of the city desk."""

    def __init__(self, port: PortName, to: TakesNews, line: Line) -> None:
        self._port, self._to, self._line = port, to, line
        self._said = ""

    async def __call__(self, in_thread: InThread) -> None:
        """All pages that there are now."""
        said = ""
        try:
            for _ in range(_PAGES_AT_ONCE):
                after = self._to.cursor
                page = await in_thread(partial(news, self._line, after))
                await self._to.take_in(page, after)
                if page.next == after:
                    break
        except CityError as error:
            said = error.why
        if said != self._said:
            self._said = said
            _log.warning("port=%s news: %s", self._port.value, said or "works again")
