"""What may stand in a picture of the glass that somebody else sees: everything is blank but what is the same for all.

A text stays when it is a sentence of the pages themselves, or the hall's own words for its items, or made of these; a
number of one or two digits stays within a sentence. All else is painted over: names, numbers, codes, what was typed,
pictures of a visit, and pads with the key that is pressed. Qt's thread only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.bridge.visit_pictures import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtQuick import QQuickItem, QQuickView

    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.messages import HallNow

UNSEEN = ("Pad", "QrCode", "TypedField")  # blank whatever is in them; by the name of their file
_SENTENCE = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"')
_PLACE = re.compile(r"%(?:L?\d|L?n)")
_COUNT = re.compile(r"\d{1,2}")
_BARE = re.compile(r"[\d\s:.,/·+*-]+")
_BLANK = QColor("#8a8a8a")
_MANY = 77777
_MARGIN = 4.0  # pixels of the panel: what is painted beyond the rectangle of a letter
_CLASS_END = re.compile(r"_QML.*")


class KnownWords:
    """Sentences that stand on pages for everybody, in every language. `qml`: where the pages are."""

    def __init__(self, qml: Path) -> None:
        found: dict[str, set[str]] = {}
        for page in sorted(qml.rglob("*.qml")):
            told = _SENTENCE.findall(page.read_text(encoding="utf-8"))
            found[page.stem] = {msgspec.json.decode(f'"{one}"'.encode()) for one in told}
        self._sources = found
        self._hall: frozenset[str] = frozenset()
        self._told: tuple[Catalogue | None, HallNow | None] = None, None
        self._language = ""
        self._whole: frozenset[str] = frozenset()
        self._parts: tuple[re.Pattern[str], ...] = ()

    def learn(self, language: str, catalogue: Catalogue | None, hall: HallNow | None) -> None:
        """The language that the pages speak now, and what the hall tells everybody."""
        if catalogue is not self._told[0] or hall is not self._told[1]:
            self._told = catalogue, hall
            self._hall = frozenset(_texts(msgspec.to_builtins(self._told)))
        if language != self._language:
            self._language = language
            said = {word for context, words in self._sources.items() for word in _said(context, words)}
            self._whole = frozenset(word for word in said if _PLACE.search(word) is None)
            self._parts = tuple(_pattern(word) for word in sorted(said - self._whole))

    def known(self, text: str) -> bool:
        """Whether nothing of this is of one visitor."""
        words = text.strip()
        if _BARE.fullmatch(words):
            return False  # a number alone may be anybody's
        return self._plain(words) or any(self._made(part, words) for part in self._parts)

    def _plain(self, words: str) -> bool:
        return not words or words in self._whole or words in self._hall

    def _made(self, part: re.Pattern[str], words: str) -> bool:
        made = part.fullmatch(words)
        return made is not None and all(self._plain(one) or _COUNT.fullmatch(one) for one in made.groups())


def blanked(view: QQuickView, words: KnownWords) -> QImage:
    """The glass as it stands, whole size, with all that is not known painted over."""
    shot = view.grabWindow()  # first: layouts find their places while a frame is drawn
    across = shot.width() / max(1, view.width())
    painter = QPainter(shot)
    for box in _unknown(view.rootObject(), words):
        painter.fillRect(QRectF(box.topLeft() * across, box.size() * across), _BLANK)
    painter.end()
    return shot


def _unknown(item: QQuickItem, words: KnownWords) -> Iterator[QRectF]:
    if not item.isVisible():
        return
    if _hides(item, words):
        room = item.boundingRect().united(QRectF(0, 0, item.width(), item.height()))
        yield item.mapRectToScene(room).marginsAdded(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        return
    for child in item.childItems():
        yield from _unknown(child, words)


def _hides(item: QQuickItem, words: KnownWords) -> bool:
    if _CLASS_END.sub("", item.metaObject().className()) in UNSEEN:
        return True
    if item.inherits("QQuickText"):
        return not words.known(item.property("text"))
    if item.inherits("QQuickImageBase"):
        source: str = item.property("source").toString()
        return source.startswith(f"image://{NAME}/")
    return False


def _said(context: str, words: set[str]) -> Iterator[str]:
    for word in words:
        yield from (word, QCoreApplication.translate(context, word))
        if "%n" in word:  # which is replaced by whoever translates
            yield QCoreApplication.translate(context, word, "", 1)
            yield QCoreApplication.translate(context, word, "", _MANY).replace(str(_MANY), "%n")


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(re.escape(piece) for piece in _PLACE.split(word)), re.DOTALL)


def _texts(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told.strip()
    elif isinstance(told, dict):
        for one in told.values():
            yield from _texts(one)
    elif isinstance(told, list | tuple):
        for one in told:
            yield from _texts(one)
