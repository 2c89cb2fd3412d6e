"""A document for A4 before it is painted: a title and blocks from top to bottom. Pure; knows no Qt, no millimetres.

It goes to the painting process as JSON, so everything here is a msgspec struct.
"""

from __future__ import annotations

import msgspec


class Heading(msgspec.Struct, frozen=True, tag=True):
    """Begins a part; stays with what follows it."""

    text: str


class Words(msgspec.Struct, frozen=True, tag=True):
    """A paragraph. `small`: what is there for reference only."""

    text: str
    small: bool = False


class Tick(msgspec.Struct, frozen=True, tag=True):
    """A line with an empty box to tick; `note` stands below in smaller letters."""

    text: str
    note: str = ""


class Fact(msgspec.Struct, frozen=True, tag=True):
    """A word and what is to be said of it: 在哪办 — 二楼 A 区."""

    label: str
    value: str


class Step(msgspec.Struct, frozen=True, tag=True):
    """A step of a case: filled when it is `done`, ringed and bold when it is `now`."""

    text: str
    done: bool = False
    now: bool = False
    note: str = ""


class Code(msgspec.Struct, frozen=True, tag=True):
    """A QR code with words beside it."""

    data: str
    beside: tuple[str, ...] = ()


class Line(msgspec.Struct, frozen=True, tag=True):
    """A rule from side to side."""


Block = Heading | Words | Tick | Fact | Step | Code | Line


class Sheet(msgspec.Struct, frozen=True):
    """One document. `foot` stands at the foot of every page beside its number; `large`: 大字."""

    title: str
    hall_name: str
    blocks: tuple[Block, ...]
    foot: tuple[str, ...] = ()
    large: bool = False


def words_of(sheet: Sheet) -> str:
    """Every letter that is on the sheet, for whoever checks that each can be painted."""
    said = [sheet.title, sheet.hall_name, *sheet.foot]
    for block in sheet.blocks:
        fields = msgspec.structs.asdict(block)
        said += [value for name, value in fields.items() if isinstance(value, str) and name != "data"]
        said += fields.get("beside", ())
    return "".join(said)
