"""办件进度 over HTTP: where one case is, and which cases somebody has. Belongs to a worker's thread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.contract.city.progress import CaseStatus, CasesWanted, HolderCases

if TYPE_CHECKING:
    from hall_server.city.line import Line

_NOT_FOUND = 404
_CASE = re.compile(r"[0-9A-Za-z_-]{1,64}")


def case_status(line: Line, case: str) -> CaseStatus | None:
    """Where a case is, by its id or number; None: the city has none. Raises CityAwayError, CityRefusedError.

    An answer about another case is none.
    """
    if _CASE.fullmatch(case) is None:
        return None
    try:
        status = line.get(f"/cases/{case}", CaseStatus)
    except CityRefusedError as error:
        if error.status == _NOT_FOUND:
            return None
        raise
    if case not in {status.case, status.number}:
        raise CityAwayError("nonsense")
    return status


def cases_of(line: Line, wanted: CasesWanted) -> tuple[CaseStatus, ...]:
    """Somebody's cases; none when the city does not know them. Raises CityAwayError, CityRefusedError."""
    try:
        return line.ask("/mine", wanted, HolderCases).cases
    except CityRefusedError as error:
        if error.status == _NOT_FOUND:
            return ()
        raise
