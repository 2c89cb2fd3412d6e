"""电子证照 over a line to the city. Belongs to threads. Each use is written to the log with its purpose and outcome.

What is asked and what is answered never is: no name, no number, no code, no field.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, TypeVar

from hall_server.city.errors import CityAwayError, CityError
from hall_server.contract.city.licences import (
    LicenceData,
    LicenceDocument,
    Licences,
    UseCode,
    Verified,
)

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.licences import Purpose, Shown, Use, UseCodeWanted

    Question = UseCodeWanted | Use | Shown

T = TypeVar("T")
One = TypeVar("One", LicenceData, LicenceDocument)
_log = logging.getLogger("kapok.licences")


class CityLicences:
    """`LicenceProvider` over HTTP."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def use_code(self, wanted: UseCodeWanted) -> UseCode:
        """用证码."""
        return self._ask("use-codes", wanted, UseCode)

    def find(self, use: Use) -> Licences:
        """Which licences it opens."""
        return self._ask("find", use, Licences)

    def data(self, use: Use) -> LicenceData:
        """What one of them says."""
        return _meant(use, self._ask("data", use, LicenceData))

    def document(self, use: Use) -> LicenceDocument:
        """One of them as a document."""
        return _meant(use, self._ask("document", use, LicenceDocument))

    def verify(self, shown: Shown) -> Verified:
        """Whether what somebody shows is genuine."""
        return self._ask("verify", shown, Verified)

    def _ask(self, verb: str, question: Question, shape: type[T]) -> T:
        purpose = question.purpose
        try:
            answer = self._line.ask(f"/{verb}", question, shape, correlation=purpose.business)
        except CityError as error:
            _told(verb, purpose, error.why)
            raise
        _told(verb, purpose, "answered")
        return answer


def _meant(use: Use, answer: One) -> One:
    """The answer, when it is about the licence that was asked for: another person's must not be taken for theirs."""
    if answer.id != use.licence:
        raise CityAwayError("nonsense")
    return answer


def _told(verb: str, purpose: Purpose, came: str) -> None:
    _log.info(
        "use verb=%s item=%r business=%r place=%r staff=%r role=%r reason=%s came=%s",
        verb,
        purpose.item,
        purpose.business,
        purpose.place,
        purpose.staff,
        purpose.role,
        purpose.reason.value,
        came,
    )
