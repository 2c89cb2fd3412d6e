"""Whoever looks on: told of every new value, and never in the way of the visit."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = logging.getLogger("kapok.kiosk")

T = TypeVar("T")


class Watchers(Generic[T]):
    """Callbacks in the order in which they came. One that raises is a bug, and logged; the others are told."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[T], None]] = []

    def add(self, callback: Callable[[T], None]) -> None:
        """Tell this one too from now on."""
        self._callbacks.append(callback)

    def tell(self, value: T) -> None:
        """Tell them all."""
        for callback in self._callbacks:
            try:
                callback(value)
            except Exception:
                LOG.exception("an observer failed")
