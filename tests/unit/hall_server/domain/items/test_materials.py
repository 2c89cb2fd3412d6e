"""CL-B5, B12: lists of materials, narrowed and merged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.items.element import Choice, Material, Situation
from hall_server.domain.items.materials import MergedMaterial, merged, narrowed
from tests.unit.hall_server.domain.items.sample import CARD, item

RENTS = Situation("rents", "房子是租的吗？", (Choice("yes", "是", ("m_deed",)), Choice("no", "不是", ("m_lease",))))
ALONE = Situation("alone", "自己来吗？", (Choice("yes", "是", ("m_proxy",)), Choice("no", "不是")))
HOME = item(
    materials=(CARD, Material("m_deed", "不动产权证"), Material("m_lease", "租赁合同"), Material("m_proxy", "委托书")),
    situations=(RENTS, ALONE),
)


def ids(materials):
    return [one.id for one in materials]


def test_without_an_answer_the_list_is_whole():
    """CL-B12 The untouched default is the full list."""
    assert narrowed(HOME, {}) == HOME.elements.materials


@given(
    st.fixed_dictionaries(
        {}, optional={"rents": st.sampled_from(["yes", "no"]), "alone": st.sampled_from(["yes", "no"])}
    )
)
def test_each_path_yields_a_subset_in_the_same_order(answers):
    """CL-B12 Each path yields a subset."""
    left = ids(narrowed(HOME, answers))
    assert left == [one for one in ids(HOME.elements.materials) if one in left]
    assert "m_id" in left


def test_answers_take_away_what_is_not_needed():
    assert ids(narrowed(HOME, {"rents": "yes", "alone": "yes"})) == ["m_id", "m_lease"]


@pytest.mark.parametrize(("answers", "field"), [({"x": "yes"}, "$.answers"), ({"rents": "maybe"}, "$.answers.rents")])
def test_an_unknown_question_or_answer_is_refused(answers, field):
    with pytest.raises(HallProblem) as told:
        narrowed(HOME, answers)
    assert (told.value.code, told.value.field) == (ProblemCode.BAD_REQUEST, field)


def test_an_identity_card_that_three_items_need_is_listed_once_for_three():
    """CL-B5 Bundle of 3 items needing 身份证 lists it once with 用于3项."""
    photo = Material("m_photo", "相片", tolerable=True)
    found = merged([("a", [CARD]), ("b", [photo, CARD]), ("c", [CARD])], {})
    assert found == (
        MergedMaterial("m_id", "居民身份证", False, "居民身份证", ("a", "b", "c")),
        MergedMaterial("m_photo", "相片", True, "", ("b",)),
    )


def test_the_component_library_names_a_material_and_other_wordings_stay():
    """CL-B5 A component goes by its library name; what an item calls it is not lost."""
    old = Material("m_id", "原居民身份证")
    (found,) = merged([("a", [old]), ("b", [CARD]), ("c", [old])], {"m_id": "居民身份证"})
    assert (found.name, found.other_names) == ("居民身份证", ("原居民身份证",))
    (found,) = merged([("a", [CARD]), ("b", [old]), ("b", [old])], {})
    assert (found.name, found.other_names, found.for_items) == ("居民身份证", ("原居民身份证",), ("a", "b"))


def test_the_strictest_item_decides_whether_the_thing_itself_is_needed():
    """One item that wants the original, or wants it at once, settles it for all."""
    (found,) = merged([("a", [Material("m", "x", True, "L")]), ("b", [Material("m", "x", False, "")])], {})
    assert (found.tolerable, found.licence) == (False, "")
