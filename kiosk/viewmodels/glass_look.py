"""UI-T4 画面: what each card draws, in pixels of the layout, from the panel's own size and height. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.glass import LONG_PX, REACH_MM, SHORT_PX, Glass
from kiosk.session.glass_look import VIEWS
from kiosk.values import Value, replace

if TYPE_CHECKING:
    from kiosk.session.state import Session

LOW_REACH_MM = 1100  # the line of 往下移
EVERY_MM = 100
RULER_MM = 100
FAR_MM = 46.5  # a sign of 20 minutes of arc, eight metres away


class HeightLine(Value, frozen=True):
    """`mm` above the floor, at `y` of the layout; `reach`: one of the two that hands are promised."""

    mm: int
    y: float
    reach: bool = False


class GlassLookProps(Value, frozen=True):
    """`next`: the View after this one; lengths in pixels of the layout."""

    view: str = VIEWS[0]
    next: str = VIEWS[1]
    place: int = 1
    of: int = len(VIEWS)
    ruler: float = 0
    far: float = 0
    px_per_mm: float = 4
    diagonal_in: float = 0
    bottom_mm: int = 0
    lines: tuple[HeightLine, ...] = ()


def glass_look_props(session: Session) -> GlassLookProps:
    """Derive the card."""
    glass = replace(session.glass, landscape=session.landscape)
    at = session.workshop.view if session.workshop is not None else 0
    return GlassLookProps(
        view=VIEWS[at],
        next=VIEWS[(at + 1) % len(VIEWS)],
        place=at + 1,
        ruler=RULER_MM * glass.px_per_mm,
        far=FAR_MM * glass.px_per_mm,
        px_per_mm=glass.px_per_mm,
        diagonal_in=glass.diagonal_in,
        bottom_mm=round(glass.bottom_mm),
        lines=height_lines(glass),
    )


def height_lines(glass: Glass) -> tuple[HeightLine, ...]:
    """Every ten centimetres that lie on the glass, from the lowest."""
    height_px = SHORT_PX if glass.landscape else LONG_PX
    first = (int(glass.bottom_mm) // EVERY_MM + 1) * EVERY_MM
    last = int(glass.bottom_mm + height_px / glass.px_per_mm)
    return tuple(
        HeightLine(mm, height_px - (mm - glass.bottom_mm) * glass.px_per_mm, mm in {REACH_MM, LOW_REACH_MM})
        for mm in range(first, last + 1, EVERY_MM)
    )
