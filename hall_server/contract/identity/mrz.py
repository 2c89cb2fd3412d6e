"""Whom a machine-readable zone names: passports, and Chinese permits of the codes C?. Knows no camera.

A passport's check digits must hold, all of them: one that does not was misread, and is asked for again. Chinese permits
are read leniently, because what their lines hold behind the number differs by edition (GA/T 704.14 for 港澳居民来往内地
通行证; nothing public for the others): the number must hold, everything else that does not is said in cautions. The
kind of permit follows from the form of its number, not from the letter behind C, which is of medium certainty. Names
have no check digit in any of them. Nothing printed is a proof: see `assurance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.identity import permit
from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import Claimed, Document, Identity, Ignored, Recognition, Refused
from hall_server.contract.identity.mrz_fields import Fields, Part, birth_in, expiry_in, fields_of
from hall_server.contract.identity.mrz_lines import Format, NoLines, lines_in
from hall_server.contract.identity.passport import issuer_of
from hall_server.contract.identity.words import Caution, Reason

if TYPE_CHECKING:
    from datetime import date

_ANSWERS: dict[NoLines, Recognition] = {
    NoLines.NOT_MEANT: Ignored(),
    NoLines.UNREADABLE: Refused(Reason.STRIP_UNREADABLE),
    NoLines.INCOMPLETE: Refused(Reason.STRIP_INCOMPLETE),
}
_CHINESE = frozenset({"CHN", "HKG", "MAC", "TWN"})
_DATE_CHARACTERS = frozenset("0123456789<")
_VITAL = frozenset({Part.NUMBER, Part.BIRTH, Part.EXPIRY, Part.COMPOSITE})


def read(text: str, day: date) -> Recognition:
    """Whom the lines name on `day`, which also settles the century of their dates."""
    found = lines_in(text)
    if isinstance(found, NoLines):
        return _ANSWERS[found]
    fields = fields_of(*found)
    match fields.code[0]:
        case "P":
            return _passport(fields, day)
        case "V":
            return Refused(Reason.STRIP_OF_VISA)
        case "C" if fields.format is Format.CHINESE_CARD or fields.state in _CHINESE:
            return _chinese(fields, day)
        case _:
            return Refused(Reason.NOT_TAKEN_HERE)


def _passport(fields: Fields, day: date) -> Recognition:
    if fields.wrong & _VITAL or not fields.state.isalpha() or not set(fields.birth) <= _DATE_CHARACTERS:
        return Refused(Reason.STRIP_UNREADABLE)
    if fields.birth.isdigit() and birth_in(fields.birth, day) is None:
        return Refused(Reason.BIRTH_IMPOSSIBLE)
    return _claimed(Document.PASSPORT, fields, day)


def _chinese(fields: Fields, day: date) -> Recognition:
    if Part.NUMBER in fields.wrong:
        return Refused(Reason.STRIP_UNREADABLE)
    for reader in (permit.read_hkmo, permit.read_exit, permit.read_taiwan):
        named = reader(fields.number, Source.MRZ)
        if isinstance(named, Claimed) and isinstance(named.holder, Identity):
            return _claimed(named.holder.document, fields, day)
    return Refused(Reason.NOT_TAKEN_HERE)


def _claimed(document: Document, fields: Fields, day: date) -> Claimed:
    birth = None if Part.BIRTH in fields.wrong else birth_in(fields.birth, day)
    expires = None if Part.EXPIRY in fields.wrong else expiry_in(fields.expiry, day)
    identity = Identity(
        document,
        fields.number,
        Source.MRZ,
        state=issuer_of(fields.state) if document is Document.PASSPORT else "",
        latin_name=fields.latin_name,
        birth=birth,
        expires=expires,
    )
    cautions = {
        Caution.LOOKALIKE_READ: fields.mended,
        Caution.BIRTH_NOT_READ: birth is None,
        Caution.EXPIRY_NOT_READ: expires is None,
        Caution.OPTIONAL_NOT_CHECKED: Part.OPTIONAL in fields.wrong,
        Caution.COMPOSITE_NOT_CHECKED: Part.COMPOSITE in fields.wrong,
        Caution.EXPIRED: identity.expired_on(day),
        Caution.CARD_PREFERRED: document is Document.EXIT_PERMIT,
    }
    return Claimed(identity, tuple(caution for caution, holds in cautions.items() if holds))
