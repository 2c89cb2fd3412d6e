"""How a wait is shown to people (definitions.md 15): always a band, never one figure."""

from __future__ import annotations

from math import ceil, floor

from hall_server.contract.messages import WaitBand

_FINE_BELOW_MIN = 20
_COARSE_STEP_MIN = 5


def wait_band(low_s: float, high_s: float) -> WaitBand:
    """Round a forecast (seconds) to minutes: to 1 under 20, to 5 above; the two ends always differ."""
    low, high = _rounded(low_s / 60, up=False), _rounded(high_s / 60, up=True)
    if high <= low:
        high = low + (1 if low < _FINE_BELOW_MIN else _COARSE_STEP_MIN)
    return WaitBand(low_min=low, high_min=high)


def _rounded(minutes: float, *, up: bool) -> int:
    step = 1 if minutes < _FINE_BELOW_MIN else _COARSE_STEP_MIN
    return max(0, (ceil(minutes / step) if up else floor(minutes / step)) * step)
