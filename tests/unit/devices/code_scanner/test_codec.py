"""The code scanner's codec: lines out of bytes, text out of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.code_scanner.codec import MAX_CODE_BYTES, CodeDecoder, TooLong, decode_code
from devices.values.code_scanner import ScannedCode

codes = st.binary(min_size=1, max_size=40).filter(lambda data: not set(data) & set(b"\r\n"))
ends = st.sampled_from([b"\r", b"\n", b"\r\n"])


def decode(data, cuts=()):
    decoder, found, at = CodeDecoder(), [], 0
    for cut in [*sorted(cuts), len(data)]:
        found += decoder.feed(data[at:cut])
        at = cut
    return found + decoder.flush()


@given(st.lists(st.tuples(codes, ends), max_size=6), st.data())
def test_codes_come_out_as_they_went_in_whatever_ends_and_chunks(scanned, data):
    stream = b"".join(code + end for code, end in scanned)
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8))
    assert [code.data for code in decode(stream, cuts)] == [code for code, _ in scanned]


@given(st.binary(max_size=200), st.data())
def test_no_input_raises_and_any_cutting_gives_the_same(stream, data):
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8))
    assert decode(stream, cuts) == decode(stream)


def test_a_pause_ends_a_code_without_an_end():
    decoder = CodeDecoder()
    assert decoder.feed(b"KPT1:ABC") == []
    assert decoder.pending
    assert decoder.flush() == [ScannedCode(b"KPT1:ABC", "KPT1:ABC", "utf-8")]
    assert not decoder.pending
    assert decoder.flush() == []


def test_empty_lines_are_no_codes():
    assert decode(b"\r\n\r\n\n\r") == []


def test_the_longest_code_is_kept_and_a_longer_one_is_dropped_to_its_end():
    longest = b"9" * MAX_CODE_BYTES
    assert [code.data for code in decode(longest + b"\r")] == [longest]
    assert decode(longest + b"9\rnext\r", cuts=range(0, 4200, 7)) == [TooLong(), decode_code(b"next")]


def test_an_endless_code_is_not_kept():
    decoder = CodeDecoder()
    for _ in range(100):
        assert decoder.feed(b"x" * 10_000) == []
    assert decoder.pending
    assert decoder.feed(b"\rnext\r") == [TooLong(), decode_code(b"next")]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"KPT1:0123", "KPT1:0123", "utf-8"),
        ("穗好办".encode(), "穗好办", "utf-8"),
        ("广东省".encode("gb18030"), "广东省", "gb18030"),
        ("𠮷野".encode("gb18030"), "𠮷野", "gb18030"),
        (b"\xff\xfe\x80", "ÿþ\x80", "latin-1"),
    ],
)
def test_text_is_decoded_by_the_first_encoding_that_fits(data, text, encoding):
    assert decode_code(data) == ScannedCode(data, text, encoding)


def test_a_code_does_not_show_itself_in_its_repr():
    assert "secret" not in repr(decode_code(b"secret"))
