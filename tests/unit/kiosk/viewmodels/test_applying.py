"""What the pages of 申办 show: people masked, sources, what is missing, what rests and why (UI-K26 to K28)."""

from __future__ import annotations

from devices.values.document_scanner import Verdict
from kiosk.session.apply_way import ApplyFault, Stands, apply_way
from kiosk.session.modes import Language, Mode, Modes
from kiosk.values import replace
from kiosk.viewmodels.apply_form import (
    apply_check_props,
    apply_delivery_props,
    apply_field_props,
    apply_form_props,
)
from kiosk.viewmodels.apply_offer import apply_offer
from kiosk.viewmodels.apply_sending import apply_receipt_props, apply_sending_props
from kiosk.viewmodels.applying import TILES, apply_card_props, apply_materials_props, apply_props, apply_scan_props
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.guiding import guide_props
from kiosk.viewmodels.pages import PAGES
from kiosk.viewmodels.precheck import precheck_props

APPLY_EXAMPLES = {name: session for name, session in EXAMPLES.items() if session.page.startswith("apply")}
SECRETS = ("陈样明", "440106196001010018", "J20260042")


def with_way(session, **more):
    way = replace(apply_way(session), **more)
    return replace(session, visit=replace(session.visit, way=way))


def test_cl_e13_the_offer_stands_where_this_machine_can_and_rests_with_its_reason_and_another_place():
    assert apply_offer(EXAMPLES["precheck_apply"]) == ("can", "", "")
    assert apply_offer(EXAMPLES["precheck_apply_rests"]) == ("rests", "no_document_scanner", "2 号机")
    away = replace(EXAMPLES["guide_apply"], online=False)
    assert (guide_props(away).apply, guide_props(away).apply_why) == ("rests", "offline")
    no_printer = replace(EXAMPLES["guide_apply"], devices=replace(away.devices, printer=False))
    assert guide_props(no_printer).apply_why == "no_box"
    assert apply_offer(EXAMPLES["guide"]) == ("", "", "")
    assert precheck_props(EXAMPLES["precheck"]).apply == ""


def test_before_anything_is_done_it_says_what_and_afterwards_why_not():
    asked = apply_props(EXAMPLES["apply"])
    assert (asked.stage, asked.bring, asked.more) == ("ask", "居民身份证、居住证、租房合同", 1)
    waiting = EXAMPLES["apply_waiting"]
    assert apply_props(waiting).stage == "waiting"
    assert apply_props(replace(waiting, now=waiting.now + 5)).stage == "slow"
    away = apply_props(EXAMPLES["apply_away"])
    assert (away.stage, away.fault, away.again, away.hotline) == ("fault", ApplyFault.CITY_AWAY, True, "12345")
    assert apply_card_props(EXAMPLES["apply_card"]).purpose == "apply"


def test_materials_are_listed_with_where_each_is_and_how_many_are_missing():
    some = apply_materials_props(EXAMPLES["apply_materials"])
    assert [one.how for one in some.rows] == [Stands.LICENCE, Stands.SCANNED, Stands.MISSING, Stands.LATER]
    assert (some.missing, some.ready) == (1, False)
    whole = apply_materials_props(EXAMPLES["apply_materials_ready"])
    assert (whole.ready, whole.rows[2].pages, whole.rows[2].odd) == (True, 3, 1)
    large = replace(EXAMPLES["apply_materials"], modes=Modes(frozenset({Mode.LARGE})))
    assert apply_materials_props(large).pages >= 1
    assert apply_materials_props(EXAMPLES["apply_materials_sure"]).sure


def test_a_picture_changes_its_address_with_what_it_shows():
    live = EXAMPLES["apply_scan"]
    assert apply_scan_props(live).source == "live"
    page = EXAMPLES["apply_scan_page"]
    shown = apply_scan_props(page)
    assert (shown.source, shown.verdict, shown.selected) == ("page/2?0", Verdict.BLUR, 2)
    assert apply_scan_props(with_way(page, shot=3)).source == "page/2?3"
    assert apply_scan_props(EXAMPLES["apply_scan_offline"]).source == ""


def test_more_pages_than_fit_a_row_are_turned_the_newest_first():
    many = EXAMPLES["apply_scan_many"]
    first = apply_scan_props(many)
    assert ([one.page for one in first.tiles], first.more, first.count) == (["6", "7"], True, 7)
    before = apply_scan_props(with_way(many, page=1))
    assert [one.page for one in before.tiles] == [str(number) for number in range(1, TILES + 1)]


def test_cl_d11_the_form_masks_people_and_says_whence_each_value_comes():
    rows = {one.field: one for one in apply_form_props(EXAMPLES["apply_form"]).rows}
    assert (rows["name"].value, rows["name"].source, rows["name"].touchable) == ("陈*明", "居民身份证 电子证照", False)
    assert rows["id_number"].value.endswith("0018")
    assert (rows["residence_address"].left, rows["residence_address"].value) == (True, "")
    assert apply_form_props(EXAMPLES["apply_form"]).open == 2


def test_without_licences_the_card_or_the_code_says_who_it_is():
    form = EXAMPLES["apply_form"]
    by_card = replace(form, visit=replace(form.visit, licences=None))
    name = apply_form_props(by_card).rows[0]
    assert (name.value, name.source) == ("陈*明", "card")
    by_code = replace(by_card, visit=replace(by_card.visit, person=replace(form.visit.person, name_mask="")))
    assert (apply_form_props(by_code).rows[0].value, apply_form_props(by_code).rows[0].source) == ("", "code")


def test_a_telephone_has_digits_only_and_other_numbers_letters_too():
    phone = apply_field_props(EXAMPLES["apply_field"])
    assert {key.value for key in phone.keys} == {*"0123456789", "back", "clear"}
    assert (phone.typed, phone.ready) == (True, True)
    assert not apply_field_props(with_way(EXAMPLES["apply_field"], text="12")).ready
    letters = apply_field_props(EXAMPLES["apply_field_letters"])
    assert {"A", "Z", "0"} <= {key.value for key in letters.keys}
    words = apply_field_props(EXAMPLES["apply_field_words"])
    assert (words.typed, words.keys, words.text) == (False, (), "广州市木棉区新安路 8 号 302 房")


def test_cl_e17_ways_are_listed_the_post_with_its_address_or_at_rest():
    assert [one.value for one in apply_delivery_props(EXAMPLES["apply_delivery"]).rows] == [
        "counter",
        "locker",
        "post:residence_address",
    ]
    chosen = [one.chosen for one in apply_delivery_props(EXAMPLES["apply_delivery_post"]).rows]
    assert chosen == [False, False, True]
    assert not apply_delivery_props(EXAMPLES["apply_delivery_no_address"]).rows[-1].possible


def test_the_last_look_counts_pages_fields_and_what_comes_later():
    check = apply_check_props(EXAMPLES["apply_check"])
    assert (check.pages, check.odd, check.by_licence, check.later) == (5, 1, "居民身份证", "就业证明")
    assert (check.filled, check.open, check.phone, check.delivery) == (5, 1, "138****0000", "counter")


def test_sending_says_how_far_it_is_and_whether_it_goes_on():
    sending = apply_sending_props(EXAMPLES["apply_sending"])
    assert (sending.per_cent, sending.share, sending.slow, sending.fault) == (42, 0.42, False, "")
    assert apply_sending_props(EXAMPLES["apply_cut"]).resumes
    assert not apply_sending_props(EXAMPLES["apply_too_much"]).resumes


def test_the_receipt_names_nobody():
    receipt = apply_receipt_props(EXAMPLES["apply_receipt"])
    assert (receipt.number, receipt.accepted, receipt.come) == ("4401-20261016-0042", False, "done")
    assert (receipt.days, receipt.later, receipt.delivery) == (3, "就业证明", "locker")


def test_no_name_and_no_number_of_anybody_stands_whole_in_any_props():
    for name, session in APPLY_EXAMPLES.items():
        shown = repr(PAGES[session.page].derive(session))
        whole = SECRETS[:2] if name == "apply_field_letters" else SECRETS
        assert not [secret for secret in whole if secret in shown], name


def test_every_page_has_props_for_a_visit_without_a_way_and_in_english():
    for session in APPLY_EXAMPLES.values():
        derive = PAGES[session.page].derive
        derive(replace(session, visit=None))
        derive(replace(session, modes=Modes(language=Language.EN)))


def test_whoever_leaves_no_telephone_has_none_on_the_check():
    session = EXAMPLES["apply_check"]
    bare = replace(session, visit=replace(session.visit, way=replace(session.visit.way, edits=(("phone", ""),))))
    assert apply_check_props(bare).phone == ""
