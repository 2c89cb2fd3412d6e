"""Reads slips as a phone would: the QR code off the picture of the paper."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def read_slips(folder: Path) -> list[dict]:
    """One entry for each whole slip: ticket id and picture. A slip that cannot be read has the ticket "unreadable"."""
    return [_read(path) for path in sorted(folder.glob("slip_*.png")) if "partial" not in path.name]


def _read(path: Path) -> dict:
    with Image.open(path) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    texts = [code.text for code in codes if code.text.startswith("KPT1:")]
    return {"ticket": _ticket_id(texts[0]) if texts else "unreadable", "picture": path.name}


def _ticket_id(text: str) -> str:
    number = 0
    for digit in text.removeprefix("KPT1:").partition(":")[0]:
        number = number * 32 + _CROCKFORD.index(digit)
    return str(uuid.UUID(int=number))
