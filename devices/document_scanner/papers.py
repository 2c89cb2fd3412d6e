"""Pictures of papers on a table, for those who stand in for a camera or a scanner. Nothing in production uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from devices.document_scanner.images import Image

TABLE = (52, 48, 46)
PAPER = (236, 238, 240)
WIDE, HIGH = 1000, 760


def empty_table(wide: int = WIDE, high: int = HIGH) -> Image:
    """Nothing but the table, with the little unevenness that a real one has."""
    grain = np.random.default_rng(1).normal(0, 1.5, (high, wide, 1))
    return np.clip(np.array(TABLE) + grain, 0, 255).astype(np.uint8)


def sheet(number: int, *, lines: int = 16) -> Image:
    """An A4 page with its number and some lines of print that depend on it; no lines: a blank one."""
    page = np.full((707, 500, 3), PAPER, np.uint8)
    if lines:
        cv2.putText(page, f"No. {number:04d}", (150, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.1, (40, 40, 40), 3, cv2.LINE_AA)
    for line in range(lines):
        words = f"{(number * 7919 + line * 104729) % 10**9:09d} KAPOK {(number + line) ** 3 % 10**6:06d}"
        at = (40, 120 + 34 * line)
        cv2.putText(page, words, at, cv2.FONT_HERSHEY_SIMPLEX, 0.7, (50, 50, 50), 1 + line % 2, cv2.LINE_AA)
    return page


def laid(page: Image, *, turn: float = 3.0, at: tuple[float, float] = (0.5, 0.5), height: float = 0.86) -> Image:
    """The table with a page on it, turned by so many degrees; `at` and `height` are shares of the picture."""
    view = empty_table()
    scale = height * HIGH / page.shape[0]
    matrix = np.asarray(cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), -turn, scale), float)
    matrix[:, 2] += np.array(at) * (WIDE, HIGH) - np.array(page.shape[1::-1]) / 2
    cover = cv2.warpAffine(np.full(page.shape[:2], 255, np.uint8), matrix, (WIDE, HIGH), flags=cv2.INTER_AREA)
    over = cv2.warpAffine(page, matrix, (WIDE, HIGH), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    share = cover.astype(np.float32)[:, :, None] / 255
    return np.clip(view * (1 - share) + over * share, 0, 255).astype(np.uint8)
