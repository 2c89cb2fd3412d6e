"""UI-T9 演练: which faults can be played here. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.drilling import DrillKind, drills
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session


class DrillProps(Value, frozen=True):
    """`kinds`: DrillKinds."""

    kinds: tuple[str, ...] = tuple(DrillKind)


def drill_props(session: Session) -> DrillProps:
    """Derive the list."""
    return DrillProps(drills(session))
