"""Well-formed documents that say something else than they should: an example, edited by fuzz bytes. JSON and TOML out.

Bytes alone seldom get past a parser's grammar; an example with a few values exchanged, dropped or doubled does.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fuzz.draw import Draw

MOST_EDITS = 6
_NUMBERS = (0, 1, -1, 2, 24, 100, 999, 1440, 2**31, 2**53, 2**53 + 1, 2**63, 2**64, 10**30, -(2**63), 0.5, -0.0, 1e308)
_TEXTS = (
    "", " ", "\n", "\0", "x", "A", "*", "-", "x" * 65, "木" * 33, "e\u0301", "\u202e", "true", "0", "00", "1e9",
    "9" * 30, "2026-01-31", "2026-02-30", "0000-00-00", "09:00", "24:00", "12:00-14:00", "14:00-12:00", "1-5", "5-1",
    "7,7", "00000000-0000-0000-0000-000000000000", "0" * 32, "A001", "KPT1:0", "../../etc", "%s%n",
    "'; --", "<b>", "general",
)  # fmt: skip
_OTHERS = (None, True, False, [], {}, [[]], [{}], {"": ""}, math.inf, -math.inf, math.nan)
_DATES = (dt.date(1, 1, 1), dt.date(2026, 2, 28), dt.date(9999, 12, 31), dt.time(9), dt.datetime(2026, 1, 1, 9))
POOL: tuple[Any, ...] = (*_NUMBERS, *_TEXTS, *_OTHERS)


def edited(draw: Draw, tree: Any, *, dates: bool = False) -> Any:
    """A copy of a tree of dicts and lists with up to six edits."""
    copy = {"": deepcopy(tree)}
    pool = (*POOL, *_DATES) if dates else POOL
    for _ in range(draw.byte() % (MOST_EDITS + 1)):
        holder, key = _place(draw, copy)
        _edit(draw, holder, key, (copy, pool))
    return copy[""]


def _place(draw: Draw, copy: dict[str, Any]) -> tuple[Any, Any]:
    """A holder and the key or index in it that is edited."""
    holder: Any = copy
    key: Any = ""
    while isinstance(holder[key], dict | list) and holder[key] and draw.byte() % 8:
        holder = holder[key]
        key = draw.pick(list(holder)) if isinstance(holder, dict) else draw.byte() % len(holder)
    return holder, key


def _edit(draw: Draw, holder: Any, key: Any, around: tuple[dict[str, Any], tuple[Any, ...]]) -> None:
    copy, pool = around
    match draw.byte() % 8:
        case 0 if holder is not copy:
            del holder[key]
        case 1:
            other, place = _place(draw, copy)
            holder[key] = deepcopy(other[place])
        case 2 if isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        case 2 if isinstance(holder, dict) and holder is not copy:
            holder[draw.pick(_TEXTS)] = deepcopy(holder[key])
        case 3 if isinstance(holder[key], str):
            at = draw.byte() % (len(holder[key]) + 1)
            holder[key] = (
                holder[key][:at] + draw.take(draw.byte() % 9).decode("utf-8", "replace") + holder[key][at + 1 :]
            )
        case 4 if isinstance(holder[key], int | float):
            holder[key] += int.from_bytes(draw.take(2), "big", signed=True)
        case _:
            holder[key] = deepcopy(draw.pick(pool))


def to_json(tree: Any) -> bytes:
    """As the loosest writer of JSON would: NaN and lone surrogates come along."""
    return json.dumps(tree).encode()


def to_toml(tree: Any) -> bytes:
    """One key a line with inline tables; what TOML has no word for is left out."""
    tables = tree if isinstance(tree, dict) else {"": tree}
    lines = [f"{_quoted(key)} = {_toml(value)}" for key, value in tables.items() if value is not None]
    return "\n".join(lines).encode("utf-8", "replace")


def _toml(value: Any) -> str:
    match value:
        case dict():
            pairs = (f"{_quoted(key)} = {_toml(one)}" for key, one in value.items() if one is not None)
            return "{" + ", ".join(pairs) + "}"
        case list() | tuple():
            return "[" + ", ".join(_toml(one) for one in value if one is not None) + "]"
        case str():
            return _quoted(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case bool():
            return str(value).lower()
        case float():
            return repr(value) if math.isfinite(value) else {"inf": "inf", "-inf": "-inf"}.get(repr(value), "nan")
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
