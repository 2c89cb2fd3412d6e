"""How much fits on a board: rows and digit sizes from the panel and the distance it is read from.

Pure geometry; knows no tickets. Sizes are pixels of a 1920×1080 drawing that the page scales to the panel.
"""

from __future__ import annotations

from math import floor, pi, sqrt, tan

import msgspec

_MM_PER_INCH = 25.4
_PANEL_PX = 1920
_ASPECT = 16 / sqrt(16**2 + 9**2)  # width of a 16:9 panel ÷ its diagonal
_DIGIT_ARCMIN = 20  # least height of a digit in the list (ISO 9241 prefers 20-22′)
_CAP_HEIGHT = 0.70  # of Barlow's em
_LIST_PX = 820
_ROW_MIN_PX = 136
_ROW_LEADING = 1.35
_BATCH_PX = 668  # the same list with two headings
_BATCH_LEADING = 1.14
_ROWS_MIN, _ROWS_MAX = 3, 6
_ROW_AREA_PX = 742
_DIGIT_SHARE = 0.84  # of a row
_BATCH_DIGIT_SHARE = 0.88


class BoardLayout(msgspec.Struct, frozen=True):
    """Rows of the list, and while several calls wait for their turn (`_batch`); digit sizes in drawing pixels."""

    rows: int
    rows_batch: int
    digit_px: int
    digit_batch_px: int


def px_per_arcmin(diagonal_in: float, distance_m: float) -> float:
    """Drawing pixels under one minute of arc."""
    pixel_mm = diagonal_in * _MM_PER_INCH * _ASPECT / _PANEL_PX
    return distance_m * 1000 * tan(pi / 180 / 60) / pixel_mm


def digit_floor_px(diagonal_in: float, distance_m: float) -> float:
    """The least font size whose digits are 20′ high."""
    return _DIGIT_ARCMIN * px_per_arcmin(diagonal_in, distance_m) / _CAP_HEIGHT


def board_layout(diagonal_in: float, distance_m: float) -> BoardLayout:
    """The layout of a panel of `diagonal_in` inches, read from `distance_m` metres."""
    least = digit_floor_px(diagonal_in, distance_m)
    rows = _fit(_LIST_PX / max(_ROW_MIN_PX, _ROW_LEADING * least))
    rows_batch = _fit(_BATCH_PX / (_BATCH_LEADING * least))
    return BoardLayout(
        rows=rows,
        rows_batch=rows_batch,
        digit_px=round(_ROW_AREA_PX / rows * _DIGIT_SHARE),
        digit_batch_px=round(_BATCH_PX / rows_batch * _BATCH_DIGIT_SHARE),
    )


def _fit(rows: float) -> int:
    return max(_ROWS_MIN, min(_ROWS_MAX, floor(rows)))
