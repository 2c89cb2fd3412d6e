"""What was recorded of one hall: who asked for what, when they asked, when they were answered and what they were told.

Times are seconds of one monotonic clock (of the machine that asked). Knows no rule.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

NEVER = float("inf")  # the time of an answer that nobody read: the operation may have happened at any time since


class Seen(NamedTuple):
    """What an answer shows of a ticket."""

    state: str
    counter: int | None
    queue: str
    recalls: int
    missed: int  # calls at which nobody came
    directed: int | None  # the one counter that it was transferred to

    @classmethod
    def of(cls, view: dict[str, Any]) -> Seen:
        """The same from a view of the API."""
        names = ("state", "counter", "queue", "recalls", "no_shows", "directed_to")
        return cls(*(view.get(name) for name in names))


@dataclass(slots=True, eq=False)
class Operation:
    """One operation on one ticket. `counter` 0 is a kiosk or the server itself.

    `seen` is set when it was done, `refused` (a problem code) when it was not; neither is when nobody read the answer.
    """

    verb: str
    counter: int
    invoked: float
    answered: float = NEVER
    seen: Seen | None = None
    refused: str = ""
    queue: str = ""  # a transfer goes there; a take begins there
    to: int | None = None  # a transfer to one counter
    n: int = 0  # the number of its event, as it was told

    @property
    def open(self) -> bool:
        """Nobody knows whether it happened."""
        return self.answered == NEVER

    def unread(self) -> Operation:
        """The same, had the recording ended before its answer."""
        return Operation(self.verb, self.counter, self.invoked, queue=self.queue, to=self.to)

    def line(self, since: float = 0.0) -> str:
        """For people; milliseconds after `since`."""
        end = "      ?" if self.open else f"{(self.answered - since) * 1e3:7.1f}"
        who = f"counter {self.counter}" if self.counter else "kiosk/server"
        where = f" → {self.queue}" if self.verb == "transfer" else ""
        told = "no answer" if self.open else self.refused or f"{self.seen.state} at {self.seen.counter}"
        return f"[{(self.invoked - since) * 1e3:7.1f} … {end}] {who:<12} {self.verb}{where}: {told}"

    def document(self) -> dict[str, Any]:
        """For a file; `from_document` reads it."""
        found = asdict(self)
        found["answered"] = None if self.open else self.answered
        return found

    @classmethod
    def from_document(cls, found: dict[str, Any]) -> Operation:
        seen, answered = found.pop("seen"), found.pop("answered")
        return cls(**found, seen=seen and Seen(*seen), answered=NEVER if answered is None else answered)
