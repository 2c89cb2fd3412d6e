"""UI-T3 自检: how many parts are well, facts as tiles, boxes as rows with the last try. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Language
from kiosk.session.self_test import TRIED
from kiosk.session.self_test_words import Lamp, Seen, Try, TryStep
from kiosk.values import Value
from kiosk.viewmodels.frame import seconds_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.session.state import Session

ORDER = (
    *("receipt_printer", "id_card", "code_scanner", "document_scanner", "page_printer"),
    *("touch", "speaker", "headphones", "access_pad", "indicator", "sensors"),
)
OPENS = frozenset({"touch", "speaker"})  # pages of their own
TILES = ("temperature", "disk", "memory", "network", "clock", "certificate", "hall")
MOST_TILES = 6
PLUG_IN = "插着，只在耳机里说", "Plugged in: heard there alone"
PLUG_OUT = "没插", "Nothing is plugged in"


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
    opens: bool = False  # a page of its own, by its name as a Tool
    step: str = ""
    value: str = ""


class SelfTestProps(Value, frozen=True):
    """`lock_s`: so long nobody may touch it; `advice`: of the first part that is not well, `advice_of`."""

    well: int = 0
    odd: int = 0
    broken: int = 0
    looking: bool = False
    lock_s: int = 0
    advice: str = ""
    advice_of: str = ""
    tiles: tuple[FactTile, ...] = ()
    boxes: tuple[BoxRow, ...] = ()


def self_test_props(session: Session) -> SelfTestProps:
    """Derive the page."""
    workshop = session.workshop
    seen = workshop.seen if workshop is not None else ()
    english = session.modes.language is Language.EN
    facts = sorted((one for one in seen if one.part in TILES and not one.box), key=lambda one: TILES.index(one.part))
    rows = box_rows(session, *_of_the_glass(session))
    lamps = [*(fact.lamp for fact in facts), *(row.lamp for row in rows)]
    part, advice = next(_advice(facts, rows, english=english), ("", ""))
    return SelfTestProps(
        well=lamps.count(Lamp.FINE),
        odd=lamps.count(Lamp.WARNING),
        broken=lamps.count(Lamp.FAULT),
        looking=not facts,
        lock_s=seconds_left(session.page_ends_at, session.now),
        advice=advice,
        advice_of=part,
        tiles=tuple(FactTile(one.part, one.lamp, one.figure, one.unit) for one in facts[:MOST_TILES]),
        boxes=rows,
    )


def box_rows(session: Session, *more: Seen) -> tuple[BoxRow, ...]:
    """Each box of this machine, and `more`, with its last try."""
    workshop = session.workshop
    seen, tries = ((), {}) if workshop is None else (workshop.seen, {one.part: one for one in workshop.tries})
    english = session.modes.language is Language.EN
    boxes = sorted((*(one for one in seen if one.box), *more), key=lambda one: ORDER.index(one.part))
    return tuple(_row(one, tries.get(one.part), english=english) for one in boxes)


def _advice(facts: Iterable[Seen], rows: Iterable[BoxRow], *, english: bool) -> Iterator[tuple[str, str]]:
    """What is not well and says what helps: (part, sentence)."""
    odd = {Lamp.WARNING, Lamp.FAULT}
    yield from ((one.part, one.english if english else one.chinese) for one in facts if one.lamp in odd)
    yield from ((row.part, row.said) for row in rows if row.said and (row.lamp in odd or row.step == TryStep.ILL))


def _of_the_glass(session: Session) -> Iterator[Seen]:
    """What has no supervisor: the touch panel is known by its last try, the plug by what the pad said of it."""
    workshop = session.workshop
    tried = next((one for one in workshop.tries if one.part == "touch"), None) if workshop is not None else None
    lamps = {TryStep.WELL: Lamp.FINE, TryStep.ILL: Lamp.FAULT}
    yield Seen("touch", Lamp.UNKNOWN if tried is None else lamps[tried.step], box=True)
    if workshop is not None and any(one.part == "access_pad" and one.lamp is Lamp.FINE for one in workshop.seen):
        inside = session.hearing.private
        yield Seen("headphones", Lamp.FINE, *(PLUG_IN if inside else PLUG_OUT), box=True)


def _row(seen: Seen, tried: Try | None, *, english: bool) -> BoxRow:
    said = seen if tried is None or tried.step is not TryStep.ILL else tried
    return BoxRow(
        seen.part,
        seen.lamp,
        said.english if english else said.chinese,
        can_try=seen.part in {*TRIED, *OPENS},
        opens=seen.part in OPENS,
        step="" if tried is None else tried.step,
        value="" if tried is None else tried.value,
    )
