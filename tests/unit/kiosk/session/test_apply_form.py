"""核对表: fields with their source, a pad where one helps; how the result comes (CL-D11, E17)."""

from __future__ import annotations

import pytest

from hall_server.contract.item_words import ResultWay
from hall_server.contract.licence_visits import ConsentState, FilledField, LicencesFound
from kiosk.session.apply_way import FieldKind, apply_way, entries
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import APPLY_CHECK, APPLY_FIELD, APPLY_FORM, T0, after, touch

LATER = T0 + 1
FIELDS = (
    FilledField("name", "姓名", "陈样明", "居民身份证"),
    FilledField("residence_address", "居住地址", "新安路 8 号", "居住证"),
    FilledField("card_number", "证照号码", "J20260042", "居住证"),
)
FOUND = LicencesFound("v", ConsentState.GIVEN, looking=False, bring=1, fields=FIELDS)
FORM = replace(APPLY_FORM, visit=replace(APPLY_FORM.visit, licences=FOUND))


def form_of(session):
    return {one.field: one for one in entries(session, apply_way(session))}


def typed(session, text, at=LATER):
    return after(session, *(Chosen(at + place, Choice.KEY, key) for place, key in enumerate(text)))


def test_cl_d11_fields_stand_filled_with_their_source_in_the_items_order_and_a_telephone_behind():
    form = form_of(FORM)
    assert list(form) == ["name", "residence_address", "card_number", "phone"]
    assert [(one.value, one.source) for one in form.values()] == [
        ("陈样明", "居民身份证"),
        ("新安路 8 号", "居住证"),
        ("J20260042", "居住证"),
        ("", ""),
    ]
    assert "陈样明" not in repr(form["name"])
    assert "陈样明" not in repr(apply_way(FORM))


def test_who_somebody_is_cannot_be_changed_at_a_machine():
    assert form_of(FORM)["name"].kind is FieldKind.FIXED
    assert after(FORM, Chosen(LATER, Choice.FIELD, "name")).page is Page.APPLY_FORM


def test_a_number_is_mended_at_a_pad_and_is_by_hand_from_then_on():
    field = after(FORM, Chosen(LATER, Choice.FIELD, "card_number"), Chosen(LATER, Choice.KEY, "back"))
    mended = after(typed(field, "3"), touch(Touch.TYPED, LATER + 5))
    one = form_of(mended)["card_number"]
    assert (mended.page, one.value, one.source, one.edited) == (Page.APPLY_FORM, "J20260043", "", True)
    as_before = after(mended, Chosen(LATER + 6, Choice.FIELD, "card_number"), Chosen(LATER + 7, Choice.KEY, "back"))
    restored = after(typed(as_before, "2", LATER + 8), touch(Touch.TYPED, LATER + 9))
    assert form_of(restored)["card_number"].source == "居住证"


def test_a_telephone_takes_digits_only_and_none_is_an_answer():
    assert apply_way(APPLY_FIELD).text == "13579"
    assert apply_way(typed(APPLY_FIELD, "A")).text == "13579"
    short = after(APPLY_FIELD, Chosen(LATER, Choice.KEY, "back"))
    assert after(short, touch(Touch.TYPED, LATER + 1)).page is Page.APPLY_FIELD
    empty = after(short, Chosen(LATER + 1, Choice.KEY, "clear"), touch(Touch.TYPED, LATER + 2))
    assert (empty.page, form_of(empty)["phone"].value) == (Page.APPLY_FORM, "")
    assert len(apply_way(typed(APPLY_FIELD, "1234567890" * 2)).text) == 20


def test_chinese_that_is_wrong_is_left_for_the_counter_and_may_be_taken_back():
    field = after(FORM, Chosen(LATER, Choice.FIELD, "residence_address"))
    assert field.page is Page.APPLY_FIELD
    left = after(field, touch(Touch.LEAVE_OUT, LATER))
    assert (left.page, form_of(left)["residence_address"].value) == (Page.APPLY_FORM, "")
    again = after(left, Chosen(LATER + 1, Choice.FIELD, "residence_address"), touch(Touch.AS_FOUND, LATER + 1))
    assert form_of(again)["residence_address"].value == "新安路 8 号"
    assert after(APPLY_FORM, Chosen(LATER, Choice.FIELD, "residence_address")).page is Page.APPLY_FORM


def test_a_field_is_left_as_it_was_by_the_way_back():
    back = after(APPLY_FIELD, touch(Touch.BACK, LATER))
    assert (back.page, form_of(back)["phone"].value) == (Page.APPLY_FORM, "")


def test_cl_e17_how_the_result_comes_is_chosen_of_what_the_item_has():
    delivery = after(FORM, touch(Touch.TYPED, LATER))
    assert delivery.page is Page.APPLY_DELIVERY
    locker = after(delivery, Chosen(LATER, Choice.DELIVERY, "locker"))
    assert apply_way(locker).delivery is ResultWay.LOCKER
    post = after(delivery, Chosen(LATER, Choice.DELIVERY, "post:residence_address"))
    assert (apply_way(post).delivery, apply_way(post).address_field) == (ResultWay.POST, "residence_address")
    assert after(post, touch(Touch.TYPED, LATER + 1)).page is Page.APPLY_CHECK


@pytest.mark.parametrize("value", ["post", "post:household_address", "pigeon"])
def test_the_post_goes_nowhere_without_an_address_that_was_found(value):
    delivery = after(FORM, touch(Touch.TYPED, LATER))
    assert apply_way(after(delivery, Chosen(LATER, Choice.DELIVERY, value))).delivery is ResultWay.COUNTER


def test_an_address_that_is_wrong_takes_the_post_back():
    post = after(
        FORM, touch(Touch.TYPED, LATER), Chosen(LATER, Choice.DELIVERY, "post:residence_address"),
        touch(Touch.BACK, LATER + 1), Chosen(LATER + 1, Choice.FIELD, "residence_address"),
    )  # fmt: skip
    left = after(post, touch(Touch.LEAVE_OUT, LATER + 1), touch(Touch.TYPED, LATER + 2))
    assert (apply_way(left).delivery, apply_way(left).address_field) == (ResultWay.COUNTER, "")


def test_one_way_is_not_asked_about():
    way = apply_way(FORM)
    one = replace(way, begun=type(way.begun)(**{**_told(way.begun), "deliveries": (ResultWay.COUNTER,)}))
    session = replace(FORM, visit=replace(FORM.visit, way=one))
    check = after(session, touch(Touch.TYPED, LATER))
    assert check.page is Page.APPLY_CHECK
    assert after(check, touch(Touch.BACK, LATER + 1)).page is Page.APPLY_FORM


def _told(begun):
    return {name: getattr(begun, name) for name in begun.__struct_fields__}


def test_the_way_back_leads_through_every_page():
    session = after(APPLY_CHECK, touch(Touch.BACK, LATER))
    assert session.page is Page.APPLY_DELIVERY
    session = after(session, touch(Touch.BACK, LATER + 1))
    assert session.page is Page.APPLY_FORM
    assert after(session, touch(Touch.BACK, LATER + 2)).page is Page.APPLY_MATERIALS
