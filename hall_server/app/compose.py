"""A hall put together: settings in, one ASGI application out.

The only place that knows everybody: store, flows, push, api, web, the real clock and the event loop.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from litestar import Litestar
from litestar.datastructures import State

from hall_server.api.door import Door
from hall_server.api.front import BODY_LIMIT, Front
from hall_server.api.pace import Pace
from hall_server.api.problems import HANDLERS
from hall_server.api.routes import create_api
from hall_server.app.build import build_of
from hall_server.app.city_errands import city_desk
from hall_server.app.city_lines import city_lines
from hall_server.app.forecast_file import ForecastFile
from hall_server.app.hall_clock import SystemClock
from hall_server.app.late_announcer import LateAnnouncer
from hall_server.app.learning import Learning
from hall_server.app.licence_asker import LicenceAsker
from hall_server.app.provider_file import provider_of
from hall_server.app.pulls import pulls
from hall_server.app.site_file import hall_site
from hall_server.app.staff_file import staff_of
from hall_server.app.stores import Stores, on_postgres, on_sqlite
from hall_server.app.told_outside import told_outside
from hall_server.app.trust_file import TrustFile
from hall_server.city.asking import Asking
from hall_server.contract.city.ports import PortName
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.flows.enrol_desk import HallKeys
from hall_server.flows.hall import Hall
from hall_server.flows.staff_door import StaffDoor
from hall_server.push.hub import Hub
from hall_server.push.stream import Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from config.site import Site
    from hall_server.app.certificates import Tls
    from hall_server.domain.hall_state import Change
    from hall_server.store.reading import HallReader

_log = logging.getLogger("kapok.hall")
_TICK_S = 1.0
_TICK_AT_MOST_S = 16.0  # while nothing can be stored


class RandomIds:
    """Random UUIDs."""

    def new(self) -> str:
        """One nobody else has."""
        return str(uuid.uuid4())


class AppLoop:
    """The loop that the application runs on, found when it is first needed (see group_commit.Loop)."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._early: list[tuple[Callable[..., object], tuple[object, ...]]] = []  # told before the loop ran
        self._door = threading.Lock()

    def create_future(self) -> asyncio.Future[Any]:
        """A promise of this loop."""
        if self._loop is None:
            loop = asyncio.get_running_loop()
            with self._door:
                self._loop, early = loop, self._early
            for callback, args in early:
                loop.call_soon(callback, *args)
        return self._loop.create_future()

    def call_soon(self, callback: Callable[..., object], *args: object) -> object:
        """Call in the next turn."""
        return asyncio.get_running_loop().call_soon(callback, *args)

    def call_soon_threadsafe(self, callback: Callable[..., object], *args: object) -> object:
        """The same from the writer's thread; after the loop's end nobody is left to be told."""
        with self._door:
            if self._loop is None:
                self._early.append((callback, args))
                return None
        return None if self._loop.is_closed() else self._loop.call_soon_threadsafe(callback, *args)


@dataclass(frozen=True)
class Settings:
    """The checked site file, where the data lies, and how the hall runs. `threaded` None = measured at start.

    `data` is this machine's folder for the hall; `database` the address of a PostgreSQL database, without which the
    tables lie in that folder too.
    """

    data: Path
    site: Site
    database: str = ""
    threaded: bool | None = None
    beat_s: float = 10.0
    pages: bool = True
    learner: tuple[str, ...] = ()  # the command that learns from past days; () = nobody learns beside this hall
    site_file: str = "site file"  # as whoever must mend it knows it
    pseudonym_key: bytes = field(default=b"", repr=False)  # for bookings that come from the city
    keys: HallKeys = field(default_factory=HallKeys, repr=False)  # for machines that are enrolled
    tls: Tls | None = None  # https; None: http


@dataclass(frozen=True)
class HallApp:
    """A hall put together: the application, and what a server needs to end it well."""

    app: Front
    hall: Hall


def create_app(settings: Settings) -> HallApp:
    """Put a hall together on an existing data folder. Raises ConfigError."""
    site = hall_site(settings.site, settings.site_file)
    trust = TrustFile(settings.site.codes, settings.data, settings.site_file)
    asking = Asking(city_lines(settings.site, settings.site_file))
    stores = _stores(settings, site.id)
    commits, reader = stores.commits, stores.reader
    hub, build, learned = Hub(), build_of(), ForecastFile(settings.data)
    learned.look()
    clock, ids, model = SystemClock(newest=_newest(reader)), RandomIds(), learned.model
    hall = Hall(
        site=site,
        commits=commits,
        reader=reader,
        hub=hub,
        clock=clock,
        ids=ids,
        build=build,
        model=model,
        city=asking.lines.names,
        key=settings.pseudonym_key,
    )
    hall.trust = trust.told
    hall.enrolment.keys = settings.keys
    door = StaffDoor(commits, reader, hall.clock)

    def announce(changes: Sequence[Change]) -> None:
        hall.announce(changes)
        door.hear(changes)

    commits.announce = announce

    pages = _pages(hall, door, settings) if settings.pages else []

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        if settings.site.user:
            await hall.people.seed(staff_of(settings.site))
        tasks = [asyncio.create_task(_tick(hall, door, clock, learned, trust))]
        if settings.learner:
            tasks.append(asyncio.create_task(_learning(settings, hall, learned).run()))
        if asking.lines.names:
            tasks.append(asyncio.create_task(city_desk(hall, asking.lines).run()))
        tasks += [asyncio.create_task(one) for one in pulls(settings.site, hall, trust, asking)]
        tasks += [asyncio.create_task(one) for one in told_outside(settings.site.alerts, settings.data, hall, reader)]
        licences = LicenceAsker(Asking(asking.lines), hall.licences)
        if PortName.LICENCES in asking.lines.names:
            hall.licences.ask = licences
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await licences.close()
        hub.close()
        asking.close()
        stores.close()
        _log.info("closed n=%d", hall.n)

    stream = Stream(hub, build, settings.beat_s)
    pace = Pace(site.limits.requests_per_s, site.limits.request_burst, clock.steady)
    entry = Door(reader, hall.machine_door, pace)
    state = State({"hall": hall, "door": entry, "stream": stream, "asking": asking, "folder": settings.data})
    behind = Litestar(
        route_handlers=[create_api(), *pages],
        lifespan=[lifespan],
        state=state,
        exception_handlers=HANDLERS,
        request_max_body_size=BODY_LIMIT,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    return HallApp(Front(behind, state), hall)


def _learning(settings: Settings, hall: Hall, learned: ForecastFile) -> Learning:
    where = {"KAPOK_DATABASE": settings.database} if settings.database else {}
    return Learning(settings.learner, today=hall.today, learned_to=lambda: learned.model.learned_to, environment=where)


def _stores(settings: Settings, hall_id: str) -> Stores:
    if settings.database:
        return on_postgres(settings.database, hall_id, AppLoop())
    return on_sqlite(settings.data, hall_id, AppLoop(), threaded=settings.threaded)


def _newest(reader: HallReader) -> int:
    """When the newest event was, in microseconds; 0 in a hall of none."""
    return max((event.at for event in reader.events(reader.head() - 1, 1)), default=0)


def _pages(hall: Hall, door: StaffDoor, settings: Settings) -> list[Any]:
    from hall_server.web.routes import create_web

    provider = provider_of(settings.site.sso, settings.site_file)
    announcer = LateAnnouncer(settings.site.hall.voice_pack, yao=settings.site.hall.yao)
    return list(create_web(hall, door, settings.site, announcer, provider))


async def _tick(hall: Hall, door: StaffDoor, clock: SystemClock, learned: ForecastFile, trust: TrustFile) -> None:
    pause_s = _TICK_S
    while True:
        clock.follow(quiet=hall.quiet)
        if learned.look():
            hall.waits.model = learned.model
        if trust.look():
            hall.trust = trust.told
            hall.hub.announce(hall.hub.n, ())  # kiosks that know of nobody's codes yet ask again
        hall.stored = stored = await _run_timers(hall, door)
        pause_s = _TICK_S if stored else min(pause_s * 2, _TICK_AT_MOST_S)
        await asyncio.sleep(pause_s)


async def _run_timers(hall: Hall, door: StaffDoor) -> bool:
    """Whether the store was there. Whatever it was that went wrong, the hall goes on and the timers run again."""
    stored = True
    try:
        door.look()
        promises = hall.tick()
    except HallProblem as problem:  # a database that is away cannot be looked into
        return problem.code is not ProblemCode.STORE_UNAVAILABLE
    for promise in promises:
        try:
            await promise
        except HallProblem as problem:  # the store said so itself, once
            stored = stored and problem.code is not ProblemCode.STORE_UNAVAILABLE
        except Exception:  # noqa: BLE001 - a fault of our own must not end the timers for good
            _log.exception("a timer failed; it is tried again")
    return stored
