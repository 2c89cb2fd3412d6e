"""Words of the signal lamp <-> values, and bytes of a USB relay board. Sans-IO.

The lamp's line is that of `transports/box_frames.py`; its words are ours, because vendors differ and publish little.

    ASK  4C LIGHT   COLOUR (0 dark, 1 red, 2 amber, 3 green, 4 blue, 5 white), PATTERN (0 steady, 1 slow, 2 fast)
    STATUS          LAMP (0 ok, 1 fading, 2 inop), COLOUR, PATTERN

The relay is the board with a CH340 and one to eight relays that is sold as LCUS-n: A0, channel from 1, 1 or 0, and the
low byte of their sum. It never answers. From memory and sellers' pages, not seen here.
"""

from __future__ import annotations

from devices.values.indicator import Colour, Light, Pattern
from devices.values.lamp import Lamp

LIGHT = 0x4C
RELAY_START, RELAY_BYTES = 0xA0, 4
MOST_CHANNELS = 8

_COLOURS = (Colour.DARK, Colour.RED, Colour.AMBER, Colour.GREEN, Colour.BLUE, Colour.WHITE)
_PATTERNS = (Pattern.STEADY, Pattern.SLOW, Pattern.FAST)
_LAMPS = (Lamp.OK, Lamp.FADING, Lamp.INOP)


def encode_light(light: Light) -> bytes:
    """Arguments of LIGHT."""
    return bytes((_COLOURS.index(light.colour), _PATTERNS.index(light.pattern)))


def decode_light(arguments: bytes) -> Light | None:
    """What LIGHT is to show; None for arguments that say nothing."""
    if len(arguments) < 2 or arguments[0] >= len(_COLOURS) or arguments[1] >= len(_PATTERNS):  # noqa: PLR2004
        return None
    return Light(_COLOURS[arguments[0]], _PATTERNS[arguments[1]])


def encode_state(lamp: Lamp, light: Light) -> bytes:
    """What STATUS answers."""
    return bytes((_LAMPS.index(lamp),)) + encode_light(light)


def decode_state(said: bytes) -> tuple[Lamp, Light | None]:
    """(lamp, light) of STATUS; what is missing or unknown is UNKNOWN and None."""
    lamp = _LAMPS[said[0]] if said and said[0] < len(_LAMPS) else Lamp.UNKNOWN
    return lamp, decode_light(said[1:])


def encode_relay(channel: int, *, on: bool) -> bytes:
    """Switch one relay. Raises ValueError for a channel that no board has."""
    if not 1 <= channel <= MOST_CHANNELS:
        raise ValueError(f"channel 1 to {MOST_CHANNELS}")
    return bytes((RELAY_START, channel, on, RELAY_START + channel + on & 0xFF))


class RelayDecoder:
    """What a relay board understands: cuts a stream into (channel, on). Passes over everything else; never raises."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[tuple[int, bool]]:
        """Take what came, return what is to be switched."""
        self._buffer += data
        found: list[tuple[int, bool]] = []
        while len(self._buffer) >= RELAY_BYTES:
            start, channel, state, total = self._buffer[:RELAY_BYTES]
            right = start == RELAY_START and 1 <= channel <= MOST_CHANNELS and state in {0, 1}
            if right and total == (start + channel + state) & 0xFF:
                found.append((channel, bool(state)))
                del self._buffer[:RELAY_BYTES]
            else:
                del self._buffer[0]
        return found
