"""Self-service functions 自助服务 and who has what they need: this hall's kiosks, its counters, other venues (CL-E13).

Knows no kiosk's state: whether a box works at this moment is the kiosk's own business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.guides import PlaceView
from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.item_words import Hardware, Network, Payment, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.items.venues import Venue


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """One function and what it needs; what each field means: `contract.guides.ServiceView`."""

    id: str
    name: str
    name_en: str = ""
    department: str = ""
    items: tuple[str, ...] = ()
    hardware: tuple[Hardware, ...] = ()
    network: Network = Network.HALL
    sign_in: Assurance | None = None
    payment: Payment = Payment.NONE
    also: tuple[str, ...] = ()


class OwnKiosk(msgspec.Struct, frozen=True):
    """A kiosk of this hall, where it stands and what it has."""

    id: str
    name: str
    where: str = ""
    hardware: tuple[Hardware, ...] = ()


def elsewhere(
    service: Service, kiosks: Iterable[OwnKiosk], counters: Iterable[PlaceView], venues: Iterable[Venue]
) -> tuple[PlaceView, ...]:
    """Where a function can be had: kiosks of this hall, its counters, other venues; the least way first.

    `counters`: where a person does it for the visitor, as far as the function belongs to items.
    """
    able = [
        PlaceView(PlaceKind.KIOSK, one.id, one.name, one.where)
        for one in kiosks
        if one.hardware and set(service.hardware) <= set(one.hardware)
    ]
    have = [one for one in venues if service.id in one.services]
    far = sorted(have, key=lambda one: (one.km is None, one.km or 0.0, one.id))
    return (*able, *counters, *(PlaceView(PlaceKind.VENUE, one.id, one.name, one.address, one.km) for one in far))
