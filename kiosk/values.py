"""What sessions and pages are made of: values that never change. One kind for all, so that a start makes them quickly.

A `Struct` class is made in C: four hundred frozen dataclasses were a quarter of a second of every start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from dataclasses import replace  # the same, and the checker knows the fields of both
else:
    from msgspec.structs import replace

__all__ = ["Hushed", "Value", "field", "replace"]


class Value(Struct, frozen=True):
    """Compared and hashed by what is in it; `replace` gives another with some of it changed."""


class Hushed:
    """Put before the kind of a value with something of a person in it: what a log line shows of it is its name."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"
