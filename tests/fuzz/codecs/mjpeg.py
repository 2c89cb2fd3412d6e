"""What an HTTP camera sends: pictures cut out of a multipart stream, and the sizes that they claim."""

from __future__ import annotations

from devices.camera.codec import EOI, MAX_PIXELS, SOI, MjpegDecoder, boundary_of, is_whole, size_of
from tests.fuzz.draw import Draw, pieces

ROOMS = ("devices.camera.codec",)
MARK = b"frame"
SMALL = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffc0000b080010001001011100ffda0008010100003f00d2cf20ffd9"
)


def attempt(data: bytes) -> None:
    """The first byte says what the rest is: a stream as it is, one with whole pictures in it, or a header."""
    draw = Draw(data)
    (_stream, _with_pictures, _header)[draw.byte() % 3](draw)


def _stream(draw: Draw) -> None:
    boundary, size, data = draw.take(draw.byte() % 12), draw.byte(), draw.rest()
    whole, sliced = MjpegDecoder(boundary), MjpegDecoder(boundary)
    found = [picture for piece in pieces(data, size) for picture in sliced.feed(piece)]
    assert all(is_whole(picture) for picture in found)
    assert len(sliced._held) <= len(data)
    together = whole.feed(data)
    assert all(is_whole(picture) for picture in together)
    for picture in (*found, *together):
        width, height = size_of(picture)
        assert 0 < width * height <= MAX_PIXELS
    good = b"\r\n--" + boundary + b"\r\n\r\n" + SMALL + b"\r\n--" + boundary
    for decoder in (whole, sliced):  # resynchronised at the next good one
        assert SMALL in decoder.feed(good) + decoder.feed(good)


def _with_pictures(draw: Draw) -> None:
    """Noise between whole pictures, lengths true and untrue, any chunks: each picture comes once."""
    size, parts, sent = draw.byte(), b"", 0
    for _ in range(draw.byte() % 6):
        noise = draw.take(draw.byte() % 20).replace(b"-", b"+").replace(SOI[:1], b"+")
        head = (b"", b"Content-Length: %d\r\n" % len(SMALL), b"Content-Length: %d\r\n" % draw.number(2))[
            draw.byte() % 3
        ]
        parts += noise + b"--" + MARK + b"\r\n" + head + b"\r\n" + SMALL + b"\r\n"
        sent += 1
    decoder = MjpegDecoder(MARK)
    found = [picture for piece in pieces(parts + b"--" + MARK, size) for picture in decoder.feed(piece)]
    assert found == [SMALL] * sent, (len(found), sent)


def _header(draw: Draw) -> None:
    text = draw.rest()
    boundary_of(text.decode("latin-1"))
    size_of(SOI + text)
    is_whole(SOI + text + EOI)


SEEDS = (
    b"\0\5frame\7--frame\r\nContent-Length: 48\r\n\r\n" + SMALL + b"\r\n--frame\r\n\r\n" + SMALL + b"\r\n--frame--",
    b"\0\0\3--\r\n\r\n" + SMALL + b"--",
    b"\1\4\3\2ab\1\3xyz\2\0\40\0",
    b'\2multipart/x-mixed-replace; boundary="--x"',
    b"\2\xc0\0\x0b\x08\xff\xff\xff\xff",
)
