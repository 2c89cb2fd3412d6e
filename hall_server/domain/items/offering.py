"""A hall with one version of its catalogue in force: what can be asked for, as rules and as kiosks list it (CL-B3, B4).

The rest of a hall (queues, counters, hours) is the site file's of this moment. Knows no store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.catalogue import ItemView, Material, SituationView, StepView
from hall_server.contract.guides import Spoken
from hall_server.contract.item_words import Target
from hall_server.contract.vocabulary import GENERAL_ITEM
from hall_server.domain.items.element import Elements, ServiceItem
from hall_server.domain.items.guide import PLAIN, SILENT
from hall_server.domain.items.readings import initials, pinyin
from hall_server.domain.site import ItemRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.domain.items.catalogue import Catalogue
    from hall_server.domain.items.element import Material as MaterialElement
    from hall_server.domain.items.element import Situation, SpecialStep
    from hall_server.domain.site import HallSite


def offering(site: HallSite, catalogue: Catalogue) -> HallSite:
    """The hall of a site file with this catalogue instead of its own.

    Items whose queue the hall does not have any more are left out. What only the file's own catalogue has stays known,
    for tickets that were taken under it, but cannot be asked for.
    """
    items = {one.id: one for one in catalogue.items.values() if one.queue in site.queues}
    here = msgspec.structs.replace(catalogue, items=items)
    rules = {one.id: item_rule(one) for one in items.values()}
    views = tuple(item_view(one, catalogue, site.place_of(one.queue)) for one in items.values())
    general = tuple(one for one in site.catalogue if one.id == GENERAL_ITEM)
    return msgspec.structs.replace(
        site,
        items={**site.items, **rules},
        not_now=frozenset(site.offer.catalogue.items) - frozenset(items),
        themes=themes_of(items.values()),
        catalogue=(*views, *general),
        offer=msgspec.structs.replace(site.offer, catalogue=here),
        version=catalogue.version,
    )


def as_asked(site: HallSite, chosen: Iterable[str]) -> Catalogue:
    """The catalogue of what a visitor asked for; also items that only the queueing rules know (the general one)."""
    known = site.offer.catalogue
    found = {one: _service_item(site, one) for one in chosen if one in site.items and one not in site.not_now}
    return msgspec.structs.replace(known, items=found)


def themes_of(items: Iterable[ServiceItem]) -> tuple[str, ...]:
    """The themes of items in the order in which they first come."""
    return tuple(dict.fromkeys(one.theme for one in items))


def item_rule(item: ServiceItem) -> ItemRule:
    """An item as queueing needs it."""
    bring = tuple(one.name for one in item.elements.materials)
    return ItemRule(item.id, item.elements.name, item.queue, item.default_outcome, bring)


def item_view(item: ServiceItem, catalogue: Catalogue, place: str) -> ItemView:
    """An item as kiosks list it, with the version and the date of its guide (办事指南版本, 更新日期)."""
    what, guide = item.elements, catalogue.guides.get(item.id, SILENT)
    return ItemView(
        id=item.id,
        name=what.name,
        theme=item.theme,
        queue=item.queue,
        materials=tuple(_material(one, catalogue) for one in what.materials),
        plain=item.plain,
        note=item.note,
        common=item.common,
        place=place,
        version=catalogue.version,
        guide_from=item.guide_from,
        kind=what.kind,
        legal_days=None if what.legal is None else str(what.legal),
        promise_days=what.promise_days,
        special_steps=tuple(_step(one) for one in what.special_steps),
        situations=tuple(_situation(one) for one in item.situations),
        reach=item.reach,
        name_en=guide.name_en,
        also=tuple(spoken(one) for one in guide.also),
        pinyin=pinyin(what.name),
        initials=initials(what.name),
        department=guide.department,
        deciding=guide.deciding,
        target=target_of(what.target),
        self_service=guide.self_service,
        proxy=guide.proxy,
        proxy_note=guide.proxy_note,
        at_home=guide.at_home,
        by_video=guide.by_video,
        hkmo=guide.hkmo,
        hkmo_note=guide.hkmo_note,
        fee=guide.fee,
        conditions=what.conditions,
        basis=what.basis,
        season=guide.season,
        result_ways=guide.result_ways,
        online=guide.online,
        commitment=guide.commitment,
    )


def spoken(words: str) -> Spoken:
    """What people call a thing, with its reading."""
    return Spoken(words, pinyin(words))


def target_of(words: str) -> Target:
    """服务对象 as the catalogue writes it; persons, when it says nothing."""
    company = "法人" in words or "企业" in words
    person = "个人" in words or "自然人" in words
    if company:
        return Target.BOTH if person else Target.COMPANY
    return Target.PERSON


def _situation(one: Situation) -> SituationView:
    choices = tuple((each.id, each.words) for each in one.choices)
    return SituationView(one.id, one.question, choices, tuple(each.without for each in one.choices))


def _material(one: MaterialElement, catalogue: Catalogue) -> Material:
    more = catalogue.components.get(one.id, PLAIN)
    return Material(
        one.id, one.name, one.tolerable, one.licence, more.issued_by_gov, more.made_here, more.note, more.picture
    )


def _step(one: SpecialStep) -> StepView:
    return StepView(one.name, None if one.term is None else str(one.term))


def _service_item(site: HallSite, item_id: str) -> ServiceItem:
    known = site.offer.catalogue.items.get(item_id)
    rule = site.items[item_id]
    return known or ServiceItem(id=item_id, elements=Elements(name=rule.name), queue=rule.queue)
