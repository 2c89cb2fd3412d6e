"""What a board is told: a snapshot of its part of the hall, and the calls after a number.

Turns the hall's answers into the board's; decides nothing about queues. Nothing of a person is in any of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import CounterState, Move
from hall_server.web.board_words import SHUT, QueueRow, headline, queue_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.site import Board
    from hall_server.contract.messages import EventView, HallNow
    from hall_server.flows.hall import Hall

CALLS = frozenset({Move.CALL, Move.RECALL})
SCANNED = 500  # events read for one answer
RECENT = 24  # earlier calls in a first snapshot
NEXT_SHOWN = 3
_NOT_CALLING = frozenset({CounterState.CLOSED, CounterState.PAUSED})


class BoardCall(msgspec.Struct, frozen=True):
    """One call as a board shows it; `way` = left | right | straight | upstairs | downstairs | ""."""

    n: int
    at: int
    move: Move
    label: str
    counter: int
    way: str = ""


class BoardCalls(msgspec.Struct, frozen=True):
    """Calls after a number, in order. Everything up to `through` was looked at; more remains while `through < n`."""

    n: int
    through: int
    incarnation: str
    business_day: str
    calls: tuple[BoardCall, ...]


class BoardUrgent(msgspec.Struct, frozen=True):
    """紧急通知, which outranks everything on a board; `until` in UTC microseconds."""

    words: str
    english: str
    until: int


class BoardNow(msgspec.Struct, frozen=True):
    """A board's snapshot; a reader who then asks for calls after `n` misses nothing. `recent`: newest first."""

    n: int
    incarnation: str
    business_day: str
    at: int
    closes: str
    open_counters: int
    waiting: int
    next: tuple[str, ...]
    headline: str
    advice: str
    queues: tuple[QueueRow, ...]
    recent: tuple[BoardCall, ...] = ()
    urgent: BoardUrgent | None = None


def board_now(hall: Hall, board: Board, clock: str, *, recent: bool) -> BoardNow:
    """The snapshot at a hall time "HH:MM"; `recent` adds the calls before it."""
    now = hall.now()
    mine = [queue for queue in now.queues if not board.queues or queue.id in board.queues]
    rows = tuple(sorted((queue_row(queue) for queue in mine), key=lambda row: row.state == SHUT))
    waiting = sum(queue.waiting for queue in mine)
    title, advice = headline(now, rows, waiting, clock)
    return BoardNow(
        n=now.n,
        incarnation=now.incarnation,
        business_day=now.business_day,
        at=now.at,
        closes=now.closes,
        open_counters=now.open_counters,
        waiting=waiting,
        next=_next_labels(hall, now, board),
        headline=title,
        advice=advice,
        queues=rows,
        recent=_recent(hall, board, now.n) if recent else (),
        urgent=BoardUrgent(now.urgent.words, now.urgent.words_en, now.urgent.until) if now.urgent else None,
    )


def board_calls(hall: Hall, board: Board, after: int) -> BoardCalls:
    """The calls of this board's queues after a number."""
    page = hall.events(after, SCANNED)
    through = page.events[-1].n if page.events else max(after, page.n)
    return BoardCalls(page.n, through, page.incarnation, page.business_day, _calls(page.events, board))


def board_call(hall: Hall, board: Board, n: int) -> BoardCall | None:
    """The call of one event number, if this board shows it."""
    found = _calls(hall.events(n - 1, 1).events, board) if n > 0 else ()
    return found[0] if found and found[0].n == n else None


def _calls(events: Sequence[EventView], board: Board) -> tuple[BoardCall, ...]:
    return tuple(
        BoardCall(event.n, event.at, event.move, event.label, event.counter, board.arrows.get(str(event.counter), ""))
        for event in events
        if event.move in CALLS and event.counter is not None and (not board.queues or event.queue in board.queues)
    )


def _recent(hall: Hall, board: Board, n: int) -> tuple[BoardCall, ...]:
    page = hall.events(max(0, n - SCANNED), SCANNED)
    return tuple(reversed(_calls(page.events, board)[-RECENT:]))


def _next_labels(hall: Hall, now: HallNow, board: Board) -> tuple[str, ...]:
    """请准备: whom the counters that work now would call next, the longest waiting first."""
    waiting: dict[str, int] = {}
    for counter in now.counters:
        if counter.state not in _NOT_CALLING:
            for ticket in hall.counter_queue(counter.no).tickets[:NEXT_SHOWN]:
                if not board.queues or ticket.queue in board.queues:
                    waiting[ticket.label] = ticket.waited_min
    return tuple(sorted(waiting, key=lambda label: -waiting[label])[:NEXT_SHOWN])
