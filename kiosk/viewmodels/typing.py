"""UI-K6 and whatever else is typed at a pad: what stands in the field, the keys, what is odd. Pure.

After two seconds only the last four signs of what was typed are left in the props, and so on the glass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity.words import REASONS
from kiosk.codes.typed_number import ID_LENGTH, document_of, grouped
from kiosk.session.modes import Language
from kiosk.session.typing import Pad, Typed, complete, fault_near, pad_day, typing_way
from kiosk.values import Value
from kiosk.viewmodels.pads import DIGIT_COLUMNS, LETTER_COLUMNS, PadKey, digit_keys, letter_keys

if TYPE_CHECKING:
    from kiosk.session.state import Session
    from kiosk.session.typing import TypingWay

SHOWN_END = 4
DOT = "•"


class TypingProps(Value, frozen=True):
    """A pad and its field. `near`: the place that cannot be right, from 1; -1: the number does not add up; 0: fine.

    `kind`: the Document that the letters pad's number looks like. `masked`: only the last four are shown.
    """

    what: str = Typed.OWN
    asks_state: bool = False
    pad: str = Pad.ID
    shown: str = ""
    masked: bool = True
    count: int = 0
    total: int = ID_LENGTH
    near: int = 0
    sentence: str = ""
    kind: str = ""
    ready: bool = False
    busy: bool = False
    keys: tuple[PadKey, ...] = ()
    columns: int = DIGIT_COLUMNS


def typing_props(session: Session) -> TypingProps:
    """Derive the pad."""
    way = typing_way(session)
    if way is None:
        return TypingProps()
    fresh = session.now - way.touched_at < session.rules.typed_shown_s
    letters = way.pad is Pad.LETTERS or way.asks_state
    return TypingProps(
        what=way.what,
        asks_state=way.asks_state,
        pad=way.pad,
        shown=shown_text(way, masked=not fresh),
        masked=not fresh,
        count=len(way.text),
        total=_total(way),
        near=_near(way, pad_day(session)),
        sentence=_sentence(session, way),
        kind=_kind(way),
        ready=complete(way, pad_day(session)),
        busy=bool(way.asked),
        keys=letter_keys(digits=not way.asks_state) if letters else digit_keys(x=True),
        columns=LETTER_COLUMNS if letters else DIGIT_COLUMNS,
    )


def shown_text(way: TypingWay, *, masked: bool) -> str:
    """What stands in the field."""
    text = way.text
    if masked and not way.asks_state:
        text = DOT * (len(text) - SHOWN_END) + text[-SHOWN_END:]
    by_groups = way.pad is Pad.ID and not way.asks_state
    return _spaced(text) if by_groups else text


def _spaced(text: str) -> str:
    """6-8-4, also where dots stand for digits."""
    digits, at = grouped("1" * len(text)), iter(text)
    return "".join(" " if sign == " " else next(at) for sign in digits)


def _total(way: TypingWay) -> int:
    if way.asks_state:
        return 3
    return 0 if way.pad is Pad.LETTERS and way.what is not Typed.COMPANY else ID_LENGTH


def _near(way: TypingWay, day: str) -> int:
    if near := fault_near(way, day):
        return near
    whole = way.pad is Pad.ID and way.what is not Typed.COMPANY and len(way.text) == ID_LENGTH
    return -1 if whole and not way.asked and not complete(way, day) else 0


def _sentence(session: Session, way: TypingWay) -> str:
    if way.refusal is None:
        return ""
    said = REASONS[way.refusal]
    return said.en if session.modes.language is Language.EN else said.zh


def _kind(way: TypingWay) -> str:
    ready = way.pad is Pad.LETTERS and not way.asks_state and way.what is not Typed.COMPANY and complete(way, "")
    return document_of(way.text) if ready else ""
