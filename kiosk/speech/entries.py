"""What stands on the glass, as ears meet it: one entry for each line and each thing that can be touched. Pure values.

Whoever walks the accessibility tree makes them (`kiosk.bridge.reading.tree`); names and descriptions are those of the
tree and of nothing else, so that what is heard is what a screen reader, a test and a reviewer see.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kiosk.values import Hushed, Value


class Role(StrEnum):
    """What an entry is."""

    HEADING = "heading"
    TEXT = "text"
    ALERT = "alert"
    FIELD = "field"  # what has been typed: said when a key has changed it
    BUTTON = "button"
    CHECK = "check"
    TAB = "tab"


TOUCHABLE = frozenset({Role.BUTTON, Role.CHECK, Role.TAB})


class Place(NamedTuple):
    """Where it is, in pixels of the window."""

    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0

    def holds(self, x: float, y: float) -> bool:
        """Whether this point lies on it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


NOWHERE = Place()


class Spoken(Hushed, Value, frozen=True):
    """One entry. `key` is its dotted object name; lines of text mostly have none."""

    role: Role
    name: str
    description: str = ""
    key: str = ""
    place: Place = NOWHERE
    checked: bool = False  # of a CHECK
    selected: bool = False  # of a TAB
    disabled: bool = False  # its description says why
    leads: bool = False  # the one that goes on: OK at the question stands on it

    @property
    def touchable(self) -> bool:
        """Something happens when it is touched."""
        return self.role in TOUCHABLE

    def __repr__(self) -> str:  # the words may hold a mask of a name
        return f"Spoken({self.role}, {self.key or f'{len(self.name)} characters'})"
