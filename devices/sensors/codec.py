"""Words of the sensor box <-> values. Sans-IO; knows no clock.

The line is that of `transports/box_frames.py`; the words are ours, because such boxes are made for each kiosk.

    EVENT  4E CHANGED  INPUT (1 door, 2 tilt, 3 power), STATE (1 active, 0 not), AGE (2, tenths of a second)
    STATUS             HAS (bit n-1: input n is there), ACTIVE (the same bits)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.sensors import SensorInput

if TYPE_CHECKING:
    from collections.abc import Mapping

CHANGED = 0x4E
TENTHS = 10
LONGEST = 0xFFFF
_INPUTS = (SensorInput.DOOR, SensorInput.TILT, SensorInput.POWER)


def encode_changed(which: SensorInput, *, active: bool, age_s: float = 0.0) -> bytes:
    """Arguments of CHANGED."""
    return bytes((_INPUTS.index(which) + 1, active)) + min(round(age_s * TENTHS), LONGEST).to_bytes(2, "big")


def decode_changed(arguments: bytes) -> tuple[SensorInput, bool, float] | None:
    """(input, active, age in seconds) of CHANGED; None for what no change can be."""
    if len(arguments) < 4 or not 1 <= arguments[0] <= len(_INPUTS) or arguments[1] > 1:  # noqa: PLR2004 -- the fields
        return None
    return _INPUTS[arguments[0] - 1], bool(arguments[1]), int.from_bytes(arguments[2:4], "big") / TENTHS


def encode_state(inputs: Mapping[SensorInput, bool]) -> bytes:
    """What STATUS answers."""
    has = sum(1 << place for place, which in enumerate(_INPUTS) if which in inputs)
    return bytes((has, sum(1 << place for place, which in enumerate(_INPUTS) if inputs.get(which))))


def decode_state(said: bytes) -> dict[SensorInput, bool]:
    """How the inputs stand; nothing for what says nothing. Bits of inputs that we do not know are passed over."""
    if len(said) < 2:  # noqa: PLR2004 -- HAS and ACTIVE
        return {}
    return {which: bool(said[1] >> place & 1) for place, which in enumerate(_INPUTS) if said[0] >> place & 1}
