"""A grey picture -> the codes in it. Pure work on pixels: knows no camera, no process, no time but the given clock.

Stages go from cheap to dear; the first that finds a code ends the work. Which of them fit is planned by the number of
pixels, so that the same picture always gets the same stages; the clock only stops what takes far longer than planned.

| stage | helps with |
|---|---|
| local average, global histogram, half size | almost everything; big and soft; dots and thin lines |
| smoothed | noise, moiré, modules drawn as dots |
| logarithm | hard shadows: where light is a factor, this makes it an offset |
| cut out (see `finder`) | no quiet zone; then smoothed and sharpened at one size for all |
| doubled | modules of one to two pixels |
| sharpened | out of focus |
| zbar | what zxing-cpp cannot read; its bytes are marked as not trusted |
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.code_scanner import finder
from devices.code_scanner.engines import GLOBAL, LOCAL, QR_FAMILY, zbar, zxing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cv2.typing import MatLike

    from devices.values.code_scanner import ScannedCode

BUDGET_S = 0.2  # no stage begins after that
GREY_AXES = 2  # rows and columns
LEAST_SIDE = 11  # pixels: the smallest symbol has as many modules
HALVED_FROM = 20_000  # pixels; below that nothing is left after halving
DOUBLED_TO = 500_000
SHARPENED_TO = 1_000_000
MARKS_TO = 1_000_000  # larger pictures are halved before corner marks are looked for
ZBAR_TO, ZBAR_BLIND_TO = 1_000_000, 100_000  # it is the dearest: where no two corner marks are, small pictures only
SMOOTH, SMOOTH_SHEET, SOFT_SHEET = 1.2, 2.0, 1.5  # pixels, standard deviation; a module of a sheet has six
SHARP, SHARP_SHEET = 3.0, 4.0
SHARPNESS, SHEET_SHARPNESS = 2.0, 4.0  # how much of what blurring takes away is added
LOGARITHM = np.round(255 * np.log1p(np.arange(256)) / np.log1p(255)).astype(np.uint8)  # shade -> shade


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one picture. `likely`: something stands there that looks like a code, read or not."""

    codes: tuple[ScannedCode, ...] = ()
    likely: bool = False
    stage: str = ""  # the one that found them


class Pipeline:
    """Reads pictures one by one. `second_engine`: also ask zbar at the end."""

    def __init__(
        self,
        *,
        second_engine: bool = True,
        budget_s: float = BUDGET_S,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._second_engine, self._budget_s, self._clock = second_engine, budget_s, clock

    def read(self, grey: MatLike, *, thorough: bool = True) -> Reading:
        """The codes in a picture of rows × columns, one byte each. Not `thorough`: the cheap stages only."""
        if grey.ndim != GREY_AXES or min(grey.shape) < LEAST_SIDE:
            return Reading()
        until = self._clock() + self._budget_s
        found = _first(self._quick(grey), self._clock, until)
        if found is not None or not thorough:
            return found or Reading()
        marks = _marks(grey)
        found = _first(self._thorough(grey, marks), self._clock, until)
        return found or Reading(likely=len(marks) >= finder.MARKS_OF_A_CODE)

    def _quick(self, grey: MatLike) -> Iterator[tuple[str, list[ScannedCode]]]:
        yield "local", zxing(grey, LOCAL, QR_FAMILY)  # the small kinds prove little: once is enough
        yield "global", zxing(grey, GLOBAL)
        if grey.size >= HALVED_FROM:
            yield "half", zxing(_scaled(grey, 0.5), GLOBAL)

    def _thorough(self, grey: MatLike, marks: list[finder.Mark]) -> Iterator[tuple[str, list[ScannedCode]]]:
        yield "smooth", zxing(cv2.GaussianBlur(grey, (0, 0), SMOOTH), LOCAL)
        yield "logarithm", zxing(cv2.LUT(grey, LOGARITHM), LOCAL)
        for sheet in finder.sheets(grey, marks):
            yield "sheet", zxing(sheet, LOCAL)
            yield "smooth_sheet", zxing(cv2.GaussianBlur(sheet, (0, 0), SMOOTH_SHEET), LOCAL)
            sharp = _sharpened(cv2.GaussianBlur(sheet, (0, 0), SOFT_SHEET), SHARP_SHEET, SHEET_SHARPNESS)
            yield "sharp_sheet", zxing(sharp, LOCAL)
            yield "half_sheet", zxing(_scaled(sharp, 0.5), LOCAL)
        if grey.size <= DOUBLED_TO:
            yield "double", zxing(_scaled(grey, 2), LOCAL)
        if grey.size <= SHARPENED_TO:
            yield "sharp", zxing(_sharpened(grey, SHARP), LOCAL)
        if self._second_engine and grey.size <= (ZBAR_TO if len(marks) > 1 else ZBAR_BLIND_TO):
            yield "zbar", zbar(grey)


def _first(stages: Iterator[tuple[str, list[ScannedCode]]], clock: Callable[[], float], until: float) -> Reading | None:
    for stage, codes in stages:
        if codes:
            return Reading(tuple(codes), likely=True, stage=stage)
        if clock() > until:
            return None
    return None


def _marks(grey: MatLike) -> list[finder.Mark]:
    if grey.size <= MARKS_TO:
        return finder.marks(grey)
    return [mark.scaled(2) for mark in finder.marks(_scaled(grey, 0.5))]


def _scaled(grey: MatLike, times: float) -> MatLike:
    way = cv2.INTER_AREA if times < 1 else cv2.INTER_CUBIC
    return cv2.resize(grey, None, fx=times, fy=times, interpolation=way)


def _sharpened(grey: MatLike, radius: float, sharpness: float = SHARPNESS) -> MatLike:
    return cv2.addWeighted(grey, 1 + sharpness, cv2.GaussianBlur(grey, (0, 0), radius), -sharpness, 0)
