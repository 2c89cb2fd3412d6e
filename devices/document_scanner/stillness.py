"""Says when a page lies still, and whether it is one that was taken already. Pure: is handed time and looks.

Of a page only a thumbnail is kept on which nothing can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from devices.document_scanner.images import Image, grey_of
from devices.values.document_scanner import Verdict

if TYPE_CHECKING:
    from devices.document_scanner.judge import Seen

THUMB_PX = (32, 24)
STILL_LOOKS, STILL_S = 3, 0.5
MOST_MOVE = 0.006  # of the frame's width, by any corner, between two looks
MOST_CHANGE = 6.0  # levels of brightness, of the thumbnail on the average
SAME_MOVE, SAME_CHANGE = 0.004, 4.0  # a page that was not touched


def thumbnail(frame: Image) -> Image:
    """So small that nothing can be read."""
    return np.asarray(cv2.resize(grey_of(frame), THUMB_PX, interpolation=cv2.INTER_AREA), np.uint8)


@dataclass(frozen=True)
class Glance:
    """One look, as far as it is remembered: where the corners are (4 × 2, shares of the frame) and the thumbnail."""

    corners: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    thumb: Image

    def near(self, other: Glance, move: float, change: float) -> bool:
        """True when corners and picture are nearly the same."""
        moved = float(np.abs(self.corners - other.corners).max())
        changed = float(np.abs(self.thumb.astype(np.float32) - other.thumb).mean())
        return moved <= move and changed <= change


def glance(seen: Seen, thumb: Image) -> Glance | None:
    """What is remembered of a look; None when there was no page."""
    if seen.quad is None:
        return None
    return Glance((seen.quad + 0.5) / (seen.width_px, seen.height_px), thumb)


class Stillness:
    """Fed look by look; `take` is true once for each page that lies still and is good."""

    def __init__(self) -> None:
        self._since = 0.0
        self._looks = 0
        self._before: Glance | None = None
        self._taken: Glance | None = None

    def forget(self) -> None:
        """The page that lies there may be taken (again)."""
        self._taken = None

    def restart(self) -> None:
        """What lay there before does not count: the looks begin anew."""
        self._looks, self._before = 0, None

    def take(self, at: float, seen: Seen, thumb: Image) -> bool:
        """True when this very picture is the one to keep; `at` in seconds, of any clock."""
        now = glance(seen, thumb)
        still = now is not None and self._before is not None and now.near(self._before, MOST_MOVE, MOST_CHANGE)
        self._before = now
        if now is None or seen.verdict is not Verdict.GOOD or not still:
            self._looks, self._since = (1, at) if seen.verdict is Verdict.GOOD else (0, at)
            return False
        self._looks += 1
        if self._looks < STILL_LOOKS or at - self._since < STILL_S or self.was_taken(now):
            return False
        self.keep(now)
        return True

    def was_taken(self, now: Glance) -> bool:
        """True for the page that was taken last and has not been touched since (a hand over it changes nothing)."""
        return self._taken is not None and now.near(self._taken, SAME_MOVE, SAME_CHANGE)

    def keep(self, now: Glance | None) -> None:
        """This page is taken."""
        self._taken = now
        self.restart()
