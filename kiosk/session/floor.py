"""Where the service desk lies for whoever stands before this machine, from the numbers of the kiosk's file. Pure.

A plan of the hall in metres: x to the right, y downwards, as it hangs on a wall. Without one nothing is said of a
direction: a wrong arrow is worse than none.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, dist, pi, tau

from kiosk.values import Value

Point = tuple[float, float]
Block = tuple[float, float, float, float]  # x, y, width, depth
EIGHTHS = 8
FACING = {"up": 0, "right": 2, "down": 4, "left": 6}  # eighths of a turn, clockwise


class Floor(Value, frozen=True):
    """The plan. `faces`: where somebody looks who stands before this machine; `via`: corners of the way to the desk."""

    width_m: float
    depth_m: float
    here: Point
    desk: Point
    faces: str = "up"
    via: tuple[Point, ...] = ()
    counters: Block | None = None
    seats: Block | None = None

    @property
    def way(self) -> tuple[Point, ...]:
        """From the machine to the desk."""
        return (self.here, *self.via, self.desk)

    @property
    def metres(self) -> int:
        """How long that way is; one at least."""
        return max(1, round(sum(dist(a, b) for a, b in pairwise(self.way))))

    @property
    def direction(self) -> int:
        """Where the desk lies, in eighths of a turn to the right: 0 straight ahead, 2 right, 4 behind, 6 left."""
        across, down = self.desk[0] - self.here[0], self.desk[1] - self.here[1]
        turned = atan2(across, -down) % tau
        return round(turned / (pi / 4) - FACING[self.faces]) % EIGHTHS
