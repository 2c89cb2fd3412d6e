"""Pictures of the idle screen: the good ones stay, the others are left out with a word in the log."""

from __future__ import annotations

import logging
import struct
import zlib

import pytest

from kiosk.runner.playlist import MOST_BYTES, usable, what_is_wrong
from kiosk.session.playlist import Slide


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(wide: int = 2, high: int = 1) -> bytes:
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0")) + chunk(b"IEND", b"")


def jpeg(wide: int = 8, high: int = 8) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xda\x00\x02data\xff\xd9"


@pytest.mark.parametrize("data", [png(), jpeg(), jpeg() + b"\0\0"], ids=["png", "jpeg", "padded jpeg"])
def test_a_whole_picture_is_kept(tmp_path, data):
    (tmp_path / "a").write_bytes(data)
    assert what_is_wrong(tmp_path / "a") == ""


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", png()[:-5], png().replace(b"IDAT", b"IDAX"), jpeg()[:-2], jpeg()[:9], b"GIF89a", jpeg(0, 8),
     b"\xff\xd8\xff\xd9", png(9000, 1), b"\x89PNG\r\n\x1a\n" + b"\xff" * 20],
    ids=["empty", "a byte", "cut png", "bad png", "cut jpeg", "no frame", "gif", "no width", "bare", "wide", "odd"],
)  # fmt: skip
def test_a_bad_picture_is_left_out_and_told(tmp_path, data, caplog):
    (tmp_path / "bad.png").write_bytes(data)
    (tmp_path / "good.png").write_bytes(png())
    slides = [Slide(str(tmp_path / name)) for name in ("bad.png", "missing.png", "good.png")]
    with caplog.at_level(logging.WARNING):
        assert usable(slides) == (slides[2],)
    assert ["bad.png" in caplog.messages[0], "missing.png" in caplog.messages[1]] == [True, True]


def test_a_huge_file_is_not_even_read(tmp_path):
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert what_is_wrong(tmp_path / "huge") == "larger than 12 MB"
