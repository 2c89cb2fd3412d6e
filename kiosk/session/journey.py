"""What a journey of its own brings along: pages, touches, choices, answers, ends. `step` asks each journey's table.

A journey is one file beside this one: a `Way` (its value in the visit), its `JourneyEvent`s and `Errand`s, its handlers
and its `JOURNEY`, which `journeys.py` lists. Pure, like all of this room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kiosk.values import Value, field

if TYPE_CHECKING:
    from kiosk.session.events import Choice, Touch
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Page, Session


class JourneyEvent(Value, frozen=True):
    """An answer from the world to one of a journey's errands; `at` in monotonic seconds."""

    at: float


class Errand(Value, frozen=True):
    """Something that a journey wants done in the world; the runner has one performer for each kind."""


class Way(Value, frozen=True):
    """How far a visitor is on a journey. Private: out of sight under 您还在吗？, gone with the visit."""


Toucher = Callable[..., "Turn"]  # (session, the event that it is listed under)


def _none() -> Mapping[Any, Toucher]:
    return MappingProxyType({})


class Journey(Value, frozen=True):
    """One journey's tables. `ends`: what happens on a page of its own whose time is over; else the visit ends.

    `cards`: what the reader says on a page that asks for a card of its own; `codes`: a good code on one that takes it.
    """

    touches: Mapping[tuple[Page, Touch], Toucher] = field(default_factory=_none)
    choices: Mapping[tuple[Page, Choice], Toucher] = field(default_factory=_none)
    answers: Mapping[type[JourneyEvent], Toucher] = field(default_factory=_none)
    cards: Mapping[Page, Toucher] = field(default_factory=_none)
    codes: Mapping[Page, Toucher] = field(default_factory=_none)
    ends: Mapping[Page, Callable[[Session], Turn]] = field(default_factory=_none)


def merged(name: str, journeys: tuple[Journey, ...]) -> dict[Any, Toucher]:
    """One table of all journeys; ValueError when two of them want the same touch."""
    table: dict[Any, Toucher] = {}
    for journey in journeys:
        part: Mapping[Any, Toucher] = getattr(journey, name)
        if twice := part.keys() & table.keys():
            raise ValueError(f"two journeys list the same {name}: {sorted(map(str, twice))}")
        table.update(part)
    return table
