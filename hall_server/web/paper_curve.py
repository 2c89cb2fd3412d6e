"""How long a kiosk's paper lasts, drawn: what was left until now, and between which moments it ends. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.domain.fleet import HOUR_US

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from hall_server.domain.fleet import PaperEnd, Slot

WIDTH, HEIGHT = 360, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 350, 16, 156
_BACK_H, _AHEAD_H = 3, 6
_TICKS = 4


class Mark(msgspec.Struct, frozen=True):
    """A word beside the drawing."""

    x: float
    y: float
    words: str


class PaperCurve(msgspec.Struct, frozen=True):
    """`was`, `band`: points of a line and of an area, as SVG writes them; `words`: the same for ears."""

    was: str
    band: str
    now_x: float
    now_y: float
    levels: tuple[Mark, ...]
    hours: tuple[Mark, ...]
    words: str


def paper_curve(
    slots: Sequence[Slot], left: int | None, end: PaperEnd | None, now: int, hall_time: Callable[[int], datetime]
) -> PaperCurve | None:
    """Of the last three hours and the next six; None where nobody knows what is left."""
    if left is None:
        return None
    since = now - _BACK_H * HOUR_US
    known = [(one.at, one.paper) for one in slots if one.paper is not None and since <= one.at <= now]
    top = _round_up(max([left, *(paper for _, paper in known)]))
    wide = (_RIGHT - _LEFT) / ((_BACK_H + _AHEAD_H) * HOUR_US)

    def x_of(at: int) -> float:
        return round(min(_RIGHT, max(_LEFT, _LEFT + (at - since) * wide)), 1)

    def y_of(paper: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * paper / top, 1)

    was = " ".join(f"{x_of(at)},{y_of(paper)}" for at, paper in [*known, (now, left)])
    band, words = "", f"现在约 {left} 张"
    if end is not None:
        early, late = hall_time(end.early), hall_time(end.late)
        reaches = [(at, max(0.0, left * (1 - (min(at, now + _AHEAD_H * HOUR_US) - now) / (at - now)))) for at in end]
        points = [(now, float(left)), *((at, paper) for at, paper in reaches if at > now)]
        band = " ".join(f"{x_of(at)},{y_of(paper)}" for at, paper in points)
        today = early.date() == late.date()
        words += f"，大约 {early:%H:%M} 到 {late:%H:%M} 用完" if today else f"，{early:%m-%d} 以后用完"
    levels = tuple(
        Mark(_LEFT - 8, y_of(top * no / _TICKS), str(top * no // _TICKS)) for no in range(_TICKS + 1) if no % 2 == 0
    )
    hour = since - since % HOUR_US + HOUR_US
    hours = tuple(
        Mark(x_of(at), _BOTTOM + 24, hall_time(at).strftime("%H"))
        for at in range(hour, since + (_BACK_H + _AHEAD_H) * HOUR_US, 2 * HOUR_US)
    )
    return PaperCurve(was, band, x_of(now), y_of(left), levels, hours, words)


def _round_up(many: int) -> int:
    """To a number that four steps divide well."""
    step = next(step for step in (20, 40, 80, 200, 400, 800, 2_000, 10**9) if many <= 4 * step)
    return max(step, -(-many // step) * step)
