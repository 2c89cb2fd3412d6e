"""Reads slips as a telephone would: the QR code off the picture of the paper, and the address in it."""

from __future__ import annotations

import contextlib
import uuid
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image

from hall_server.contract.slip_code import SlipCodeError, parse_slip_code

if TYPE_CHECKING:
    from pathlib import Path

SCRAP_ROWS = 240  # 30 mm at 8 dots a millimetre; the shortest slip has three times as much


def read_slips(folder: Path) -> list[dict]:
    """One entry for each whole slip: ticket id, picture and what the code says, which opens on a telephone.

    A slip that cannot be read has the ticket "unreadable". A scrap is no slip: the mark 作废 stands alone on one when
    the half slip that it was meant for had fallen out already.
    """
    whole = [path for path in sorted(folder.glob("slip_*.png")) if "partial" not in path.name]
    return [slip for path in whole if (slip := _read(path)) is not None]


def _read(path: Path) -> dict | None:
    with Image.open(path) as picture:
        codes, height = zxingcpp.read_barcodes(picture.convert("L")), picture.height
    for code in codes:
        with contextlib.suppress(SlipCodeError):
            ticket_id, _ = parse_slip_code(code.text)
            return {"ticket": str(uuid.UUID(bytes=ticket_id)), "picture": path.name, "code": code.text}
    return None if height < SCRAP_ROWS else {"ticket": "unreadable", "picture": path.name, "code": ""}
