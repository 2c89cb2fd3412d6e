"""What a camera hands over. What is to be seen in a frame is hidden in `repr`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health

CHANNELS = 3


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """One picture. `pixels` holds `height` rows from top to bottom of `width` pixels: blue, green, red, one byte each.

    As an array: `numpy.frombuffer(frame.pixels, "u1").reshape(frame.height, frame.width, CHANNELS)`.
    """

    sequence: int  # 1, 2, … since the camera was opened; those that nobody fetched are missing
    width: int
    height: int
    pixels: bytes
    at: float  # monotonic seconds when it was there (one clock for all processes of the machine)

    def __repr__(self) -> str:
        return f"Frame({self.sequence}, {self.width} × {self.height})"


class Lens(StrEnum):
    """Whether pictures come (XFS4IoT Camera.cameras)."""

    OK = "ok"
    INOP = "inop"
    UNKNOWN = "unknown"  # not opened yet


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """How the camera is; width and height are those of its newest frame, 0 before the first."""

    health: Health
    reason: str = ""
    lens: Lens = Lens.UNKNOWN
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class CameraCapabilities:
    """The size that is asked of the camera, in pixels; 0: whatever it sends by itself."""

    width: int = 0
    height: int = 0
