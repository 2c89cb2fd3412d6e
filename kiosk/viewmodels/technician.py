"""UI-T3: 工具, the touch grid, the loudspeaker's test. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.bench import LISTED
from kiosk.session.self_test_words import SPOTS, Sounds
from kiosk.session.sounding import LEVELS, Heard
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session


class BenchProps(Value, frozen=True):
    """`tools`: Tools, in their order."""

    tools: tuple[str, ...] = LISTED


class TouchGridProps(Value, frozen=True):
    """`place`: which cross, from 0 at the top left, row by row."""

    place: int = 0
    spots: int = SPOTS


class SoundsProps(Value, frozen=True):
    """`last`: what sounded; `heard`: a Heard or ""; `level`: in dB(A) or ""."""

    last: str = ""
    heard: str = ""
    level: str = ""
    answers: tuple[str, ...] = tuple(Heard)
    levels: tuple[str, ...] = LEVELS


def bench_props(_: Session) -> BenchProps:
    """Derive the list."""
    return BenchProps()


def touch_grid_props(session: Session) -> TouchGridProps:
    """Derive the grid."""
    return TouchGridProps(len(session.workshop.off_mm) if session.workshop is not None else 0)


def sounds_props(session: Session) -> SoundsProps:
    """Derive the page."""
    sounds = session.workshop.sounds if session.workshop is not None else Sounds()
    return SoundsProps(sounds.last, sounds.heard, sounds.level)
