"""What an answer about licences is worth: held, expired, another name, not there; and what forms get of it."""

from __future__ import annotations

from hall_server.contract.city.licence_types import FIELDS, ID_CARD, LABELS
from hall_server.contract.city.licences import Licence, LicenceData, LicenceState
from hall_server.domain.city.licences import Got, LookUp, counted, filled, judged, without_answer

VALID, EXPIRED = LicenceState.VALID, LicenceState.EXPIRED


def outcomes(found: tuple[Got, ...]) -> dict[str, LookUp]:
    return {one.type: one.outcome for one in found}


def test_a_licence_that_is_not_there_or_no_longer_good_has_to_be_brought() -> None:
    found = judged((ID_CARD, "居住证", "结婚证"), [Licence("a", ID_CARD, VALID), Licence("b", "居住证", EXPIRED)], {})
    assert outcomes(found) == {ID_CARD: LookUp.FOUND, "居住证": LookUp.EXPIRED, "结婚证": LookUp.NOT_FOUND}


def test_of_two_of_a_type_the_good_one_counts() -> None:
    both = [Licence("a", ID_CARD, VALID), Licence("b", ID_CARD, EXPIRED)]
    for licences in (both, both[::-1]):
        assert outcomes(judged((ID_CARD,), licences, {})) == {ID_CARD: LookUp.FOUND}


def test_a_licence_in_another_name_than_the_identity_card_s_is_wrong() -> None:
    licences = [Licence("a", ID_CARD, VALID), Licence("b", "结婚证", VALID), Licence("c", "居住证", VALID)]
    said = {
        "a": LicenceData("a", ID_CARD, {"name": "陈样明"}),
        "b": LicenceData("b", "结婚证", {"name": "陈样铭"}),
        "c": LicenceData("c", "居住证", {"name": "陈样明"}),
    }
    found = judged((ID_CARD, "结婚证", "居住证"), licences, said)
    assert outcomes(found) == {ID_CARD: LookUp.FOUND, "结婚证": LookUp.WRONG, "居住证": LookUp.FOUND}
    assert [one.type for one in found if one.data is not None] == [ID_CARD, "居住证"]  # nothing of a wrong one is kept


def test_data_of_another_type_than_the_licence_s_is_not_taken() -> None:
    (found,) = judged((ID_CARD,), [Licence("a", ID_CARD, VALID)], {"a": LicenceData("a", "居住证", {"name": "甲"})})
    assert found.data is None


def test_no_answer_is_slow_or_none() -> None:
    assert outcomes(without_answer([ID_CARD], slow=True)) == {ID_CARD: LookUp.SLOW}
    assert outcomes(without_answer([ID_CARD], slow=False)) == {ID_CARD: LookUp.NO_ANSWER}


def test_fields_are_filled_with_their_source_from_the_first_type_of_the_list() -> None:
    card = LicenceData("a", ID_CARD, {"name": "陈样明", "address": "样板路"})
    household = LicenceData("b", "户口簿", {"name": "陈样明", "household_address": "老家", "odd": "x"})
    got = (Got("户口簿", LookUp.FOUND, data=household), Got(ID_CARD, LookUp.FOUND, data=card))
    asked = filled(("household_address", "name", "phone"), got)
    assert [(one.field, one.value, one.source) for one in asked] == [
        ("household_address", "老家", "户口簿"),
        ("name", "陈样明", ID_CARD),
    ]
    assert {one.field for one in filled((), got)} == {"name", "address", "household_address"}
    assert "陈样明" not in repr(asked)


def test_a_licence_that_is_no_longer_good_fills_nothing() -> None:
    card = LicenceData("a", ID_CARD, {"name": "陈样明"})
    assert filled((), (Got(ID_CARD, LookUp.EXPIRED, data=card),)) == ()


def test_outcomes_are_counted_by_type() -> None:
    found = counted(
        [(ID_CARD, LookUp.FOUND), (ID_CARD, LookUp.FOUND), (ID_CARD, LookUp.SLOW), ("居住证", LookUp.WRONG)]
    )
    assert found[ID_CARD] == {LookUp.FOUND: 2, LookUp.SLOW: 1}
    assert found["居住证"] == {LookUp.WRONG: 1}


def test_cl_e5_the_types_that_the_plan_names_are_there_and_every_field_has_words() -> None:
    assert FIELDS.keys() >= {
        *("居民身份证", "社会保障卡", "医保电子凭证", "电子驾驶证", "电子行驶证", "营业执照"),
        *("居住证", "结婚证", "户口簿", "不动产权证", "残疾人证", "食品经营许可证"),
    }
    assert {field for fields in FIELDS.values() for field in fields} <= LABELS.keys()
