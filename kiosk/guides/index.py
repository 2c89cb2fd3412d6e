"""The catalogue made ready to be searched: every name and by-name in pieces, with how rare each piece is.

Made once for a catalogue (some ten milliseconds for 200 items). Pure.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.guides.asked import core, folded
from kiosk.guides.letters import Letters
from kiosk.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.guides import BundleView, Spoken

_PAIR, _SINGLE = 1.0, 0.4  # what two characters in a row count, and one alone
_UNKNOWN = 0.6  # of the rarest: a piece that no name has says little against an item
_WORD = re.compile("[a-z]+")
_STEM = 5  # letters of an English word that count: retire, retirement
_EMPTY_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "can",
        "do",
        "for",
        "from",
        "get",
        "how",
        "i",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "the",
        "to",
        "want",
        "with",
    ]
)


class Entry(Value, frozen=True):
    """An item or a bundle."""

    id: str
    name: str
    bundle: bool
    order: int  # the most asked for first, then as the hall has them


class Term(Value, frozen=True):
    """A name or by-name of an entry. `core`: see `asked`; `read`: its syllables; `initials` fit its `words`."""

    entry: int
    words: str
    own: bool  # the entry's own name
    core: str
    plain: str  # folded only, for slips
    initials: str
    read: tuple[str, ...]
    weight: float
    grams: frozenset[str]


@dataclass
class Index:
    """All terms, and in which of them each piece stands. English names are terms too, in pieces of their words."""

    entries: list[Entry] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    initials: Letters = field(default_factory=lambda: Letters([]))  # by the number of the term
    pinyin: Letters = field(default_factory=lambda: Letters([]))
    own: dict[int, Term] = field(default_factory=dict)  # by the number of its entry, its own name
    told: dict[str, list[int]] = field(default_factory=dict)  # by piece, the entries whose guide says it
    where: dict[str, list[int]] = field(default_factory=dict)
    held: dict[str, set[int]] = field(default_factory=dict)  # by piece, the entries one of whose names has it
    rare: dict[str, float] = field(default_factory=dict)
    unknown: float = 1.0  # how rare a piece is that stands nowhere

    def weigh(self, pieces: Iterable[str]) -> float:
        """How much these pieces say together."""
        return sum(map(self.weight, pieces))

    def weight(self, piece: str) -> float:
        """How much a piece says: rare ones more, single characters less."""
        return self.rare.get(piece, self.unknown) * (_SINGLE if len(piece) == 1 else _PAIR)


def pieces_of(words: str) -> frozenset[str]:
    """Characters and pairs of what is already `core`; stems of English words, each after a blank."""
    if words.isascii():
        return frozenset(stems(words))
    return frozenset((*words, *(words[at : at + 2] for at in range(len(words) - 1))))


def stems(words: str) -> list[str]:
    """English words that say something, cut to their stems: " retir", " card"."""
    found = _WORD.findall(words.casefold())
    return [f" {one[:_STEM]}" for one in found if one not in _EMPTY_WORDS]


def indexed(catalogue: Catalogue) -> Index:
    """The index of a catalogue; the general item is nobody's answer."""
    made = Index()
    lines: list[ItemView | BundleView] = [one for one in catalogue.items if one.id != GENERAL_ITEM]
    items = len(lines)
    lines += catalogue.bundles
    raw: list[tuple[int, str, bool, str]] = []
    for number, line in enumerate(lines):
        common = number < items and getattr(line, "common", False)
        made.entries.append(Entry(line.id, line.name, number >= items, number - (1000 if common else 0)))
        raw += ((number, words, own, read) for words, own, read in _names(line))
    _count(made, raw)
    made.terms = [term for one in raw if (term := _term(made, *one)) is not None]
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, term in enumerate(made.terms):
        for piece in term.grams:
            where[piece].append(number)
            made.held.setdefault(piece, set()).add(term.entry)
    made.where = dict(where)
    read = [(number, one) for number, one in enumerate(made.terms) if one.read]
    made.initials = Letters([(number, one.initials) for number, one in read])
    made.pinyin = Letters([(number, "".join(one.read)) for number, one in read])
    made.own = {one.entry: one for one in made.terms if one.own}
    for number, line in enumerate(lines):
        for piece in _guide(line):
            made.told.setdefault(piece, []).append(number)
    return made


def _guide(line: ItemView | BundleView) -> frozenset[str]:
    """What the card and the list of materials say: weaker than a name, but it is there."""
    things = [one.name for one in getattr(line, "materials", ())]
    return frozenset(piece for words in (line.plain, *things) for piece in pieces_of(core(words)) if len(piece) > 1)


def _names(line: ItemView | BundleView) -> Iterator[tuple[str, bool, str]]:
    yield line.name, True, line.pinyin
    if line.name_en:
        yield line.name_en, False, ""
    also: tuple[Spoken, ...] = line.also
    for one in also:
        yield one.words, False, one.pinyin


def _count(made: Index, raw: list[tuple[int, str, bool, str]]) -> None:
    """In how many entries each piece stands."""
    seen: defaultdict[int, set[str]] = defaultdict(set)
    for number, words, _, _ in raw:
        seen[number] |= pieces_of(_core_of(words))
    held = Counter(piece for pieces in seen.values() for piece in pieces)
    many = len(made.entries) + 1
    made.rare = {piece: math.log(many / (count + 0.5)) + 0.3 for piece, count in held.items()}
    made.unknown = (math.log(many / 0.5) + 0.3) * _UNKNOWN


def _core_of(words: str) -> str:
    return words.casefold() if words.isascii() else core(words)


def _term(made: Index, entry: int, words: str, own: bool, read: str) -> Term | None:  # noqa: FBT001 - a row of `_names`
    inner = _core_of(words)
    pieces = pieces_of(inner)
    syllables = tuple(read.split(" ")) if read and not words.isascii() else ()
    if not pieces and not syllables:
        return None
    initials = "".join(one[0] for one in syllables)
    return Term(entry, words, own, inner, folded(words), initials, syllables, made.weigh(pieces), pieces)
