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


def read_slips(folder: Path) -> list[dict]:
    """One entry for each whole slip: ticket id, picture and what the code says, which opens on a telephone.

    A slip that cannot be read has the ticket "unreadable".
    """
    return [_read(path) for path in sorted(folder.glob("slip_*.png")) if "partial" not in path.name]


def _read(path: Path) -> dict:
    with Image.open(path) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    for code in codes:
        with contextlib.suppress(SlipCodeError):
            ticket_id, _ = parse_slip_code(code.text)
            return {"ticket": str(uuid.UUID(bytes=ticket_id)), "picture": path.name, "code": code.text}
    return {"ticket": "unreadable", "picture": path.name, "code": ""}
