"""UI-T5 网络: each look at the way to the hall as a row, with what to do. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Language
from kiosk.session.self_test_words import Lamp
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session

PARTS = ("cards", "network", "latency", "clock", "certificate", "hall")
ILL = (Lamp.FAULT, Lamp.WARNING)


class LookRow(Value, frozen=True):
    """`said` and `do` in the reader's language."""

    part: str
    lamp: str
    said: str
    do: str = ""


class WayProps(Value, frozen=True):
    """`looking`: nothing was seen yet."""

    looking: bool = True
    ill: int = 0
    rows: tuple[LookRow, ...] = ()


def way_props(session: Session) -> WayProps:
    """Derive the page: of each part what is not well wins over what is, and stands first."""
    seen = session.workshop.seen if session.workshop is not None else ()
    english = session.modes.language is Language.EN
    rows = []
    for part in PARTS:
        of_it = sorted((one for one in seen if one.part == part and not one.box), key=lambda one: one.lamp not in ILL)
        if of_it:
            one = of_it[0]
            said, do = (one.english, one.do_english) if english else (one.chinese, one.do_chinese)
            rows.append(LookRow(part, one.lamp, said, do))
    ill = sum(row.lamp in ILL for row in rows)
    return WayProps(not rows, ill, tuple(sorted(rows, key=lambda row: row.lamp not in ILL)))
