"""What a kiosk notices of its own safety (CL-H18): door, tilt, power; and what programs add. No picture, no person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from devices.values.health import Health


class SensorInput(StrEnum):
    """What is watched. Active means: door open, tilted, mains power gone."""

    DOOR = "door"
    TILT = "tilt"
    POWER = "power"


class SecurityKind(StrEnum):
    """What a camera system may want to bookmark."""

    DOOR_OPENED = "door_opened"
    DOOR_CLOSED = "door_closed"
    TILTED = "tilted"
    UPRIGHT = "upright"
    POWER_LOST = "power_lost"
    POWER_BACK = "power_back"
    SENSORS_LOST = "sensors_lost"  # a cut cable looks like this too
    SENSORS_BACK = "sensors_back"
    REPEATED_AUTH_FAILURE = "repeated_auth_failure"  # told by programs, not by a sensor


KINDS: Mapping[tuple[SensorInput, bool], SecurityKind] = MappingProxyType(
    {
        (SensorInput.DOOR, True): SecurityKind.DOOR_OPENED,
        (SensorInput.DOOR, False): SecurityKind.DOOR_CLOSED,
        (SensorInput.TILT, True): SecurityKind.TILTED,
        (SensorInput.TILT, False): SecurityKind.UPRIGHT,
        (SensorInput.POWER, True): SecurityKind.POWER_LOST,
        (SensorInput.POWER, False): SecurityKind.POWER_BACK,
    }
)


@dataclass(frozen=True, slots=True)
class SecurityEvent:
    """One event of one source (a device's name); `age_s` is how long ago it happened, in seconds."""

    kind: SecurityKind
    source: str
    age_s: float = 0.0


@dataclass(frozen=True, slots=True)
class SensorsStatus:
    """How the sensor box is, and how each input stands: True is active; an input that it has not is not there."""

    health: Health
    reason: str = ""
    inputs: Mapping[SensorInput, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SensorsCapabilities:
    """Whether events that happen while the cable is out come later, with their age."""

    inputs: frozenset[SensorInput] = frozenset(SensorInput)
    keeps_events: bool = True
