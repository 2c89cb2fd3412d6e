"""A hall with people in it that may be struck: server, people and what they were told, over many starts of the server.

Knows no fault: `strike` is whatever the caller does while the people go on.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.drills.crash.book import Book
from tests.drills.crash.people import Cast, Kiosk, Person, people_of
from tests.drills.crash.wire import Command, Wire
from tests.integration.hall_server.served import HALL_ID, Served

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

ASKED_AGAIN = 24
TRIES = 200
SERVES_WITHIN_S = 60.0  # longer than that is a hall that does not come back


@dataclass
class Serving:
    """How long it took until a visitor got a number again, and how busy the machine was."""

    seconds: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)  # for a core that somebody else had
    load: list[float] = field(default_factory=list)


class Server(Served):
    """`kapok hall serve`; it may also be killed before it serves."""

    def start_to_die(self, after_s: float) -> None:
        """Start, and die so long afterwards, wherever it has come to by then."""
        timer = threading.Timer(after_s, lambda: self.process and self.process.kill())
        timer.start()
        with suppress(AssertionError):  # it never said that it listens
            self.start()
        timer.join()
        self.kill()

    def waited_s(self) -> float:
        """See the function of that name."""
        return 0.0 if self.process is None else waited_s(self.process.pid)


class StruckHall:
    """One store's whole life."""

    def __init__(self, folder: Path, rng: random.Random, *, database: str = "", options: tuple[str, ...] = ()) -> None:
        self.served = Server(folder, *options, database=database)
        self.rng = rng
        self.book = Book()
        self.serving = Serving()
        self.findings: list[str] = []
        self._probe = Kiosk("probe", rng, self.served.credential("kiosk", "probe"))
        self._people: list[Person] = people_of(Cast(), rng, self.served.credential)

    def start(self, *, counts: bool = True) -> None:
        """Start the server and wait for the first good answer to a take; `counts`: the time is one of those told."""
        began = time.monotonic()
        self.served.start()
        self.until_serving(began, counts=counts, fresh=True)

    def until_serving(self, began: float, *, counts: bool = True, fresh: bool = False) -> None:
        """Ask for a number until there is one; a `fresh` server has only been started."""
        wire = self._wire(self._probe)
        waited = 0.0 if fresh else self.served.waited_s()
        self._probe.pending = command = Command("tickets", {"item": self.rng.choice(Cast().items)}, who="probe")
        while self._probe.pending is not None:
            self._probe.step(wire, self.book)
            if time.monotonic() - began > SERVES_WITHIN_S:
                self.findings.append(f"no number after {SERVES_WITHIN_S:.0f} s")
                break
        wire.close()
        if counts:
            self.serving.seconds.append(time.monotonic() - began)
            self.serving.waited.append(self.served.waited_s() - waited)
            self.serving.load.append(os.getloadavg()[0])
        if (first := self.book.answers.get(command.key)) and first[1].status != 201:
            self.findings.append(f"a take was answered {first[1]}")

    def settle(self) -> None:
        """Nobody has been left without an answer, and who asks again hears the same."""
        for person in self._people:
            wire = self._wire(person)
            if not person.settle(wire, self.book):
                self.findings.append(f"no answer to {person.pending}")
            wire.close()
        self._ask_again()

    def _ask_again(self) -> None:
        wires = {person.name: self._wire(person) for person in (self._probe, *self._people)}
        for command in self.book.again(self.rng, ASKED_AGAIN):
            for _ in range(TRIES):
                answer = wires[command.who].ask(command)
                if answer is not None:
                    self.book.hears(command, answer)
                    if not answer.later:
                        break
                time.sleep(0.02)
        for wire in wires.values():
            wire.close()

    def go_on(self, seconds: float, strike: Callable[[], object]) -> None:
        """Let the people go on for so long, strike, and wait until everybody has noticed."""
        until = threading.Event()
        wires = [self._wire(person) for person in self._people]
        lives = [
            threading.Thread(target=person.live, args=(wire, self.book, until), daemon=True)
            for person, wire in zip(self._people, wires, strict=True)
        ]
        for life in lives:
            life.start()
        try:
            time.sleep(seconds)  # a random moment
            strike()
        finally:
            until.set()
            for life in lives:
                life.join()
            for wire in wires:
                wire.close()
                if wire.hung:
                    self.findings.append("a line stayed open and silent")

    def judge(self) -> list[str]:
        """What is wrong by now, the store's and the people's view; read while nobody asks anything."""
        found, self.findings = self.findings, []
        found += self.book.judge(self.served.where, HALL_ID)
        traces = [line for line in self.served.log if line.startswith("Traceback")]
        return found + ["the server's log shows a traceback"] * bool(traces)

    def _wire(self, person: Person) -> Wire:
        return Wire(self.served.address, HALL_ID, person.credential)


def waited_s(pid: int) -> float:
    """How long a process was ready to go on and had no core (proc(5), schedstat)."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
