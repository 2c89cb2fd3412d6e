"""Finds sheets of paper in a picture: even, straight-sided, brighter than what they lie on, or else unlike it. Pure.

The print is closed away first; then, for several strengths of edges, the regions between the edges are looked at. So
neither uneven light nor a white table needs one threshold that fits all of the picture. Dark and coloured paper on a
bright table is looked for only where nothing brighter was found: else each shadow and each strip of the table is some.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import numpy.typing as npt

from devices.document_scanner.images import grey_of
from devices.document_scanner.lines import quad_of_lines
from devices.document_scanner.quads import Points, profiles, quad_round, refined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from devices.document_scanner.images import Image

Mask = npt.NDArray[np.uint8]
LEAST_SCORE = 0.6
LEAST_FIT = 0.965  # a smaller share of its quad: not one sheet
WORK_PX = 800  # the longer side of the picture that is searched
EDGES = (60.0, 36.0, 22.0, 13.0, 8.0, 5.0, 3.5)  # grey levels over some three pixels
_PRINT_PX = 13  # print is finer than this
_MIN_SHARE = 0.025  # of the frame: smaller things are no pages
_MAX_CHROMA = 26  # Lab: skin and wood have more, white and pale paper less; a coloured form must look like a page
_PAGE_SHARE = 0.06  # of the frame: more than a finger
_FULL_BRIGHT = 220.0
_REACH = 6
_WIDER, _AS_BRIGHT = 1.2, 0.85
_LEAST_TONE = 80  # Lab lightness, exposed anew: darker than the darkest paper (a telephone, a folder)


@dataclass(frozen=True)
class Sheet:
    """A region that may be paper. `quad` in pixels of the frame (corners may lie outside of it).

    `fit` is the share of the quad that the region fills, `support` the share of its sides (within the frame) where it
    gets darker outwards, `cut` the share of its outline that runs along the frame's edge.
    """

    quad: Points
    fit: float
    support: float
    cut: float
    area: float
    mask: Mask  # at the size that was searched
    unlike: bool = False  # not brighter than what it lies on: known by its colour

    @property
    def score(self) -> float:
        """How much it looks like one sheet."""
        return self.fit * self.support


@dataclass(frozen=True)
class Searched:
    """A picture made ready: brightness without print, exposed anew; `scale` is its size beside the frame's."""

    scale: float
    bright: Image
    lab: Image
    smooth: npt.NDArray[np.float32]
    chroma: npt.NDArray[np.float32]
    gain: float


def prepared(frame: Image) -> Searched:
    """Smaller, exposed anew, print closed away."""
    scale = min(1.0, WORK_PX / max(frame.shape[:2]))
    small = cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    gain = float(np.clip(_FULL_BRIGHT / max(1.0, float(np.percentile(small.max(axis=2), 99.5))), 1, 14))
    small = cv2.GaussianBlur(cv2.convertScaleAbs(small, alpha=gain), (0, 0), 1.2 if gain < 2 else 2.0)  # noqa: PLR2004  # dark is noisy
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_PRINT_PX, _PRINT_PX))
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    lab = cv2.cvtColor(closed, cv2.COLOR_BGR2LAB)
    chroma = np.asarray(np.hypot(lab[..., 1] - 128.0, lab[..., 2] - 128.0), np.float32)
    return Searched(scale, np.asarray(lab[..., 0], np.uint8), np.asarray(lab, np.uint8), _steepness(lab), chroma, gain)


def _steepness(lab: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """How much brightness or colour changes here, in levels.

    Not by `cv2.magnitude`, whose last bit depends on where in memory a picture lies: the same one is to get the same
    answer.
    """
    steep = np.zeros(lab.shape[:2], np.float32)
    for channel in cv2.split(lab):
        dx, dy = cv2.Sobel(channel, cv2.CV_32F, 1, 0), cv2.Sobel(channel, cv2.CV_32F, 0, 1)
        steep = np.maximum(steep, np.sqrt(dx * dx + dy * dy))
    return steep / np.float32(2)


def find_sheets(searched: Searched) -> list[Sheet]:
    """All that is likely to be paper, the likeliest first; of what covers the same place only the likeliest."""
    regions = list(_regions(searched.smooth))
    found = _likeliest(_sheet(searched, region) for region in regions)
    if not any(sheet.fit >= LEAST_FIT for sheet in found):
        lined = _by_lines(searched, found)
        unlike = [] if found else _likeliest(_unlike_sheet(searched, region) for region in regions)
        found = max(lined, unlike, key=_largest) + found  # lines within a dark page may be its print
    kept: list[Sheet] = []
    for sheet in found:
        if all(_overlap(sheet, other) < 0.5 or _more_paper(searched, sheet, other) for other in kept):  # noqa: PLR2004  # half of the smaller one
            kept.append(sheet)
    return kept


def _regions(steep: npt.NDArray[np.float32]) -> Iterator[Mask]:
    """All that is large enough between edges, from the strongest edges to the faintest."""
    for edge in EDGES:
        free = (steep < edge).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(free, connectivity=4)
        for label in range(1, count):
            if stats[label, cv2.CC_STAT_AREA] >= _MIN_SHARE * free.size:
                yield (labels == label).astype(np.uint8)


def _likeliest(sheets: Iterable[Sheet | None]) -> list[Sheet]:
    found = [sheet for sheet in sheets if sheet is not None and sheet.score >= LEAST_SCORE]
    return sorted(found, key=lambda sheet: -sheet.score)


def _largest(sheets: list[Sheet]) -> float:
    return max((sheet.area for sheet in sheets), default=0.0)


def _by_lines(searched: Searched, misfits: list[Sheet]) -> list[Sheet]:
    """The sheet that has four straight edges and is no region of its own: the regions found are only parts of it."""
    seen = quad_of_lines(searched.bright, searched.smooth, _MIN_SHARE * searched.bright.size)
    if seen is None:
        return []
    quad, cover = seen
    mask = _filled(quad, searched.bright.shape)
    sheet = _made(searched, quad, mask, fit=1.0, support=cover, cut=0.0)
    beyond = any((part.mask & ~mask & 1).sum() > 0.1 * part.mask.sum() for part in misfits)  # a share
    if beyond or cover < LEAST_SCORE or np.median(searched.chroma[mask == 1]) > _MAX_CHROMA:
        return []
    return [sheet]


def _made(
    searched: Searched, quad: Points, mask: Mask, *, fit: float, support: float, cut: float, unlike: bool = False
) -> Sheet:
    frame_quad = (quad + 0.5) / searched.scale - 0.5
    return Sheet(frame_quad, fit, support, cut, float(mask.sum()) / searched.scale**2, mask, unlike)


@dataclass(frozen=True)
class _Shape:
    """A region's filled outline and the quad round it, at the size that was searched; the rest as in `Sheet`."""

    inside: npt.NDArray[np.bool_]
    mask: Mask
    quad: Points
    fit: float
    cut: float

    @property
    def whole(self) -> bool:
        """One sheet, all of it in view, larger than a finger."""
        return self.fit >= LEAST_FIT and self.cut == 0 and bool(self.mask.sum() >= _PAGE_SHARE * self.mask.size)


def _shape(region: Mask) -> _Shape | None:
    inside = cv2.erode(region, np.ones((5, 5), np.uint8)).astype(bool)
    if not inside.any():
        return None
    grown = cv2.dilate(region, np.ones((3, 3), np.uint8))
    outlines, _ = cv2.findContours(grown, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = np.asarray(max(outlines, key=cv2.contourArea), np.int32)
    quad = quad_round(outline)
    if quad is None:
        return None
    high, wide = region.shape
    shape = np.asarray(cv2.drawContours(np.zeros_like(region), [outline], -1, 1, cv2.FILLED), np.uint8)
    within = _filled(quad, region.shape)
    fit = float((shape & within).sum() / max(1, within.sum()))
    x, y = outline.reshape(-1, 2).T
    cut = float(np.mean((x <= 1) | (y <= 1) | (x >= wide - 2) | (y >= high - 2)))
    return _Shape(inside, shape, quad, fit, cut)


def _sheet(searched: Searched, region: Mask) -> Sheet | None:
    shape = _shape(region)
    if shape is None:
        return None
    coloured = float(np.median(searched.chroma[shape.inside])) > _MAX_CHROMA
    if coloured and not shape.whole:
        return None
    support = _support(searched.bright, shape.quad)
    return _made(searched, shape.quad, shape.mask, fit=shape.fit, support=support, cut=shape.cut)


def _unlike_sheet(searched: Searched, region: Mask) -> Sheet | None:
    """A sheet that is known by being of another colour, darker or not, than what is round it on all sides."""
    shape = _shape(region)
    if shape is None or not shape.whole or np.median(searched.bright[shape.inside]) < _LEAST_TONE:
        return None
    support = _support(_likeness(searched.lab, shape.inside), shape.quad)
    return _made(searched, shape.quad, shape.mask, fit=shape.fit, support=support, cut=shape.cut, unlike=True)


def _likeness(lab: Image, inside: npt.NDArray[np.bool_]) -> Image:
    """How near each place is in colour to most of what is inside: 255 is the same."""
    tone = np.median(lab[inside], axis=0)
    off = np.linalg.norm(lab.astype(np.float32) - tone.astype(np.float32), axis=2)
    return np.asarray(255 - np.clip(off, 0, 255), np.uint8)


def _filled(quad: Points, shape: tuple[int, ...]) -> npt.NDArray[np.uint8]:
    mask = np.zeros(shape[:2], np.uint8)
    points = np.clip(np.round(quad), -20_000, 20_000).astype(np.int32)
    return np.asarray(cv2.fillConvexPoly(mask, points, 1), np.uint8)


def _support(bright: Image, quad: Points) -> float:
    """The share of the sides (within the picture) where it gets darker outwards; the worst side counts most."""
    shares = []
    for at in range(4):
        start, end = quad[at], quad[(at + 1) % 4]
        across, _ = profiles(bright, start, end, _REACH, 48)
        fall = across[:, :_REACH].max(axis=1) - across[:, _REACH + 1 :].min(axis=1)
        rise = across[:, _REACH + 1 :].max(axis=1) - across[:, :_REACH].min(axis=1)
        sound = ~np.isnan(fall)
        if sound.sum() >= 6:  # noqa: PLR2004  # fewer say nothing
            shares.append(float(np.mean((fall[sound] > 5) & (fall[sound] > 0.6 * rise[sound]))))  # noqa: PLR2004  # levels
    return 0.5 * float(min(shares) + np.mean(shares)) if shares else 0.0


def _more_paper(searched: Searched, wider: Sheet, sheet: Sheet) -> bool:
    """True when the wider region is the sheet and as bright a paper beside it: it lies upon another one."""
    if wider.area < _WIDER * sheet.area:
        return False
    beside = searched.bright[(wider.mask & ~sheet.mask & 1) == 1]
    return bool(np.median(beside) > _AS_BRIGHT * np.median(searched.bright[sheet.mask == 1]))


def _overlap(one: Sheet, other: Sheet) -> float:
    """The share of the smaller one that both cover."""
    return float((one.mask & other.mask).sum() / max(1, min(one.mask.sum(), other.mask.sum())))


def exact(frame: Image, sheet: Sheet, searched: Searched) -> Points:
    """The sheet's corners to a fraction of a pixel."""
    reach = round(_REACH / searched.scale)
    picture = grey_of(frame)
    if sheet.unlike:
        inside = cv2.resize(sheet.mask, (frame.shape[1], frame.shape[0]), interpolation=cv2.INTER_NEAREST)
        picture = _likeness(np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2LAB), np.uint8), inside == 1)
    smooth = np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.0), np.uint8)
    return refined(smooth, sheet.quad, 2 * reach, shadowed=sheet.unlike)
