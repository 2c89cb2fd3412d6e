"""The visitors of one simulated day: who comes when, for what, for how long, and who does not wait or come back.

Everything is drawn beforehand from one seed, so that two halls with other counters see the same people: what differs
between their days is the hall's doing. Knows no hall and no clock; times are seconds after midnight, hall time.
"""

from __future__ import annotations

import math
import random
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Chip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from config.day_file import Day, Service

_Z90 = 1.2816  # the upper tenth of a standard normal distribution begins here


@dataclass(frozen=True)
class Visitor:
    """One person: `patience_s` is how long they stay in line; `comes` is false for who leaves without a word."""

    id: str
    came_s: float
    queue: str
    item: str
    service_s: float
    chips: tuple[Chip, ...]
    books: bool
    comes: bool
    patience_s: float


def visitors(day: Day, items: Mapping[str, Sequence[str]], many: int, seed: int) -> list[Visitor]:
    """`many` visitors in the order of coming; `items` are what may be asked for in each queue."""
    draw = random.Random(f"kapok-{seed}")
    arrivals, step_s = day.arrivals, day.arrivals.step_min * 60
    slots = draw.choices(range(len(arrivals.weights)), arrivals.weights, k=many)
    times = sorted(day.start_min * 60 + step_s * (slot + draw.random()) for slot in slots)
    asked = draw.choices(day.service, [one.share for one in day.service], k=many)
    return [_visitor(draw, day, items, came_s, one) for came_s, one in zip(times, asked, strict=True)]


def _visitor(
    draw: random.Random, day: Day, items: Mapping[str, Sequence[str]], came_s: float, service: Service
) -> Visitor:
    habits = day.arrivals
    return Visitor(
        id=str(uuid.UUID(int=draw.getrandbits(128), version=4)),
        came_s=came_s,
        queue=service.queue,
        item=draw.choice(items[service.queue]),
        service_s=_lognormal(draw, service.mean_min * 60, (service.p90_min or service.mean_min * 1.9) * 60),
        chips=(Chip.ELDER,) if draw.random() < habits.priority_share else (),
        books=draw.random() < habits.booked_share,
        comes=draw.random() >= habits.no_show,
        patience_s=60 * (habits.abandon_after_min + draw.expovariate(habits.abandon_hazard_per_min)),
    )


def _lognormal(draw: random.Random, mean: float, p90: float) -> float:
    """A log-normal time with this mean and this upper tenth."""
    sigma = _Z90 - math.sqrt(max(0.0, _Z90**2 - 2 * math.log(p90 / mean)))
    return draw.lognormvariate(math.log(mean) - sigma**2 / 2, sigma)
