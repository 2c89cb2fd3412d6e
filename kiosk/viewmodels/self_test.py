"""UI-T3 自检: how many parts are well, facts as tiles, boxes as rows with the last try. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Language
from kiosk.session.self_test import TRIED
from kiosk.session.self_test_words import Lamp, Seen, Try, TryStep
from kiosk.values import Value
from kiosk.viewmodels.frame import seconds_left

if TYPE_CHECKING:
    from kiosk.session.state import Session

ORDER = (
    *("receipt_printer", "id_card", "code_scanner", "document_scanner", "page_printer"),
    *("speaker", "access_pad", "sensors"),
)
TILES = ("temperature", "disk", "memory", "network", "clock", "certificate", "hall")
MOST_TILES = 6


class FactTile(Value, frozen=True):
    """`lamp`: a Lamp; without a figure its word stands there."""

    part: str
    lamp: str
    figure: str = ""
    unit: str = ""


class BoxRow(Value, frozen=True):
    """`said`: what helps, in the reader's language; `step`: a TryStep of the last try, "" before; `value`: of it."""

    part: str
    lamp: str
    said: str = ""
    can_try: bool = False
    step: str = ""
    value: str = ""


class SelfTestProps(Value, frozen=True):
    """`lock_s`: so long nobody may touch it; `advice`: of the first fact that is not well."""

    well: int = 0
    odd: int = 0
    broken: int = 0
    looking: bool = False
    lock_s: int = 0
    advice: str = ""
    tiles: tuple[FactTile, ...] = ()
    boxes: tuple[BoxRow, ...] = ()


def self_test_props(session: Session) -> SelfTestProps:
    """Derive the page."""
    workshop = session.workshop
    seen = workshop.seen if workshop is not None else ()
    tries = {one.part: one for one in workshop.tries} if workshop is not None else {}
    english = session.modes.language is Language.EN
    facts = sorted((one for one in seen if one.part in TILES and not one.box), key=lambda one: TILES.index(one.part))
    boxes = sorted((one for one in seen if one.box), key=lambda one: ORDER.index(one.part))
    lamps = [one.lamp for one in (*facts, *boxes)]
    ill = next((one for one in facts if one.lamp in {Lamp.WARNING, Lamp.FAULT}), None)
    return SelfTestProps(
        well=lamps.count(Lamp.FINE),
        odd=lamps.count(Lamp.WARNING),
        broken=lamps.count(Lamp.FAULT),
        looking=not facts,
        lock_s=seconds_left(session.page_ends_at, session.now),
        advice="" if ill is None else ill.english if english else ill.chinese,
        tiles=tuple(FactTile(one.part, one.lamp, one.figure, one.unit) for one in facts[:MOST_TILES]),
        boxes=tuple(_row(one, tries.get(one.part), english=english) for one in boxes),
    )


def _row(seen: Seen, tried: Try | None, *, english: bool) -> BoxRow:
    said = seen if tried is None or tried.step is not TryStep.ILL else tried
    return BoxRow(
        seen.part,
        seen.lamp,
        said.english if english else said.chinese,
        can_try=seen.part in TRIED,
        step="" if tried is None else tried.step,
        value="" if tried is None else tried.value,
    )
