"""A code as bars to paint: runs of dark modules, row by row (ISO/IEC 18004; `qrcode` finds the modules). Pure."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from kiosk.values import Value


class QrRun(Value, frozen=True):
    """Dark modules side by side: column, row and how many."""

    x: int
    y: int
    length: int


@lru_cache(maxsize=1)
def qr_runs(text: str) -> tuple[tuple[QrRun, ...], int]:
    """The dark runs of a QR code (level M) of `text`, and its side in modules without the quiet zone."""
    import qrcode  # with the picture library behind it: only a screen that stands in for a slip needs it
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                runs.append(QrRun(x, y, length))
            x += length
    return tuple(runs), len(matrix)
