"""One thing that was looked at, and its words in both languages. Codes are permanent."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from config.machine.words import FIGURES, WORDS


class Level(IntEnum):
    """How it is; also the exit code of whoever looked."""

    FINE = 0
    WARNING = 1  # works, somebody should come
    FAULT = 2  # does not work like this


class Look(msgspec.Struct, frozen=True):
    """What one look found and what to do; `detail` is for a technician, in the system's own words."""

    part: str
    code: str
    level: Level
    chinese: str
    english: str
    do_chinese: str = ""
    do_english: str = ""
    detail: str = ""
    figure: str = ""  # what was measured, for a tile
    unit: str = ""


def look(part: str, code: str, level: Level = Level.FINE, detail: str = "", **values: object) -> Look:
    """A look with the words of its code, filled with `values`."""
    chinese, english, do_chinese, do_english = (words.format(**values) for words in WORDS[code])
    name, unit = FIGURES.get(code, ("", ""))
    figure = str(values.get(name, ""))
    return Look(part, code, level, chinese, english, do_chinese, do_english, detail, figure, unit)
