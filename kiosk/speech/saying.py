"""Entries -> sentences: one thing that can be touched, a whole page, what has just changed on it. Pure.

A page is heard as it is read: its question first, then its lines, then how many things can be chosen. An entry says its
name, what it is, how it stands, what else is written on it, and which of how many it is (EN 301 549 5.1.3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.speech.clean import bare, clauses, clean, joined
from kiosk.speech.entries import Role, Spoken
from kiosk.speech.phrases import PHRASES, Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.session.modes import Language

BAR = "access."  # how the object names of the access bar begin: there a page's own part is over
OWN_NUMBER = "typing.key."  # how the keys of an identity number are called
_FIGURES = re.compile(r"\d+")
NUMBER = ".number"  # how the object name of a ticket's number ends
NUMBER_TIMES = 3  # so often it is said, for whoever has to keep it in mind
BACK = ".back"  # how the object name of a page's way back ends: the pad has a key for it


def stops(entries: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """What can be touched, in the order of the keys: what the page is about, what sorts it, its way back, the frame."""
    return tuple(sorted((entry for entry in entries if entry.touchable), key=_rank))


def _rank(entry: Spoken) -> int:
    if entry.key.startswith(BAR):
        return 3
    return 2 if entry.key.endswith(BACK) else 1 if entry.role is Role.TAB else 0


def lines(entries: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """The page's own lines: from its first heading to the access bar; of what stands around every page only notices."""
    begin = next((place for place, entry in enumerate(entries) if entry.role is Role.HEADING), len(entries))
    end = next((place for place, entry in enumerate(entries) if entry.key.startswith(BAR)), len(entries))
    around = [entry for entry in entries[end:] if entry.role is Role.ALERT]
    return tuple(entry for entry in (*entries[begin:end], *around) if not entry.touchable)


def entry_said(entry: Spoken, place: int, count: int, language: Language, *, private: bool = False) -> str:
    """One thing that can be touched; `place` counts from 1."""
    words = PHRASES[language]
    name = clean(entry.name, language, private=private, whole=True).rstrip("！？!?")
    if _hidden(entry) and not private:
        name = words.hidden
    rest = _besides(name, clean(entry.description, language, private=private), language)
    if entry.disabled:
        head = [name, words.unusable + (words.because + rest if rest else "")]
        rest = ""
    else:
        head = [name, *_state(entry, words)]
    parts = [words.comma.join(head), rest, words.place.format(place=place, count=count)]
    return _sentences(parts, words)


def page_said(entries: Sequence[Spoken], language: Language, *, private: bool = False, hint: str = "") -> str:
    """A whole page; `hint` says at its end how one goes on."""
    words = PHRASES[language]
    said = [line for line in (_line(entry, language, private=private) for entry in lines(entries)) if line]
    count = len(stops(entries))
    return _sentences([*said, words.count.format(count=count) if count else "", hint], words)


def text_said(entry: Spoken, language: Language, *, private: bool = False) -> str:
    """One line that cannot be touched."""
    return _sentences([_line(entry, language, private=private)], PHRASES[language])


def typed(before: Sequence[Spoken], after: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """Fields in which something else stands than before."""
    known = {(entry.name, entry.description) for entry in before if entry.role is Role.FIELD}
    return tuple(entry for entry in after if entry.role is Role.FIELD and (entry.name, entry.description) not in known)


def news(before: Sequence[Spoken], after: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """Notices on the page that were not there before."""
    known = {entry.name for entry in before}
    return tuple(entry for entry in lines(after) if entry.role is Role.ALERT and entry.name not in known)


def asks_anew(before: Sequence[Spoken], after: Sequence[Spoken]) -> bool:
    """Whether the page's question is another one, so that it is said from its beginning."""
    return _headings(before) != _headings(after)


def stands_otherwise(before: Spoken, after: Spoken, *, touched: bool = False) -> bool:
    """Whether a thing has changed so that who listens must hear it.

    Waits and seconds that go down are not that, unless it was `touched` just now.
    """
    return _standing(before, touched=touched) != _standing(after, touched=touched)


def _standing(entry: Spoken, *, touched: bool) -> tuple[str, bool, bool, bool]:
    name = entry.name if touched else _FIGURES.sub("", entry.name)
    return name, entry.checked, entry.selected, entry.disabled


def _hidden(entry: Spoken) -> bool:
    """A sign of somebody's number: said into headphones alone (EN 301 549 5.1.3, masked input)."""
    return entry.key.startswith(OWN_NUMBER) and len(entry.name) == 1


def _headings(entries: Sequence[Spoken]) -> list[str]:
    return [entry.name for entry in lines(entries) if entry.role is Role.HEADING]


def _line(entry: Spoken, language: Language, *, private: bool) -> str:
    name = clean(entry.name, language, private=private)
    rest = _besides(name, clean(entry.description, language, private=private), language)
    words = PHRASES[language]
    if entry.key.endswith(NUMBER):
        return words.stop.join([name] * NUMBER_TIMES)
    if entry.role is Role.TEXT:
        return name  # its description is for who explores: all the steps of the way
    return words.comma.join(part for part in (name, rest) if part)


def _state(entry: Spoken, words: Phrases) -> tuple[str, ...]:
    match entry.role:
        case Role.CHECK:
            return words.check, words.on if entry.checked else words.off
        case Role.TAB:
            return (words.tab, words.chosen) if entry.selected else (words.tab,)
        case _:
            return (words.button,)


def _besides(name: str, description: str, language: Language) -> str:
    """What the description says that the name has not said already."""
    known = bare(name)
    return joined([part for part in clauses(description, language) if bare(part) not in known], language)


def _sentences(parts: Iterable[str], words: Phrases) -> str:
    return "".join(_ended(part, words) for part in parts if part).strip()


def _ended(part: str, words: Phrases) -> str:
    return part + (" " if words.stop.endswith(" ") else "") if part[-1] in "！？!?" else part + words.stop
