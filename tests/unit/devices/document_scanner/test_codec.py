"""Pages as PNM: every cut of the stream, every way to be wrong, and never more kept than was promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.document_scanner.codec import MAX_HEADER_BYTES, Broken, Layout, Picture, PnmDecoder, encode_header

LAYOUTS = [Layout(3, 2, 3, 8), Layout(5, 2, 1, 8), Layout(9, 3, 1, 1), Layout(2, 2, 3, 16)]


def page(layout):
    return encode_header(layout) + bytes(range(layout.total_bytes))


def decoded(*pieces):
    decoder = PnmDecoder()
    for piece in pieces:
        decoder.feed(piece)
    return decoder.finish()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_is_the_same_wherever_it_is_cut(layout):
    data = page(layout)
    whole = decoded(data)
    assert whole == Picture(layout, bytes(range(layout.total_bytes)))
    for at in range(len(data) + 1):
        assert decoded(data[:at], data[at:]) == whole
    assert decoded(*(data[at : at + 1] for at in range(len(data)))) == whole


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_shorter_page_is_broken_and_gives_nothing(layout):
    data = page(layout)
    for at in range(len(data)):
        found = decoded(data[:at])
        assert isinstance(found, Broken)
        assert found.reason == ("empty" if not at else "truncated" if at >= len(encode_header(layout)) else "header")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"GIF89a", "not_pnm"),
        (b"P3\n1 1\n255\n0 0 0", "not_pnm"),
        (b"P6\n0 5\n255\n", "header"),
        (b"P6\n5 0\n255\n", "header"),
        (b"P6\n5 5\n0\n", "header"),
        (b"P6\n5 5\n65536\n", "header"),
        (b"P6\n5 -5\n255\n", "header"),
        (b"P6\n5 5\n255x", "header"),
        (b"P6\n1234567 5\n255\n", "header"),
        (b"P6\n60000 60000\n255\n", "too_large"),
        (b"P5\n19999 19999\n255\n", "too_large"),
        (b"P6\n#" + b"x" * 600, "header"),
        (b"P6" + b" " * 600, "header"),
        (b"P5\n1 1\n255\nab", "overlong"),
    ],
)
def test_what_is_no_page_is_broken_for_a_reason_that_has_a_name(data, reason):
    assert decoded(data) == Broken(reason)
    assert decoded(*(data[at : at + 1] for at in range(len(data)))) == Broken(reason)


def test_comments_may_stand_between_any_two_numbers():
    head = b"P5 # one\n# two\n2#three\n 1\n#four\n255\n"
    assert decoded(head + b"ab") == Picture(Layout(2, 1, 1, 8), b"ab")


@given(st.lists(st.binary(max_size=200), max_size=20))
def test_any_bytes_are_taken_and_the_chunks_make_no_difference(pieces):
    decoder = PnmDecoder()
    for piece in pieces:
        decoder.feed(piece)
        limit = MAX_HEADER_BYTES if decoder.layout is None else decoder.layout.total_bytes
        assert decoder.kept <= limit
        assert 0 <= decoder.share <= 1
    assert decoded(b"".join(pieces)) == decoder.finish()


def test_nothing_is_kept_of_a_page_that_is_broken():
    decoder = PnmDecoder()
    decoder.feed(b"P5\n2 1\n255\nabc")
    assert decoder.broken
    decoder.feed(b"more" * 1000)
    assert decoder.kept == 0


def test_the_share_grows_with_what_has_come():
    decoder = PnmDecoder()
    shares = []
    for piece in (b"P5\n4 1\n", b"255\n", b"a", b"bc", b"d"):
        decoder.feed(piece)
        shares.append(decoder.share)
    assert shares == [0, 0, 0.25, 0.75, 1]


def test_what_stands_on_a_page_is_not_in_its_repr():
    assert "secret" not in repr(decoded(b"P5\n6 1\n255\nsecret"))
