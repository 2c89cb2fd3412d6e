"""The line to the city's files about people and organisations. Reads only, and keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.profile import Profile

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.profile import ProfileWanted


class CityProfile:
    """Belongs to a thread. Raises CityAwayError, CityRefusedError."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def read(self, wanted: ProfileWanted) -> Profile:
        """What is on file; cards only when they were asked for, whatever the city says."""
        found = self._line.ask("/read", wanted, Profile)
        return found if wanted.cards else msgspec.structs.replace(found, cards=())
