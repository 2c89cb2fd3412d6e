"""What a lamp (指示灯) above a counter or on a kiosk shows, and how it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.values.lamp import Lamp

if TYPE_CHECKING:
    from devices.values.health import Health


class Colour(StrEnum):
    """DARK is off. What a colour means, the hall says; it never means anything by itself alone."""

    DARK = "dark"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    WHITE = "white"


TRIAL = (Colour.RED, Colour.GREEN, Colour.BLUE)
"""What a lamp shows somebody who tries it: one after the other."""


class Pattern(StrEnum):
    """How it shines; nothing flashes more than twice a second (WCAG 2.3.1 allows three)."""

    STEADY = "steady"
    SLOW = "slow"  # once in two seconds
    FAST = "fast"  # twice a second


@dataclass(frozen=True, slots=True)
class Light:
    """What a lamp shows."""

    colour: Colour = Colour.DARK
    pattern: Pattern = Pattern.STEADY


@dataclass(frozen=True, slots=True)
class IndicatorStatus:
    """How the lamp is, and what it says that it shows; None: it does not say."""

    health: Health
    reason: str = ""
    lamp: Lamp = Lamp.UNKNOWN
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class IndicatorCapabilities:
    """What it can show. One that does not confirm never says whether it lit up."""

    colours: frozenset[Colour] = frozenset(Colour)
    patterns: frozenset[Pattern] = frozenset(Pattern)
    confirms: bool = True
