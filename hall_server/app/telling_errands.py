"""What the city desk does now and then for the smaller ports: ask how cases go on, fetch 12345's work orders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hall_server.app.fetch_news import FetchNews
from hall_server.city.errors import CityError
from hall_server.city.progress import case_status
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from hall_server.app.city_desk import Errand, InThread
    from hall_server.city.line import Line
    from hall_server.city.lines import Lines
    from hall_server.flows.city_archive import CityArchive
    from hall_server.flows.city_index import CityIndex
    from hall_server.flows.hall import Hall
    from hall_server.flows.progress_book import ProgressBook

PROGRESS_EVERY_S, ORDERS_EVERY_S, FIGURES_EVERY_S, PACKAGES_EVERY_S = 1.0, 30.0, 60.0, 10.0


class AskProgress:
    """办件进度 of the cases that are looked at. A city that is away is asked again when somebody looks again."""

    def __init__(self, book: ProgressBook, line: Line) -> None:
        self._book, self._line = book, line

    async def __call__(self, in_thread: InThread) -> None:
        """A few cases."""
        for case in self._book.take_out():
            try:
                self._book.heard(case, await in_thread(partial(case_status, self._line, case)))
            except CityError:
                self._book.heard(case, None, answered=False)


class TellOf:
    """Each full hour's figures; each case's package."""

    def __init__(self, what: CityIndex | CityArchive) -> None:
        self._what = what

    async def __call__(self, in_thread: InThread) -> None:
        """Everything that is due."""
        del in_thread
        while (told := self._what.tell()) is not None:
            await told


def telling_errands(hall: Hall, lines: Lines) -> list[tuple[Errand, float]]:
    """Each with the seconds between its end and its next beginning; none for ports that there are not."""
    errands: list[tuple[Errand, float]] = []
    if (line := lines.to(PortName.PROGRESS)) is not None:
        errands.append((AskProgress(hall.progress, line), PROGRESS_EVERY_S))
    if (line := lines.to(PortName.COMPLAINTS)) is not None:
        errands.append((FetchNews(PortName.COMPLAINTS, hall.voices, line), ORDERS_EVERY_S))
    if lines.to(PortName.INDEX) is not None:
        errands.append((TellOf(hall.city_index), FIGURES_EVERY_S))
    if lines.to(PortName.ARCHIVE) is not None:
        errands.append((TellOf(hall.city_archive), PACKAGES_EVERY_S))
    return errands
