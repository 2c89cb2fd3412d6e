"""CL-B1, B2: what two catalogues say differently."""

import pytest

from hall_server.contract.items import ItemKind
from hall_server.domain.items.compare import Difference, against_upstream, differences
from hall_server.domain.items.element import Codes, Elements, Material, SpecialStep, Term
from tests.unit.hall_server.domain.items.sample import CARD, item

WHOLE = {
    "name": "食品经营许可",
    "codes": Codes("1", "2", "3"),
    "basis": ("食品安全法",),
    "kind": ItemKind.PERMIT,
    "target": "法人",
    "conditions": "有场所",
    "process": ("受理", "审查"),
    "materials": (CARD, Material("m_plan", "平面图")),
    "legal": Term(10),
    "promise_days": 5,
    "results": ("许可证",),
    "special_steps": (SpecialStep("现场核查", Term(10)), SpecialStep("听证")),
}
CHANGES = {
    "name": ("食品许可", {"name": ("食品经营许可", "食品许可")}),
    "codes": (Codes("1", "9", "3"), {"codes.implementation": ("2", "9")}),
    "basis": (("食品安全法", "条例"), {"basis": ("食品安全法", "食品安全法；条例")}),
    "kind": (None, {"kind": ("permit", "")}),
    "target": ("个人", {"target": ("法人", "个人")}),
    "conditions": ("", {"conditions": ("有场所", "")}),
    "process": (("受理",), {"process.2": ("审查", None)}),
    "materials": (
        (CARD, Material("m_plan", "平面图", tolerable=True), Material("m_sys", "制度")),
        {
            "materials": ("m_id m_plan", "m_id m_plan m_sys"),
            "materials.m_plan": ("平面图 [main]", "平面图 [tol]"),
            "materials.m_sys": (None, "制度 [main]"),
        },
    ),
    "legal": (Term(10, calendar=True), {"legal": ("10", "10d")}),
    "promise_days": (7, {"promise_days": ("5", "7")}),
    "results": ((), {"results": ("许可证", "")}),
    "special_steps": (
        (SpecialStep("现场核查", Term(5)),),
        {"special_steps.现场核查": ("10", "5"), "special_steps.听证": ("-", None)},
    ),
}


def test_every_element_can_be_told_apart():
    assert CHANGES.keys() == WHOLE.keys() == set(Elements.__struct_fields__)


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_is_told_field_by_field(field):
    """CL-B1 Two venues with a divergent list: the field-level difference is shown."""
    value, expected = CHANGES[field]
    found = differences({"i1": item(**WHOLE)}, {"i1": item(**{**WHOLE, field: value})})
    assert {one.field: (one.left, one.right) for one in found} == expected
    assert not any(one.local for one in found)


def test_equal_catalogues_have_no_differences_whatever_the_hall_settles_itself():
    assert differences({"i1": item(**WHOLE)}, {"i1": item(queue="C", **WHOLE)}) == ()


def test_materials_in_another_order_are_told():
    found = differences({"i1": item(**WHOLE)}, {"i1": item(**{**WHOLE, "materials": WHOLE["materials"][::-1]})})
    assert [one.field for one in found] == ["materials"]


def test_an_item_on_one_side_only_is_told_once():
    assert differences({"i1": item()}, {"i2": item("i2")}) == (
        Difference("i1", "", "I1", None),
        Difference("i2", "", None, "I2"),
    )


@pytest.mark.parametrize("side", [0, 1])
def test_a_field_that_a_hall_flagged_as_its_own_is_marked(side):
    """CL-B1 Identical unless flagged local."""
    halls = [{"i1": item(**WHOLE)}, {"i1": item(**{**WHOLE, "codes": Codes(), "promise_days": 1})}]
    halls[side] = {
        "i1": item(**{**WHOLE, "codes": Codes(), "promise_days": 1} if side else WHOLE, local=("promise_days",))
    }
    found = differences(*halls)
    assert {one.field for one in found if one.local} == {"promise_days"}
    assert {one.field for one in found if not one.local} == {"codes.basic", "codes.implementation", "codes.handling"}


def test_an_altered_code_is_told_with_both_values_and_no_flag_excuses_it():
    """CL-B2 Altered code: validation error with both values."""
    ours = item(**{**WHOLE, "codes": Codes("1", "2", "X"), "target": "个人"}, local=("codes",))
    found = against_upstream({"i1": item(**WHOLE), "i2": item("i2")}, {"i1": ours, "mine": item("mine")})
    assert found == (Difference("i1", "codes.handling", "3", "X"),)
