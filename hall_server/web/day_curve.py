"""The day in half hours: who came, who was served, how many waited; read off the hall's events and drawn (UI-M1).

`DayTally` counts, `day_curve` draws: bars, a line with dots and a broken one with squares, each with its name
at its end, so that nothing is told by colour alone. Times are UTC microseconds; lengths are units of the drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.vocabulary import Move, TicketState
from hall_server.web.overview import MINUTE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.contract.messages import EventView

HALF = 30 * MINUTE
WIDTH, HEIGHT = 960, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 846, 20, 222
_LEAST_HALVES = 6  # a day that has just begun is no single fat bar
_LEAST_TOP = 4
_LABEL_GAP = 24
_TICKS_MOST = 10


class Half(msgspec.Struct, frozen=True):
    """One half hour. `waiting`: at its end; of the one that runs: now."""

    at: int
    came: int
    served: int
    waiting: int


class DayTally:
    """Counts events as they come, in order."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[int, int, int]] = {}
        self._waiting: set[str] = set()
        self._came: set[str] = set()
        self._done: dict[str, int] = {}

    def take(self, event: EventView) -> None:
        """One event. Somebody comes once, however often they wait; an end that was taken back is none."""
        slot = event.at // HALF
        came, served, _ = self._counts.get(slot, (0, 0, 0))
        if event.state is TicketState.WAITING:
            came += event.ticket not in self._came
            self._came.add(event.ticket)
            self._waiting.add(event.ticket)
        else:
            self._waiting.discard(event.ticket)
        if event.move is Move.COMPLETE:
            served += 1
            self._done[event.ticket] = slot
        self._counts[slot] = (came, served, len(self._waiting))
        if event.move is Move.UNDO and (then := self._done.pop(event.ticket, None)) is not None:
            before = self._counts[then]
            self._counts[then] = (before[0], before[1] - 1, before[2])

    def halves(self, now: int) -> tuple[Half, ...]:
        """From the first half hour in which something happened to the one that runs."""
        found, waiting = [], 0
        for slot in range(min(self._counts, default=now // HALF), now // HALF + 1):
            came, served, waiting = self._counts.get(slot, (0, 0, waiting))
            found.append(Half(slot * HALF, came, served, waiting))
        return tuple(found)


class Dot(msgspec.Struct, frozen=True):
    """A point of the drawing."""

    x: float
    y: float


class CurveBar(msgspec.Struct, frozen=True):
    """Who came in one half hour."""

    x: float
    y: float
    width: float
    height: float


class Mark(msgspec.Struct, frozen=True):
    """A word beside the drawing: a time, a number, the name of a line."""

    x: float
    y: float
    words: str


class CurveRow(msgspec.Struct, frozen=True):
    """The same in figures."""

    when: str
    came: int
    served: int
    waiting: int


class Curve(msgspec.Struct, frozen=True):
    """Everything that the template draws."""

    bars: tuple[CurveBar, ...]
    waiting: tuple[Dot, ...]
    served: tuple[Dot, ...]
    hours: tuple[Mark, ...]
    levels: tuple[Mark, ...]
    names: tuple[Mark, ...]  # of came, waiting, served, each at the end of its line
    rows: tuple[CurveRow, ...]
    words: str


def day_curve(halves: Sequence[Half], clock: Callable[[int], str]) -> Curve:
    """The drawing. `clock`: a moment as the hall's clock says it, "09:30"."""
    step = (_RIGHT - _LEFT) / max(len(halves), _LEAST_HALVES)
    top = _round_up(max((max(one.came, one.served, one.waiting) for one in halves), default=0))
    middle = [round(_LEFT + step * (place + 0.5), 1) for place in range(len(halves))]
    every = max(1, -(-len(halves) // _TICKS_MOST))
    last = halves[-1]
    return Curve(
        bars=tuple(
            CurveBar(round(x - step * 0.32, 1), _y(one.came, top), round(step * 0.64, 1), _high(one.came, top))
            for x, one in zip(middle, halves, strict=True)
            if one.came
        ),
        waiting=tuple(Dot(x, _y(one.waiting, top)) for x, one in zip(middle, halves, strict=True)),
        served=tuple(Dot(x, _y(one.served, top)) for x, one in zip(middle, halves, strict=True)),
        hours=tuple(
            Mark(middle[place], HEIGHT - 14, clock(one.at)) for place, one in enumerate(halves) if place % every == 0
        ),
        levels=tuple(Mark(_LEFT - 10, _y(level, top), str(level)) for level in (0, top // 2, top)),
        names=_names(last, top, middle[-1] + step / 2 + 8),
        rows=tuple(CurveRow(clock(one.at), one.came, one.served, one.waiting) for one in halves),
        words=f"到 {clock(last.at)} 起的半小时：来了 {last.came} 位，办完 {last.served} 位，现在 {last.waiting} 位在等",
    )


def _names(last: Half, top: int, x: float) -> tuple[Mark, ...]:
    """Each at the height of its last value, apart from each other."""
    named = (("来了", last.came), ("在等", last.waiting), ("办完", last.served))
    marks: dict[str, Mark] = {}
    floor: float = _TOP - _LABEL_GAP
    for name, value in sorted(named, key=lambda one: -one[1]):
        floor = max(floor + _LABEL_GAP, _y(value, top))
        marks[name] = Mark(round(x, 1), floor, f"{name} {value}")
    over = max(0.0, floor - _BOTTOM)  # pushed under the line: all of them a little up
    return tuple(Mark(one.x, round(one.y - over, 1), one.words) for one in (marks[name] for name, _ in named))


def _round_up(most: int) -> int:
    """An even number that is easily read, above everything."""
    for top in (_LEAST_TOP, 6, 10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600):
        if most <= top:
            return top
    return -(-most // 200) * 200


def _y(value: float, top: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * value / top, 1)


def _high(value: float, top: int) -> float:
    return round(_BOTTOM - _y(value, top), 1)
