"""Which characters of a name are the ones that were asked for: the sky-100 of UI-K4. Pure."""

from __future__ import annotations

from kiosk.guides.asked import core, folded

Span = tuple[int, int]  # from, to (not included), in characters of the words that are shown


def of_words(shown: str, asked: str) -> tuple[Span, ...]:
    """What `shown` has in common with a question in characters: runs of two and more; one, where nothing else is."""
    for said in (folded(asked), core(asked)):
        marked = _runs(shown.casefold(), said, 2)
        if marked:
            return _joined(marked)
    return _joined(_runs(shown.casefold(), core(asked), 1))


def of_initials(initials: str, asked: str) -> tuple[Span, ...]:
    """Where the letters stand among the initials: in a row, else one after the other; () when they do not."""
    at = initials.find(asked)
    if at >= 0:
        return ((at, at + len(asked)),)
    marked: list[int] = []
    at = -1
    for letter in asked:
        at = initials.find(letter, at + 1)
        if at < 0:
            return ()
        marked.append(at)
    return _joined(set(marked))


def of_pinyin(syllables: tuple[str, ...], asked: str) -> tuple[Span, ...]:
    """Which characters are read as the letters; the last one may be begun only. () when none are."""
    for first in range(len(syllables)):
        left = asked
        for number, one in enumerate(syllables[first:], first + 1):
            if one.startswith(left):
                return ((first, number),)
            if not left.startswith(one):
                break
            left = left[len(one) :]
    return ()


def _runs(shown: str, asked: str, least: int) -> set[int]:
    """Places in `shown` that belong to a run of at least so many characters of `asked`."""
    marked: set[int] = set()
    for at in range(len(shown)):
        length = least
        while at + length <= len(shown) and shown[at : at + length] in asked:
            marked.update(range(at, at + length))
            length += 1
    return marked


def _joined(marked: set[int]) -> tuple[Span, ...]:
    spans: list[list[int]] = []
    for at in sorted(marked):
        if spans and spans[-1][1] == at:
            spans[-1][1] = at + 1
        else:
            spans.append([at, at + 1])
    return tuple((first, last) for first, last in spans)
