"""Applications over the line to 统一申办受理: opened, passed on piece by piece, handed in, dropped. Belongs to threads.

What is passed on is sealed for the city; nothing of it is kept or logged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hall_server.city.errors import CityAwayError
from hall_server.contract.city.applications import (
    ApplicationNow,
    ApplicationOpened,
    ApplicationTaken,
    Drop,
    PartNow,
)

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.applications import ApplicationWanted, HandIn, Piece

One = TypeVar("One", ApplicationNow, ApplicationOpened, ApplicationTaken)


class CityApplications:
    """Each raises CityAwayError, CityRefusedError; `application`: a UUID in its usual form."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def open(self, application: str, wanted: ApplicationWanted) -> ApplicationOpened:
        """A new one under this id; the same however often it is asked for."""
        told = self._line.ask("/applications", wanted, ApplicationOpened, key=application, correlation=wanted.business)
        return _of(application, told)

    def piece(self, application: str, piece: Piece) -> PartNow:
        """How much of the part is there afterwards; what does not follow on what is there changes nothing."""
        told = self._line.ask(f"/applications/{application}/pieces", piece, PartNow)
        if (told.part, told.size) != (piece.part, piece.size) or told.received > told.size:
            raise CityAwayError("nonsense")
        return told

    def look(self, application: str) -> ApplicationNow:
        """How it stands."""
        return _of(application, self._line.get(f"/applications/{application}", ApplicationNow))

    def hand_in(self, application: str, whole: HandIn) -> ApplicationTaken:
        """It is complete; the same answer however often it is said."""
        told = self._line.ask(f"/applications/{application}/hand-in", whole, ApplicationTaken, key=application)
        return _of(application, told)

    def drop(self, application: str) -> ApplicationNow:
        """Nothing of it is wanted any more; one that was handed in stays so."""
        return _of(application, self._line.ask(f"/applications/{application}/drop", Drop(), ApplicationNow))


def _of(application: str, told: One) -> One:
    """Another application's is no answer."""
    if told.application != application:
        raise CityAwayError("nonsense")
    return told
