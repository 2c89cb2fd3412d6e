"""How long until somebody is called: quantiles from the people ahead, the open counters and the mean service time.

Small and honest, first version behind the interface that a learned one replaces. Whoever finds a free counter waits
only for its clerk's next press; for all others the counters are taken as busy and service times as gamma distributed.
The time to the (ahead + 1)-th departure is then close to a gamma, whose quantiles come from the Wilson-Hilferty
approximation. Knows no tickets.
"""

from __future__ import annotations

from typing import NamedTuple

_SPREAD = 0.8  # coefficient of variation of service times, as halls measure it
_Z10, _Z50, _Z90 = -1.2816, 0.0, 1.2816


class Forecast(NamedTuple):
    """Seconds until the call: 1 in 10 is called before `p10`, half before `p50`, 9 in 10 before `p90`."""

    p10: float
    p50: float
    p90: float


NEXT_PRESS = Forecast(0.0, 30.0, 120.0)  # until a clerk who has nobody calls; our choice, nothing measured


def forecast(ahead: int, open_counters: float, service_s: float, *, free_counters: int = 0) -> Forecast | None:
    """The wait of somebody with `ahead` people before them.

    `open_counters` may be a fraction: a counter that works for two queues is a part of one in each. `free_counters`
    have nobody and nobody else to call. None when no counter is open, because then nobody knows.
    """
    if open_counters <= 0:
        return None
    ahead = max(ahead, 0)
    if ahead < free_counters:
        return NEXT_PRESS
    departures = ahead + 1
    mean_s = departures * service_s / open_counters
    spread = _SPREAD**2 / departures / 9
    low, middle, high = (mean_s * max(0.0, 1 - spread + z * spread**0.5) ** 3 for z in (_Z10, _Z50, _Z90))
    return Forecast(low, middle, high)
