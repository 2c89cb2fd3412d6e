"""征得同意 at the hall, and what it finds of a visit's licences (CL-C6).

Blocking, like the rest of this room: each verb raises HallSilentError or HallRefusedError (`not_found`: this hall asks
no city). Whose licences stands in the body of the consent only, never in an address; nothing of an answer is kept here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.licence_visits import ConsentView, LicencesFound

if TYPE_CHECKING:
    from hall_server.contract.licence_visits import GiveConsent
    from kiosk.hall_client.client import HallClient


class LicenceDesk:
    """The verbs, over one hall's client. Safe to call from several threads."""

    def __init__(self, hall: HallClient) -> None:
        self._hall = hall

    def consent(self, key: str, visit: str, order: GiveConsent) -> ConsentView:
        """A yes or a no, kept without a name; after a yes the city is asked. The same key says it once."""
        return self._hall.command(f"visits/{visit}/licences/consent", key, order, ConsentView)

    def found(self, visit: str) -> LicencesFound:
        """What the hall has so far; `looking` while the city is being asked."""
        return self._hall.read(f"visits/{visit}/licences", LicencesFound)
