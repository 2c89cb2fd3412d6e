"""The catalogue as kiosks are told it: items, bundles with their questions, self-service, places nearby (CL-B10, D8).

Made once for a hall under one version; the hall's state of the moment is not in it. Knows no store.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.catalogue import Catalogue, ItemView
from hall_server.contract.guides import BundleView, PlaceView, ServiceView, VenueView
from hall_server.contract.item_words import PlaceKind
from hall_server.domain.items.offering import spoken
from hall_server.domain.items.readings import initials, pinyin
from hall_server.domain.items.services import elsewhere
from hall_server.domain.items.venues import covers

if TYPE_CHECKING:
    from hall_server.domain.items.bundles import Bundle
    from hall_server.domain.items.services import Service
    from hall_server.domain.items.venues import Venue
    from hall_server.domain.site import HallSite


def shown(site: HallSite) -> Catalogue:
    """Everything that a kiosk may offer under the version in force."""
    offer = site.offer
    return Catalogue(
        hall=site.id,
        version=site.version,
        themes=site.themes,
        items=tuple(_in_bundles(one, site) for one in site.catalogue),
        bundles=tuple(_bundle(one, site) for one in offer.bundles.values()),
        services=tuple(_service(one, site) for one in offer.services),
        venues=tuple(_venue(one) for one in _nearby(site)),
        venues_from=offer.venues_from,
        english=offer.catalogue.english,
    )


def _in_bundles(item: ItemView, site: HallSite) -> ItemView:
    found = tuple(one.id for one in site.offer.bundles.values() if item.id in one.items)
    return msgspec.structs.replace(item, bundles=found) if found else item


def _bundle(one: Bundle, site: HallSite) -> BundleView:
    there = site.offer.catalogue.items
    return BundleView(
        id=one.id,
        name=one.name,
        items=tuple(each for each in one.items if each in there),
        elsewhere=one.elsewhere,
        order=one.order,
        name_en=one.name_en,
        plain=one.plain,
        also=tuple(spoken(each) for each in one.also),
        pinyin=pinyin(one.name),
        initials=initials(one.name),
        theme=one.theme,
        first=one.tree.first,
        questions=one.tree.questions,
        leaves=tuple(
            msgspec.structs.replace(leaf, items=tuple(each for each in leaf.items if each in there))
            for leaf in one.tree.leaves
        ),
    )


def _service(one: Service, site: HallSite) -> ServiceView:
    offer = site.offer
    return ServiceView(
        id=one.id,
        name=one.name,
        name_en=one.name_en,
        department=one.department,
        items=tuple(each for each in one.items if each in offer.catalogue.items),
        hardware=one.hardware,
        network=one.network,
        sign_in=one.sign_in,
        payment=one.payment,
        also=tuple(spoken(each) for each in one.also),
        elsewhere=elsewhere(one, offer.kiosks, _counters(one, site), offer.here.venues),
    )


def _counters(one: Service, site: HallSite) -> tuple[PlaceView, ...]:
    """The queues of the items whose self-service it is: a person does it there."""
    items = site.offer.catalogue.items
    queues = dict.fromkeys(items[each].queue for each in one.items if each in items)
    return tuple(PlaceView(PlaceKind.COUNTER, each, site.queues[each].name, site.place_of(each)) for each in queues)


def _nearby(site: HallSite) -> list[Venue]:
    """The nearest first; unknown ways last. A venue of the hall's own region before an equally far one."""
    here = site.offer.here
    return sorted(
        here.venues,
        key=lambda one: (
            math.inf if one.km is None else one.km,
            not any(covers((region,), home) for region in one.regions for home in here.regions),
            one.id,
        ),
    )


def _venue(one: Venue) -> VenueView:
    return VenueView(
        id=one.id,
        name=one.name,
        level=one.level,
        name_en=one.name_en,
        km=one.km,
        address=one.address,
        phone=one.phone,
        hours=one.hours,
        barrier_free=one.barrier_free,
        items=one.items,
    )
