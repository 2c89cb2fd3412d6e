"""Names of venues 场所名称: made from parts, taken apart again, and what a wrong one should have been (CL-A3, A4).

Pure: a pack and words in, words out.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from config.packs.pack import Pack, Shape

_PART = re.compile(r"\{(?P<must>[a-z]+)\}|\[(?P<may>[a-z]+)\]")
_WORD = "[\u4e00-\u9fff]{1,12}?"
_PLACE = "(?:(?!市)[\u4e00-\u9fff]){1,12}?"  # 天津市和平区 is no district
_UNKNOWN = "××"
_NOT_IN = {"district": ("社区",)}


class VenueName(msgspec.Struct, frozen=True):
    """A legal name taken apart."""

    kind: str
    parts: dict[str, str]


class VenueNameError(ValueError):
    """A name of no legal shape, or a shape with a part missing; `suggestion` is the nearest legal name."""

    def __init__(self, expected: str, found: str, suggestion: str = "") -> None:
        nearest = f"; nearest: {suggestion}" if suggestion else ""
        super().__init__(f"{expected}; found {found!r}{nearest}")
        self.suggestion = suggestion


def venue_name(pack: Pack, kind: str, level: str, parts: Mapping[str, str]) -> str:
    """The name of a venue; VenueNameError for a kind that there is not at this level, a part missing or misshapen."""
    shape = next((one for one in pack.shapes_of(level) if one.kind == kind), None)
    if shape is None:
        kinds = ", ".join(one.kind for one in pack.shapes_of(level))
        raise VenueNameError(f"a kind of venue of level {level}: {kinds}", kind)
    name = _filled(shape, {"city": pack.city, **parts})
    if _matched(pack, shape, name) is None:
        raise VenueNameError(f"a name like {shown(pack, shape)}", name, nearest(pack, level, name, parts))
    return name


def read_name(pack: Pack, level: str, name: str) -> VenueName:
    """A name taken apart; VenueNameError with the nearest legal one when it has no shape of its level."""
    for shape in pack.shapes_of(level):
        parts = _matched(pack, shape, name)
        if parts is not None:
            return VenueName(shape.kind, parts)
    expected = "a name like " + " or ".join(shown(pack, shape) for shape in pack.shapes_of(level))
    raise VenueNameError(expected, name, nearest(pack, level, name))


def nearest(pack: Pack, level: str, name: str, parts: Mapping[str, str] | None = None) -> str:
    """The legal name of this level that a wrong one is nearest to; what it does not tell stands as ××."""
    told = {**_unknown(pack), **_parts_in(pack, name), **(parts or {}), "city": pack.city}
    made = [_filled(shape, told) for shape in pack.shapes_of(level)]
    return max(made, key=lambda one: (-one.count(_UNKNOWN), SequenceMatcher(None, one, name).ratio()))


def shown(pack: Pack, shape: Shape) -> str:
    """A shape as a plan writes it: ××区××街便民服务中心."""
    return _filled(shape, {**_unknown(pack), "city": pack.city})


def _unknown(pack: Pack) -> dict[str, str]:
    """What stands for parts that nobody told: ××区."""
    parts = {part: ends[0] if part == "office" else _UNKNOWN + ends[0] for part, ends in pack.endings.items()}
    return {"specialty": _UNKNOWN, "place": _UNKNOWN, **parts}


def _filled(shape: Shape, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda at: parts.get(at["must"], "") if at["must"] else "", shape.words)


def _matched(pack: Pack, shape: Shape, name: str) -> dict[str, str] | None:
    pattern = "".join(_patterns(pack, shape.words))
    found = re.fullmatch(pattern, name)
    return {part: words for part, words in found.groupdict().items() if words} if found else None


def _patterns(pack: Pack, words: str) -> Iterable[str]:
    at = 0
    for part in _PART.finditer(words):
        yield re.escape(words[at : part.start()])
        name = part["must"] or part["may"]
        yield f"(?P<{name}>{_pattern(pack, name)})" + ("" if part["must"] else "?")
        at = part.end()
    yield re.escape(words[at:])


def _pattern(pack: Pack, part: str) -> str:
    if part == "city":
        return re.escape(pack.city)
    ends = "|".join(map(re.escape, pack.endings.get(part, ())))
    if part == "office":
        return ends
    return f"{_PLACE}(?:{ends})" if ends else _WORD


def _parts_in(pack: Pack, name: str) -> dict[str, str]:
    """Parts that can be made out in a name of whatever shape, the largest place first."""
    rest = name.removeprefix(pack.city)
    found: dict[str, str] = {}
    for part in ("district", "street", "community"):
        at = re.match(_pattern(pack, part), rest)
        none = ("中心", "政务", "便民", *_NOT_IN.get(part, ()))
        if at and part in pack.endings and not any(word in at[0] for word in none):
            found[part] = at[0]
            rest = rest[at.end() :]
    return found
