"""The composition root of a hall server: site file and data folder in, one ASGI application out.

The only place that knows everybody: store, flows, push, api, web, the real clock and the event loop.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import sys
import time
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import msgspec
import uvicorn
from litestar import Litestar
from litestar.datastructures import State

from config.errors import ConfigError
from hall_server.api.problems import HANDLERS
from hall_server.api.routes import BODY_LIMIT, create_api, say_where_we_are
from hall_server.contract.messages import ItemView, Material
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.site import CounterRule, HallSite, ItemRule, Limits, QueueRule
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.push.stream import Stream
from hall_server.store.floor import INLINE_BELOW_S, measure_floor
from hall_server.store.group_commit import GroupCommit
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path
    from types import FrameType

    from config.site import Item, Queue, Site

_log = logging.getLogger("kapok.hall")
_TICK_S = 1.0


class SystemClock:
    """The server's own time."""

    def now(self) -> int:
        """UTC microseconds."""
        return time.time_ns() // 1000


class RandomIds:
    """Random UUIDs."""

    def new(self) -> str:
        """One nobody else has."""
        return str(uuid.uuid4())


class AppLoop:
    """The loop that the application runs on, found when it is first needed (see group_commit.Loop)."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    def create_future(self) -> asyncio.Future[Any]:
        """A promise of this loop."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        return self._loop.create_future()

    def call_soon(self, callback: Callable[..., object], *args: object) -> object:
        """Call in the next turn."""
        return asyncio.get_running_loop().call_soon(callback, *args)

    def call_soon_threadsafe(self, callback: Callable[..., object], *args: object) -> object:
        """The same from the writer's thread; after the loop's end nobody is left to be told."""
        if self._loop is None or self._loop.is_closed():
            return None
        return self._loop.call_soon_threadsafe(callback, *args)


@dataclass(frozen=True)
class Settings:
    """Where the hall's data lies, its checked site file, and how it runs. `threaded` None = measured at start."""

    data: Path
    site: Site
    threaded: bool | None = None
    beat_s: float = 10.0
    pages: bool = True


@dataclass(frozen=True)
class HallApp:
    """A hall put together: the application, and what a server needs to end it well."""

    app: Litestar
    hall: Hall


def create_app(settings: Settings) -> HallApp:
    """Put a hall together on an existing data folder."""
    site, path = hall_site(settings.site), settings.data / FILE_NAME
    floor_s = measure_floor(settings.data)
    threaded = floor_s >= INLINE_BELOW_S if settings.threaded is None else settings.threaded
    store, reader = SqliteStore(path, site.id), SqliteReader(path, site.id)
    commits = GroupCommit(store, AppLoop(), threaded=threaded)
    hub, build = Hub(), _build()
    hall = Hall(site=site, commits=commits, reader=reader, hub=hub, clock=SystemClock(), ids=RandomIds(), build=build)
    commits.announce = hall.announce
    _log.info("commits=%s fsync_ms=%.3f", "thread" if threaded else "inline", floor_s * 1000)

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        ticking = asyncio.create_task(_tick(hall))
        yield
        ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ticking
        hub.close()
        commits.close()
        reader.close()
        store.close()  # last: it folds the write-ahead log back
        _log.info("closed n=%d", hall.n)

    app = Litestar(
        route_handlers=[create_api(site.id), *(_pages(hall, settings.site) if settings.pages else [])],
        lifespan=[lifespan],
        state=State({"hall": hall, "reader": reader, "stream": Stream(hub, build, settings.beat_s)}),
        exception_handlers=HANDLERS,
        before_send=[say_where_we_are],
        request_max_body_size=BODY_LIMIT,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    return HallApp(app, hall)


def hall_site(site: Site, file: str = "site file") -> HallSite:
    """A checked site file as the values that the rules work with; ConfigError for a word that no rule knows."""
    hours = site.hall.hours[0]
    hour, minute = site.defaults.day_rolls_at.split(":")
    queues = {queue.id: queue for queue in site.queue}
    themes = tuple(dict.fromkeys(item.theme for item in site.item))
    catalogue = tuple(_item_view(item) for item in site.item)
    return HallSite(
        id=site.hall.id,
        name=site.hall.name,
        opens=hours.open,
        closes=hours.close,
        hotline=site.hall.hotline,
        queues={queue.id: _queue_rule(queue) for queue in site.queue},
        counters={one.no: CounterRule(one.no, one.name, one.queues) for one in site.counter},
        items={item.id: _item_rule(item, queues[item.queue], file) for item in site.item},
        limits=Limits(
            print_answer_s=site.defaults.print_answer_s,
            unconfirmed_call_s=site.defaults.unconfirmed_call_s,
            recall_lock_s=site.defaults.recall_lock_s,
            recalls_max=site.hall.recall_max,
            no_show_lock_s=site.defaults.no_show_lock_s,
            day_rolls_at_min=int(hour) * 60 + int(minute),
        ),
        themes=themes,
        catalogue=catalogue,
        version=hashlib.sha256(msgspec.json.encode((themes, catalogue))).hexdigest()[:16],
    )


def _queue_rule(queue: Queue) -> QueueRule:
    return QueueRule(queue.id, queue.letter, queue.name, queue.width, service_s=queue.service_min * 60)


def _item_rule(item: Item, queue: Queue, file: str) -> ItemRule:
    word = item.default_outcome or queue.default_outcome
    if word not in set(Outcome):
        table = f"item {item.id}" if item.default_outcome else f"queue {queue.id}"
        raise ConfigError(file, f"{table}: default_outcome", f"{word!r} is none of: {', '.join(Outcome)}")
    outcome = Outcome(word)
    return ItemRule(item.id, item.name, item.queue, outcome, tuple(name for _, name, _, _ in item.materials))


def _item_view(item: Item) -> ItemView:
    materials = tuple(Material(key, name, kind == "tol", licence) for key, name, kind, licence in item.materials)
    return ItemView(item.id, item.name, item.theme, item.queue, materials, item.plain, item.note, item.common)


def _pages(hall: Hall, site: Site) -> list[Any]:
    from hall_server.web.routes import create_web

    return list(create_web(hall, site))


async def _tick(hall: Hall) -> None:
    while True:
        for promise in hall.tick():
            try:
                await promise
            except Exception:  # noqa: BLE001 - whatever it was, the hall goes on and the timer runs again
                _log.exception("a timer failed; it is tried again")
        await asyncio.sleep(_TICK_S)


def _build() -> str:
    try:
        return version("kapok")
    except PackageNotFoundError:
        return "dev"


class _Server(uvicorn.Server):
    """A server that says when it is ready and ends its streams when it is told to stop."""

    def __init__(self, config: uvicorn.Config, hub: Hub, address: str) -> None:
        super().__init__(config)
        self._hub = hub
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            print(f"listening on {self._address}", flush=True)  # noqa: T201 - the one line that callers wait for

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Being told to stop is no failure: the process ends with 0, not by its own signal."""
        del sig, frame
        self.force_exit = self.should_exit  # told twice
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


def run(settings: Settings, listener: socket.socket) -> None:
    """Serve on a bound socket until told to stop."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    put_together = create_app(settings)
    host, port = listener.getsockname()[:2]
    config = uvicorn.Config(
        put_together.app,
        loop="uvloop",
        http="httptools",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        backlog=2048,
        timeout_graceful_shutdown=5,
    )
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    _Server(config, put_together.hall.hub, address).run(sockets=[listener])
