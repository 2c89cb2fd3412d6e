"""UI-K24 现场协助: the PIN at a pad, as dots; and what staff can do at this machine. Pure."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from kiosk.session.corner import CHOICES, LEAST, choices
from kiosk.session.hearing import USUAL
from kiosk.values import Value
from kiosk.viewmodels.pads import DIGIT_COLUMNS, LOOK, PadKey, digit_keys

if TYPE_CHECKING:
    from kiosk.session.state import Session

MINUTE_S = 60


class StaffPinProps(Value, frozen=True):
    """How much is typed, never what. `said`: "", wrong_pin or shut, with the minutes that it stays so."""

    count: int = 0
    ready: bool = False
    judging: bool = False
    said: str = ""
    shut_min: int = 0
    keys: tuple[PadKey, ...] = ()
    columns: int = DIGIT_COLUMNS


def staff_pin_props(session: Session) -> StaffPinProps:
    """Derive the pad."""
    corner = session.corner
    left = session.gate.shut_until - session.now if session.gate else 0.0
    count = len(corner.typed) if corner else 0
    return StaffPinProps(
        count=count,
        ready=count >= LEAST and left <= 0,
        judging=corner.judging if corner else False,
        said="shut" if left > 0 else corner.said if corner else "",
        shut_min=max(0, ceil(left / MINUTE_S)),
        keys=tuple(key for key in digit_keys() if key.value != LOOK),
    )


class StaffProps(Value, frozen=True):
    """What can be done; `said` is what was done last, `failed` that it did not work."""

    acts: tuple[str, ...] = CHOICES
    said: str = ""
    failed: bool = False
    volume: int = USUAL


def staff_props(session: Session) -> StaffProps:
    """Derive the list."""
    corner = session.corner
    said, failed = (corner.said, corner.failed) if corner else ("", False)
    return StaffProps(acts=choices(session), said=said, failed=failed, volume=session.hearing.usual)
