"""Who does which errand of a journey. A performer is a coroutine function of one errand; its answers are events.

Knows no journey: performers are registered where the kiosk is composed. An errand that nobody does is a fault of our
own, and logged; the session's own patience answers the visitor.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from kiosk.session.journey import Errand

LOG = logging.getLogger("kapok.kiosk")

Performer = Callable[[Any], Coroutine[object, object, None]]
E = TypeVar("E", bound="Errand")


class Errands:
    """The performers, by kind of errand."""

    def __init__(self) -> None:
        self._performers: dict[type[Errand], Performer] = {}

    def register(self, kind: type[E], performer: Callable[[E], Coroutine[object, object, None]]) -> None:
        """`performer` does every errand of this kind from now on; ValueError when somebody does already."""
        if kind in self._performers:
            raise ValueError(f"two do {kind.__name__}")
        self._performers[kind] = performer

    def begin(self, errand: Errand) -> Coroutine[object, object, None] | None:
        """The work, not begun yet; None when nobody does it."""
        performer = self._performers.get(type(errand))
        if performer is None:
            LOG.error("nobody does %s", type(errand).__name__)
            return None
        return performer(errand)
