"""为别人办: which item somebody may settle for another person, and what is offered when they may not (CL-G1).

What an item accepts is the hall's word; a relation is declared here and proved at the counter. Whoever is told no is
told why, and that a person can be asked. Pure.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.item_words import Proxy
from hall_server.contract.vocabulary import Relation
from kiosk.values import Value

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView

_OPEN_TO: dict[Proxy, frozenset[Relation]] = {
    Proxy.NONE: frozenset(),
    Proxy.GUARDIAN: frozenset({Relation.GUARDIAN}),
    Proxy.RELATIVE: frozenset({Relation.GUARDIAN, Relation.RELATIVE}),
    Proxy.ANY: frozenset(Relation),
}


class WhyNot(StrEnum):
    """Why somebody may not; the sentence for people is made from it."""

    ONLY_THE_PERSON = "only_the_person"
    ONLY_A_GUARDIAN = "only_a_guardian"
    ONLY_FAMILY = "only_family"


_WHY = {
    Proxy.NONE: WhyNot.ONLY_THE_PERSON,
    Proxy.GUARDIAN: WhyNot.ONLY_A_GUARDIAN,
    Proxy.RELATIVE: WhyNot.ONLY_FAMILY,
}


class ProxyAnswer(Value, frozen=True):
    """May they? `note`: the item's own reason; `at_home`, `by_video`: 上门, 视频 for the person who cannot come."""

    allowed: bool
    why_not: WhyNot | None = None
    note: str = ""
    at_home: bool = False
    by_video: bool = False


def may_come(item: ItemView, relation: Relation) -> ProxyAnswer:
    """Whether somebody of this relation may come for the person."""
    if relation in _OPEN_TO[item.proxy]:
        return ProxyAnswer(allowed=True)
    return ProxyAnswer(
        allowed=False, why_not=_WHY[item.proxy], note=item.proxy_note, at_home=item.at_home, by_video=item.by_video
    )


def relations(item: ItemView) -> tuple[Relation, ...]:
    """Who may come, in the order in which people are asked; none: the person only."""
    return tuple(one for one in Relation if one in _OPEN_TO[item.proxy])
