"""The 256-byte text block of an identity card <-> `IdCard`, for all four layouts, and the check digit. Pure.

Knows no wire and no clock. Layouts after GA 450/467 and the rules for the permanent-residence cards of 2017 and 2023;
all text is UTF-16LE padded with spaces, and the card's type stands at byte 248 in every layout.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from devices.id_card.nations import nation_code, nation_name
from devices.values.id_card import CardKind, IdCard

TEXT_BLOCK_BYTES = 256
ADDRESS_BYTES = 70  # the newest address, like the printed one
FOREVER = "长期"
_PAD = " ".encode("utf-16-le")
_TYPE = (248, 2)
_KINDS = {
    "": CardKind.RESIDENT,
    "J": CardKind.HKMO_TW_RESIDENT,
    "I": CardKind.FOREIGNER_2017,
    "Y": CardKind.FOREIGNER_2023,
}
_LETTERS = {kind: letter for letter, kind in _KINDS.items()}

# field -> pieces (offset, length) in bytes; English names of 2023 are split over two places
Layout = dict[str, tuple[tuple[int, int], ...]]
_VALIDITY: Layout = {"valid_from": ((188, 16),), "valid_until": ((204, 16),)}
_RESIDENT: Layout = _VALIDITY | {
    "name": ((0, 30),),
    "sex": ((30, 2),),
    "ethnicity": ((32, 4),),
    "birth": ((36, 16),),
    "address": ((52, 70),),
    "number": ((122, 36),),
    "issuer": ((158, 30),),
}
LAYOUTS: dict[CardKind, Layout] = {
    CardKind.RESIDENT: _RESIDENT,
    CardKind.HKMO_TW_RESIDENT: {key: at for key, at in _RESIDENT.items() if key != "ethnicity"}
    | {"permit_number": ((220, 18),), "issue_count": ((238, 4),)},
    CardKind.FOREIGNER_2017: _VALIDITY
    | {
        "english_name": ((0, 120),),
        "sex": ((120, 2),),
        "number": ((122, 30),),
        "nationality": ((152, 6),),
        "name": ((158, 30),),
        "birth": ((220, 16),),
        "card_version": ((236, 4),),
        "issuer": ((240, 8),),  # the accepting authority's four digits
    },
    CardKind.FOREIGNER_2023: _VALIDITY
    | {
        "name": ((0, 30),),
        "sex": ((30, 2),),
        "issue_count": ((32, 4),),
        "birth": ((36, 16),),
        "english_name": ((52, 70), (220, 22)),
        "number": ((122, 36),),
        "nationality": ((242, 6),),
        "old_number_link": ((250, 6),),
    },
}

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


class CardTextError(ValueError):
    """The block is not a card that we know, or contradicts itself. `reason` is a permanent code, nothing personal.

    Reasons: wrong_length, unknown_layout, wrong_check_digit, wrong_birth_date.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def gb11643_check_digit(seventeen: str) -> str:
    """The 18th character ("0"-"9" or "X") for 17 digits (GB 11643, ISO 7064 MOD 11-2). Raises ValueError."""
    if len(seventeen) != len(_WEIGHTS) or not (seventeen.isascii() and seventeen.isdigit()):
        message = "17 digits expected"
        raise ValueError(message)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, seventeen, strict=True))
    return _CHECK_DIGITS[total % 11]


def number_is_sound(number: str) -> bool:
    """True for 18 characters with a right check digit. Unknown area codes are not our business."""
    try:
        return len(number) == len(_WEIGHTS) + 1 and gb11643_check_digit(number[:-1]) == number[-1]
    except ValueError:
        return False


def parse_text_block(block: bytes) -> IdCard:
    """Read a card's 256 bytes. Raises CardTextError; every other content, however odd, gives a card."""
    if len(block) != TEXT_BLOCK_BYTES:
        raise CardTextError("wrong_length")
    kind = _KINDS.get(_text(block, (_TYPE,)))
    if kind is None:
        raise CardTextError("unknown_layout")
    texts: dict[str, Any] = {key: _text(block, pieces) for key, pieces in LAYOUTS[kind].items()}
    if kind is not CardKind.FOREIGNER_2017 and not number_is_sound(texts["number"]):
        raise CardTextError("wrong_check_digit")
    birth = _date(texts.pop("birth"))
    if birth is None:
        raise CardTextError("wrong_birth_date")
    valid_from, until = _date(texts.pop("valid_from")), texts.pop("valid_until")
    return IdCard(
        kind=kind,
        ethnicity=nation_name(texts.pop("ethnicity", "")),
        birth=birth,
        valid_from=valid_from,
        valid_until=_date(until),
        valid_forever=until == FOREVER,
        raw_text=block,
        **texts,
    )


def encode_text_block(card: IdCard) -> bytes:
    """The block that reads as `card`; the inverse of `parse_text_block` for emulators and tests.

    Raises ValueError when a field does not fit. The newest address is no part of the block.
    """
    texts = {
        "name": card.name,
        "english_name": card.english_name,
        "sex": card.sex,
        "ethnicity": nation_code(card.ethnicity),
        "nationality": card.nationality,
        "birth": _digits(card.birth),
        "address": card.address,
        "number": card.number,
        "issuer": card.issuer,
        "permit_number": card.permit_number,
        "issue_count": card.issue_count,
        "card_version": card.card_version,
        "old_number_link": card.old_number_link,
        "valid_from": _digits(card.valid_from),
        "valid_until": FOREVER if card.valid_forever else _digits(card.valid_until),
    }
    block = bytearray(_PAD * (TEXT_BLOCK_BYTES // len(_PAD)))
    for key, pieces in LAYOUTS[card.kind].items():
        _put(block, pieces, texts[key], key)
    _put(block, (_TYPE,), _LETTERS[card.kind], "type")
    return bytes(block)


def parse_newest_address(data: bytes) -> str:
    """What 30 03 gives: 70 bytes UTF-16LE padded with spaces. Any bytes give some text."""
    return _text(data, ((0, ADDRESS_BYTES),))


def encode_newest_address(text: str) -> bytes:
    """The inverse of `parse_newest_address` for emulators and tests. Raises ValueError when it does not fit."""
    block = bytearray(ADDRESS_BYTES)
    _put(block, ((0, ADDRESS_BYTES),), text, "newest_address")
    return bytes(block)


def _text(block: bytes, pieces: tuple[tuple[int, int], ...]) -> str:
    """Decode, drop control characters, then cut the padding at the end only: "SMITH JOHN" keeps its space."""
    raw = b"".join(block[at : at + length] for at, length in pieces)
    text = raw.decode("utf-16-le", errors="replace")
    return "".join(character for character in text if unicodedata.category(character) != "Cc").rstrip(" ")


def _put(block: bytearray, pieces: tuple[tuple[int, int], ...], text: str, key: str) -> None:
    raw = text.encode("utf-16-le")
    room = sum(length for _, length in pieces)
    if len(raw) > room:
        message = f"{key} needs {len(raw)} bytes, the card has {room}"
        raise ValueError(message)
    raw += _PAD * ((room - len(raw)) // len(_PAD))
    for at, length in pieces:
        block[at : at + length], raw = raw[:length], raw[length:]


def _date(digits: str) -> date | None:
    """YYYYMMDD, None for anything else."""
    if len(digits) != len("YYYYMMDD") or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _digits(day: date | None) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}" if day else ""
