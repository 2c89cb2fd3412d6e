"""公民身份号码 of 18 digits (GB 11643), also of residents of Hong Kong, Macao and Taiwan. Knows no card.

Structure: area (6), birth (YYYYMMDD), sequence (3), check character. Area codes are not judged: they change, and lists
are never complete; only the three of residence permits mean something (810000, 820000, 830000). Numbers of 15 digits
are recognised and refused, not converted: they have no check digit, so that one wrong digit would be another person,
and no card that carries one has been valid since 2013.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.check_digits import gb11643
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition, Refused
from hall_server.contract.identity.text import day_of, plain
from hall_server.contract.identity.words import Reason

if TYPE_CHECKING:
    from datetime import date

_FORM = re.compile(r"[1-8][0-9]{16}[0-9X]")
_FIFTEEN = re.compile(r"[1-8][0-9]{14}")
_NEARLY = re.compile(r"[1-8][0-9]{13,18}X?")
_RESIDENCES = {
    "810000": Document.HKMO_RESIDENCE,
    "820000": Document.HKMO_RESIDENCE,
    "830000": Document.TAIWAN_RESIDENCE,
}


def read(text: str, day: date, source: Source) -> Recognition:
    """Whom an identity number names on `day`.

    A scanned row of digits that holds no date of birth is ignored, not refused: codes for paying look like that.
    """
    number = plain(text)
    if _FORM.fullmatch(number):
        return _eighteen(number, day, source)
    if _FIFTEEN.fullmatch(number) and day_of("19" + number[6:12]):
        return Refused(Reason.OLD_FIFTEEN)
    if source is Source.TYPED and _NEARLY.fullmatch(number):
        return Refused(Reason.WRONG_LENGTH)
    return Ignored()


def _eighteen(number: str, day: date, source: Source) -> Recognition:
    birth = day_of(number[6:14])
    if birth is None:
        return Refused(Reason.BIRTH_IMPOSSIBLE) if source is Source.TYPED else Ignored()
    if gb11643(number[:-1]) != number[-1]:
        return Refused(Reason.WRONG_CHECK_DIGIT)
    if birth > day:
        return Refused(Reason.BIRTH_IN_FUTURE)
    document = _RESIDENCES.get(number[:6], Document.RESIDENT_CARD)
    return Claimed(Identity(document, number, source, birth=birth))
