"""The reference city's papers together: licences, seals, credit information. One line each for whoever composes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hall_server.city.reference.credit_routes import CREDIT, CREDIT_ROUTES
from hall_server.city.reference.licence_desk import LicenceDesk
from hall_server.city.reference.licence_routes import LICENCE_ROUTES, LICENCES
from hall_server.city.reference.seal_desk import SealDesk
from hall_server.city.reference.seal_routes import SEAL_ROUTES, SEALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.reference.code_desk import Keys

PAPERS = (LICENCES, SEALS, CREDIT)
PAPER_ROUTES = (*LICENCE_ROUTES, *SEAL_ROUTES, *CREDIT_ROUTES)


def paper_desks(keys: Keys, now_us: Callable[[], int]) -> dict[str, Any]:
    """What the routes are given, by name."""
    return {"licence_desk": LicenceDesk(now_us), "seal_desk": SealDesk(keys, now_us)}
