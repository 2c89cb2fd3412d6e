"""What one hall offers, in one value: catalogue, place among other venues, bundles (CL-A1, A9, D7)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hall_server.contract.items import VenueLevel
from hall_server.domain.items.bundles import Bundle
from hall_server.domain.items.catalogue import Catalogue
from hall_server.domain.items.codes import CodeWarning
from hall_server.domain.items.reach import Here
from hall_server.domain.items.services import OwnKiosk, Service


class Offer(msgspec.Struct, frozen=True):
    """A hall's service items and what decides over them. `odd_codes`: imported as they stand, worth a look."""

    catalogue: Catalogue
    here: Here
    bundles: Mapping[str, Bundle] = msgspec.field(default_factory=dict)
    odd_codes: tuple[CodeWarning, ...] = ()
    services: tuple[Service, ...] = ()  # what kiosks do without a counter (CL-E13)
    kiosks: tuple[OwnKiosk, ...] = ()
    venues_from: str = ""  # the day on which `here.venues` was written down


NOTHING = Offer(Catalogue("", "", {}), Here(VenueLevel.DISTRICT))
