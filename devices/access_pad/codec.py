"""Events of an input device -> presses and the headphone plug. Sans-IO; knows no clock.

Codes are Linux's (input-event-codes.h). A plug is the switch SW_HEADPHONE_INSERT; pads that are only a USB keyboard
send a key instead, commonly F15 when it goes in and F16 when it comes out (from memory: not seen here).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.transports.input_events import EV_KEY, EV_SW, KEY_DOWN, SW_HEADPHONE_INSERT, EventsLost
from devices.values.access_pad import PadKey

if TYPE_CHECKING:
    from devices.transports.input_events import InputEvent

KEYS = {
    103: PadKey.UP,  # KEY_UP
    108: PadKey.DOWN,  # KEY_DOWN
    105: PadKey.BACK,  # KEY_LEFT
    158: PadKey.BACK,  # KEY_BACK
    106: PadKey.NEXT,  # KEY_RIGHT
    28: PadKey.SELECT,  # KEY_ENTER
    352: PadKey.SELECT,  # KEY_OK
    138: PadKey.HELP,  # KEY_HELP
    59: PadKey.HELP,  # KEY_F1
}
PLUG_IN, PLUG_OUT = 185, 186  # KEY_F15, KEY_F16
BOUNCE_S = 0.05


class PadReader:
    """What each event means. A held key is one press; the plug is told when it changes, not when it is said again."""

    def __init__(self, *, bounce_s: float = BOUNCE_S) -> None:
        self._bounce_s = bounce_s
        self._pressed: tuple[int, float] | None = None
        self.headphones: bool | None = None
        self.unknown = 0

    def read(self, event: InputEvent | EventsLost) -> PadKey | bool | None:
        """The key that was pressed, or the plug's new state, or None."""
        if isinstance(event, EventsLost):
            return None
        if event.type == EV_SW and event.code == SW_HEADPHONE_INSERT:
            return self.plug(inside=bool(event.value))
        if event.type != EV_KEY or event.value != KEY_DOWN:
            return None
        if event.code in {PLUG_IN, PLUG_OUT}:
            return self.plug(inside=event.code == PLUG_IN)
        before, self._pressed = self._pressed, (event.code, event.at_s)
        if before and before[0] == event.code and 0 <= event.at_s - before[1] < self._bounce_s:
            return None
        key = KEYS.get(event.code)
        self.unknown += key is None
        return key

    def plug(self, *, inside: bool | None) -> bool | None:
        """The plug stands like this now (None: not known); its state if that is news."""
        if inside is None or inside == self.headphones:
            return None
        self.headphones = inside
        return inside
