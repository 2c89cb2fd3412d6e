"""What the city desk does besides carrying post: fetch bookings every few seconds, tell the places left each minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.app.city_desk import CityDesk
from hall_server.app.fetch_news import FetchNews
from hall_server.app.telling_errands import telling_errands
from hall_server.contract.city.ports import PortName

if TYPE_CHECKING:
    from hall_server.app.city_desk import Errand, InThread
    from hall_server.city.lines import Lines
    from hall_server.flows.city_capacity import CityCapacity
    from hall_server.flows.hall import Hall

NEWS_EVERY_S, CAPACITY_EVERY_S = 2.0, 60.0


class TellCapacity:
    """How many places are left."""

    def __init__(self, capacity: CityCapacity, hall: Hall) -> None:
        self._capacity, self._hall = capacity, hall

    async def __call__(self, in_thread: InThread) -> None:
        """Until nothing has changed any more."""
        del in_thread
        while (told := self._capacity.tell(self._hall.site, self._hall.today())) is not None:
            await told


def city_desk(hall: Hall, lines: Lines) -> CityDesk:
    """The desk of a hall with the errands of the ports that it has."""
    errands: list[tuple[Errand, float]] = []
    line = lines.to(PortName.APPOINTMENTS)
    if line is not None:
        errands.append((FetchNews(PortName.APPOINTMENTS, hall.city_bookings, line), NEWS_EVERY_S))
        errands.append((TellCapacity(hall.city_capacity, hall), CAPACITY_EVERY_S))
    return CityDesk(hall.post, lines, errands + telling_errands(hall, lines))
