"""What is shown on a counter's strip (窗口条屏), and how the strip is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from devices.values.completion import End
    from devices.values.health import Health


class StripEffect(StrEnum):
    """How the text stands. A static text that is wider than the strip scrolls: nobody could read it otherwise."""

    STATIC = "static"
    SCROLL = "scroll"
    BLINK = "blink"


@dataclass(frozen=True, slots=True, repr=False)
class StripText:
    """One line. `brightness` 1 (night) to 8, `speed` 1 (slow) to 5 for what scrolls or blinks."""

    text: str
    effect: StripEffect = StripEffect.STATIC
    brightness: int = 6
    speed: int = 3

    def __repr__(self) -> str:  # a hall may show a name
        return f"StripText({len(self.text)} characters, {self.effect})"


@dataclass(frozen=True, slots=True)
class ShowResult:
    """How one `show` ended. `replaced` counts characters that the strip does not know and that stand as □."""

    end: End
    reason: str = ""
    replaced: int = 0


@dataclass(frozen=True, slots=True)
class StripStatus:
    """How the strip is, and whether anything stands on it (nothing does after it lost its power)."""

    health: Health
    reason: str = ""
    lamp: Lamp = Lamp.UNKNOWN
    showing: bool = False


@dataclass(frozen=True, slots=True)
class StripCapabilities:
    """How many columns fit without scrolling (a Chinese character takes two), and the longest text in bytes."""

    columns: int = 16
    longest_bytes: int = 200
    effects: frozenset[StripEffect] = frozenset(StripEffect)
