"""When a picture is worth a close look, and which codes were told already. Pure: is handed the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from devices.code_scanner.pipeline import Reading
    from devices.values.code_scanner import ScannedCode

AWAY_S = 2.0  # a code that was not seen for so long is told again when it comes back
KEPT = 64  # codes that are remembered; more do not lie before one window
CLOSE_EVERY = 4  # frames
LIKELY_S = 1.0  # so long after something looked like a code, every frame is looked at closely
FRAME_S = 1 / 15  # between two looks, at least
SHARE = 0.5  # of one core, at most


@dataclass(slots=True)
class Effort:
    """How much work the next picture is worth. Keeps one core's share below SHARE, whatever a picture costs."""

    _frames: int = 0
    _likely_until: float = float("-inf")

    def thorough(self, now: float) -> bool:
        """Whether the next picture is worth the dear stages; `now` in monotonic seconds."""
        self._frames += 1
        return self._frames % CLOSE_EVERY == 1 or now < self._likely_until

    def rest_s(self, reading: Reading, began: float, ended: float) -> float:
        """How long to rest after a picture, in seconds."""
        if reading.likely and not reading.codes:
            self._likely_until = ended + LIKELY_S
        took = ended - began
        return max(FRAME_S - took, took * (1 - SHARE) / SHARE)


@dataclass(slots=True)
class Repeats:
    """Tells a code once while it lies there, again when it was away for `away_s`. Keeps no code, only hashes."""

    away_s: float = AWAY_S
    _seen: dict[int, float] = field(default_factory=dict)

    def news(self, codes: Iterable[ScannedCode], now: float) -> list[ScannedCode]:
        """Those of the codes that were not told; `now` in seconds of a clock that stands while nobody looks."""
        self._seen = {key: at for key, at in self._seen.items() if now - at < self.away_s}
        fresh = []
        for code in codes:
            key = hash((code.data, code.symbol.trusted))
            if key not in self._seen:
                if len(self._seen) >= KEPT:
                    continue
                fresh.append(code)
            self._seen[key] = now
        return fresh
