"""The card page and the check page."""

import pytest

from hall_server.contract.vocabulary import Chip
from kiosk.session.state import CardStep, Session, Visit
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES, IDLE, ITEMS, PERSON, VISIT
from kiosk.viewmodels.visit import CardProps, ConfirmProps, card_props, confirm_props


@pytest.mark.parametrize("step", CardStep)
def test_the_card_page_says_the_step_and_the_item(step):
    visit = Visit(started_at=0, item=ITEMS[0], card_step=step)
    assert card_props(replace(IDLE, visit=visit)) == CardProps(step, "社会保障卡挂失补换", reader=True, scanner=True)


def test_the_card_page_stands_without_a_visit_or_an_item():
    assert card_props(Session()) == CardProps()
    assert card_props(replace(IDLE, visit=Visit(started_at=0))).item == ""


def test_the_check_shows_masks_the_queue_and_the_band():
    props = confirm_props(EXAMPLES["confirm"])
    assert (props.known, props.name_mask, props.number_mask) == (True, "陈*明", "0018")
    assert (props.item, props.queue, props.place) == ("广东省居住证申领", "公安户政来穗", "二楼 A 区")
    assert props.open_counters == 2
    assert (props.wait_state, props.waiting, props.low_min, props.high_min) == ("band", 5, 10, 18)


def test_nothing_of_the_pseudonym_reaches_a_page():
    assert PERSON.pseudonym not in repr(confirm_props(EXAMPLES["confirm"]))


def test_an_old_visitor_is_offered_the_age_and_a_younger_one_the_need():
    old = confirm_props(EXAMPLES["confirm"])
    young = confirm_props(replace(IDLE, visit=replace(VISIT, person=replace(PERSON, age=30))))
    unnamed = confirm_props(EXAMPLES["confirm_without_card"])
    assert [chip.chip for chip in old.chips] == [Chip.ELDER, Chip.CANTONESE, Chip.WHEELCHAIR]
    assert [chip.on for chip in old.chips] == [True, False, False]
    assert young.chips[0].chip == unnamed.chips[0].chip == Chip.PRIORITY
    assert not unnamed.known


def test_who_could_lay_no_card_down_is_told_why_the_number_has_no_name():
    assert confirm_props(EXAMPLES["confirm_no_reader"]).no_reader
    assert not confirm_props(EXAMPLES["confirm_without_card"]).no_reader  # who left it at home knows


def test_an_expired_card_is_said_and_stops_nobody():
    props = confirm_props(replace(IDLE, visit=replace(VISIT, person=replace(PERSON, card_expired=True))))
    assert props.card_expired


def test_there_is_nothing_to_check_without_a_visit_or_an_item():
    assert confirm_props(Session()) == ConfirmProps()
    assert confirm_props(replace(IDLE, visit=Visit(started_at=0))) == ConfirmProps()


def test_without_the_hall_the_check_names_no_queue():
    props = confirm_props(replace(IDLE, hall=None, visit=VISIT))
    assert (props.queue, props.open_counters, props.wait_state) == ("", 0, "unknown")


def test_the_card_page_draws_the_machine_as_it_was_built():
    assert card_props(EXAMPLES["card_other_machine"]).desk == ("scanner", "slot", "reader")


def test_the_check_says_what_must_be_known_before_the_number():
    assert confirm_props(EXAMPLES["confirm_not_today"]).advice == "may_not_be_served"
    assert confirm_props(EXAMPLES["confirm_long"]).advice == "long"
    last, later = confirm_props(EXAMPLES["confirm_last"]), confirm_props(EXAMPLES["confirm_later"])
    assert (last.advice, last.when) == ("ends_soon", "10:02")
    assert (later.advice, later.when) == ("not_before", "13:42")
