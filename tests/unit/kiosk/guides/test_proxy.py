"""CL-G1 Item × relation: who may come for another, why not, and what is offered instead."""

from __future__ import annotations

import pytest

from hall_server.contract.catalogue import ItemView
from hall_server.contract.item_words import Proxy
from hall_server.contract.vocabulary import Relation
from kiosk.guides.proxy import WhyNot, may_come, relations
from tests.unit.kiosk.guides.demo import ITEMS

NO, YES = False, True
MATRIX = {  # guardian, relative, mandate
    Proxy.NONE: (NO, NO, NO, WhyNot.ONLY_THE_PERSON),
    Proxy.GUARDIAN: (YES, NO, NO, WhyNot.ONLY_A_GUARDIAN),
    Proxy.RELATIVE: (YES, YES, NO, WhyNot.ONLY_FAMILY),
    Proxy.ANY: (YES, YES, YES, None),
}


@pytest.mark.parametrize("proxy", Proxy)
def test_each_item_takes_whom_it_says_and_tells_the_others_why(proxy: Proxy) -> None:
    item = ItemView("i1", "事", "", "A", proxy=proxy, proxy_note="要本人拍照", at_home=True)
    *allowed, why = MATRIX[proxy]
    for relation, may in zip((Relation.GUARDIAN, Relation.RELATIVE, Relation.MANDATE), allowed, strict=True):
        answer = may_come(item, relation)
        assert answer.allowed is may
        assert answer.why_not == (None if may else why)
        assert (answer.note, answer.at_home) == (("", False) if may else ("要本人拍照", True))
        assert (relation in relations(item)) is may


def test_nobody_who_cannot_come_is_left_without_a_way() -> None:
    for item in ITEMS.values():
        answer = may_come(item, Relation.RELATIVE)
        assert answer.allowed or (answer.note and (answer.at_home or answer.by_video)), item.id
