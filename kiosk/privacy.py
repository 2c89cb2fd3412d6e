"""What a kiosk keeps of a card: keyed pseudonym, masks, age (definitions.md 9 and 10).

Pure: the key and the day come in. The full number is read here and goes no further. The rules for pseudonyms and masks
are `hall_server.contract.identity`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.id_card import CardKind
from hall_server.contract.identity.masks import name_mask, number_mask
from hall_server.contract.identity.pseudonym import SubjectKind, pseudonym
from kiosk.session.state import Person

if TYPE_CHECKING:
    from datetime import date

    from devices.values.id_card import IdCard

LONGEST_LIFE = 150  # years; a birth date further back is a wrong one


def age_on(birth: date | None, day: date) -> int | None:
    """Full years on `day`, or None when the card's birth date is missing or cannot be true."""
    if birth is None or birth > day:
        return None
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return years if years <= LONGEST_LIFE else None


def expired_on(card: IdCard, day: date) -> bool:
    """True when the card's last day is over; a card that does not name one counts as valid."""
    return not card.valid_forever and card.valid_until is not None and card.valid_until < day


def person_from(card: IdCard, key: bytes, day: date) -> Person:
    """What a visit keeps of a card on a business day. Raises ValueError when the card has no number."""
    foreign = card.kind in {CardKind.FOREIGNER_2017, CardKind.FOREIGNER_2023}
    kind = SubjectKind.FOREIGNER_CARD if foreign else SubjectKind.ID_NUMBER
    return Person(
        pseudonym=pseudonym(key, kind, card.number),
        name_mask=name_mask(card.name, card.english_name),
        number_mask=number_mask(card.number),
        age=age_on(card.birth, day),
        card_expired=expired_on(card, day),
    )
