"""What a rating pad (评价器) hands over. No grade is a result too; none is ever made up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


class Grade(StrEnum):
    """The five grades of 好差评 (GB/T 39735-2020)."""

    VERY_SATISFIED = "very_satisfied"  # 非常满意
    SATISFIED = "satisfied"  # 满意
    BASICALLY_SATISFIED = "basically_satisfied"  # 基本满意
    DISSATISFIED = "dissatisfied"  # 不满意
    VERY_DISSATISFIED = "very_dissatisfied"  # 非常不满意


class RatingEnd(StrEnum):
    """How an invitation to rate ended."""

    RATED = "rated"  # a key was pressed: there is a grade
    LAPSED = "lapsed"  # nobody pressed in time: 未评价
    WITHDRAWN = "withdrawn"  # we took the invitation back before anybody pressed
    REFUSED = "refused"  # the pad did not invite
    UNKNOWN = "unknown"  # the pad was lost meanwhile: whether anybody pressed cannot be told


@dataclass(frozen=True, slots=True)
class RatingResult:
    """The one end of an invitation. `grade` is there if, and only if, it was RATED; `reason` is a snake_case code."""

    end: RatingEnd
    grade: Grade | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RatingPadStatus:
    """How the pad is: an invitation stands or not, how many presses nobody was invited to make, on the pad and late."""

    health: Health
    reason: str = ""
    inviting: bool = False
    stray: int = 0


@dataclass(frozen=True, slots=True)
class RatingPadCapabilities:
    """The grades it has keys for, and the longest invitation in seconds."""

    grades: frozenset[Grade] = frozenset(Grade)
    longest_s: float = 255.0
