"""Text → whom it names: the readers of all documents in order. Knows no device and no signed code.

Two things look alike and are told apart here. Identity numbers and organisation codes have 18 characters: whoever reads
as a person, date of birth and check character included, is one; an organisation that is really meant is asked for by
name. And numbers that are nothing but short (passports, permits of Taiwan) are read only where they were asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity import foreigner, mrz, organisation, passport, permit, resident
from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import (
    Claimed,
    Document,
    Identity,
    Ignored,
    Organisation,
    Recognition,
    Refused,
)
from hall_server.contract.identity.words import Caution, Reason

if TYPE_CHECKING:
    from datetime import date

_RESIDENTS = frozenset({Document.RESIDENT_CARD, Document.HKMO_RESIDENCE, Document.TAIWAN_RESIDENCE})
_FOREIGNERS = frozenset({Document.FOREIGNER_OLD, Document.FOREIGNER_2023})
_ENTERPRISES = "9"  # registrar 市场监管
_SURELY_A_PERSON = frozenset({Reason.WRONG_CHECK_DIGIT, Reason.BIRTH_IN_FUTURE})


def recognise(
    text: str, day: date, source: Source = Source.TYPED, *, asked: Document | None = None, state: str = ""
) -> Recognition:
    """Whom a text names. Any text gives an answer; none raises.

    Args:
        text: as it was typed, scanned or read by a camera.
        day: the business day: no birth lies behind it, and two-digit years are counted from it.
        source: TYPED or CODE; the lines of a document are MRZ by themselves.
        asked: what the visitor chose on the screen. Then nothing is ignored: it is that document, or refused.
        state: who issued the passport that was asked for; see `passport.read`.
    """
    strip = mrz.read(text, day)
    if not isinstance(strip, Ignored):
        return strip
    if asked is None:
        return _unasked(text, day, source)
    answer = _asked(text, day, source, asked, state)
    return Refused(Reason.UNKNOWN_FORM) if isinstance(answer, Ignored) else answer


def _asked(text: str, day: date, source: Source, asked: Document, state: str) -> Recognition:
    if asked in _RESIDENTS:
        return resident.read(text, day, source)
    if asked in _FOREIGNERS:
        return foreigner.read(text, day, source)
    match asked:
        case Document.HKMO_PERMIT:
            return permit.read_hkmo(text, source)
        case Document.TAIWAN_PERMIT:
            return permit.read_taiwan(text, source)
        case Document.EXIT_PERMIT:
            return permit.read_exit(text, source)
        case Document.PASSPORT:
            return passport.read(text, source, state)
        case _:
            return _asked_organisation(text, day, source)


def _asked_organisation(text: str, day: date, source: Source) -> Recognition:
    """A person's own number in the place of the code would pass as an early code that fails its check."""
    found = organisation.read(text, source)
    if _unsound(found) and isinstance(_person(text, day, source), Claimed):
        return Ignored()
    return found


def _unasked(text: str, day: date, source: Source) -> Recognition:
    person = _person(text, day, source)
    if isinstance(person, Claimed) and Caution.BIRTH_NOT_READ not in person.cautions:
        return person
    if isinstance(person, Refused) and person.reason in _SURELY_A_PERSON:
        return person
    found = _organisation(text, source)
    if isinstance(person, Ignored) or (isinstance(found, Claimed) and not found.cautions):
        return found
    return person


def _organisation(text: str, source: Source) -> Recognition:
    """A row of 18 digits in a code is mostly one for paying: of those only what begins like an enterprise is read."""
    found = organisation.read(text, source)
    if not isinstance(found, Claimed) or not isinstance(found.holder, Organisation):
        return found
    code = found.holder.code
    only_digits = code[:-1].isdigit()
    if only_digits and (_unsound(found) or (source is Source.CODE and code.isdigit() and code[0] != _ENTERPRISES)):
        return Ignored()
    return found


def _unsound(found: Recognition) -> bool:
    return isinstance(found, Claimed) and Caution.CODE_FAILS_CHECK in found.cautions


def _person(text: str, day: date, source: Source) -> Recognition:
    for answer in (resident.read(text, day, source), foreigner.read(text, day, source), permit.read_hkmo(text, source)):
        if not isinstance(answer, Ignored) and not _too_little(answer, source):
            return answer
    return Ignored()


def _too_little(answer: Recognition, source: Source) -> bool:
    """True for an old foreigner's number in a code: three letters and twelve digits stand on many a parcel."""
    if source is not Source.CODE or not isinstance(answer, Claimed) or not isinstance(answer.holder, Identity):
        return False
    return answer.holder.document is Document.FOREIGNER_OLD
