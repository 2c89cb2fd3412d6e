"""信用信息 as the hall asks for it: the port, and what no answer means (CL-D3). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall_server.contract.city.credit import MayDefer


class CreditCheck(Protocol):
    """The city's credit information."""

    def may_defer(self, question: MayDefer) -> bool:
        """Yes or no. Raises CityAwayError, CityRefusedError."""


def deferral(answer: bool | None) -> bool:  # noqa: FBT001 - the answer itself
    """May 容缺受理 go on? Only a no of the city stops it: a city that says nothing takes no right away."""
    return answer is not False
