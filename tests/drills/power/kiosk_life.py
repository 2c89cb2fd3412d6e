"""The kiosk's store on the disk that loses power: numbers of the hall, leased ones and emergency ones, in a child.

Each step tells only after the store has committed it. Every life is another boot. A weak life is the control.
"""

from __future__ import annotations

import random
import uuid
from typing import TYPE_CHECKING, Any, Protocol

from hall_server.contract.messages import TakeTicket
from hall_server.contract.vocabulary import PrintAnswer
from kiosk.local_store import Lease, LocalStore, LocalStoreError, Stage
from kiosk.local_store.machine import Machine
from kiosk.local_store.numbers import Standing

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

T0 = 1_792_000_000_000_000  # UTC microseconds, some day in October 2026
SECOND = 1_000_000
DAY, LIFE_OF_THE_HALL = "2026-10-16", "one"
ORDER = TakeTicket(item="i05")
BLOCK = 20
A_LIFE = 1000  # more numbers than one life takes from the hall
FIRST_NUMBERS = 3  # after a start, before anybody looks: numbers that a forgetful store would give again


class Wire(Protocol):
    """Whoever is told."""

    def send(self, told: tuple[Any, ...], /) -> None: ...


def live(wire: Connection, path: Path, life: int, *, weak: bool) -> None:
    """Start as the kiosk does, then give numbers until the end. The hall's part, which has no power cut, is played.

    `life` counts the starts: what the hall gives in one it has given in no other.
    """
    machine = Machine(str(uuid.uuid4()), "a" * 64, lambda: 1000 * SECOND, lambda: T0)
    try:
        kiosk = Kiosk(wire, LocalStore(path, machine), life, random.Random(life))
        if weak:
            kiosk.weaken()
        for _ in range(FIRST_NUMBERS):
            kiosk.visit(own=True)
        wire.send(("ready",))
        wire.recv()
        while True:
            kiosk.visit(own=kiosk.chance(2))
            if kiosk.chance(4):
                kiosk.deliver()
    except LocalStoreError:  # the disk is dark; the kill comes
        wire.recv()


class Kiosk:
    """What a kiosk does with its store, one visit after the other. LocalStoreError when the disk refuses."""

    def __init__(self, wire: Wire, store: LocalStore, life: int, rng: random.Random) -> None:
        self._wire, self._store = wire, store
        self._random = rng
        self._next = life * A_LIFE
        store.recover()
        store.facts.keep_emergency_letter("K")
        store.begin_life(LIFE_OF_THE_HALL)

    def weaken(self) -> None:
        """The control: commits do not wait for the disk."""
        self._store._file.connection.execute("PRAGMA synchronous = NORMAL")

    def chance(self, of: int) -> bool:
        """One time in so many."""
        return not self._random.randrange(of)

    def visit(self, *, own: bool) -> None:
        """One number: reserved, its slip, the answer."""
        ticket = str(uuid.uuid4())
        if own:
            label = self._own(ticket)
        else:
            label = f"A{self._number()}"
            self._store.asked(ticket)
            self._store.reserved(ticket, label, DAY)
        self._wire.send(("reserved", ticket, label))
        if self.chance(8):
            return  # the visitor is still there
        self._store.printed(ticket, Stage.PRINTED)
        self._wire.send(("printed", ticket))
        self._store.answer(ticket, PrintAnswer.PAPER)
        self._wire.send(("answered", ticket, own))

    def deliver(self) -> None:
        """The hall hears the oldest rows and says so."""
        if rows := self._store.outbox.batch(5):
            through = rows[-1].seq
            self._store.outbox.acknowledged(LIFE_OF_THE_HALL, through, {}, T0)
            self._wire.send(("acknowledged", through))

    def _own(self, ticket: str) -> str:
        """Leased while there are any; one queue in two has no lease and goes by the emergency series."""
        standing = Standing(LIFE_OF_THE_HALL, DAY, T0)
        queue = "E" if self.chance(2) else "H"
        if queue == "E" and not self._store.numbers.left(standing).get("E"):
            first = self._number(BLOCK)
            epoch = self._store.facts.epoch() + 1
            lease = Lease("E", epoch, LIFE_OF_THE_HALL, DAY, "E", first, first + BLOCK - 1, T0 + 3600 * SECOND)
            self._store.numbers.grant(lease)
        return self._store.give(ticket, ORDER, queue=queue, letter=queue, standing=standing).label

    def _number(self, many: int = 1) -> int:
        first, self._next = self._next, self._next + many
        return first
