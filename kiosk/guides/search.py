"""搜事项: what people type or say in, items and bundles out, best first, with what to mark in them (CL-H14, UI-K4).

Letters are initials, pinyin or English; anything else is looked for by its characters, so that a slip, a filler word or
a Cantonese one does not lose the item. Nothing near is an answer too: the screen then offers a person. Pure; nothing of
what is asked is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides import spans
from kiosk.guides.asked import core, folded, is_latin
from kiosk.guides.closeness import by_characters, by_letters
from kiosk.guides.index import Index, Term, indexed
from kiosk.values import Value

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue
    from kiosk.guides.spans import Span

NEAR = 0.5  # of 1: from here on an answer is sure
PERHAPS = 0.3  # nothing is sure, but this may be meant: 是不是要办这个？
BESIDE = 0.55  # of the best: what is further behind is left out
MOST = 20


class Hit(Value, frozen=True):
    """One answer. `spans` mark `name`; `also` is the by-name that was meant, when it was one, with marks of its own."""

    id: str
    name: str
    bundle: bool
    score: float  # 0 to 1, and more for the very words
    sure: bool = True  # False: nothing is near, but this may be meant; the screen asks, and offers a person first
    spans: tuple[Span, ...] = ()
    also: str = ""
    also_spans: tuple[Span, ...] = ()


class Search:
    """Search over one catalogue; a new one for a new catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._index: Index = indexed(catalogue)

    def find(self, asked: str) -> tuple[Hit, ...] | None:
        """Answers, best first, at most MOST: all of them sure, or none. None: nothing found; (): nothing was asked."""
        said = folded(asked)
        if not said:
            return () if not asked.strip() else None
        latin = is_latin(said)
        scored = by_letters(self._index, asked) if latin else by_characters(self._index, core(asked), said)
        best: dict[int, tuple[float, Term]] = {}
        for score, term in scored:
            if score >= PERHAPS and score > best.get(term.entry, (0.0, term))[0]:
                best[term.entry] = score, term
        if not best:
            return None
        top = max(score for score, _ in best.values())
        bar = max(NEAR, BESIDE * top) if top >= NEAR else BESIDE * top
        kept = [(number, score, term) for number, (score, term) in best.items() if score >= bar]
        kept.sort(key=lambda one: (-round(one[1], 3), self._index.entries[one[0]].order))
        return tuple(self._hit(number, score, term, said) for number, score, term in kept[:MOST])

    def _hit(self, number: int, score: float, term: Term, said: str) -> Hit:
        entry = self._index.entries[number]
        own = self._index.own[number]
        also = "" if term.own else term.words
        return Hit(
            entry.id,
            entry.name,
            entry.bundle,
            score,
            score >= NEAR,
            _marks(own, said),
            also,
            _marks(term, said) if also else (),
        )


def _marks(term: Term, said: str) -> tuple[Span, ...]:
    if not is_latin(said):
        return spans.of_words(term.words, said)
    if not term.initials:  # an English name: the words that it begins with
        at = term.words.casefold().find(said)
        return ((at, at + len(said)),) if at >= 0 else ()
    return spans.of_initials(term.initials, said) or spans.of_pinyin(term.read, said)
