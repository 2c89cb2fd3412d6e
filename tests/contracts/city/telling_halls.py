"""A hall that tells a platform things, step by step: its real post in a real store, a real line, a clock moved by hand.

Who carries decides when; so a test can cut anything off between any two steps.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hall_server.city.carrier import carry
from hall_server.city.errors import CityAwayError
from hall_server.city.line import Line, Where
from hall_server.city.news import news
from hall_server.contract.city.ports import PortName
from hall_server.domain.city.post import MessageState
from hall_server.flows.city_bookings import STREAM
from tests.contracts.city.asked_ports import Platform
from tests.integration.hall_server.made import MadeHall, fresh
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hall_server.domain.city.post import CityMessage
    from hall_server.domain.site import HallSite
    from tests.integration.hall_server.city_served import ServedCity

FAULTS: dict[str, dict[str, object]] = {
    "slow": {"slow_s": 3.0},
    "down": {"down": True},
    "wrong": {"wrong": True},
    "duplicate": {"duplicate": True},
    "out_of_order": {"out_of_order": True},
}
NO_MORE = 200  # rounds; whoever is not done then never is


class Telling:
    """One hall and one platform."""

    def __init__(self, made: MadeHall, port: PortName, there: Platform) -> None:
        self.made = made
        self.port = port
        self.there = there
        self.name = f"hall-{fresh()}"  # the same city serves many halls
        self.line = Line(Where(there.address, self.name, "", 0.5))
        made.hall.post.begin().result()

    def follow(self) -> None:
        """What happened becomes post."""
        while (told := self.made.hall.post.follow()) is not None:
            told.result()

    def carry(self, line: Line | None = None) -> list[str]:
        """One carrier goes once; why each of its messages was not taken, "" = it was."""
        messages = self.made.hall.post.take_out(self.port).result()
        answers = carry(line or self.line, messages, self.made.hall.post.filled)
        self.made.hall.post.settle(answers).result()
        return [one.why for one in answers]

    def carry_all(self) -> None:
        """Until nothing waits; time goes on between."""
        self.follow()
        for _ in range(NO_MORE):
            if not self.waiting():
                return
            self.rest()
            self.carry()
        raise AssertionError("some post never arrives")

    def rest(self) -> None:
        """Longer than any message rests, and a line that is asked at once again."""
        self.made.clock.forward(301)
        self.line.breaker.worked()

    def waiting(self) -> list[CityMessage]:
        return self.made.hall.post.page(self.port.value, MessageState.WAITING.value, 0, 1000)

    def dead(self) -> list[CityMessage]:
        return self.made.hall.post.page(self.port.value, MessageState.DEAD.value, 0, 1000)

    def fetch(self) -> int:
        """All news that there is; how many rows changed something. 0 while the city is away."""
        changed, bookings = 0, self.made.hall.city_bookings
        for _ in range(20):
            after = bookings.cursor
            try:
                page = news(self.line, after)
            except CityAwayError:
                return changed
            changed += bookings.take_in(page, after).result()
            if page.next == after:
                return changed
        raise AssertionError("there is no end of news")

    def heard(self, kind: str = "") -> list[dict[str, Any]]:
        """What the reference city has, in the order of first coming."""
        city = self.there.city
        assert city is not None
        told = city.ask("GET", f"/inbox?port={self.port.value}&kind={kind}&hall={self.name}").json()
        return [one["body"] for one in told]

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """What people do at the reference city."""
        city = self.there.city
        assert city is not None
        answer = city.ask(method, path, **more)
        assert answer.ok, answer.text
        return answer.json()

    def old_news(self) -> None:
        """What other halls were told is no news here."""
        cursor = ""
        while (page := news(self.line, cursor)).next != cursor:
            cursor = page.next
        self.made.commits.submit(lambda tx: tx.put_city_cursor(STREAM, cursor)).result()


@contextmanager
def telling(port: PortName, folder: Path, there: Platform, site: HallSite = SITE) -> Iterator[Telling]:
    """A hall in a folder and the platform of a port. Closing proves the hall's history, and takes faults away."""
    made = MadeHall(folder, None, site, city=(port,))
    one = Telling(made, port, there)
    if there.city is not None and port is PortName.APPOINTMENTS:
        one.old_news()
    try:
        yield one
    finally:
        one.line.close()
        if there.city is not None:
            there.faults()
    one.made.close()


def platform_of(city: ServedCity, port: PortName) -> Platform:
    """The platform of a port: `KAPOK_CITY_<PORT>`, else this reference city."""
    elsewhere = os.environ.get(f"KAPOK_CITY_{port.name}")
    return Platform(elsewhere.rstrip("/"), None) if elsewhere else Platform(f"{city.address}/{port.value}", city)
