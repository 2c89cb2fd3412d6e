"""Bytes become text once, and strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes.scan import MAX_BYTES, Scan, scan_of
from kiosk.codes.words import CodeReason


def test_text_is_read_in_either_encoding_and_not_trimmed() -> None:
    assert scan_of(" 红棉\r\n".encode()) == scan_of(" 红棉\r\n".encode("gb18030")) == Scan(" 红棉\r\n")


@pytest.mark.parametrize(("size", "answer"), [(MAX_BYTES, Scan("x" * MAX_BYTES)), (MAX_BYTES + 1, CodeReason.OVERSIZE)])
def test_the_largest_code_is_read_and_nothing_larger(size: int, answer: Scan | CodeReason) -> None:
    assert scan_of(b"x" * size) == answer


@pytest.mark.parametrize("control", [*range(9), 11, 12, *range(14, 32), *range(127, 160)])
def test_control_characters_are_refused_but_tab_and_line_ends(control: int) -> None:
    assert scan_of(f"a{chr(control)}b".encode()) is CodeReason.CONTROL_CHARACTERS
    assert scan_of(b"a\t\r\nb") == Scan("a\t\r\nb")


@given(st.binary(max_size=64))
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    found = scan_of(data)
    assert isinstance(found, Scan) != isinstance(found, CodeReason)
    assert not isinstance(found, Scan) or found.text.encode("utf-8") == data or found.text.encode("gb18030") == data
