"""What the hall did, by who did it: its events read as they come, so that each press can be held against its effect."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.web.hall import HallProcess

ENDED = frozenset({"completed", "expired", "cancelled", "void"})
_PAGE = 500


class Book:
    """The events of one hall so far."""

    def __init__(self, hall: HallProcess) -> None:
        self._hall = hall
        self._n = 0
        self._moves: defaultdict[str, list[str]] = defaultdict(list)
        self.states: dict[str, str] = {}  # by ticket

    def read(self) -> None:
        """Everything that is new."""
        while True:
            events = self._hall.ask("counter", "GET", f"/events?after={self._n}&limit={_PAGE}")["events"]
            for event in events:
                self._n = event["n"]
                self.states[event["ticket"]] = event["state"]
                if event["actor_kind"] == "clerk":
                    self._moves[event["actor"]].append(event["move"])
            if len(events) < _PAGE:
                return

    def moves(self, staff_no: str) -> list[str]:
        """What a clerk has done, in order."""
        return self._moves[staff_no]

    def count(self, move: str) -> int:
        """How often something was done, by everybody."""
        return sum(moves.count(move) for moves in self._moves.values())

    @property
    def ended(self) -> int:
        """How many visitors are through."""
        return sum(state in ENDED for state in self.states.values())
