"""A text cut into what a speaker takes at once, each in the voice that can read it. Pure.

Short pieces begin to sound sooner, stop sooner, and each stands as a caption while it is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kiosk.session.modes import Language
from kiosk.speech.clean import has_han

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 40  # signs; two lines of a caption. A speaker takes 200
_SENTENCES = re.compile(r"[^。！？.!?]+(?:[。！？!?]+|\.(?!\d)|\.|$)\s*")
_CLAUSES = re.compile(r"[^，、：,:]+(?:[，、：,:]+|$)\s*")
_RUNS = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[^\u3400-\u9fff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"((?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z0-9])(?: [A-Za-z]+(?![A-Za-z0-9]))*)")  # words, not A042


class Piece(NamedTuple):
    """Words and the voice for them."""

    text: str
    language: Language


def pieces(text: str, language: Language, *, longest: int = LONGEST) -> tuple[Piece, ...]:
    """The text in order; Chinese words among English ones (an item's name), and the reverse, have their own voice."""
    found: list[Piece] = []
    if language is Language.EN:
        longest *= 2  # letters are half as wide
    for sentence in _filled(_SENTENCES.findall(text), longest):
        found.extend(part for part in _voiced(sentence, language) if any(sign.isalnum() for sign in part.text))
    return tuple(found)


def _filled(sentences: list[str], longest: int) -> Iterator[str]:
    """Sentences in a row while they fit; a longer one is cut at its commas, or anywhere."""
    kept = ""
    for sentence in sentences:
        if len(kept) + len(sentence) <= longest:
            kept += sentence
            continue
        if kept:
            yield kept.strip()
        kept = sentence
        while len(kept) > longest:
            cut = _cut(kept, longest)
            yield kept[:cut].strip()
            kept = kept[cut:]
    if kept.strip():
        yield kept.strip()


def _cut(text: str, longest: int) -> int:
    end = 0
    for clause in _CLAUSES.finditer(text):
        if clause.end() > longest:
            break
        end = clause.end()
    if end:
        return end
    blank = text.rfind(" ", 0, longest)
    return blank + 1 if blank > 0 else longest


def _voiced(sentence: str, language: Language) -> Iterator[Piece]:
    if language is not Language.EN:
        for run in _LATIN.split(sentence):
            yield Piece(run.strip(), Language.EN if _LATIN.fullmatch(run) else language)
    elif not has_han(sentence):
        yield Piece(sentence, language)
    else:
        for run in _RUNS.findall(sentence):
            yield Piece(run.strip(" ,."), Language.ZH_CN if has_han(run) else Language.EN)
