"""What a caller (叫号器) hands over: keys under neutral names. Which ticket a key is about, the hall knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


class CallerKey(StrEnum):
    """What a clerk may ask for with one key. NEXT_STEP is the key whose meaning follows from the counter's state."""

    NEXT_STEP = "next_step"  # Enter
    CALL_NEXT = "call_next"
    RECALL = "recall"
    SERVE = "serve"
    COMPLETE = "complete"
    NO_SHOW = "no_show"
    HOLD = "hold"
    TRANSFER = "transfer"
    PAUSE = "pause"
    RATE = "rate"  # invite the visitor to rate
    CLEAR = "clear"  # forget the digits before it
    DIGIT_1 = "digit_1"
    DIGIT_2 = "digit_2"
    DIGIT_3 = "digit_3"
    DIGIT_4 = "digit_4"
    DIGIT_5 = "digit_5"
    DIGIT_6 = "digit_6"
    DIGIT_7 = "digit_7"
    DIGIT_8 = "digit_8"
    DIGIT_9 = "digit_9"


@dataclass(frozen=True, slots=True)
class KeyPress:
    """One press. `number` counts the presses of this caller from 1 without gaps, also across reconnects.

    `age_s` is how long it lay in the box before we heard of it, in seconds.
    """

    key: CallerKey
    number: int
    age_s: float = 0.0


@dataclass(frozen=True, slots=True)
class CallerDisplay:
    """What the box itself may show: how many wait (None: not known) and a label such as "A036"; "" for none."""

    waiting: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class CallerStatus:
    """How the caller is. `dropped` counts presses that were heard and not told: too old, or of no known key."""

    health: Health
    reason: str = ""
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class CallerCapabilities:
    """Which keys it has, and how long a label its display holds; 0: no display."""

    keys: frozenset[CallerKey] = frozenset(CallerKey)
    display_characters: int = 0
    keeps_presses: bool = False  # while the cable is out
