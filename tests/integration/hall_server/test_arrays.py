"""What we write as PostgreSQL's array literals is read there as it was meant, whatever stands in the words."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from hall_server.store.postgres.arrays import array_of, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = ["plain", "", "NULL", "null", 'a"b', '","', "a\\b", "\\", '"', "{}", "a,b", " lead ", "号\n\t", "a'b", '\\"']


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("text", []),
        ("text", [""]),
        ("text", ["one"]),
        ("text", ["one", "two"]),
        ("text", WORDS),
        *(("text", [word]) for word in WORDS),
        *(("text", [word, "next"]) for word in WORDS),
        ("text", ["a", None, "b"]),
        ("text", [None, *WORDS]),
        ("bigint", [1, -2, 2**62]),
        ("bigint", [None, 5]),
        ("bytea", [b"", b"\x00\xff\\\"'", b"abc"]),
    ],
)
def test_an_array_is_read_as_it_was_meant_when_words_hold_quotes_and_backslashes(
    database: str, kind: str, values: Sequence[str | int | bytes | None]
) -> None:
    with closing(psycopg.connect(database)) as db:
        row = db.execute(f"SELECT %s::{kind}[]".encode(), [array_of(values)]).fetchone()
    assert row == (list(values),)


def test_texts_come_from_any_iterable_when_they_are_asked_once(database: str) -> None:
    with closing(psycopg.connect(database)) as db:
        assert db.execute("SELECT %s::text[]", [texts(word for word in WORDS)]).fetchone() == (WORDS,)
