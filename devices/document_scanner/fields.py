"""Lines of recognised text -> the answers to a form's fields. Pure; knows no recogniser.

A form prints a label and leaves room behind or below it; that is all that is made use of. What comes out is a proposal
for a person to check, never a fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from devices.values.document_scanner import FieldAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from devices.values.document_scanner import FormField

MAX_ANSWER = 200
_GAPS = re.compile(r"[\s　]+")
_EDGES = " :：＿_-—.．、，,;；|"
_SAME_ROW = 0.5  # share of the lower height that two texts of one row have in common
_BELOW = 2.5  # heights of the label, at most
_BESIDE = 14.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One piece of text that a recogniser found: where (pixels of the page) and how sure it is, 0 to 1."""

    text: str = field(repr=False)
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    @property
    def height(self) -> float:
        """Never nothing, so that it can be divided by."""
        return max(1.0, self.bottom - self.top)


def answers_in(lines: Sequence[TextLine], fields: Sequence[FormField]) -> tuple[FieldAnswer, ...]:
    """The fields that were found with something in them, in the order in which they were asked for."""
    labels = {plain(label): form_field.key for form_field in fields for label in form_field.labels if plain(label)}
    found = []
    for form_field in fields:
        answer = next(
            (answer for label in form_field.labels if (answer := _answer(form_field.key, plain(label), lines, labels))),
            None,
        )
        if answer is not None:
            found.append(answer)
    return tuple(found)


def plain(text: str) -> str:
    """Without blanks (forms space their labels out: 姓　名) and without the colon behind."""
    return _GAPS.sub("", text).strip(_EDGES)


def _answer(key: str, label: str, lines: Sequence[TextLine], labels: dict[str, str]) -> FieldAnswer | None:
    lines = [line for line in lines if plain(line.text)]
    for line in lines:
        text = plain(line.text)
        if not label or not text.startswith(label):
            continue
        rest = text[len(label) :].strip(_EDGES)
        if rest and not any(other != label and other.startswith(label) and text.startswith(other) for other in labels):
            return FieldAnswer(key, rest[:MAX_ANSWER], line.confidence)
        if not rest and (value := _beside(line, lines, labels) or _below(line, lines, labels)):
            confidence = min(line.confidence, value.confidence)
            return FieldAnswer(key, plain(value.text)[:MAX_ANSWER], confidence)
    return None


def _beside(label: TextLine, lines: Sequence[TextLine], labels: dict[str, str]) -> TextLine | None:
    """The nearest text to the right in the same row; a label that stands there first means: nothing was filled in."""
    row = [line for line in lines if line is not label and line.left >= label.right - 0.5 * label.height]
    row = [
        line for line in row if _common(label, line) >= _SAME_ROW and line.left - label.right < _BESIDE * label.height
    ]
    nearest = min(row, key=lambda line: line.left, default=None)
    return nearest if nearest is not None and not _is_label(nearest, labels) else None


def _below(label: TextLine, lines: Sequence[TextLine], labels: dict[str, str]) -> TextLine | None:
    under = [
        line
        for line in lines
        if line is not label
        and 0 <= line.top - label.bottom + 0.3 * label.height <= _BELOW * label.height
        and min(line.right, label.right) > max(line.left, label.left)
    ]
    nearest = min(under, key=lambda line: line.top, default=None)
    return nearest if nearest is not None and not _is_label(nearest, labels) else None


def _common(one: TextLine, other: TextLine) -> float:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared / min(one.height, other.height)


def _is_label(line: TextLine, labels: dict[str, str]) -> bool:
    text = plain(line.text)
    return any(text.startswith(label) for label in labels)
