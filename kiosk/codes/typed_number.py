"""Whom a number names that was typed at a pad, and what is odd about it while it is being typed (UI-K6, CL-G5). Pure.

Nobody chooses a kind of document: what was typed says it by its form. Knows no page and no key of a pad.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.check_digits import gb11643
from hall_server.contract.identity.identity import Document, Refused
from hall_server.contract.identity.recognise import recognise
from hall_server.contract.identity.text import day_of
from hall_server.contract.identity.words import Reason

if TYPE_CHECKING:
    from datetime import date

    from hall_server.contract.identity.identity import Recognition

ID_LENGTH = 18
GROUPS = (6, 8, 4)  # of an identity number, as it is printed
PERMIT_LENGTHS = (8, 10)  # of 台胞证: digits only
_BIRTH = slice(6, 14)
_YEAR, _MONTH, _DAY = 7, 11, 13  # where year, month and day of birth begin, counted from 1
_CENTURIES = ("19", "20")

_FORMS: tuple[tuple[str, Document], ...] = (
    (r"9[0-9]{16}[0-9X]", Document.FOREIGNER_2023),
    (r"[0-9]{11,18}X?", Document.RESIDENT_CARD),
    (r"[HM]A?[0-9]{7,10}", Document.HKMO_PERMIT),
    (r"[0-9]{8}|[0-9]{10}", Document.TAIWAN_PERMIT),
    (r"[A-Z]{3}[0-9]{12}", Document.FOREIGNER_OLD),
    (r"C[0-9A-Z][0-9]{7}|L[0-9]{8}", Document.EXIT_PERMIT),
)


def document_of(text: str) -> Document:
    """Which document a number belongs to, by its form; a passport where nothing else fits."""
    return next((document for form, document in _FORMS if re.fullmatch(form, text)), Document.PASSPORT)


def typed_identity(text: str, state: str, day: date) -> Recognition:
    """Whom it names. A number that looks like a permit's and is none may be a passport's of some state.

    Args:
        text: as typed.
        state: three letters from the passport's photo page; "" while nobody asked for them.
        day: the business day.
    """
    document = Document.PASSPORT if state else document_of(text)
    found = recognise(text, day, asked=document, state=state)
    if document is Document.HKMO_PERMIT and found == Refused(Reason.UNKNOWN_FORM):
        return recognise(text, day, asked=Document.PASSPORT, state=state)
    return found


def odd_at(number: str, day: date | None) -> int:
    """The place (from 1) near which an identity number cannot be right, as far as it is typed; 0: nothing is odd.

    A number whose check character alone fails has no such place: see `adds_up`.
    """
    if number[:1] == "0":
        return 1
    if len(number) >= _YEAR + 1 and number[_YEAR - 1 : _YEAR + 1] not in _CENTURIES:
        return _YEAR
    if len(number) >= _MONTH + 1 and not "01" <= number[_MONTH - 1 : _MONTH + 1] <= "12":
        return _MONTH
    if len(number) < _BIRTH.stop:
        return 0
    birth = day_of(number[_BIRTH])
    if birth is None:
        return _DAY
    return _YEAR if day is not None and birth > day else 0


def adds_up(number: str) -> bool:
    """Whether a whole identity number has the check character that it should have."""
    return len(number) == ID_LENGTH and number[:-1].isdigit() and gb11643(number[:-1]) == number[-1]


def grouped(text: str) -> str:
    """An identity number as it is printed, 6-8-4; what has letters stands as it is."""
    if not text[:-1].isdigit():
        return text
    parts, at = [], 0
    for length in GROUPS:
        parts.append(text[at : at + length])
        at += length
    return " ".join(part for part in (*parts, text[at:]) if part)
