"""How a visitor likes to read this kiosk: 大字, 高对比, 往下移, 朗读, and the language (ui.md 4.1). Pure values.

Modes belong to one visit and end with it. On a slip they travel as letters of its code (definitions.md 13), so that
another kiosk of the hall begins in the same way; they say nothing about the person.
"""

from __future__ import annotations

from enum import StrEnum

from hall_server.contract import slip_code
from kiosk.values import Value, replace

ELDER_FACTOR = 2  # ui.md 1.3: twice the time while type is large or the screen speaks


class Mode(StrEnum):
    """What the access bar switches on and off."""

    LARGE = "large"  # 大字
    CONTRAST = "contrast"  # 高对比
    LOW = "low"  # 往下移: everything that is touched lies below 1100 mm
    ALOUD = "aloud"  # 朗读


class Language(StrEnum):
    """In which language the screen is written and spoken; Cantonese is written in traditional characters."""

    ZH_CN = "zh-CN"  # 普通话
    ZH_HK = "zh-HK"  # 粤語
    EN = "en"


_LETTERS: dict[Mode, str] = {Mode.LARGE: slip_code.LARGE, Mode.CONTRAST: "C", Mode.LOW: "W", Mode.ALOUD: "A"}
_LANGUAGES: dict[Language, str] = {Language.ZH_HK: "H", Language.EN: "E"}


class Modes(Value, frozen=True):
    """The modes of one visit."""

    on: frozenset[Mode] = frozenset()
    language: Language = Language.ZH_CN

    def toggled(self, mode: Mode) -> Modes:
        """With this mode the other way round."""
        return replace(self, on=self.on ^ {mode})

    def speaking(self, language: Language) -> Modes:
        """In this language."""
        return replace(self, language=language)

    def joined(self, other: Modes) -> Modes:
        """These and the other ones; the other's language where it is not the usual one."""
        return Modes(self.on | other.on, self.language if other.language is Language.ZH_CN else other.language)

    @property
    def patience(self) -> int:
        """By how much the screen waits longer."""
        return ELDER_FACTOR if self.on & {Mode.LARGE, Mode.ALOUD} else 1

    @property
    def letters(self) -> str:
        """As they stand in a slip's code."""
        modes = "".join(letter for mode, letter in _LETTERS.items() if mode in self.on)
        return modes + _LANGUAGES.get(self.language, "")


def modes_of(letters: str) -> Modes:
    """The modes behind a slip code's letters; letters of a newer program are passed over."""
    on = frozenset(mode for mode, letter in _LETTERS.items() if letter in letters)
    spoken = next((language for language, letter in _LANGUAGES.items() if letter in letters), Language.ZH_CN)
    return Modes(on, spoken)
