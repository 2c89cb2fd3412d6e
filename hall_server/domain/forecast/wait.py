"""One person's wait by a model: the blend of the experts, and an interval around it as wide as errors have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.domain.forecast.experts import LONGEST, PRIOR, length_of, opinions
from hall_server.domain.forecast.formula import Forecast

if TYPE_CHECKING:
    from hall_server.domain.forecast.model import Model
    from hall_server.domain.forecast.situation import Situation

FLOOR_S = 240.0  # the least scale of an error: nobody is called to the second


def wait_in(model: Model, here: Situation) -> Forecast:
    """The wait of somebody in a situation."""
    expected = expected_s(model, here)
    spread = model.spreads.get(here.queue, model.spread)
    scale = expected + FLOOR_S
    return Forecast(
        max(0.0, expected + min(spread.low, 0.0) * scale), expected, expected + max(spread.high, 0.0) * scale
    )


def expected_s(model: Model, here: Situation) -> float:
    """Half of the waits in this situation are shorter; a longer line is never told less than a shorter one."""
    weights = model.weights or PRIOR
    shorter = (here._replace(ahead=min(here.ahead, most), in_line=None) for most in LONGEST if here.line > most)
    return max(_blended(model, weights[length_of(one.line)], one) for one in (here, *shorter))


def _blended(model: Model, weights: tuple[float, ...], here: Situation) -> float:
    return sum(weight * said for weight, said in zip(weights, opinions(model, here), strict=True))
