"""The items, bundles and venues of a site file as the rules see them: checked tables in, plain values out.

The file's reader has refused every word that no rule knows. Knows no store and no queue's state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.site import SpecialStep as SpecialStepTable
from hall_server.app.guide_file import bundle_of, component_of, guide_of, kiosk_of, service_of
from hall_server.contract.items import ItemKind, Reach, VenueLevel
from hall_server.contract.vocabulary import Outcome
from hall_server.domain.items.catalogue import Catalogue, version_of
from hall_server.domain.items.codes import code_warnings, of_lengths
from hall_server.domain.items.element import (
    Choice,
    Codes,
    Elements,
    Material,
    ServiceItem,
    Situation,
    SpecialStep,
    term,
)
from hall_server.domain.items.guide import PLAIN, SILENT
from hall_server.domain.items.offer import Offer
from hall_server.domain.items.reach import Here
from hall_server.domain.items.venues import Venue

if TYPE_CHECKING:
    from datetime import date

    from config import site as tables


def offer(site: tables.Site) -> Offer:
    """What the hall of a checked site file offers. The version is made from the content: a change is another one."""
    usual = {queue.id: queue.default_outcome for queue in site.queue}
    items = {item.id: _item(item, Outcome(item.default_outcome or usual[item.queue])) for item in site.item}
    materials = {material.id: material.name for material in site.material}
    components = {one.id: more for one in site.material if (more := component_of(one)) != PLAIN}
    guides = {one.id: guide for one in site.item if (guide := guide_of(one)) != SILENT}
    version = version_of(items, materials, guides, components, site.english)
    lengths = site.catalogue.code_lengths
    named = {"basic": lengths.basic, "implementation": lengths.implementation, "handling": lengths.handling}
    formats = {field: of_lengths(known) for field, known in named.items() if known}
    return Offer(
        catalogue=Catalogue(
            version, _day(site.catalogue.effective_from), items, materials, guides, components, site.english
        ),
        here=Here(
            level=VenueLevel(site.hall.level),
            regions=_regions(site.hall),
            cross_region_queue=site.hall.cross_region_queue,
            help_queue=site.hall.general_queue,
            venues=tuple(_venue(venue) for venue in site.venue),
        ),
        bundles={one.id: bundle_of(one) for one in site.bundle},
        odd_codes=code_warnings(items.values(), formats),
        services=tuple(service_of(one) for one in site.service),
        kiosks=tuple(kiosk_of(one) for one in site.kiosk),
        venues_from=_day(site.catalogue.venues_from),
    )


def this_venue(site: tables.Site) -> Venue:
    """The hall of a site file as one venue among others."""
    hall = site.hall
    return Venue(
        id=hall.id,
        name=hall.name,
        level=VenueLevel(hall.level),
        regions=_regions(hall),
        items=tuple(item.id for item in site.item),
        address=hall.address,
        phone=hall.hotline,
        hours="; ".join(f"{one.days} {one.open}-{one.close}" for one in hall.hours),
        km=0.0,
        floor_m2=hall.floor_m2,
        barrier_free=hall.barrier_free,
    )


def _item(item: tables.Item, outcome: Outcome) -> ServiceItem:
    return ServiceItem(
        id=item.id,
        elements=_elements(item),
        queue=item.queue,
        reach=Reach(item.reach),
        levels=tuple(VenueLevel(level) for level in item.levels),
        situations=tuple(_situation(one) for one in item.situations),
        form_fields=item.form_fields,
        local=item.local,
        guide_from=_day(item.effective_from),
        default_outcome=outcome,
        theme=item.theme,
        plain=item.plain,
        note=item.note,
        common=item.common,
    )


def _elements(item: tables.Item) -> Elements:
    return Elements(
        name=item.name,
        codes=Codes(item.codes.basic, item.codes.implementation, item.codes.handling),
        basis=item.basis,
        kind=ItemKind(item.kind) if item.kind else None,
        target=item.target,
        conditions=item.conditions,
        process=item.process,
        materials=tuple(Material(key, name, kind == "tol", licence) for key, name, kind, licence in item.materials),
        legal=term(item.legal_days),
        promise_days=item.promise_days,
        results=item.results,
        special_steps=tuple(_special_step(step) for step in item.special_steps),
    )


def _special_step(step: str | SpecialStepTable) -> SpecialStep:
    return SpecialStep(step.name, term(step.days)) if isinstance(step, SpecialStepTable) else SpecialStep(step)


def _situation(one: tables.Situation) -> Situation:
    return Situation(one.id, one.question, tuple(Choice(each.id, each.words, each.without) for each in one.choices))


def _venue(venue: tables.Venue) -> Venue:
    return Venue(
        id=venue.id,
        name=venue.name,
        level=VenueLevel(venue.level),
        regions=_regions(venue),
        items=venue.items,
        parent=venue.parent,
        address=venue.address,
        phone=venue.phone,
        hours=venue.hours,
        km=venue.km,
        floor_m2=venue.floor_m2,
        barrier_free=venue.barrier_free,
        name_en=venue.name_en,
        services=venue.services,
    )


def _regions(place: tables.HallTable | tables.Venue) -> tuple[str, ...]:
    return ((place.region,) if place.region else ()) + place.former_regions


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
