"""Words as they are written -> words as they are said: masks, brackets, dashes, the same in another script. Pure.

Figures stay figures: the speaker's own words say A036 as A 零三六 (`devices.speaker.words`), for kiosk and hall alike.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.session.modes import Language
from kiosk.speech.phrases import PHRASES, UNITS

_CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{_CJK}]")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_FIGURE = re.compile(r"\d")
_NAME = re.compile(rf"([{_CJK}]{{1,2}})\*{{1,2}}[{_CJK}]?")  # 陈*明, 欧阳**: the surname alone is said
_LATIN_NAME = re.compile(r"\b[A-Z][a-z]?\*(?: [A-Z][a-z]?\*){1,2}")  # S* J*: nobody is called so
_BEFORE = r"[^，。！？：,.!?:\n]*?"
_MASKED = re.compile(
    r"(?:\b[0-9A-Z]{1,6})?[*\u2026\u2022][*\u2026\u2022 ]*([0-9A-Z]{2,4})(?![0-9A-Z])"
)  # 4401…18, •• 0018
_TAIL = re.compile(r"((?:[尾末][号號]|[Ee]nd(?:s|ing) in)\s*)([0-9X]{2,6})")  # what a page says of a number
_CLAUSE_WITH_TAIL = re.compile(f"{_BEFORE}(?:{_MASKED.pattern}|{_TAIL.pattern})")
_LONG = re.compile(r"\d[\dXx -]{9,}[\dXx]")  # a whole number of a person: never stands on a page, never said
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)|(?<![A-Za-z])-|-(?![A-Za-z])")  # of a telephone: a pause
_BAND = re.compile(r"(\d+)\s*[\u2013~\uff5e]\s*(\d+)")
_PLUS = re.compile(r"\+(?=\d)")
_SHARE = re.compile(r"(\d+)\s*[%\uff05]")
_UNIT = re.compile(rf"(?<![\d.])([\d.]*\d) ({'|'.join(UNITS)})(?![A-Za-z])")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("「」『』“”\"'《》", ""),
        **dict.fromkeys("()（）[]【】{}<>·•|/\\\n\t", "，"),
        **dict.fromkeys("…—", "。"),
        "；": "，",
        ";": "，",
    }
)
_CLAUSES = re.compile(r"((?:[，。！？!?：]|[,.:](?!\d))+)\s*")


def clean(text: str, language: Language, *, private: bool = False, whole: bool = False) -> str:
    """One name or description as it is said. `private`: by headphones, so that a number's tail may be said.

    `whole`: it is all that names a thing (English on a Chinese screen), so no clause is left out.
    """
    said = unicodedata.normalize("NFC", text)
    said = _unmasked(said, language, private=private)
    phrases = PHRASES[language]
    if said == "-":
        return phrases.hyphen
    said = _HYPHEN.sub("，", said) if language is not Language.EN else said
    said = _PLUS.sub(phrases.plus, said.replace("✓", phrases.good))
    said = _UNIT.sub(_whole_unit, said) if language is Language.EN else said
    said = _BAND.sub(lambda band: phrases.band.format(low=band[1], high=band[2]), said)
    said = _SHARE.sub(lambda share: phrases.share.format(share[1]), said)
    return joined(clauses(said.translate(_MARKS), language, whole=whole), language)


def _whole_unit(found: re.Match[str]) -> str:
    figure, unit = found.groups()
    one, several = UNITS[unit]
    return f"{figure} {one if figure == '1' else several}"


def clauses(text: str, language: Language, *, whole: bool = False) -> list[str]:
    """The text between its points, each with its own; unless `whole`, without what is the same in Latin letters."""
    parts = _CLAUSES.split(text)
    found = []
    for words, points in zip(parts[::2], [*parts[1::2], ""], strict=True):
        clause = re.sub(r"\s+", " ", words).strip()
        if clause and (whole or not _foreign(clause, language)):
            found.append(clause + _point(points, language))
    return found


def joined(parts: list[str], language: Language) -> str:
    """Clauses in a row, without a point at the end."""
    text = "".join(parts) if language is not Language.EN else " ".join(parts)
    return text.rstrip(" ，。,.：:")


def bare(clause: str) -> str:
    """A clause without its point and blanks: for telling whether two say the same."""
    return re.sub(r"[\s，。！？,.!?：:]", "", clause).casefold()


def has_han(text: str) -> bool:
    """Whether a Chinese voice must read this."""
    return _HAN.search(text) is not None


def _point(points: str, language: Language) -> str:
    if not points:
        return ""
    first = unicodedata.normalize("NFKC", points[0])
    if language is Language.EN:
        return first if first in ",.!?:" else "."
    return {",": "，", ".": "。", "!": "！", "?": "？", ":": "："}.get(first, "。")


def _foreign(clause: str, language: Language) -> bool:
    """Latin words under a Chinese line say the same again, for those who read no Chinese."""
    if language is Language.EN:
        return False
    return bool(_LETTERS.search(clause)) and not _HAN.search(clause) and not _FIGURE.search(clause)


def _unmasked(text: str, language: Language, *, private: bool) -> str:
    """Surnames stay, tails of numbers only in headphones, whole numbers never (ui.md 4.4)."""
    phrases = PHRASES[language]
    text = _NAME.sub(lambda mask: mask[1], text)
    text = _LATIN_NAME.sub("", text)
    text = _LONG.sub("", text)
    if not private:
        return _CLAUSE_WITH_TAIL.sub("", text)
    text = _TAIL.sub(lambda tail: tail[1] + " ".join(tail[2]), text)
    return _MASKED.sub(lambda mask: phrases.tail.format(tail=" ".join(mask[1])), text)
