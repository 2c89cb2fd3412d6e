"""What a kiosk keeps of a card or a code: keyed pseudonym, masks, age (definitions.md 9 and 10).

Pure: the key and the day come in. The full number is read here and goes no further. The rules for pseudonyms and masks
are `hall_server.contract.identity`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.id_card import CardKind
from hall_server.contract.codes.claims import CodeKind
from hall_server.contract.identity.assurance import Source
from hall_server.contract.identity.identity import Document, Identity, Organisation
from hall_server.contract.identity.masks import number_mask, visitor_mask
from hall_server.contract.identity.pseudonym import code_pseudonym, normalised
from kiosk.session.shown import PersonShown
from kiosk.session.state import Person

if TYPE_CHECKING:
    from datetime import date

    from devices.values.id_card import IdCard
    from kiosk.codes.answers import Named, Signed

LONGEST_LIFE = 150  # years; a birth date further back is a wrong one
SHORT_NAME = 24  # characters; the hall takes no more
TAIWAN = "83"  # how numbers of 台湾居民居住证 begin
DOCUMENTS: dict[CardKind, Document] = {
    CardKind.RESIDENT: Document.RESIDENT_CARD,
    CardKind.HKMO_TW_RESIDENT: Document.HKMO_RESIDENCE,
    CardKind.FOREIGNER_2017: Document.FOREIGNER_OLD,
    CardKind.FOREIGNER_2023: Document.FOREIGNER_2023,
}

HKMO = frozenset({Document.HKMO_PERMIT, Document.HKMO_RESIDENCE})


def age_on(birth: date | None, day: date) -> int | None:
    """Full years on `day`, or None when the card's birth date is missing or cannot be true."""
    if birth is None or birth > day:
        return None
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return years if years <= LONGEST_LIFE else None


def identity_from(card: IdCard) -> Identity:
    """Whom a card names. Nothing is judged: the reader's security module has vouched for the card."""
    document = DOCUMENTS[card.kind]
    if card.kind is CardKind.HKMO_TW_RESIDENT and card.number.startswith(TAIWAN):
        document = Document.TAIWAN_RESIDENCE
    return Identity(
        document,
        normalised(card.number),
        Source.CARD,
        name=card.name,
        latin_name=card.english_name,
        birth=card.birth,
        expires=None if card.valid_forever else card.valid_until,
    )


def person_from(card: IdCard, key: bytes, day: date) -> Person:
    """What a visit keeps of a card on a business day. Raises ValueError when the card has no number."""
    return _person(identity_from(card), key, day)


def signed_person(signed: Signed, key: bytes) -> PersonShown:
    """What a visit keeps of a signed code: a pseudonym of its own kind. A code has no name, no number and no age."""
    claims = signed.claims
    person = Person(code_pseudonym(key, claims.issuer, claims.subject), name_mask="", number_mask="", age=None)
    return PersonShown(person, agent=claims.kind is CodeKind.AGENT)


def named_person(named: Named, key: bytes, day: date) -> PersonShown:
    """What a visit keeps of a number in a code, which is declared and not proved. Raises ValueError without one."""
    holder = named.holder
    if isinstance(holder, Organisation):
        person = Person(holder.pseudonym(key), name_mask="", number_mask=number_mask(holder.code), age=None)
        return PersonShown(person, company=short_name(holder))
    return PersonShown(_person(holder, key, day))


def short_name(organisation: Organisation) -> str:
    """企业简称: as whoever told it writes it, else by the end of its code, which is public."""
    name = "".join(sign for sign in organisation.name if sign.isprintable()).strip()
    return name[:SHORT_NAME] or f"…{organisation.code[-4:]}"


def _person(identity: Identity, key: bytes, day: date) -> Person:
    mask = visitor_mask(identity, key)
    return Person(
        pseudonym=mask.pseudonym,
        name_mask=mask.name_mask,
        number_mask=mask.number_mask,
        age=age_on(identity.birth, day),
        card_expired=identity.expired_on(day),
        hkmo=identity.document in HKMO,
        region=identity.region,
    )
