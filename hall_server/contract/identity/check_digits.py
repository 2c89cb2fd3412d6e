"""The three check digits of the documents read here. Knows nothing else of the numbers that they end.

What each promises is tested: MOD 11-2 and GB 32100 find every wrong character and every two neighbours that changed
places; the 7-3-1 of passports finds every wrong digit, but not every letter, nor two neighbours that differ by five.
"""

from __future__ import annotations

from itertools import cycle

GB11643_DIGITS = "0123456789X"
GB32100_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z: they look like digits or each other
ICAO_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILLER = "<"


def gb11643(seventeen: str) -> str:
    """The 18th character of an identity number (GB 11643, ISO 7064 MOD 11-2) for 17 ASCII digits."""
    total = 0
    for digit in seventeen:
        total = (total + int(digit)) * 2 % 11
    return GB11643_DIGITS[(12 - total) % 11]


def gb32100(seventeen: str) -> str:
    """The 18th character of a 统一社会信用代码 (GB 32100-2015: weights 3^i mod 31) for 17 characters of its alphabet.

    A sum without remainder gives 0. Implementations that take 31 − 0 look for a 31st character that does not exist.
    """
    total, weight = 0, 1
    for character in seventeen:
        total += GB32100_CHARACTERS.index(character) * weight
        weight = weight * 3 % 31
    return GB32100_CHARACTERS[-total % 31]


def icao9303(field: str) -> str:
    """The check digit behind a field of a machine-readable zone (ICAO 9303-3 §4.9); `<` counts 0, A to Z 10 to 35."""
    values = (0 if character == FILLER else ICAO_CHARACTERS.index(character) for character in field)
    return str(sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10)
