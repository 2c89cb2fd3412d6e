"""Lines of waiting tickets for the rule's tests: one by hand, and any that Hypothesis can think of."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st

from hall_server.domain.dispatch import CallingCounter, CounterMemory, DispatchRules, Waiting

MINUTE = 60_000_000
AT = 1_767_326_400_000_000  # 2026-01-02 12:00 hall time
COUNTER = CallingCounter(1, ("A", "C"))


def waiting(place: int = 1, waited: float = 10, **more: Any) -> Waiting:
    """A walk-in of queue A that has waited some minutes."""
    values: dict[str, Any] = {
        "id": f"t{place}",
        "label": f"A{place:03}",
        "queue": "A",
        "since": AT - int(waited * MINUTE),
        "place": place,
    }
    return Waiting(**{**values, **more})


def booked(place: int = 1, waited: float = 10, slot: float = 0, **more: Any) -> Waiting:
    """Somebody whose slot began `slot` minutes ago; a negative number: begins in so many minutes."""
    return waiting(place, waited, booked_for=AT - int(slot * MINUTE), **more)


_SKILLS = st.frozensets(st.sampled_from(("accessible", "sign_language")), max_size=2)
_ORDINARY: dict[str, Any] = {"priority": False, "needs": frozenset(), "directed_to": None, "returned": False}
_KINDS = [
    *([_ORDINARY] * 4),
    *([{**_ORDINARY, "priority": True}] * 2),
    {**_ORDINARY, "returned": True},
    {**_ORDINARY, "needs": frozenset({"accessible"})},
    {**_ORDINARY, "priority": True, "needs": frozenset({"accessible", "sign_language"})},
    *({**_ORDINARY, "directed_to": no} for no in (1, 2)),
]
_SLOTS = (None, None, None, -30, -1, 0, 1, 30)  # minutes since the slot began


def _waiting(kind: int, queue: str, waited: int, slot: int | None) -> Waiting:
    return Waiting(
        id="",
        label="",
        queue=queue,
        since=AT - waited * MINUTE,
        place=waited % 3,
        booked_for=None if slot is None else AT - slot * MINUTE,
        **_KINDS[kind],
    )


_TICKETS = st.builds(
    _waiting, st.integers(0, len(_KINDS) - 1), st.sampled_from("ACE"), st.integers(0, 75), st.sampled_from(_SLOTS)
)
counters = st.builds(
    CallingCounter,
    no=st.sampled_from((1, 2)),
    queues=st.permutations("ACE").map(lambda q: tuple(q[:2])),
    skills=_SKILLS,
)
rules = st.builds(
    DispatchRules,
    booked_credit_min=st.integers(0, 30),
    priority_credit_min=st.integers(0, 30),
    longest_wait_min=st.integers(1, 120),
    booked_in_a_row=st.integers(1, 4),
    affinity_min=st.sampled_from(((), (5,), (3, 8))),
)
memories = st.builds(CounterMemory, booked_run=st.integers(0, 5))


def _named(found: list[Waiting]) -> tuple[Waiting, ...]:
    return tuple(
        msgspec.structs.replace(ticket, id=f"t{i}", label=f"{ticket.queue}{i:03}") for i, ticket in enumerate(found)
    )


lines = st.lists(_TICKETS, max_size=12).map(_named)
