"""What the pad for blind visitors (六键盘和耳机孔) hands over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from devices.values.health import Health


class PadKey(StrEnum):
    """The six keys, felt by their shapes."""

    UP = "up"
    DOWN = "down"
    BACK = "back"
    NEXT = "next"
    SELECT = "select"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class PadEvent:
    """One press, or a headphone plug that went in or came out; `number` counts from 1, also across reconnects.

    Either `key` or `headphones` is there: True when a plug went in.
    """

    number: int
    key: PadKey | None = None
    headphones: bool | None = None


@dataclass(frozen=True, slots=True)
class AccessPadStatus:
    """How the pad is, and whether a plug is in; None: the pad has not said yet."""

    health: Health
    reason: str = ""
    headphones: bool | None = None


@dataclass(frozen=True, slots=True)
class AccessPadCapabilities:
    """Its keys, and whether it can tell that a plug is in."""

    keys: frozenset[PadKey] = frozenset(PadKey)
    tells_headphones: bool = True
