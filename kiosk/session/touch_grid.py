"""触摸屏 (UI-T3): twenty-five crosses, touched one after the other, and how far each touch was off. Pure.

A finger of somebody who aims is some millimetres off; what counts is whether the least target would still be hit.
"""

from __future__ import annotations

from math import hypot, isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Touch
from kiosk.session.glass import TARGET_MM
from kiosk.session.journey import Journey
from kiosk.session.self_test import stays_open, with_try, workshop_locked
from kiosk.session.self_test_words import SPOTS, Try, TryStep
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Session

PART = "touch"
FAR_MM = TARGET_MM / 2  # a touch further off than this misses the least target
FAR_ZH = "差到 {worst:.0f} 毫米：擦净玻璃，再校准"
FAR_EN = "up to {worst:.0f} mm off; clean the glass, then calibrate"


def grid_opened(session: Session) -> Turn:
    """The first cross."""
    workshop = session.workshop
    if workshop is None:
        return session, ()
    return stays_open(replace(session, page=Page.TOUCH_GRID, workshop=replace(workshop, off_mm=()))), ()


def _spot_touched(session: Session, event: Chosen) -> Turn:
    """`value`: how far right and down of the cross, in pixels of the layout: "3.5,-2"."""
    workshop, off_px = session.workshop, _distance(event.value)
    if workshop is None or off_px is None:
        return session, ()
    off_mm = (*workshop.off_mm, off_px / session.glass.px_per_mm)
    if len(off_mm) < SPOTS:
        return stays_open(replace(session, workshop=replace(workshop, off_mm=off_mm))), ()
    return _judged(session, off_mm, event.fresh_id)


def _distance(value: str) -> float | None:
    right, _, down = value.partition(",")
    try:
        found = hypot(float(right), float(down))
    except ValueError:
        return None
    return found if isfinite(found) else None


def _judged(session: Session, off_mm: tuple[float, ...], job: str) -> Turn:
    mean, worst = sum(off_mm) / len(off_mm), max(off_mm)
    well = worst <= FAR_MM
    said = ("", "") if well else (FAR_ZH.format(worst=worst), FAR_EN.format(worst=worst))
    told = Try(PART, job, TryStep.WELL if well else TryStep.ILL, f"{mean:.1f}", *said)
    back = stays_open(replace(session, page=Page.SELF_TEST))
    return with_try(back, told), (PlayTone(Tone.OK if well else Tone.WARN),)


def _back(session: Session, _: Touched) -> Turn:
    return stays_open(replace(session, page=Page.SELF_TEST)), ()


JOURNEY = Journey(
    touches=MappingProxyType({(Page.TOUCH_GRID, Touch.BACK): _back}),
    choices=MappingProxyType({(Page.TOUCH_GRID, Choice.SPOT): _spot_touched}),
    ends=MappingProxyType({Page.TOUCH_GRID: workshop_locked}),
)
