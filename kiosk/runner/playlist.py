"""The pictures of the idle screen: looked at once, when the kiosk starts, so that a bad one is never shown broken.

Only what a header and the file's own structure say is read: no picture is unpacked here. What is skipped is logged.
"""

from __future__ import annotations

import logging
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.session.playlist import Slide

LOG = logging.getLogger("kapok.kiosk.playlist")

MOST_BYTES = 12_000_000
MOST_PX = 4096  # a side; the screen unpacks one picture at a time, at the size of the panel
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF markers, ITU-T T.81 table B.1
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_MARK, _END, _SCAN = 0xFF, 0xD9, 0xDA


def usable(slides: Iterable[Slide]) -> tuple[Slide, ...]:
    """Those whose pictures can be shown, in their order; what is wrong with the others is logged."""
    kept = []
    for slide in slides:
        wrong = what_is_wrong(Path(slide.file))
        if wrong:
            LOG.warning("idle picture %s is left out: %s", Path(slide.file).name, wrong)
        else:
            kept.append(slide)
    return tuple(kept)


def what_is_wrong(path: Path) -> str:
    """Why this picture is not shown; "" when it can be. Never raises for what a file holds."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return f"larger than {MOST_BYTES // 1_000_000} MB"
        data = path.read_bytes()
    except OSError as error:
        return error.strerror or "cannot be read"
    try:
        size = _png(data) if data.startswith(_PNG) else _jpeg(data)
    except (ValueError, struct.error, IndexError):
        return "not a whole PNG or JPEG"
    return "" if all(0 < side <= MOST_PX for side in size) else f"{size[0]} × {size[1]} pixels"


def _png(data: bytes) -> tuple[int, int]:
    """Width and height; every chunk whole (ISO/IEC 15948 clause 5)."""
    at, size, ended = len(_PNG), (0, 0), False
    while not ended:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != checksum:
            raise ValueError("a chunk is damaged")
        if kind == b"IHDR":
            size = struct.unpack_from(">II", body)
        ended, at = kind == b"IEND", at + 12 + length
    return size


def _jpeg(data: bytes) -> tuple[int, int]:
    """Width and height; from its start to its end (ITU-T T.81 annex B)."""
    if data[:2] != b"\xff\xd8" or data.rstrip(b"\x00")[-2:] != bytes((_MARK, _END)):
        raise ValueError("begins or ends otherwise")
    at = 2
    while True:
        if data[at] != _MARK:
            raise ValueError("no marker")
        kind = data[at + 1]
        if kind in _FRAMES:
            high, wide = struct.unpack_from(">HH", data, at + 5)
            return wide, high
        if kind in {_END, _SCAN}:
            raise ValueError("no frame")
        at += 2 if kind in _BARE or kind == _MARK else 2 + struct.unpack_from(">H", data, at + 2)[0]
