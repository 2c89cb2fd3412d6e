"""The photo of a card: by a vendor's closed library in a process of its own, or a silhouette where there is none.

No open decoder for the format (WLT) is known. A library that crashes or hangs costs its process and gives a
placeholder, never the card. Photos live in memory only: the process may write no file and leaves no core behind.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from devices.errors import DeviceError
from devices.transports.child import ChildProcess
from devices.values.id_card import CardPhoto

if TYPE_CHECKING:
    from pathlib import Path

LOG = logging.getLogger("kapok.device.id_card")

WIDTH, HEIGHT = 102, 126  # pixels, of every card's photo
PIXEL_BYTES = 3
RAW_BYTES = WIDTH * HEIGHT * PIXEL_BYTES
BMP_HEAD = 54
WORKER = "devices.id_card.photo_worker"
START_S = 8.0  # an interpreter, on a busy machine
DECODE_S = 2.0
GIVE_UP_AFTER = 3  # failures in a row; then visitors wait for no more of them until the reader is opened again

_PAPER, _INK = b"\xe6\xe6\xe6", b"\xb4\xb4\xb4"


class PlaceholderPhotos:
    """`PhotoDecoder` of a site without a library."""

    is_real = False

    async def decode(self, _wlt: bytes) -> CardPhoto:
        return placeholder()

    async def close(self) -> None:
        pass


class LibraryPhotos:
    """`PhotoDecoder` by a library with `int function(const char *wlt, char *picture, int)`, such as libwlt2bmp.

    `picture` may become a BMP file's content or 38,556 bytes of blue, green, red from the top.
    """

    is_real = True

    def __init__(
        self,
        library: str | Path,
        *,
        function: str = "unpack",
        device: str = "id_card",
        decode_s: float = DECODE_S,
    ) -> None:
        self._device = device
        self._decode_s = decode_s
        self._worker = ChildProcess(WORKER, [str(library), function, str(decode_s)], device=device)
        self._failures = 0

    async def decode(self, wlt: bytes) -> CardPhoto:
        if self._failures >= GIVE_UP_AFTER:
            return placeholder()
        sound = False
        try:
            raw = await self._ask(wlt)
            sound = True
        except DeviceError as error:
            self._failures += 1
            LOG.warning("%s: no photo: %s", self._device, error.code)
            return placeholder()
        finally:
            if not sound:  # also when we are cancelled: its answer must not be taken for the next card's
                await self._worker.stop()
        self._failures = 0
        return picture(raw) or placeholder()

    async def close(self) -> None:
        self._failures = 0
        await self._worker.stop()

    async def _ask(self, wlt: bytes) -> bytes:
        if not self._worker.pid:
            await self._worker.start()
            await self._worker.hear(START_S)
        await self._worker.say(wlt.hex())
        _, raw = await self._worker.hear(self._decode_s)
        return raw


def picture(raw: bytes) -> CardPhoto | None:
    """What a library wrote: a BMP of 24 bits, or plain pixels. None for anything else; never raises."""
    if raw.startswith(b"BM"):
        return _bmp(raw)
    if len(raw) < RAW_BYTES or not any(raw[:RAW_BYTES]):  # untouched: it did not decode
        return None
    return CardPhoto(WIDTH, HEIGHT, raw[:RAW_BYTES])


def _bmp(raw: bytes) -> CardPhoto | None:
    start, width, height = (int.from_bytes(raw[at : at + 4], "little", signed=True) for at in (10, 18, 22))
    row = (width * PIXEL_BYTES + 3) // 4 * 4
    whole = len(raw) >= BMP_HEAD and start >= BMP_HEAD and len(raw) >= start + row * abs(height)
    if not whole or (width, abs(height)) != (WIDTH, HEIGHT) or raw[28:30] != b"\x18\0" or any(raw[30:34]):
        return None
    rows = [raw[at : at + width * PIXEL_BYTES] for at in range(start, start + row * HEIGHT, row)]
    return CardPhoto(width, HEIGHT, b"".join(reversed(rows) if height > 0 else rows))


@cache
def placeholder() -> CardPhoto:
    """A grey silhouette of head and shoulders."""
    head, head_r, chest, chest_r, middle = 48, 24, 126, 44, WIDTH // 2
    pixels = bytearray()
    for y in range(HEIGHT):
        for x in range(WIDTH):
            in_head = (x - middle) ** 2 + (y - head) ** 2 < head_r**2
            in_chest = (x - middle) ** 2 + (y - chest) ** 2 < chest_r**2
            pixels += _INK if in_head or in_chest else _PAPER
    return CardPhoto(WIDTH, HEIGHT, bytes(pixels), is_placeholder=True)
