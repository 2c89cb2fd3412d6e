"""A code as one SVG path, for a page whose reader photographs it or holds it to a kiosk (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import msgspec
import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # modules left free around it, as the standard asks


class QrPath(msgspec.Struct, frozen=True):
    """`side`: modules with the quiet zone, the side of the view box; `path`: all dark modules."""

    side: int
    path: str


@lru_cache(maxsize=64)
def qr_path(text: str) -> QrPath:
    """The symbol of a text at level M."""
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    symbol.add_data(text)
    matrix = symbol.get_matrix()
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return QrPath(len(matrix), "".join(runs))
