"""A hall's store and flows in small processes that can be broken at any call: `python -m tests.drills.crash.work`.

Words of an order (see `orders`): `room` (the write-ahead log is made beforehand), `folds` (it is folded back every few
turns), `careless` (the control: a failed commit is told as a good one). A child says ["ask", command] before a command
goes in, ["hear", key, status, body] for its answer, ["no start", why], ["end"].
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall_server.store.outcome import Outcome
from hall_server.store.sqlite_store import FILE_NAME, SqliteStore, connect
from tests.drills.crash.local import PEOPLE, LocalHall
from tests.drills.crash.orders import fork_for_each, say, spend
from tests.drills.crash.people import people_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.domain.hall_state import Change
    from tests.drills.crash.orders import Order

_FOLD_EVERY = 5


class CarelessStore(SqliteStore):
    """The control: whatever the disk says, everybody is told that all is well. Never for use."""

    def _run(self, works: Sequence[Callable[[Any], Any]], *, hopeful: bool) -> tuple[list[Outcome[Any]], list[Change]]:
        kept: list[Outcome[Any]] = []

        def seen(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
            def noted(tx: Any) -> Any:
                kept.append(Outcome(work(tx)))
                return kept[-1].value

            return noted

        outcomes, changes = super()._run([seen(work) for work in works], hopeful=hopeful)
        failed = bool(outcomes) and all(outcome.error is not None for outcome in outcomes)
        return (kept, changes) if failed and len(kept) == len(works) else (outcomes, changes)


def work(order: Order) -> None:
    """Take, call and serve for so many turns; each turn is one commit."""
    rng = random.Random(order.seed)
    path = Path(order.folder)
    spend(path / FILE_NAME, order)
    store = CarelessStore if "careless" in order.words else SqliteStore
    try:
        hall = LocalHall(path, store, room="room" in order.words)
    except (OSError, sqlite3.Error) as error:
        say("no start", repr(error))
        return
    people = people_of(PEOPLE, rng, lambda *_: {})
    with closing(hall):
        for turn in range(order.turns):
            asking = rng.sample(people, rng.randint(1, len(people)))
            commands = [person.wants() for person in asking]
            for command in commands:
                say("ask", asdict(command))
            answers = hall.ask_all(commands)
            for person, command, answer in zip(asking, commands, answers, strict=True):
                say("hear", command.key, answer.status, answer.body)
                person.heard(command, answer)
            if "folds" in order.words and turn % _FOLD_EVERY == 0:
                _fold(path)
    say("end")


def _fold(folder: Path) -> None:
    """As a backup or a close would do; what the disk says to it is nobody's answer."""
    with suppress(sqlite3.OperationalError), closing(connect(folder / FILE_NAME)) as db:
        db.execute("PRAGMA wal_checkpoint(PASSIVE)")


if __name__ == "__main__":
    fork_for_each(work)
