"""外国人永久居留身份证: until 2023 three letters and twelve digits, since then 18 digits from 9. Knows no card.

Sourced (rules of the National Immigration Administration for the card of 2023, as published for its readers): both
lengths, the 9 in front, the check character by MOD 11-2. Of medium certainty: that the date of birth stands where an
identity number has it. So a date that is none there is a caution when the check character holds, never a refusal. The
twelve digits of the old number are not interpreted. An old and a new card of one person are two identities.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.contract.identity.check_digits import gb11643
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition, Refused
from hall_server.contract.identity.text import day_of, plain
from hall_server.contract.identity.words import Caution, Reason

if TYPE_CHECKING:
    from datetime import date

    from hall_server.contract.identity.assurance import Source

_OLD = re.compile(r"[A-Z]{3}[0-9]{12}")
_NEW = re.compile(r"9[0-9]{16}[0-9X]")


def read(text: str, day: date, source: Source) -> Recognition:
    """Whom the number of a permanent residence card names on `day`."""
    number = plain(text)
    if _OLD.fullmatch(number):
        return Claimed(Identity(Document.FOREIGNER_OLD, number, source), (Caution.NUMBER_NOT_CHECKED,))
    if not _NEW.fullmatch(number):
        return Ignored()
    birth = day_of(number[6:14])
    if gb11643(number[:-1]) != number[-1]:
        return Refused(Reason.WRONG_CHECK_DIGIT) if birth else Ignored()
    known = birth if birth and birth <= day else None
    cautions = () if known else (Caution.BIRTH_NOT_READ,)
    return Claimed(Identity(Document.FOREIGNER_2023, number, source, birth=known), cautions)
