"""How near a question is to each name: by characters (pairs and single ones, rare ones more), by letters. Pure.

1 is the very words; from `search.NEAR` on it is an answer. Every figure here was tried on the open half of the phrases
below tests/bench/search, never on the frozen one.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from kiosk.guides.index import pieces_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.guides.index import Index, Term

_WHOLE = 0.45  # what it is worth that one side is wholly in the other, however long that is
_ENTRY = 0.2  # share of what all names of an entry together have of the question
_NOBODY: frozenset[int] = frozenset()
_TOLD = 0.5  # of a piece that only the guide says
_SLIP = 0.72  # one character wrong, missing or too many
_SLIP_WITHIN = 0.6
_MAY_SLIP = 0.08  # share of a name that is there when one character of it is wrong
_LEAST_TO_SLIP = 3
_BEGINS = 2  # so few letters are the first ones
_TRIED = 80  # names that are looked at closely


def by_characters(index: Index, said: str, plain: str) -> Iterator[tuple[float, Term]]:
    """Names near to a question in Chinese: `said` is its `asked.core`, `plain` the same only folded."""
    pieces = pieces_of(said)
    if not pieces:
        return
    whole = index.weigh(pieces)
    shared, of_entry = _shared(index, pieces)
    terms = index.terms
    first = nlargest(_TRIED, shared, key=lambda number: shared[number] / (whole + terms[number].weight))
    for number in first:
        term = terms[number]
        near = _near(shared[number] / whole, shared[number] / term.weight)
        near = _close(near, said, term.core)
        if near < _SLIP and shared[number] > _MAY_SLIP * term.weight:
            near = max(near, _slipped(said, term.core), _slipped(plain, term.plain))
        yield near * (1 - _ENTRY) + _ENTRY * of_entry[term.entry] / whole, term


def by_letters(index: Index, asked: str) -> Iterator[tuple[float, Term]]:
    """Names near to letters: as initials, as pinyin, as English words."""
    letters = "".join(one for one in asked.casefold() if one.isalnum())
    yield from _as_initials(index, letters)
    if len(letters) > 1:
        yield from _as_pinyin(index, letters)
    words = frozenset(stems(asked))
    if words:
        whole = index.weigh(words)
        shared, _ = _shared(index, words)
        for number, common in shared.items():
            term = index.terms[number]
            yield _near(common / whole, common / term.weight), term


def _as_initials(index: Index, letters: str) -> Iterator[tuple[float, Term]]:
    seen = False
    for number, at in index.initials.holding(letters, inside=len(letters) > _BEGINS):
        term, seen = index.terms[number], True
        share = len(letters) / len(term.initials)
        yield 1.2 if share == 1 else (0.65 if at else 0.85) + 0.15 * share, term
    if not seen and len(letters) >= _LEAST_TO_SLIP:
        for number in index.initials.in_order(letters):
            term = index.terms[number]
            yield 0.5 + 0.15 * len(letters) / len(term.initials), term


def _as_pinyin(index: Index, letters: str) -> Iterator[tuple[float, Term]]:
    for number, at in index.pinyin.holding(letters, inside=len(letters) > _LEAST_TO_SLIP):
        term = index.terms[number]
        share = len(letters) / sum(map(len, term.read))
        yield 0.6 + 0.2 * share if at else 0.85 + 0.35 * share, term


def _shared(index: Index, pieces: frozenset[str]) -> tuple[dict[int, float], dict[int, float]]:
    """What each term has in common with these pieces, and what each entry has in all its terms."""
    terms: dict[int, float] = {}
    entries: dict[int, float] = {}
    for piece in pieces:
        weight = index.weight(piece)
        for number in index.where.get(piece, ()):
            terms[number] = terms.get(number, 0.0) + weight
        found = index.held.get(piece, _NOBODY)
        for entry in found:
            entries[entry] = entries.get(entry, 0.0) + weight
        for entry in index.told.get(piece, ()):
            if entry not in found:
                entries[entry] = entries.get(entry, 0.0) + weight * _TOLD
    return terms, entries


def _near(of_question: float, of_name: float) -> float:
    """Both shares are 0 to 1; one side wholly in the other is much, both are all."""
    return max(
        of_name * (_WHOLE + (1 - _WHOLE) * of_question),
        of_question * (_WHOLE + (1 - _WHOLE) * of_name),
    )


def _close(near: float, said: str, name: str) -> float:
    if said == name:
        return 1.2
    if name.startswith(said) or (len(name) > 1 and name in said) or said in name:
        return near + 0.1
    return near


def _slipped(said: str, name: str) -> float:
    if len(name) >= _LEAST_TO_SLIP and len(said) >= _LEAST_TO_SLIP and one_slip(said, name):
        return _SLIP
    if len(said) > len(name) > _LEAST_TO_SLIP and _slip_within(said, name):
        return _SLIP_WITHIN
    return 0.0


def _slip_within(said: str, name: str) -> bool:
    """Whether a name stands in a longer question with one character wrong."""
    if len(frozenset(name).difference(said)) > 1:
        return False  # two characters are nowhere in it
    length = len(name)
    return any(
        sum(a != b for a, b in zip(said[at : at + length], name, strict=False)) == 1
        for at in range(len(said) - length + 1)
    )


def one_slip(one: str, other: str) -> bool:
    """Whether one character is wrong, missing or too many."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[at:] if len(short) < len(long) else short[at + 1 :]
    return rest == long[at + 1 :]
