"""The people of a busy hall: kiosks that take numbers and consoles that call them, each one command at a time.

Whoever has no answer asks again under the same key before doing anything else, as a real machine does.
Nothing here knows what is done to the hall meanwhile.
"""

from __future__ import annotations

import random
import time
import uuid
from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tests.drills.crash.wire import Answer, Command

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from tests.drills.crash.book import Book

_PUT_OFF_S = 0.02
_GIVE_UP_S = 20.0


class Cast(NamedTuple):
    """Who is in a hall, and what visitors come for."""

    kiosks: tuple[str, ...] = ("K1", "K2", "K3")
    counters: tuple[int, ...] = (1, 2, 3, 4)
    items: tuple[str, ...] = ("i01", "i04", "i22", "i15")  # of the demo hall, queues of these counters among them


class Line(Protocol):
    """Where commands go."""

    def ask(self, command: Command) -> Answer | None:
        """The answer; None when the line broke."""


class Person(ABC):
    """One machine in the hall with a line of its own. `next` and `hear` make up what it does."""

    def __init__(self, name: str, rng: random.Random, credential: dict[str, str]) -> None:
        self.name = name
        self.rng = rng
        self.credential = credential
        self.pending: Command | None = None

    @abstractmethod
    def next(self) -> Command:
        """What it wants now."""

    @abstractmethod
    def hear(self, command: Command, answer: Answer) -> None:
        """What came of it."""

    def live(self, wire: Line, book: Book, until: threading.Event) -> None:
        """Ask and hear until told to stop, or until the line is dead."""
        while not until.is_set() and self.step(wire, book) is not None:
            pass

    def settle(self, wire: Line, book: Book) -> bool:
        """Ask again what has no answer yet; whether it has one now."""
        end = time.monotonic() + _GIVE_UP_S
        while self.pending is not None and time.monotonic() < end:
            if self.step(wire, book) is None:
                time.sleep(_PUT_OFF_S)
        return self.pending is None

    def step(self, wire: Line, book: Book) -> Answer | None:
        """One command, the one without an answer first."""
        command = self.wants()
        book.asks(command)
        answer = wire.ask(command)
        if answer is None:
            return None
        book.hears(command, answer)
        if answer.later or answer.code == "nobody_waiting":
            time.sleep(_PUT_OFF_S)
        self.heard(command, answer)
        return answer

    def wants(self) -> Command:
        """What it asks now: what has no answer yet, else something new."""
        if self.pending is None:
            key = str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
            self.pending = replace(self.next(), who=self.name, key=key)
        return self.pending

    def heard(self, command: Command, answer: Answer) -> None:
        """The answer is here; one that only puts off is none."""
        if not answer.later:
            self.pending = None
            self.hear(command, answer)


class Kiosk(Person):
    """Takes numbers. Most slips come out, some numbers stay on the screen, some are given up, some get no word."""

    def __init__(
        self, name: str, rng: random.Random, credential: dict[str, str], items: tuple[str, ...] = Cast().items
    ) -> None:
        super().__init__(name, rng, credential)
        self._items = items
        self._last = ""

    def next(self) -> Command:
        ticket, self._last = self._last, ""
        if ticket:
            answer = self.rng.choices(("paper", "screen", "void", "cannot_tell", ""), (80, 8, 5, 4, 3))[0]
            if answer:
                return Command(f"tickets/{ticket}/confirm_print", {"answer": answer})
        return Command("tickets", {"item": self.rng.choice(self._items)})

    def hear(self, command: Command, answer: Answer) -> None:
        if command.verb == "take" and answer.status == 201:
            self._last = answer.body["id"]


class Console(Person):
    """Signs in, calls, serves, completes; now and then a visitor is asked to wait aside and comes back."""

    def __init__(self, name: str, rng: random.Random, credential: dict[str, str], counter: int) -> None:
        super().__init__(name, rng, credential)
        self._counter = counter
        self._open = False
        self._at_hand = ""
        self._state = ""
        self._aside: list[str] = []

    def next(self) -> Command:
        if not self._open:
            return Command(f"counters/{self._counter}/sign_in", {"clerk": f"10{self._counter:02}"})
        if not self._at_hand:
            if self._aside and self.rng.random() < 0.3:
                return Command(f"tickets/{self._aside.pop(0)}/resume", {})
            return Command(f"counters/{self._counter}/call_next", {})
        if self._state == "called":
            verb = self.rng.choices(("serve", "recall", "no_show"), (8, 1, 1))[0]
            return Command(f"tickets/{self._at_hand}/{verb}", {})
        if self.rng.random() < 0.15:
            return Command(f"tickets/{self._at_hand}/hold", {})
        return Command(f"tickets/{self._at_hand}/complete", {})

    def hear(self, command: Command, answer: Answer) -> None:
        if answer.code in {"illegal_move", "not_your_ticket"}:  # the visitor has changed their mind at the kiosk
            self._at_hand = ""
        if answer.status != 200:
            return
        if command.verb == "sign_in":
            self._open = True
            return
        self._state = answer.body["state"]
        self._at_hand = answer.body["id"] if self._state in {"called", "serving"} else ""
        if self._state == "held":
            self._aside.append(answer.body["id"])


def people_of(cast: Cast, rng: random.Random, credential: Callable[[str, str, str], dict[str, str]]) -> list[Person]:
    """Everybody; `credential` makes a key from role, name and place."""

    def chance() -> random.Random:
        return random.Random(rng.random())

    kiosks = [Kiosk(name, chance(), credential("kiosk", name, ""), cast.items) for name in cast.kiosks]
    consoles = [Console(f"C{no}", chance(), credential("counter", f"C{no}", str(no)), no) for no in cast.counters]
    return [*kiosks, *consoles]
