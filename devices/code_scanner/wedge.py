"""Keys that may come from a scanner that types like a keyboard -> codes, or the keys of a person. Pure; knows no clock.

Every key is held back until it is decided whose it is: keys that follow each other faster than anybody types are a
scan and are swallowed whole, the others are handed on in order. What a code must not do is press keys: control
characters, function keys and anything with Ctrl, Alt or Meta never get through, in a scan or alone (a code of one such
character cannot be told from a finger, and both can close a kiosk). The scan around them is dropped and counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.code_scanner.codec import MAX_CODE_BYTES, decode_code
from devices.values.code_scanner import ScannedCode
from devices.values.keyboard import ENDS, Key, Press

GAP_S = 0.035  # between two keys of one scan, at most; fast typists need 80 ms, scanners 1 to 30
LEAST_KEYS = 3  # so many in a row at that pace, Enter among them, are no fingers


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys of a person, to be handed on in this order."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A scan, or a lone command, that was thrown away."""

    reason: str  # control_keys | too_long | too_short | keys_lost
    keys: int


Found = ScannedCode | Typed | Refused


class WedgeDecoder:
    """Feed it every press; ask again at `wake_at`, when keys are still held. Never raises."""

    def __init__(self, *, gap_s: float = GAP_S, least_keys: int = LEAST_KEYS) -> None:
        self._gap_s, self._least_keys = gap_s, least_keys
        self._held: list[Key] = []
        self._bytes = 0
        self._foul = ""  # why the scan that is going on will be refused
        self._thrown = 0  # its keys; they are not kept
        self._last_at = float("-inf")
        self._ended_at = float("-inf")  # when a key ended a scan
        self._lost = False  # keys are missing right before the next one
        self._follows = False  # what is held began right behind a scan: no finger is so fast

    @property
    def wake_at(self) -> float | None:
        """When it is decided at the latest, in monotonic seconds; None while nothing is held."""
        return self._last_at + self._gap_s if self._held or self._foul else None

    def feed(self, key: Key) -> list[Found]:
        """One press. What was held before it is decided first if the pause was too long for a scan."""
        if self._lost:
            self._lost, self._last_at = False, key.at
        found = self.look(key.at)
        if key.press is Press.REPEAT:
            return [*found, *self.flush(), Typed((key,))]
        if self.wake_at is None:
            self._follows = abs(key.at - self._ended_at) <= self._gap_s
            if self._follows and key.text in ENDS:  # the second half of CR LF
                self._ended_at = key.at
                return found
        self._last_at = key.at
        if self._foul or key.press is Press.COMMAND:
            self._spoil("control_keys", 1)
        else:
            self._hold(key)
        return found + (self._end(key) if key.text in ENDS else [])

    def look(self, now: float) -> list[Found]:
        """Decide what is held, if the pause since the last key was too long for a scan."""
        if self.wake_at is None or self._last_at <= now <= self.wake_at:
            return []
        return self.flush()

    def flush(self) -> list[Found]:
        """Decide now: a pause was seen, the window goes, the keyboard was pulled out."""
        held, foul, thrown = tuple(self._held), self._foul, self._thrown
        self._held, self._bytes, self._foul, self._thrown = [], 0, "", 0
        if foul:
            return [Refused(foul, thrown)]
        return [self._judged(held)] if held else []

    def lose(self) -> None:
        """Keys are missing here: the scan that is going on, and what is left of it, is no code."""
        self._lost = True
        self._spoil("keys_lost", 0)

    def _hold(self, key: Key) -> None:
        self._held.append(key)
        self._bytes += len(key.text.encode("utf-8", "surrogatepass"))
        if self._bytes > MAX_CODE_BYTES:
            self._spoil("too_long", 0)

    def _spoil(self, reason: str, more: int) -> None:
        self._foul = self._foul or reason
        self._thrown += len(self._held) + more
        self._held.clear()

    def _end(self, key: Key) -> list[Found]:
        """Enter or Tab: ends a scan. Alone, or behind too little, the pause decides."""
        if not self._foul and not self._follows and len(self._held) < self._least_keys:
            return []
        self._ended_at = key.at
        return self.flush()

    def _judged(self, held: tuple[Key, ...]) -> Found:
        characters = held[:-1] if held[-1].text in ENDS else held
        if len(held) < self._least_keys and not self._follows:
            return Typed(held)
        if any(key.press is not Press.CHARACTER or key.text in ENDS for key in characters):
            return Refused("control_keys", len(held))
        if len(held) < self._least_keys:
            return Refused("too_short", len(held))
        return decode_code("".join(key.text for key in characters).encode("utf-8", "replace"))
