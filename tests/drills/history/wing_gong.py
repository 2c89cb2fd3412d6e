"""Is there an order in which a ticket's operations could have happened one at a time? (Wing and Gong 1993.)

The search places operations one after the other: next may come whichever was asked for before the first answer among
those not yet placed. Two ways to the same set of placed operations and the same register are one (Lowe 2017), so a
ticket's few operations cost little. An operation without an answer may be placed anywhere after it was asked for, or
left out. Tickets are checked one by one, because histories of separate objects are linearizable when each of them is
(Herlihy and Wing 1990).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.drills.history.register import UNBORN, Register, outcomes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tests.drills.history.operations import Operation


@dataclass(frozen=True)
class Refusal:
    """The smallest piece of a history that no order explains: no shorter beginning of it is refused."""

    ticket: str
    before: frozenset[Register]  # what the ticket may have been when the piece begins
    piece: tuple[Operation, ...]
    answer: Operation  # the one whose answer nothing explains

    def words(self) -> str:
        """The piece for people."""
        since = self.piece[0].invoked
        was = " or ".join(sorted(f"{one.state} at {one.counter}" for one in self.before))
        told = [one for one in self.piece if not one.open]
        lines = [one.line(since) + ("   ← cannot be" if one is self.answer else "") for one in told]
        if more := len(self.piece) - len(told):
            lines.append(f"and {more} not answered by then, none of which explains it")
        return "\n    ".join([f"ticket {self.ticket} was {was}; then (ms)", *lines])


def linearizable(history: Iterable[Operation], starts: Iterable[Register] = (UNBORN,)) -> bool:
    """Whether some order of the operations explains every answer."""
    return next(_ends(_in_order(history), starts), None) is not None


def refusals(histories: Mapping[str, Sequence[Operation]]) -> Iterator[Refusal]:
    """What is refused of many tickets' histories."""
    for ticket, history in histories.items():
        if not linearizable(history):
            yield smallest(ticket, history)


def smallest(ticket: str, history: Sequence[Operation]) -> Refusal:
    """The smallest piece of a history that is not linearizable.

    It ends with the first answer that nothing explains. It begins where nothing was under way: whatever happened up to
    there is told by the registers that it can have led to.
    """
    history = _in_order(history)
    answers = sorted((one for one in history if not one.open), key=lambda one: one.answered)
    for bad in answers:
        beginning = _until(history, bad.answered)
        if not linearizable(beginning):
            before, piece = _behind_the_last_rest(beginning)
            return Refusal(ticket, before, tuple(piece), bad)
    raise ValueError(f"the history of {ticket} is linearizable")


def _in_order(history: Iterable[Operation]) -> list[Operation]:
    return sorted(history, key=lambda one: one.invoked)


def _until(history: Sequence[Operation], end: float) -> list[Operation]:
    return [one if one.answered <= end else one.unread() for one in history if one.invoked <= end]


def _behind_the_last_rest(history: Sequence[Operation]) -> tuple[frozenset[Register], Sequence[Operation]]:
    """Cut at the last moment at which every operation so far had been answered and explained."""
    for at in range(len(history) - 1, 0, -1):
        before, behind = history[:at], history[at:]
        if max(one.answered for one in before) < behind[0].invoked:
            starts = frozenset(_ends(before, (UNBORN,)))
            if starts and not linearizable(behind, starts):
                return starts, behind
    return frozenset({UNBORN}), history


def _ends(history: Sequence[Operation], starts: Iterable[Register]) -> Iterator[Register]:
    """Every register that some order can end with; `history` is sorted by when it was asked for."""
    answered = sum(1 << at for at, one in enumerate(history) if not one.open)
    ways = [(0, start) for start in starts]
    known = set(ways)
    while ways:
        placed, register = ways.pop()
        if placed & answered == answered:
            yield register
        for at in _next(history, placed):
            for then in outcomes(register, history[at]):
                way = (placed | 1 << at, then)
                if way not in known:
                    known.add(way)
                    ways.append(way)


def _next(history: Sequence[Operation], placed: int) -> list[int]:
    """Which operations may come next: asked for before any that is not placed yet was answered.

    Those without an answer come first: what is found last is tried first.
    """
    first_answer = float("inf")
    found, unanswered = [], []
    for at, one in enumerate(history):
        if one.invoked > first_answer:
            break
        if not placed >> at & 1:
            (unanswered if one.open else found).append(at)
            first_answer = min(first_answer, one.answered)
    return unanswered + found[::-1]
