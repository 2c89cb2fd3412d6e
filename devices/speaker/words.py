"""Numbers, labels and times -> words, before any engine sees them. Pure; knows no engine.

A036 -> A 零三六 (digit by digit, 零 never 〇, 一 or 幺 as the hall likes), 12号窗口 -> 十二号窗口, 还有2位 -> 还有两位.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from devices.values.speaker import Language

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = "零一二三四五六七八九"
_ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PLACES = ("", "十", "百", "千")
_LONGEST_CARDINAL = 4  # digits; longer numbers are read digit by digit
_PAIRED = "位个张份人名次件台"  # measure words that say 两 for two
_TOKEN = re.compile(
    r"(?P<label>(?<![A-Za-z])[A-Za-z]{1,2}\d{3,})|"
    r"(?P<year>\d{4}(?=年))|(?P<time>\d{1,2}[:\uff1a]\d{2})|(?P<pair>2(?=[" + _PAIRED + r"]))|(?P<number>\d+)",
    re.ASCII,
)


def spoken(text: str, language: Language, *, yao: bool = False) -> str:
    """The words to say for `text`: no digits are left in it, letters of labels stand alone. Never raises.

    `yao` reads 1 as 幺 where digits are read one by one. Control characters and brackets, which engines take for
    commands, become blanks.
    """
    found = unicodedata.normalize("NFC", "".join(map(_harmless, text)))
    read: Callable[[re.Match[str]], str] = _english
    if language is not Language.ENGLISH:
        read = partial(_chinese, yao=yao)
    return re.sub(r" +", " ", _TOKEN.sub(read, found)).strip()


def cardinal(number: int) -> str:
    """0 to 9999 in Chinese: 10 十, 12 十二, 105 一百零五. Raises ValueError for others."""
    if not 0 <= number < 10**_LONGEST_CARDINAL:
        raise ValueError("0 to 9999")
    if not number:
        return DIGITS[0]
    said, gap = "", False
    for place in range(_LONGEST_CARDINAL - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += (DIGITS[0] if gap and said else "") + DIGITS[digit] + _PLACES[place]
        gap = not digit
    return said.removeprefix("一") if said.startswith("一十") else said


def _chinese(match: re.Match[str], *, yao: bool) -> str:
    said = match.group()
    if match["label"]:
        letters = said.rstrip("0123456789")
        return f" {' '.join(letters.upper())} {_one_by_one(said[len(letters) :], yao=yao)}"
    if match["pair"]:
        before = match.string[match.start() - 1 : match.start()]
        return DIGITS[2] if before == "第" else "两"
    if match["time"]:
        hour, minute = int(said[:-3]), int(said[-2:])
        whole = f"{cardinal(hour)}点" if hour != 2 else "两点"  # noqa: PLR2004 -- 两点, as people say
        return whole + ("整" if not minute else f"{DIGITS[0] if minute < 10 else ''}{cardinal(minute)}分")  # noqa: PLR2004
    if match["year"] or len(said) > _LONGEST_CARDINAL or (said[0] == "0" and len(said) > 1):
        return _one_by_one(said, yao=yao)
    return cardinal(int(said))


def _one_by_one(digits: str, *, yao: bool) -> str:
    said = "".join(DIGITS[int(digit)] for digit in digits)
    return said.replace("一", "幺") if yao else said


def _english(match: re.Match[str]) -> str:
    said = match.group()
    if match["time"]:
        return said.replace("\uff1a", ":")
    if match["label"] or len(said) > _LONGEST_CARDINAL or said[0] == "0":
        letters = said.rstrip("0123456789")
        digits = (_ENGLISH_DIGITS[int(digit)] for digit in said[len(letters) :])
        return " " + " ".join((*letters.upper(), *digits))
    return said  # an English engine reads short numbers well


def _harmless(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character == "〇":
        return DIGITS[0]
    return " " if character in "[]<>{}|\\" or unicodedata.category(character).startswith(("C", "Z")) else character
