"""The panel in millimetres: how high a finger must reach, how large a target is (ui.md 0.6, EN 301 549 8.3). Pure."""

from __future__ import annotations

from math import hypot

from kiosk.values import Value

LONG_PX, SHORT_PX = 1920, 1080
MM_PER_INCH = 25.4
REACH_MM = 1200  # nothing touchable above, but in 往下移, whose line is 1100
CONTENT_TOP_PX = {False: 560, True: 44}  # of the layout, by landscape
TARGET_PX, TARGET_MM = 88, 20  # Colle & Hiszem 2004


class Glass(Value, frozen=True):
    """A panel of 16:9 that hangs somewhere. Lengths in inches and millimetres."""

    landscape: bool = False
    diagonal_in: float = 21.5
    bottom_mm: float = 850

    @property
    def px_per_mm(self) -> float:
        """Of the layout, which is fitted to the panel."""
        return hypot(LONG_PX, SHORT_PX) / (self.diagonal_in * MM_PER_INCH)

    @property
    def always_low(self) -> bool:
        """Whether the usual layout would put something touchable above the reach."""
        height_px = SHORT_PX if self.landscape else LONG_PX
        top_mm = self.bottom_mm + (height_px - CONTENT_TOP_PX[self.landscape]) / self.px_per_mm
        return top_mm > REACH_MM

    @property
    def target_mm(self) -> float:
        """The least target on this panel."""
        return TARGET_PX / self.px_per_mm
