"""One simulated world: time, chance, wires, servers, kiosks, and the ledger of what people really hold.

The ledger is kept apart from every store: it knows only what came out of a printer or was read from a screen.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
import uuid
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import TicketState
from hall_server.domain.hall_state import Moved, Reborn
from hall_server.store.create import create_hall
from hall_server.store.sqlite_store import FILE_NAME
from kiosk.local_store.file import StoreFile
from tests.drills.partition.device import Device, copy_disk
from tests.drills.partition.kiosk import SimKiosk
from tests.drills.partition.loop import VirtualLoop
from tests.drills.partition.net import Link, Net
from tests.drills.partition.server import Server
from tests.unit.hall_server.halls import NOON, SITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hall_server.contract.messages import TicketView
    from hall_server.contract.vocabulary import Origin, PrintAnswer
    from hall_server.domain.hall_state import Change
    from tests.drills.partition.naming import Naming

SECOND = 1_000_000
MEMORY = Path("/dev/shm")
LIFE = "00000000-0000-0000-0000-000000000001"
AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})


@dataclass(frozen=True)
class Held:
    """A number in somebody's hand: on paper, or noted down from a screen."""

    ticket: str
    label: str
    day: str
    by: SimKiosk
    how: str
    at: float
    origin: Origin

    def __str__(self) -> str:
        return f"{self.how} at {self.by.device.hardware} t={self.at:.1f} ({self.ticket[:8]})"


@dataclass(frozen=True)
class Told:
    """What a kiosk has written down that it tells the hall of a slip."""

    answer: PrintAnswer
    by: SimKiosk
    at: float


class World:
    """Everything of one seed."""

    def __init__(self, seed: int, naming: Naming, *, verbose: bool = False) -> None:
        self.seed, self.naming, self.verbose, self.hall_id = seed, naming, verbose, SITE.id
        self.rng = random.Random(seed)
        self.loop = VirtualLoop()
        self.loop.set_exception_handler(self._loop_says)
        self.net = Net(self.loop, self.rng)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{seed}-", dir=templates()))
        self.begins_us = NOON
        self.kiosks: list[SimKiosk] = []
        self.links: list[Link] = []
        self.servers: list[Server] = []
        self.backups: list[Path] = []
        self.server_off_us = 0  # how far the servers' clocks are off
        self.slips: dict[tuple[str, str], Held] = {}
        self.told: dict[str, Told] = {}  # ticket → the last word
        self.findings: list[str] = []
        self.duplicates: list[str] = []
        self.on_news: list[Callable[[Server, int], None]] = []
        self.tally: Counter[str] = Counter()
        self.over: set[str] = set()  # tickets that have ended at any server
        self.stands: dict[tuple[str, str], tuple[TicketState, int | None]] = {}  # server, ticket
        self._hash = hashlib.sha256()
        self.main = self.server("S1")
        shutil.copyfile(_empty_hall(), self.main.path)

    # -- time and chance -----------------------------------------------------------------------------------------

    def now_us(self) -> int:
        """True time, UTC microseconds."""
        return self.begins_us + int(self.loop.time() * SECOND)

    def fresh_id(self) -> str:
        """A UUID that this seed will always draw."""
        return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))

    new = fresh_id  # a `seams.Ids`

    # -- making ---------------------------------------------------------------------------------------------------

    def server(self, name: str) -> Server:
        """A server on a machine of its own, with nothing on it."""
        folder = self.folder / name
        folder.mkdir()
        server = Server(
            name,
            folder,
            ids=self,
            wall=lambda: self.now_us() + self.server_off_us,
            boot=lambda: int(self.loop.time() * SECOND),
            heard=self._heard,
            blames=self.fault,
            over=self.over,
            naming=self.naming,
        )
        self.servers.append(server)
        return server

    def link(self, name: str, caller: str, role: str) -> Link:
        """A wire from a machine to the server in charge."""
        link = Link(name, caller, role, self.main)
        self.links.append(link)
        return link

    def kiosk(self, kiosk_id: str, hardware: str) -> SimKiosk:
        """A machine with an empty disk, off."""
        disk = self.folder / f"{hardware}.db"
        copy_disk(_empty_store(), disk)
        kiosk = SimKiosk(self, Device(kiosk_id, hardware, disk), self.link(hardware, kiosk_id, "kiosk"))
        self.kiosks.append(kiosk)
        return kiosk

    def close(self) -> None:
        """Everything off, nothing left behind."""
        for kiosk in self.kiosks:
            kiosk.die()
        for server in self.servers:
            server.stop()
        self.loop.set_exception_handler(lambda *_: None)
        self.loop.run_out()
        self.loop.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- the ledger -----------------------------------------------------------------------------------------------

    def held(self, kiosk: SimKiosk, ticket: TicketView, how: str) -> None:
        """Somebody holds this number now."""
        self.say(kiosk.device.hardware, f"{how}: {ticket.label} of {ticket.business_day} ({ticket.id[:8]})")
        key = ticket.business_day, ticket.label
        before = self.slips.get((ticket.id, ticket.label))
        if before is not None:
            return  # one number, told twice to one person
        new = Held(ticket.id, ticket.label, ticket.business_day, kiosk, how, self.loop.time(), ticket.origin)
        for other in self.slips.values():
            if (other.day, other.label) == key:
                self.duplicates.append(f"{ticket.label} of {ticket.business_day}: {other}, {new}")
        self.slips[ticket.id, ticket.label] = new
        self.tally[ticket.origin.value] += 1

    def tells(self, kiosk: SimKiosk, ticket: str, answer: PrintAnswer) -> None:
        """A kiosk's journal has this answer."""
        self.told[ticket] = Told(answer, kiosk, self.loop.time())

    # -- what happens --------------------------------------------------------------------------------------------

    def say(self, who: str, what: str) -> None:
        """A line of the trace."""
        line = f"{self.loop.time():10.3f}  {who:<5} {what}"
        self._hash.update(line.encode())
        if self.verbose:
            print(line)

    def fault(self, what: str) -> None:
        """Something broke that must not."""
        self.say("!!", what)
        self.findings.append(what)

    def _loop_says(self, _: object, about: dict[str, object]) -> None:
        """What tasks of machines that were cut off leave behind is no finding."""
        words = str(about.get("message"))
        if not words.startswith(("Task was destroyed", "Task exception was never")):
            self.fault(f"loop: {words} {about.get('exception')!r}")

    @property
    def trace_hash(self) -> str:
        """What happened, in one word."""
        return self._hash.hexdigest()[:16]

    def _heard(self, server: Server, changes: Sequence[Change]) -> None:
        newest = 0
        for change in changes:
            if isinstance(change, Moved):
                newest = change.event.n
                self._moved(server, change)
            elif isinstance(change, Reborn):
                self.say(server.name, f"begins a new life: {change.incarnation.cause}")
        if newest:
            for hear in self.on_news:
                hear(server, newest)

    def _moved(self, server: Server, change: Moved) -> None:
        event, ticket = change.event, change.ticket
        self.say(
            server.name, f"n={event.n} {event.move.value} {ticket.label} -> {ticket.state.value} {ticket.counter or ''}"
        )
        key = server.name, ticket.id
        before = self.stands.get(key)
        now = ticket.state, ticket.counter
        if before and before[0] in AT_COUNTER and ticket.state in AT_COUNTER and before[1] != ticket.counter:
            self.fault(f"{server.name}: {ticket.label} called at counter {ticket.counter} while at {before[1]}")
        self.stands[key] = now
        server.live.stands(ticket)


@cache
def templates() -> Path:
    """The folder in memory that holds every world of this process and of those that it makes."""
    return Path(tempfile.mkdtemp(prefix="kapok-drill-", dir=MEMORY if MEMORY.is_dir() else None))


@cache
def _empty_hall() -> Path:
    create_hall(templates(), SITE.id, LIFE, NOON)
    return templates() / FILE_NAME


@cache
def _empty_store() -> Path:
    path = templates() / "kiosk.db"
    StoreFile(path).close()
    return path


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Make what all worlds begin with, and take everything away at the end, whatever ends it."""
    _empty_hall()
    _empty_store()
    try:
        yield
    finally:
        shutil.rmtree(templates(), ignore_errors=True)
        for one in (templates, _empty_hall, _empty_store):
            one.cache_clear()
