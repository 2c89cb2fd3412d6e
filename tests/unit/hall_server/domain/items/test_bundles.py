"""CL-D7, A7: several items, one visit."""

import pytest

from hall_server.contract.items import MAX_ITEMS, Order
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.bundles import together
from hall_server.domain.items.element import Material
from tests.unit.hall_server.domain.items.sample import CARD, catalogue, item

BIRTH = catalogue(
    item(
        "insurance", "E", materials=(CARD, Material("m_hk", "户口簿")), promise_days=1, form_fields=("name", "address")
    ),
    item("card", "E", materials=(CARD,), form_fields=("name", "photo")),
    item("allowance", "E", materials=(Material("m_id", "有效身份证件"), Material("m_med", "病历")), promise_days=10),
)
CHOSEN = ("insurance", "card", "allowance")


def test_a_bundle_has_one_list_of_materials_and_one_form():
    """CL-D7 Duplicates merged: 身份证 once for three, each form field once."""
    visit = together(BIRTH, CHOSEN)
    assert [(one.id, len(one.for_items)) for one in visit.materials] == [("m_id", 3), ("m_hk", 1), ("m_med", 1)]
    assert visit.form_fields == ("name", "address", "photo")


def test_parallel_items_take_as_long_as_the_longest_and_serial_ones_add_up():
    """CL-D7 Order or parallel."""
    parallel, serial = together(BIRTH, CHOSEN), together(BIRTH, CHOSEN, Order.SERIAL)
    assert (parallel.promise_days, parallel.stages) == (10, (CHOSEN,))
    assert (serial.promise_days, serial.stages) == (11, (("insurance",), ("card",), ("allowance",)))


def test_answers_narrow_the_merged_list():
    visit = together(BIRTH, CHOSEN, lists={"insurance": (CARD,)})
    assert [one.id for one in visit.materials] == ["m_id", "m_med"]


def test_an_item_named_twice_is_one_item():
    assert together(BIRTH, ("card", "card")).items == ("card",)


@pytest.mark.parametrize(
    ("chosen", "code", "field"),
    [
        ((), ProblemCode.BAD_REQUEST, "$.items"),
        (("card",) * (MAX_ITEMS + 1), ProblemCode.BAD_REQUEST, "$.items"),
        (("card", "nothing"), ProblemCode.ITEM_UNKNOWN, "$.items[1]"),
    ],
)
def test_none_too_many_or_unknown_items_are_refused(chosen, code, field):
    with pytest.raises(HallProblem) as told:
        together(BIRTH, chosen)
    assert (told.value.code, told.value.field) == (code, field)
