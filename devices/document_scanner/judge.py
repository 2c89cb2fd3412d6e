"""What one picture of a page is worth: one verdict, the worst first. Pure; gives codes, no words.

The bounds below were set on made pictures (tests/bench/documents), none on a real camera yet: the quality card says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import numpy.typing as npt

from devices.document_scanner.bands import with_bands
from devices.document_scanner.find import LEAST_FIT, Searched, Sheet, exact, find_sheets, prepared
from devices.document_scanner.images import Image, grey_of
from devices.document_scanner.light import burnt_share, dark_share, ink_share, softness
from devices.document_scanner.quads import Points, angles, lengths, ordered
from devices.document_scanner.seam import has_seam
from devices.document_scanner.straighten import is_card
from devices.values.document_scanner import Look, Quad, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

DARK_LEVEL = 75.0  # of the paper, 0 to 255
BLACK_LEVEL = 25.0  # of the brightest spot: nothing can be seen
MOST_CUT = 0.01  # of the outline along the frame's edge
SECOND_SHARE = 0.25  # of the first page's area: large enough to be a page of its own
LEAST_SIDE_RATIO = 0.6  # of two opposite sides
LEAST_ANGLE = 55.0
LEAST_A4_PX = 450.0  # across: 54 dpi, ordinary print is six pixels high
LEAST_PX = 200.0  # of smaller papers
LEAST_INK = 0.0008  # share of the page
MOST_BURNT = 0.002
MOST_SOFT_PX = 2.3
A4_RATIOS = (1.25, 1.6)


@dataclass(frozen=True)
class Seen:
    """One picture looked at: what it is worth, and the page's corners in pixels when there is a page."""

    verdict: Verdict
    quad: Points | None
    width_px: int
    height_px: int

    @property
    def look(self) -> Look:
        """The same in the words of the port."""
        if self.quad is None:
            return Look(self.verdict)
        size = np.array([self.width_px, self.height_px])
        points = [(float(x), float(y)) for x, y in (self.quad + 0.5) / size]
        corners: Quad = (points[0], points[1], points[2], points[3])
        return Look(self.verdict, corners)


def see(frame: Image) -> Seen:
    """Look at one picture of the camera."""
    searched = prepared(frame)
    sheets = find_sheets(searched)
    size = frame.shape[1], frame.shape[0]
    if not sheets:
        black = searched.gain * BLACK_LEVEL > 220  # noqa: PLR2004  # what `prepared` makes of the brightest spot
        return Seen(Verdict.TOO_DARK if black else Verdict.NO_PAGE, None, *size)
    grey = grey_of(frame)
    quad = ordered(with_bands(frame, exact(frame, sheets[0], searched)))
    verdict = next(_doubts(frame, grey, searched, sheets, quad), Verdict.GOOD)
    return Seen(verdict, quad, *size)


def _doubts(frame: Image, grey: Image, searched: Searched, sheets: list[Sheet], quad: Points) -> Iterator[Verdict]:
    """What speaks against the picture, the first thing to be mended first."""
    first = sheets[0]
    level = paper_level(searched, first)
    if level < DARK_LEVEL:
        yield Verdict.TOO_DARK
    sides = lengths(quad)
    across, along = sorted((float(sides[0] + sides[2]) / 2, float(sides[1] + sides[3]) / 2))
    a4 = A4_RATIOS[0] < along / across < A4_RATIOS[1]
    if first.fit < LEAST_FIT or any(other.area > SECOND_SHARE * first.area for other in sheets[1:]):
        yield Verdict.TWO_PAGES
    if first.cut > MOST_CUT or _outside(quad, frame):
        yield Verdict.CUT_OFF
    if (np.minimum(sides, np.roll(sides, 2)) / sides).min() < LEAST_SIDE_RATIO or angles(quad).min() < LEAST_ANGLE:
        yield Verdict.SKEWED
    if not a4 and across >= LEAST_A4_PX and has_seam(grey, quad):
        yield Verdict.TWO_PAGES
    if across < (LEAST_A4_PX if a4 and not is_card(quad, max(frame.shape)) else LEAST_PX):
        yield Verdict.TOO_SMALL
    yield from _of_print(frame, grey, inner_mask(quad, grey.shape), level)


def _of_print(frame: Image, grey: Image, mask: npt.NDArray[np.uint8], level: float) -> Iterator[Verdict]:
    if ink_share(grey, mask) < LEAST_INK:
        yield Verdict.BLANK
    if burnt_share(frame, mask, level) > MOST_BURNT:
        yield Verdict.GLARE
    if softness(grey, mask) > MOST_SOFT_PX:
        yield Verdict.BLUR


def judge_flat(image: Image) -> Verdict:
    """The verdict on a whole picture from the glass: it cannot be cut off, slanted or shaken."""
    grey = grey_of(image)
    high, wide = grey.shape
    edge = max(2, min(high, wide) // 30)
    mask = np.zeros_like(grey)
    mask[edge:-edge, edge:-edge] = 1
    if np.percentile(grey, 90) < DARK_LEVEL:
        return Verdict.TOO_DARK
    return Verdict.BLANK if max(ink_share(grey, mask), dark_share(grey, mask)) < LEAST_INK else Verdict.GOOD


def paper_level(searched: Searched, sheet: Sheet) -> float:
    """How bright the paper is in the frame as it came."""
    return float(np.median(searched.bright[sheet.mask.astype(bool)])) / searched.gain


def inner_mask(quad: Points, shape: tuple[int, ...], shrink: float = 0.95) -> npt.NDArray[np.uint8]:
    """1 well inside the page."""
    middle = quad.mean(axis=0)
    inner = middle + (quad - middle) * shrink
    mask = np.zeros(shape[:2], np.uint8)
    return np.asarray(cv2.fillConvexPoly(mask, np.round(inner).astype(np.int32), 1), np.uint8)


def _outside(quad: Points, frame: Image) -> bool:
    high, wide = frame.shape[:2]
    return bool(quad.min() < -1 or (quad[:, 0] > wide).any() or (quad[:, 1] > high).any())
