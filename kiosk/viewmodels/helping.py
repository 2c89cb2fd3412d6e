"""UI-K17 请人帮忙: how a call for help stands, who comes, and the way to the desk. Pure; nothing of the person."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, degrees, dist
from typing import TYPE_CHECKING

from kiosk.session.helping import HelpStep
from kiosk.values import Value, replace
from kiosk.viewmodels.tongue import said

if TYPE_CHECKING:
    from kiosk.session.floor import Block, Floor, Point
    from kiosk.session.state import Session

DOTS = 18
CLEAR = 0.14  # of the way, at both ends: there the marks stand


class Spot(Value, frozen=True):
    """A place on the plan, in shares of its width and depth."""

    x: float
    y: float


class PlanBlock(Value, frozen=True):
    """Something large that one sees in the hall. `kind`: counters | seats."""

    kind: str
    x: float
    y: float
    width: float
    depth: float


class HelpProps(Value, frozen=True):
    """`step`: asking | called | seen | coming | late | desk | alone. Without a plan `direction` is -1."""

    step: str = HelpStep.DESK
    done: int = 0  # of the three words: how many are true
    looks: str = ""
    minutes: int = 0
    seconds_ago: int = 0
    hotline: str = ""
    slip: bool = False  # one with the way came out: it is to be taken along
    direction: int = -1
    metres: int = 0
    here: tuple[Spot, ...] = ()
    desk: tuple[Spot, ...] = ()
    dots: tuple[Spot, ...] = ()
    arrow: int = 0  # degrees to the right from upwards, where the way comes in
    blocks: tuple[PlanBlock, ...] = ()


_DONE = dict.fromkeys(HelpStep, 0) | {HelpStep.CALLED: 1, HelpStep.SEEN: 2, HelpStep.COMING: 3}


def help_props(session: Session) -> HelpProps:
    """Derive the page; without a call the desk is named."""
    call, hall = session.help, session.hall
    step = HelpStep.DESK if call is None else call.step
    told = HelpProps(
        step="late" if call is not None and call.late(session.now) else step,
        done=_DONE[step],
        looks=said(session, call.looks) if call else "",
        minutes=call.minutes if call else 0,
        seconds_ago=int(session.now - call.asked_at) if call else 0,
        hotline=hall.hotline if hall else "",
        slip=call is not None and call.slip_out and step is HelpStep.DESK,
    )
    return told if session.floor is None else _with_plan(told, session.floor)


def _with_plan(told: HelpProps, floor: Floor) -> HelpProps:
    def spot(point: Point) -> Spot:
        return Spot(point[0] / floor.width_m, point[1] / floor.depth_m)

    def block(kind: str, place: Block) -> PlanBlock:
        corner, size = spot(place[:2]), spot(place[2:])
        return PlanBlock(kind, corner.x, corner.y, size.x, size.y)

    large = {"counters": floor.counters, "seats": floor.seats}
    before, desk = floor.way[-2:]
    return replace(
        told,
        direction=floor.direction,
        metres=floor.metres,
        here=(spot(floor.here),),
        desk=(spot(floor.desk),),
        dots=tuple(spot(point) for point in dotted(floor.way)),
        arrow=round(degrees(atan2(desk[0] - before[0], before[1] - desk[1]))) % 360,
        blocks=tuple(block(kind, place) for kind, place in large.items() if place is not None),
    )


def dotted(way: tuple[Point, ...]) -> list[Point]:
    """Points at equal distances along the way, its ends left clear; the last is where the arrow stands."""
    legs = [(a, b, dist(a, b)) for a, b in pairwise(way)]
    whole = sum(length for *_, length in legs)
    shares = [CLEAR + (1 - 2 * CLEAR) * place / (DOTS - 1) for place in range(DOTS)]
    return [_along(legs, share * whole) for share in shares] if whole else []


def _along(legs: list[tuple[Point, Point, float]], far: float) -> Point:
    for a, b, length in legs:
        if far <= length or (a, b, length) == legs[-1]:
            part = min(1.0, far / length) if length else 0.0
            return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        far -= length
    raise AssertionError("a way has legs")
