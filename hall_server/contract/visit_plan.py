"""The shape of a plan for several items, before any number is asked for (随心办, CL-D9)."""

from __future__ import annotations

import msgspec

from hall_server.contract.messages import WaitBand
from hall_server.contract.visits import MaterialNeed


class PlanStop(msgspec.Struct, frozen=True):
    """One counter of a plan, and what is settled there."""

    counter: int
    items: tuple[str, ...]
    place: str = ""


class VisitPlan(msgspec.Struct, frozen=True):
    """Several items as one visit: the fewest counters that settle all of them, what to bring, how long it takes.

    `queue` is where one ticket for all of them stands, "" when no counter serves any; `counters` are those of the queue
    that settle everything. `expected`: waits and services, one after the other.
    """

    catalogue: str
    items: tuple[str, ...]
    queue: str
    counters: tuple[int, ...]
    stops: tuple[PlanStop, ...]
    not_served: tuple[str, ...]  # nobody serves these now: said, never dropped
    materials: tuple[MaterialNeed, ...]
    expected: WaitBand
    promise_days: int
    form_fields: tuple[str, ...] = ()
    bundle: str = ""
