"""Lines typed at a kiosk, from a descriptor."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk.runner.typed import LINE_LIMIT, typed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def typed() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def lines(typed: tuple[int, int], *chunks: bytes) -> list[str]:
    for chunk in chunks:
        os.write(typed[1], chunk)
    os.close(typed[1])
    return list(typed_lines(typed[0]))


def test_lines_come_one_by_one_and_the_last_needs_no_end(typed: tuple[int, int]) -> None:
    assert lines(typed, b"tap home\r\n\nshot a", b".png") == ["tap home", "", "shot a.png"]


def test_nothing_typed_is_no_line(typed: tuple[int, int]) -> None:
    assert lines(typed) == []


def test_what_is_no_text_is_marked_and_what_is_too_long_is_cut(typed: tuple[int, int]) -> None:
    first, second, third = lines(typed, b"\xff\xfe\n" + b"x" * 20_000 + b"\nnext\n")
    assert first == "\ufffd\ufffd"
    assert second == "x" * LINE_LIMIT
    assert third == "next"
