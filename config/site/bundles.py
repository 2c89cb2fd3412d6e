"""[[bundle]] 一件事 with its tree of questions. Knows no item but by its id.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

from typing import Annotated, Literal, TypeAlias

import msgspec

from config.shapes import Also, Id, Plain, Table, Text

Order: TypeAlias = Literal["parallel", "serial"]


class Answer(Table, frozen=True):
    """One answer of a question; `to` is the id of a question or of a leaf."""

    words: Text
    to: Id


class Question(Table, frozen=True):
    """[[bundle.question]]."""

    id: Id
    question: Text
    answers: Annotated[tuple[Answer, ...], msgspec.Meta(min_length=2, max_length=5)]


class Leaf(Table, frozen=True):
    """[[bundle.leaf]] where the questions end."""

    id: Id
    items: tuple[str, ...] = ()
    words: Plain = ""
    elsewhere: tuple[Text, ...] = ()


class Bundle(Table, frozen=True):
    """[[bundle]] 一件事."""

    id: Id
    name: Text
    items: tuple[str, ...]
    extra: tuple[str, ...] = ()
    order: Order = "parallel"
    name_en: str = ""
    plain: Plain = ""
    also: Also = ()
    theme: str = ""
    first: str = ""  # the id of the first question
    question: tuple[Question, ...] = ()
    leaf: tuple[Leaf, ...] = ()
