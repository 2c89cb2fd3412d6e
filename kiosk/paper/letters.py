"""The letters of a sheet: which fonts paint them, and what stands for one that no font here has. QtGui, no painting.

Song (宋体) for titles, Hei (黑体) for everything else, both from fonts-noto-cjk; what these lack comes from
fonts-hanazono (U+20000 and on). A letter that nobody has is printed as 〓, the printers' mark for a missing type,
never as an empty box that means nothing to anybody.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtGui import QFont, QRawFont

SONG, HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
RARE = ("HanaMinA", "HanaMinB")
MISSING = "〓"  # U+3013
_UNPRINTED = {"Cc", "Cf", "Cs", "Cn"}  # controls, invisible marks, halves of pairs, what Unicode does not have
_SELECTORS = range(0xFE00, 0xFE10)
_MORE_SELECTORS = range(0xE0100, 0xE01F0)


class Letters:
    """The fonts of this machine. `replaced` counts the letters that no font had."""

    def __init__(self) -> None:
        self._raw = [QRawFont.fromFont(_font((family,), 16)) for family in (HEI, SONG, *RARE)]
        self._known: dict[str, bool] = {}
        self.replaced = 0

    def printable(self, text: str) -> str:
        """The text with 〓 for each letter that cannot be painted, and without marks that are not to be seen."""
        return "".join(self._one(letter) for letter in unicodedata.normalize("NFC", text))

    def has(self, letter: str) -> bool:
        """True when one of our fonts paints this letter."""
        if letter not in self._known:
            self._known[letter] = any(raw.supportsCharacter(ord(letter)) for raw in self._raw)
        return self._known[letter]

    def _one(self, letter: str) -> str:
        if letter.isspace():
            return "　" if letter == "　" else " "
        code = ord(letter)
        if unicodedata.category(letter) in _UNPRINTED or code in _SELECTORS or code in _MORE_SELECTORS:
            return ""
        if self.has(letter):
            return letter
        self.replaced += 1
        return MISSING


def hei(pixels: int, *, bold: bool = False) -> QFont:
    """For everything but titles."""
    return _font((HEI, *RARE), pixels, bold=bold)


def song(pixels: int) -> QFont:
    """For titles."""
    return _font((SONG, *RARE), pixels, bold=True)


def _font(families: tuple[str, ...], pixels: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
