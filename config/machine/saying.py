"""Looks in words: lines for people in either language or both, rows for programs, one exit code for scripts. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from config.machine.values import Level
from config.machine.words import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from config.machine.values import Look

_MARKS = {Level.FINE: "✔", Level.WARNING: "▲", Level.FAULT: "✘"}
_WORDS = {Level.FINE: ("好", "ok"), Level.WARNING: ("注意", "warning"), Level.FAULT: ("故障", "fault")}


def exit_code(looks: Iterable[Look]) -> int:
    """0: all is well. 1: somebody should come. 2: something does not work."""
    return max((one.level for one in looks), default=Level.FINE)


def rows(looks: Iterable[Look]) -> list[dict[str, object]]:
    """For programs: both languages, the level by its name."""
    return [{**msgspec.structs.asdict(one), "level": one.level.name.lower()} for one in looks]


def lines(looks: Sequence[Look], language: str) -> Iterator[str]:
    """A line for each look, what to do below it, and how many of each level; `language`: zh, en or both."""
    for one in looks:
        yield from _told(one, language)
    counts = [sum(one.level is level for one in looks) for level in Level]
    chinese = "、".join(f"{_WORDS[level][0]} {counts[level]}" for level in Level)
    english = ", ".join(f"{counts[level]} {_WORDS[level][1]}" for level in Level)
    yield {"zh": chinese, "en": english, "both": f"{chinese} · {english}"}[language]


def _told(one: Look, language: str) -> Iterator[str]:
    mark, (zh, en) = _MARKS[one.level], _WORDS[one.level]
    name = PARTS.get(one.part, one.part)
    detail = f" ({one.detail})" if one.detail else ""
    if language == "en":
        yield f"{mark} {en:<8}{one.part}: {one.english}{detail}"
    else:
        yield f"{mark} {zh} {name} {one.part}: {one.chinese}{detail}"
        if language == "both" and one.english != one.chinese:
            yield f"      {one.english}"
    todo = {"zh": (one.do_chinese,), "en": (one.do_english,), "both": (one.do_chinese, one.do_english)}[language]
    yield from (f"      → {words}" for words in dict.fromkeys(todo) if words)
