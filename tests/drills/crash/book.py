"""What the hall has told its visitors and clerks over the whole life of a store, and what that store must hold for it.

An answer that reached somebody is a promise: its ticket is there, its event stands under its number, and whoever asks
under the same key again hears the same. A command without an answer may or may not have happened.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

from hall_server.store.place import place_of
from tests.drills.invariants import hall_findings

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from hall_server.domain.ticket import TicketEvent
    from tests.drills.crash.wire import Answer, Command

_GOOD = (200, 201)
_PROOFS_OF_LOSS = frozenset(
    {"ticket_unknown", "counter_closed", "idempotency_key_reused", "hall_rolled_back", "not_found", "internal"}
)
_MOVES = {"take": "take", "confirm_print": "confirm_print", "call_next": "call", "serve": "serve",
          "complete": "complete", "hold": "hold", "resume": "resume"}  # fmt: skip
_PAGE = 2_000


class Book:
    """Filled by several threads; looked through when they rest."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[Command, Answer]] = {}
        self.put_off: Counter[str] = Counter()
        self.findings: list[str] = []
        self._asked: set[str] = set()  # ids under which somebody wanted a number
        self._fresh: list[str] = []  # keys answered since the last `again`
        self._door = threading.Lock()

    def asks(self, command: Command) -> None:
        """Somebody is about to ask."""
        if command.verb == "take":
            with self._door:
                self._asked.add(command.key)

    def hears(self, command: Command, answer: Answer) -> None:
        """Somebody has heard an answer; the first one to a key is the one that counts."""
        with self._door:
            if answer.later:
                self.put_off[answer.code] += 1
                return
            if answer.status >= 500 or answer.code in _PROOFS_OF_LOSS:
                self.findings.append(f"{command.verb} {command.key} was answered {answer.status} {answer.code}")
            first = self.answers.setdefault(command.key, (command, answer))[1]
            self._fresh.append(command.key)
            if first != answer:
                self.findings.append(f"{command.verb} {command.key} was answered {first}, and later {answer}")

    def again(self, rng: random.Random, some: int) -> list[Command]:
        """Commands to ask once more: the newest answers of each kind, which a crash would lose first, and a few old."""
        with self._door:
            newest, self._fresh = self._fresh[-some:], []
            old = rng.sample(sorted(self.answers), min(some // 2, len(self.answers)))
            return [self.answers[key][0] for key in dict.fromkeys([*newest, *old])]

    @property
    def told(self) -> dict[str, str]:
        """Ticket id → label, of every number that a visitor was told."""
        heard = list(self.answers.values())
        return {answer.body["id"]: answer.body["label"] for command, answer in heard if _took(command, answer)}

    def judge(self, where: Path | str, hall_id: str) -> list[str]:
        """Everything that the store must hold; [] when it does."""
        found = hall_findings(where, hall_id, self.told)
        with closing(place_of(where).reader(hall_id)) as reader:
            events: list[TicketEvent] = []
            while more := reader.events(events[-1].n if events else 0, _PAGE):
                events += more
        found += self._strangers(events) + self._not_kept(events) + self._called_twice(events)
        with self._door:
            found, self.findings = self.findings + found, []
        return found

    def _strangers(self, events: list[TicketEvent]) -> list[str]:
        takes = Counter(event.ticket for event in events if event.birth is not None)
        return [f"ticket {one} exists and nobody asked for it" for one in takes.keys() - self._asked] + [
            f"ticket {one} was taken {times} times" for one, times in takes.items() if times > 1
        ]

    def _not_kept(self, events: list[TicketEvent]) -> list[str]:
        there = {event.n: (event.ticket, event.move.value) for event in events}
        found = []
        for command, answer in list(self.answers.values()):
            move = _MOVES.get(command.verb)
            if move is None or answer.status not in _GOOD:
                continue
            want = answer.body["id"], move
            if there.get(answer.body["n"]) != want:
                stands = there.get(answer.body["n"], "nothing")
                found.append(f"event {answer.body['n']} was told as {want}, the store has {stands}")
        return found

    def _called_twice(self, events: list[TicketEvent]) -> list[str]:
        """In these drills nobody is called a second time: no console sends anybody back into the line."""
        calls: dict[str, list[int | None]] = {}
        for event in events:
            if event.move.value == "call":
                calls.setdefault(event.ticket, []).append(event.counter)
        told: dict[str, set[str]] = {}
        for command, answer in list(self.answers.values()):
            if command.verb == "call_next" and answer.status in _GOOD:
                told.setdefault(answer.body["id"], set()).add(command.path)
        return [f"ticket {one} was called by counters {at}" for one, at in calls.items() if len(at) > 1] + [
            f"ticket {one} was called: {sorted(at)}" for one, at in told.items() if len(at) > 1
        ]


def _took(command: Command, answer: Answer) -> bool:
    return command.verb == "take" and answer.status in _GOOD
