"""How Chinese words are read: a syllable for each character, so that an index by initials can be made (CL-H14).

Readings are those of pypinyin (MIT), whose phrases decide 重办 and 银行. Its tables are read when the first word comes:
0.2 s and some 50 MB, in the hall, so that no kiosk has to. A server lets go of them when it has read its catalogue.
Never raises.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache

_LIBRARY = "pypinyin"
NONE = "·"  # in the place of whatever has no reading
_PHRASES = {  # where a phrase of public administration is read otherwise than its parts
    "重办": ("chong", "ban"),
    "重打": ("chong", "da"),
    "长者": ("zhang", "zhe"),
    "调档": ("diao", "dang"),
    "转学": ("zhuan", "xue"),
    "佢": ("qu",),
    "唔": ("wu",),
    "嘅": ("kai",),
    "咗": ("zuo",),
    "喺": ("xi",),
    "冇": ("mao",),
    "啲": ("di",),
    "嘢": ("ye",),
    "嚟": ("li",),
}
_RUNS = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+|.", re.DOTALL)
_KNOWN = re.compile("|".join(sorted(_PHRASES, key=len, reverse=True)))


@lru_cache(maxsize=16_384)
def pinyin(words: str) -> str:
    """社保卡 → "she bao ka": as many tokens as characters. Letters and figures stand for themselves, ü is v."""
    read: list[str] = []
    at = 0
    for match in _KNOWN.finditer(words):
        read += _of_library(words[at : match.start()])
        read += _PHRASES[match.group()]
        at = match.end()
    return " ".join(read + _of_library(words[at:]))


def initials(words: str) -> str:
    """社保卡 → "sbk": as long as the words."""
    return "".join(one[0] for one in pinyin(words).split(" ")) if words else ""


def forget_tables() -> None:
    """Give the memory of the library's tables back; what was read stays known, a new word has them read again."""
    for name in [one for one in sys.modules if one.partition(".")[0] == _LIBRARY]:
        del sys.modules[name]


def _of_library(words: str) -> list[str]:
    read: list[str] = []
    for run in _RUNS.findall(words):
        read += _of_characters(run) if len(run) > 1 or not run.isascii() else [_itself(run)]
    return read


def _of_characters(run: str) -> list[str]:
    from pypinyin import lazy_pinyin

    read: list[str] = []
    for one in lazy_pinyin(run):  # hands back in one piece what it cannot read
        read += [one] if one.isascii() else [NONE] * len(one)
    return read


def _itself(character: str) -> str:
    return character.lower() if character.isalnum() else NONE
