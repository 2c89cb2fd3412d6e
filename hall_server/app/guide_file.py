"""What a site file says for guides, bundles and self-service, as the rules see it: checked tables in, plain values out.

The file's reader has refused every word that no rule knows. Knows no store and no queue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.guides import AnswerView, LeafView, QuestionView
from hall_server.contract.identity.assurance import Assurance
from hall_server.contract.item_words import Hardware, MadeHere, Network, Payment, Proxy, ResultWay
from hall_server.contract.items import Order
from hall_server.domain.items.bundles import Bundle
from hall_server.domain.items.guide import Component, Guide
from hall_server.domain.items.services import OwnKiosk, Service
from hall_server.domain.items.tree import Tree

if TYPE_CHECKING:
    from config import site as tables

_GUARDIAN_OR_RELATIVE = "guardian_relative"  # says no more than `relative`: a guardian may come wherever a relative may


def guide_of(item: tables.Item) -> Guide:
    """The hall's own words about an item."""
    return Guide(
        name_en=item.name_en,
        also=item.also,
        department=item.dept,
        deciding=item.deciding,
        self_service=item.self_service,
        proxy=Proxy.RELATIVE if item.proxy == _GUARDIAN_OR_RELATIVE else Proxy(item.proxy),
        proxy_note=item.proxy_note,
        at_home=item.at_home,
        by_video=item.by_video,
        hkmo=item.hkmo,
        hkmo_note=item.hkmo_note,
        fee=item.fee,
        season=item.season,
        result_ways=tuple(ResultWay(one) for one in item.result_ways),
        online=item.online,
        commitment=item.commitment,
    )


def component_of(material: tables.Material) -> Component:
    """What holds for a component in every item."""
    made = MadeHere(material.made_here) if material.made_here else None
    return Component(material.issued_by_gov, made, material.note, material.picture)


def bundle_of(one: tables.Bundle) -> Bundle:
    """A bundle with its tree."""
    return Bundle(
        id=one.id,
        name=one.name,
        items=one.items,
        order=Order(one.order),
        elsewhere=one.extra,
        name_en=one.name_en,
        plain=one.plain,
        also=one.also,
        theme=one.theme,
        tree=Tree(
            first=one.first,
            questions=tuple(_question(each) for each in one.question),
            leaves=tuple(LeafView(each.id, each.items, each.words, each.elsewhere) for each in one.leaf),
        ),
    )


def service_of(one: tables.Service) -> Service:
    """A self-service function."""
    return Service(
        id=one.id,
        name=one.name,
        name_en=one.name_en,
        department=one.dept,
        items=one.items,
        hardware=tuple(Hardware(each) for each in one.hardware),
        network=Network(one.network),
        sign_in=Assurance(one.sign_in) if one.sign_in else None,
        payment=Payment(one.payment),
        also=one.also,
    )


def kiosk_of(one: tables.Kiosk) -> OwnKiosk:
    """A kiosk as others know it."""
    return OwnKiosk(one.id, one.name, one.where, tuple(Hardware(each) for each in one.hardware))


def _question(one: tables.Question) -> QuestionView:
    return QuestionView(one.id, one.question, tuple(AnswerView(each.words, each.to) for each in one.answers))
