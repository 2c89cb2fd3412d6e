"""CL-D9, D7, A7: a basket of items is one answer."""

from fractions import Fraction

import pytest

from hall_server.contract.problems import HallProblem
from hall_server.domain.items.basket import basket
from hall_server.domain.items.combine import Plan, Standing, Visit
from tests.unit.hall_server.domain.items.sample import CARD, catalogue, item

SHOP = catalogue(
    item("tax", "A", materials=(CARD,)), item("permit", "H", materials=(CARD,)), item("deed", "D", materials=(CARD,))
)


def test_a_basket_says_what_to_bring_where_to_go_and_how_long():
    """CL-D9 Fewest counters, total expected time, merged materials."""
    found = basket(
        SHOP,
        ("tax", "permit", "tax"),
        {1: "A", 2: "HA"},
        wait={1: 60, 2: 120}.__getitem__,
        service_s={"tax": 300, "permit": 600}.__getitem__,
    )
    assert [(one.id, one.for_items) for one in found.visit.materials] == [("m_id", ("tax", "permit"))]
    assert found.plan == Plan((Visit(2, ("tax", "permit"), 120),), (), 1020)
    assert found.ticket == Standing("H", (2,), Fraction(1))


def test_a_basket_that_no_open_counter_serves_says_so():
    found = basket(SHOP, ("deed",), {1: "A"}, wait=lambda _: 0, service_s=lambda _: 60)
    assert (found.plan.not_served, found.ticket) == (("deed",), None)


def test_an_unknown_item_is_refused():
    with pytest.raises(HallProblem):
        basket(SHOP, ("nothing",), {1: "A"}, wait=lambda _: 0, service_s=lambda _: 60)
