"""Pictures out of a multipart stream, however it is cut and whatever lies between them."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.camera.codec import EOI, MAX_PART_BYTES, MAX_PIXELS, SOI, MjpegDecoder, boundary_of, is_whole, size_of
from devices.camera.pictures import as_jpeg, blank

BOUNDARY = b"frame"
SMALL = as_jpeg(blank(16, 8))
OTHER = as_jpeg(blank(24, 24, grey=90))


def part(jpeg, length=None, mark=BOUNDARY):
    said = b"" if length is None else b"Content-Length: %d\r\n" % length
    return b"--" + mark + b"\r\nContent-Type: image/jpeg\r\n" + said + b"\r\n" + jpeg + b"\r\n"


def decode(data, size=0, boundary=BOUNDARY):
    decoder, found = MjpegDecoder(boundary), []
    size = size or len(data) or 1
    for at in range(0, len(data), size):
        found += decoder.feed(data[at : at + size])
    return found, decoder


STREAM = part(SMALL, len(SMALL)) + part(OTHER, len(OTHER)) + part(SMALL) + b"--" + BOUNDARY + b"--\r\n"


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 1000, 0])
def test_pictures_come_out_as_they_were_sent_whatever_the_chunks(size):
    found, decoder = decode(STREAM, size)
    assert found == [SMALL, OTHER, SMALL]
    assert decoder.broken == 0


def test_the_stream_cut_at_every_position_gives_the_same_pictures():
    for cut in range(len(STREAM)):
        decoder = MjpegDecoder(BOUNDARY)
        assert decoder.feed(STREAM[:cut]) + decoder.feed(STREAM[cut:]) == [SMALL, OTHER, SMALL]


def test_a_picture_that_says_its_length_does_not_wait_for_the_next_one():
    decoder = MjpegDecoder(BOUNDARY)
    assert decoder.feed(part(SMALL, len(SMALL))) == [SMALL]
    assert decoder.feed(part(OTHER)) == []
    assert decoder.feed(b"--" + BOUNDARY) == [OTHER]


@pytest.mark.parametrize("length", [0, 1, len(SMALL) - 1, len(SMALL) + 1, 999_999_999])
def test_a_length_that_is_not_true_costs_no_picture(length):
    found, decoder = decode(part(SMALL, length) + part(OTHER, len(OTHER)) + b"--" + BOUNDARY)
    assert found == [SMALL, OTHER]
    assert decoder.broken == 0


@pytest.mark.parametrize("jpeg", [b"", SMALL[:-2], SMALL[3:], b"\xff\xd8\xff\xd9", SOI + EOI, bytes(500), b"\r\n\r\n"])
def test_a_broken_picture_is_passed_over_and_the_next_one_comes(jpeg):
    found, decoder = decode(part(jpeg, len(jpeg)) + part(SMALL, len(SMALL)))
    assert found == [SMALL]
    assert decoder.broken == 1


def test_noise_between_the_parts_and_before_the_first_is_passed_over():
    found, _ = decode(b"rubbish" * 9 + part(SMALL) + bytes(range(256)) + part(OTHER) + b"--" + BOUNDARY)
    assert found == [SMALL, OTHER]


def test_a_part_that_never_ends_is_thrown_away_and_little_is_held():
    decoder = MjpegDecoder(BOUNDARY)
    for _ in range(20):
        assert decoder.feed(bytes(MAX_PART_BYTES // 8)) == []
        assert len(decoder._held) <= MAX_PART_BYTES
    assert decoder.feed(part(SMALL, len(SMALL)))[-1:] == [SMALL]


@given(st.lists(st.binary(max_size=300)), st.binary(max_size=8))
def test_no_input_raises_and_every_picture_is_whole(chunks, boundary):
    decoder = MjpegDecoder(boundary)
    assert all(is_whole(picture) for chunk in chunks for picture in decoder.feed(chunk))


@given(st.binary(max_size=200))
def test_any_bytes_may_be_asked_for_their_size(data):
    size_of(SOI + data)
    is_whole(SOI + data + EOI)


def test_a_picture_says_its_size():
    assert size_of(SMALL) == (16, 8)
    assert is_whole(SMALL)


def test_a_picture_that_claims_to_be_huge_is_not_decoded():
    at = SMALL.index(b"\xff\xc0") + 5
    huge = SMALL[:at] + struct.pack("!HH", 65000, 65000) + SMALL[at + 4 :]
    assert size_of(huge) == (65000, 65000)
    assert MAX_PIXELS < 65000 * 65000
    assert not is_whole(huge)


@pytest.mark.parametrize(
    ("header", "boundary"),
    [
        ("multipart/x-mixed-replace; boundary=frame", b"frame"),
        ('multipart/x-mixed-replace;boundary="a b"', b"a b"),
        ("multipart/x-mixed-replace; Boundary=--dashes; x=1", b"dashes"),
        ("image/jpeg", b""),
        ("", b""),
    ],
)
def test_the_boundary_stands_in_the_header(header, boundary):
    assert boundary_of(header) == boundary


def test_without_a_boundary_the_dashes_have_to_do():
    found, _ = decode(part(SMALL, len(SMALL)) + part(OTHER, len(OTHER)), boundary=b"")
    assert found == [SMALL, OTHER]
