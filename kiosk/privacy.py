"""What may be known of a visitor outside the card value: keyed pseudonym, masks, age (definitions.md 9 and 10).

Pure: the key and the day come in. The full number is read here and goes no further.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.id_card import CardKind
from kiosk.session.state import Person

if TYPE_CHECKING:
    from datetime import date

    from devices.values.id_card import IdCard

PSEUDONYM_HEX = 32  # 128 bits
PERMIT_CHARACTERS = 9  # what a renewed travel permit keeps
LONGEST_LIFE = 150  # years; a birth date further back is a wrong one
MASK_STARS = 2  # a longer name hides its length
SHOWN_END = 4  # characters of a number that its mask keeps
_SHOWN = frozenset("0123456789X")  # what a document number may end in

_PAIRS = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容"
    "仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐"
    "段干百里呼延东郭南门羊舌微生公户公玉公仪梁丘公仲公上公门公山公坚左丘公伯西门公祖第五公乘贯丘公皙"
    "南荣东里东宫仲长子书子桑即墨达奚褚师欧陽東方獨孤南宮萬俟聞人諸葛尉遲鍾離長孫鮮于司馬西門東郭"
)
COMPOUND_SURNAMES = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))


class DocumentKind(StrEnum):
    """The first half of what is hashed: one person's documents of one kind share a pseudonym."""

    ID_NUMBER = "id_number"  # GB 11643, also of residents from Hong Kong, Macao and Taiwan
    FOREIGNER_CARD = "foreigner_card"
    TRAVEL_PERMIT = "travel_permit"


def normalised(number: str) -> str:
    """A document number without what typing adds: half-width, upper case, only letters and digits."""
    wide = unicodedata.normalize("NFKC", number).upper()
    return "".join(character for character in wide if character.isalnum())


def pseudonym(key: bytes, kind: DocumentKind, number: str) -> str:
    """HMAC-SHA-256(hall key, kind ‖ normalised number) cut to 128 bits, as 32 hex characters.

    A travel permit counts with its first nine characters, so that its renewals match. Raises ValueError for no number
    or no key: without them every visitor would be the same one.
    """
    text = normalised(number)
    if kind is DocumentKind.TRAVEL_PERMIT:
        text = text[:PERMIT_CHARACTERS]
    if not text or not key:
        raise ValueError("a pseudonym needs a key and a number")
    message = f"{kind.value}:{text}".encode()
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:PSEUDONYM_HEX]


def name_mask(name: str, english_name: str = "") -> str:
    """陈*明, 陈*, 欧阳*; S* J* for a name in Latin letters; "" when there is no name."""
    chinese = "".join(character for character in name if not _invisible(character))
    if chinese and not chinese.isascii():
        return _chinese_mask(chinese)
    words = name if chinese else english_name
    return " ".join(f"{word[0].upper()[0]}*" for word in words.replace(",", " ").replace("*", " ").split()[:3])


def _chinese_mask(name: str) -> str:
    if name[:2] in COMPOUND_SURNAMES and len(name) > 2:  # noqa: PLR2004 - two characters of surname, and more
        return name[:2] + "*" * min(len(name) - 2, MASK_STARS)
    if len(name) <= 2:  # noqa: PLR2004 - nothing would be left between first and last
        return name[0] + "*" if len(name) > 1 else "*"
    return name[0] + "*" * min(len(name) - 2, MASK_STARS) + name[-1]


def _invisible(character: str) -> bool:
    """White space, the selectors that only choose a glyph's shape, and the star, which means something in a mask."""
    return character.isspace() or character == "*" or unicodedata.category(character) in {"Mn", "Cf", "Cc"}


def number_mask(number: str) -> str:
    """The last four characters; nothing of a number so short that they would be most of it, or that ends in no digits.

    The hall refuses a mask of another form, and with it the visitor; only the 2017 card's number has no check digit.
    """
    text = normalised(number)
    end = text[-SHOWN_END:]
    return end if len(text) >= 2 * SHOWN_END and set(end) <= _SHOWN else ""


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
    kind = DocumentKind.FOREIGNER_CARD if foreign else DocumentKind.ID_NUMBER
    return Person(
        pseudonym=pseudonym(key, kind, card.number),
        name_mask=name_mask(card.name, card.english_name),
        number_mask=number_mask(card.number),
        age=age_on(card.birth, day),
        card_expired=expired_on(card, day),
    )
