"""Every key of a site's, a kiosk's and a counter's file: what may stand there, what holds without it, from the shapes.

What a key means is said once, in docs/settings.md; where that page is not installed, the rest is told all the same.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from config.counter_file import CounterFile
from config.kiosk_file import KioskFile
from config.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGE = Path(__file__).parents[1] / "docs/settings.md"
_FILES = (("site file", Site), ("kiosk file", KioskFile), ("counter's file", CounterFile))
_LIMITS = (("minimum", "at least"), ("exclusiveMinimum", "above"), ("maximum", "at most"))
_ENDS = ("at least ", "at most ")
_LENGTHS = (("maxLength", "characters"), ("maxItems", "entries"))


class Key(msgspec.Struct, frozen=True):
    """One key: in which file, what may stand there, what holds without it."""

    key: str
    file: str
    kind: str
    required: bool
    default: str
    meaning: str


def explained(key: str) -> tuple[Key, ...]:
    """The key in each file that has it; nothing for one that no file has."""
    return tuple(one for one in _keys() if one.key == key)


def known_keys() -> tuple[str, ...]:
    """All keys of these files, in the order of their tables."""
    return tuple(one.key for one in _keys())


def usual() -> dict[str, str]:
    """The default of each key that has one, as JSON."""
    return {one.key: one.default for one in _keys() if not one.required}


def limits(key: str) -> tuple[str, str]:
    """Of a number: least and most, as its kind says them; "" for none."""
    words = explained(key)[0].kind.split(", ")
    least, most = (next((one.removeprefix(said) for one in words if one.startswith(said)), "") for said in _ENDS)
    return least, most


@cache
def _keys() -> tuple[Key, ...]:
    told = _meanings()
    return tuple(one for file, shape in _FILES for one in _of_file(file, shape, told))


def _of_file(file: str, shape: type[msgspec.Struct], told: Mapping[str, str]) -> Iterator[Key]:
    schema = msgspec.json.schema(shape)
    defs = schema["$defs"]
    yield from _of_table(file, "", defs[shape.__name__], defs, told)


def _of_table(
    file: str, before: str, table: dict[str, Any], defs: dict[str, Any], told: Mapping[str, str]
) -> Iterator[Key]:
    for name, field in table["properties"].items():
        key = f"{before}{name}"
        inner = _inner(field, defs)
        if inner is not None:
            yield from _of_table(file, f"{key}.", inner, defs, told)
            continue
        default = msgspec.json.encode(field["default"]).decode() if "default" in field else ""
        meaning = _meaning(key, told)
        yield Key(key, file, _kind(field, defs), name in table.get("required", ()), default, meaning)


def _meaning(key: str, told: Mapping[str, str]) -> str:
    """What the page says of a key, of the same key under a shorter name of its table, or of the table that holds it."""
    parts = key.split(".")
    for end in range(len(parts), 0, -1):
        names = (".".join(parts[begin:end]) for begin in range(end))
        found = next((told[name] for name in names if name in told), "")
        if found:
            return found
    return next((words for name, words in told.items() if name.startswith(f"{key}.")), "")


def _inner(field: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any] | None:
    """The table that a field holds, alone or in a list; None for a plain value."""
    options = [field, *field.get("anyOf", ()), *([field["items"]] if isinstance(field.get("items"), dict) else ())]
    for one in options:
        target = defs.get(str(one.get("$ref", "")).rpartition("/")[2], {})
        if "properties" in target:
            found: dict[str, Any] = target
            return found
    return None


def _kind(field: dict[str, Any], defs: dict[str, Any]) -> str:
    """What may stand there, in words."""
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_kind(one, defs) for one in field["anyOf"]))
    if "enum" in field:
        return "one of " + ", ".join(str(one) for one in field["enum"])
    if field.get("type") == "array":
        items = field.get("items")
        many = f", at most {field['maxItems']} entries" if "maxItems" in field else ""
        return f"list of {_kind(items, defs)}{many}" if isinstance(items, dict) and items else f"list{many}"
    words = [
        {"null": "nothing", "object": "table"}.get(
            str(field.get("type")), str(field.get("format") or field.get("type", "any"))
        )
    ]
    words += [f"{said} {field[limit]}" for limit, said in _LIMITS if limit in field]
    words += [f"at most {field[limit]} {unit}" for limit, unit in _LENGTHS if limit in field]
    words += [f"like {field['pattern']}"] if "pattern" in field else []
    return ", ".join(words)


def _meanings() -> dict[str, str]:
    """What docs/settings.md says of keys, by table and key; empty where the page is not installed."""
    try:
        page = PAGE.read_text(encoding="utf-8")
    except OSError:
        return {}
    told: dict[str, str] = {}
    tables: list[str] = []
    for line in page.splitlines():
        if line.startswith("#"):
            tables = re.findall(r"`\[+([a-z_.]+)\]+`", line)
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == len(("key", "default", "meaning")):
            told |= dict.fromkeys(_named(cells[0], tables), cells[2])
    return told


def _named(cell: str, tables: list[str]) -> Iterator[str]:
    """The keys that a first cell names: "`id`, `name`" under [[queue]], "kiosk: `where`", "`[screen]` `fullscreen`"."""
    own = re.match(r"(?:\[+)?([a-z_.]+)(?:\]+)?:", cell)
    for table, key in re.findall(r"`\[+([a-z_.]+)[^`]*`|`([a-z_0-9]+)`", cell):
        if table:
            tables[:] = [table.rstrip(".")]
            continue
        for one in [own[1]] if own else tables or ["kiosk"]:
            yield f"{one}.{key}"
