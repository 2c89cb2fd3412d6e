"""The hall as a subject of the drill: how it is made and started, what it has told, what must be true after a cut."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall_server.commands.home import PSEUDONYM_KEY
from hall_server.contract.vocabulary import TicketState
from hall_server.store.backup import BackupError, restore
from hall_server.store.place import place_of
from hall_server.store.sqlite_store import FILE_NAME
from tests.drills.invariants import hall_findings
from tests.drills.power import hall_life
from tests.drills.power.hall_served import ServedLife

if TYPE_CHECKING:
    import random

    from tests.drills.power.drill import Living
    from tests.drills.power.plug import Life, Rig

HALL = "gz-demo-district"
SERVED_IN = 8  # one life in so many is the whole server, over HTTP
BACKUP_IN = 6  # one life in so many makes a backup


@dataclass
class HallTold:
    """What the hall has answered, in all its lives on this disk."""

    made: bool = False
    secret: str = ""
    tickets: dict[str, str] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)
    backups: set[str] = field(default_factory=set)

    def hear(self, told: tuple[Any, ...]) -> None:
        match told:
            case ("made",):
                self.made = True
            case ("took", ticket, label):
                self.tickets[ticket] = label
            case ("confirmed", ticket):
                self.confirmed.add(ticket)
            case ("backed_up", name):
                self.backups.add(name)


class HallSubject:
    """One hall on one disk."""

    def __init__(self, rig: Rig, rng: random.Random, *, weak: bool) -> None:
        self._rig, self._rng, self._weak = rig, rng, weak
        self._data = rig.mount / "hall"
        self._lives = 0
        self.told = HallTold()

    @property
    def made(self) -> bool:
        return self.told.made

    def make(self) -> Life:
        """The hall's own init."""
        return self._rig.begin(hall_life.make, self._data)

    def start(self, *, calm: bool) -> Living:
        """The hall's own start; a life of another kind each time, where all is `calm` at times the whole server."""
        self._lives += 1
        if calm and not self._weak and not self._rng.randrange(SERVED_IN):
            return ServedLife(self._rig, self._data)
        backup = f"backup-{self._lives}.zip" if not self._rng.randrange(BACKUP_IN) else ""
        threaded = bool(self._rng.randrange(2))
        return self._rig.begin(_live, self._data, self._weak, threaded, backup)

    def findings(self) -> list[str]:
        """What is not as it was told; the hall is open and waits."""
        where = self._data / FILE_NAME
        found = hall_findings(where, HALL, self.told.tickets)
        with closing(place_of(where).reader(HALL)) as reader:
            unsure = {one.id for one in reader.tickets() if one.state is TicketState.RESERVED}
        found += [f"ticket {one} was told as confirmed, it is not" for one in self.told.confirmed & unsure]
        fresh, self.told.backups = sorted(self.told.backups), set()  # what was there after one cut stays
        return found + self._secret() + [why for name in fresh if (why := self._restored(name))]

    def _secret(self) -> list[str]:
        path = self._data / PSEUDONYM_KEY
        secret = path.read_text() if path.exists() else ""
        before, self.told.secret = self.told.secret, secret
        if len(secret.strip()) != 64 or (before and before != secret):
            return [f"the hall's secret is {'another' if secret else 'lost'}: {len(secret)} characters"]
        return []

    def _restored(self, name: str) -> str:
        with tempfile.TemporaryDirectory(prefix="kapok-power-") as folder:
            target = Path(folder) / FILE_NAME
            try:
                restore(self._data / name, target, Path(folder) / PSEUDONYM_KEY, "life", 1)
            except BackupError as error:
                return f"{name} was told as made: {error}"
        return ""


def _live(wire: Any, data: Path, weak: bool, threaded: bool, backup: str) -> None:
    hall_life.live(wire, data, weak=weak, threaded=threaded, backup=backup)
