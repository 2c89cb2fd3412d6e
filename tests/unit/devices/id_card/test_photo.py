"""What a photo library may have written, and the silhouette where there is none."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.id_card.photo import HEIGHT, RAW_BYTES, WIDTH, PlaceholderPhotos, picture, placeholder
from devices.values.id_card import CardPhoto

ROWS = [bytes((row, 7, 255)) * WIDTH for row in range(HEIGHT)]


def bmp(*, height=HEIGHT, width=WIDTH, bits=24, packing=0, rows=None):
    rows = ROWS[::-1] if rows is None else rows
    head = struct.pack("<2sIHHI", b"BM", 0, 0, 0, 54) + struct.pack("<IiiHHI", 40, width, height, 1, bits, packing)
    return head.ljust(54, b"\0") + b"".join(row + b"\0\0" for row in rows)


def test_a_bmp_is_read_from_its_bottom_row_and_its_padding_is_cut():
    assert len(bmp()) == 38862
    assert picture(bmp()) == CardPhoto(WIDTH, HEIGHT, b"".join(ROWS))


def test_a_bmp_may_stand_from_its_top_row_too():
    assert picture(bmp(height=-HEIGHT, rows=ROWS)) == CardPhoto(WIDTH, HEIGHT, b"".join(ROWS))


def test_plain_pixels_are_taken_as_they_are():
    assert picture(b"".join(ROWS) + bytes(100)) == CardPhoto(WIDTH, HEIGHT, b"".join(ROWS))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        bytes(65536),
        b"\1" * (RAW_BYTES - 1),
        b"BM",
        bmp()[:-1],
        bmp(bits=8),
        bmp(packing=1),
        bmp(width=-WIDTH),
        bmp(width=2**31 - 1),
        bmp(height=-(2**31)),
        bmp(height=125),
    ],
)
def test_anything_else_is_no_picture(raw):
    assert picture(raw) is None


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda tail: b"BM" + tail))
def test_no_bytes_raise(raw):
    assert picture(raw) is None


async def test_the_placeholder_is_a_grey_picture_of_the_same_size_and_says_what_it_is():
    photo = await PlaceholderPhotos().decode(b"whatever")
    assert photo is placeholder()
    assert photo.is_placeholder
    assert len(photo.pixels) == RAW_BYTES
    assert set(photo.pixels) == {0xE6, 0xB4}
    assert repr(photo) == "CardPhoto(102x126, placeholder)"
