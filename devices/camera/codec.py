"""Bytes of an HTTP camera -> JPEG pictures (multipart/x-mixed-replace, RFC 2046 5.1). Sans-IO; decodes no picture.

Nothing here raises on what comes from the wire. A part without a whole JPEG in it is counted and passed over.
"""

from __future__ import annotations

import re
import struct

from devices.errors import DeviceConfigError

FORMS = "0, /dev/video0, /dev/v4l/by-id/…, http://host:port/path"
MAX_PART_BYTES = 16 * 1024 * 1024  # a part that does not end by then is thrown away
MAX_HEAD_BYTES = 4096
MAX_PIXELS = 64_000_000  # more than any document camera has; a picture that claims more is not decoded
MARKER = 0xFF  # every marker of a JPEG begins with it
_BLANK_LINE = b"\r\n\r\n"
SOI, EOI = b"\xff\xd8\xff", b"\xff\xd9"
_ADDRESS = re.compile(r"\d{1,3}|/dev/v[\w./:-]+|https?://[^\s/]+\S*")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,9})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(r"""boundary="?([^";,]{1,200})"?""", re.IGNORECASE)
_SIZED = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # SOF0…SOF15 but DHT, JPG, DAC (ITU T.81 table B.1)
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


def checked_address(address: str, device: str) -> str:
    """The address of a camera, if it has one of the forms. Raises DeviceConfigError."""
    if not _ADDRESS.fullmatch(address):
        raise DeviceConfigError(device, f"address {address!r} is none of: {FORMS}")
    return address


def boundary_of(content_type: str) -> bytes:
    """What separates the parts, b"" when the header does not say it. Some cameras write the dashes into it."""
    found = _BOUNDARY.search(content_type)
    return found[1].strip().removeprefix("--").encode("latin-1", "replace") if found else b""


def size_of(jpeg: bytes) -> tuple[int, int] | None:
    """Width and height in pixels that a JPEG claims, None when it claims none."""
    at = 2
    while at + 9 <= len(jpeg) and jpeg[at] == MARKER:
        marker = jpeg[at + 1]
        if marker == MARKER:  # any number of them may stand before the marker's own byte
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _SIZED:
            height, width = struct.unpack_from("!HH", jpeg, at + 5)
            return width, height
        else:
            at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return None


def is_whole(jpeg: bytes) -> bool:
    """From its first marker to its last, of a size that may be decoded."""
    size = size_of(jpeg) if jpeg.startswith(SOI) and jpeg.endswith(EOI) else None
    return size is not None and 0 < size[0] * size[1] <= MAX_PIXELS


class MjpegDecoder:
    """Cuts the body of the answer into pictures, whatever the chunks. Holds at most MAX_PART_BYTES between calls."""

    def __init__(self, boundary: bytes) -> None:
        self._mark = b"--" + boundary
        self._held = bytearray()
        self._seen = 0  # so far there is no mark in it
        self._told = False  # the picture of the part that has begun was handed over already
        self.broken = 0  # parts in which no whole picture was

    def feed(self, data: bytes) -> list[bytes]:
        """Take what came, return the pictures that are whole with it."""
        self._held += data
        pictures: list[bytes] = []
        while (at := self._held.find(self._mark, self._seen)) >= 0:
            self._end(bytes(self._held[:at]), pictures)
            del self._held[: at + len(self._mark)]
            self._seen, self._told = 0, False
        self._seen = max(0, len(self._held) - len(self._mark))
        self._early(pictures)
        if len(self._held) > MAX_PART_BYTES:
            self._held.clear()
            self._seen = 0
            self.broken += 1
        return pictures

    def _early(self, pictures: list[bytes]) -> None:
        """A part that says its length need not wait for the next one's mark: that may be a second away."""
        blank = self._held.find(_BLANK_LINE, 0, MAX_HEAD_BYTES)
        head = blank + len(_BLANK_LINE)
        said = _LENGTH.search(self._held, 0, head) if blank > 0 and not self._told else None
        if said is None or len(self._held) < head + int(said[1]):
            return
        picture = bytes(self._held[head : head + int(said[1])])
        if is_whole(picture):
            pictures.append(picture)
            self._told = True

    def _end(self, part: bytes, pictures: list[bytes]) -> None:
        if self._told or not part.strip(b"\r\n-"):
            return
        begin, end = part.find(SOI), part.rfind(EOI)
        picture = part[begin : end + 2] if 0 <= begin < end else b""
        if is_whole(picture):
            pictures.append(picture)
        else:
            self.broken += 1
