"""UI-T6 日志: one page of what was logged, the search, and the copy on a stick. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.log_looking import found_in, log_copy, log_look
from kiosk.session.log_words import LogOnly, StickFault, StickStep
from kiosk.values import Hushed, Value
from kiosk.viewmodels.pads import LETTER_COLUMNS, PadKey, letter_keys
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from kiosk.session.state import Session

ROWS, ROWS_LARGE = 4, 3  # of the page
WIDE = "\u2e80"
DAY = slice(5, 10)  # of 2026-11-23 09:42:05
SECONDS = slice(11, 19)
LETTERS = {  # of a row's words and of its origin: (lying, large) → how many stand in two lines, in one
    (False, False): (92, 30),
    (True, False): (80, 16),
    (False, True): (66, 18),
    (True, True): (52, 15),
}


class LogRow(Hushed, Value, frozen=True):
    """One thing that was logged; `when` is "" of a torn line."""

    lamp: str
    when: str
    source: str
    text: str


class LogProps(Hushed, Value, frozen=True):
    """`reading`: nothing is known yet; `found`: how many of `whole` are asked for."""

    reading: bool = True
    rows: tuple[LogRow, ...] = ()
    number: int = 1
    pages: int = 1
    found: int = 0
    whole: int = 0
    only: str = LogOnly.ALL
    levels: tuple[str, ...] = tuple(LogOnly)
    looked_for: str = ""


class LogSearchProps(Value, frozen=True):
    """`found`: with what was typed so far."""

    typed: str = ""
    found: int = 0
    keys: tuple[PadKey, ...] = letter_keys()
    columns: int = LETTER_COLUMNS


class LogStickProps(Hushed, Value, frozen=True):
    """`passphrase`: its groups, only while `step` is saved."""

    step: str = StickStep.ASKED
    file: str = ""
    passphrase: tuple[str, ...] = ()
    fault: str = StickFault.NO_STICK


def log_props(session: Session) -> LogProps:
    """Derive the page."""
    look = log_look(session)
    found = found_in(look.entries, look.only, look.looked_for)
    form = form_of(session)
    rows = ROWS_LARGE if form.large else ROWS
    letters, origin = LETTERS[form.landscape, form.large]
    pages = max(1, -(-len(found) // rows))
    place = look.place % pages
    return LogProps(
        reading=not look.read,
        rows=tuple(
            LogRow(
                one.lamp,
                f"{one.at[DAY]} {one.at[SECONDS]}".strip(),
                _brief(one.source, origin),
                _brief(one.text, letters),
            )
            for one in found[place * rows : (place + 1) * rows]
        ),
        number=place + 1,
        pages=pages,
        found=len(found),
        whole=len(look.entries),
        only=look.only,
        looked_for=look.looked_for,
    )


def _brief(text: str, most: int) -> str:
    """What fits: how it begins and how it ends, for the end of a trace says what was wrong. Wide letters are two."""
    wide = sum(sign >= WIDE for sign in text)
    if len(text) + wide <= most:
        return text
    half = (most - 3) // (4 if wide else 2)
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def log_search_props(session: Session) -> LogSearchProps:
    """Derive the pad."""
    look = log_look(session)
    return LogSearchProps(look.typed, len(found_in(look.entries, look.only, look.typed)))


def log_stick_props(session: Session) -> LogStickProps:
    """Derive the copy."""
    copy = log_copy(session)
    return LogStickProps(copy.step, copy.file, tuple(copy.passphrase.split("-")) if copy.passphrase else (), copy.fault)
