"""128-bit ids as people and scanners read them: 26 digits of Crockford's base32. Knows not what the ids are of."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
ID_BYTES, ID_DIGITS = 16, 26
_MISREAD = str.maketrans("ILO", "110")


class IdSpellingError(ValueError):
    """Peer: these are not the digits of an id. `reason` is length | digit | range."""

    code = "not_an_id"

    def __init__(self, reason: str) -> None:
        super().__init__(f"{self.code}: {reason}")
        self.reason = reason


def spell(identifier: bytes) -> str:
    """26 capitals and digits for 16 bytes, big endian. Raises IdSpellingError for another length."""
    if len(identifier) != ID_BYTES:
        raise IdSpellingError("length")
    number = int.from_bytes(identifier, "big")
    return "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(ID_DIGITS)))


def unspell(capitals: str) -> bytes:
    """The 16 bytes again; I and L are read as 1, O as 0. Raises IdSpellingError."""
    digits = capitals.translate(_MISREAD)
    if len(digits) != ID_DIGITS:
        raise IdSpellingError("length")
    if set(digits) - set(DIGITS):
        raise IdSpellingError("digit")
    number = 0
    for digit in digits:
        number = number << 5 | DIGITS.index(digit)
    if number >> 8 * ID_BYTES:
        raise IdSpellingError("range")
    return number.to_bytes(ID_BYTES, "big")
