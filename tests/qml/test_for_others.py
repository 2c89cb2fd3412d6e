"""A number typed, another person's, one that is held: on the glass, by touch; and what is left of it afterwards."""

from devices.values.document_scanner import Verdict
from kiosk.session.events import Touch
from kiosk.session.letter import MATERIAL
from kiosk.session.mine import AgainPrinted, NumberDropped
from kiosk.session.scans import PagesKept, ScanSees
from kiosk.session.state import Page
from kiosk.session.typing import NumberRecognised
from kiosk.viewmodels.examples import PERSON, TICKET
from kiosk.viewmodels.examples_for_others import PRINCIPAL

WHOLE = "110101199003070935"


def typed(glass, number):
    for sign in number:
        glass.tap(f"typing.key.{sign}")


def test_a_number_is_typed_masked_and_gone(glass):
    glass.stand("card")
    glass.tap("card.type_number")
    assert glass.page == Page.NUMBER
    typed(glass, WHOLE)
    glass.visitor.pass_time(3)
    glass.settle()
    assert glass.says("0935")
    assert not glass.says("1101")
    assert WHOLE not in glass.heard()
    glass.tap("typing.confirm")
    glass.visitor.happen(NumberRecognised(glass.visitor.session.now, TICKET.id, PERSON))
    glass.visitor.pass_time(3)  # nobody says whether she holds a number already
    glass.settle()
    assert glass.page == Page.CONFIRM
    assert not glass.says("0935")
    assert WHOLE not in str(glass.visitor.session)


def test_a_place_that_cannot_be_right_is_named_while_it_is_typed(glass):
    glass.stand("card")
    glass.tap("card.type_number")
    typed(glass, "110101199013")
    assert glass.says("看第 11 位附近")
    glass.tap("typing.key.back")
    assert not glass.says("附近")


def test_letters_are_behind_one_button(glass):
    glass.stand("card")
    glass.tap("card.type_number")
    glass.tap("typing.other_pad")
    typed(glass, "H12345678")
    assert glass.says("港澳居民来往内地通行证")


def test_for_another_person_in_three_touches(glass):
    glass.stand("confirm")
    glass.tap("confirm.for_other")
    glass.tap("relation.relative")
    assert glass.page == Page.PRINCIPAL
    glass.tap("principal.without_card")
    assert glass.page == Page.CONFIRM
    assert glass.says("替别人办")
    glass.stand("confirm_for_other")
    assert glass.says(f"替 {PRINCIPAL.name_mask} 办")


def test_an_item_for_the_person_alone_says_why_and_what_there_is(glass):
    glass.stand("relation_refused")
    assert glass.says("这件事要本人办")
    assert glass.says("视频办")
    assert glass.says("上门办")


def test_a_number_that_is_held_is_given_up_after_a_second_question(glass):
    glass.stand("has_ticket")
    glass.tap("has_ticket.drop_number")
    assert glass.says("真的不要这个号了")
    glass.tap("has_ticket.drop_for_sure")
    way = glass.visitor.session.visit.way
    glass.visitor.happen(NumberDropped(glass.visitor.session.now, way.job, done=True))
    glass.settle()
    assert glass.says("这个号不要了")
    glass.tap("has_ticket.finish")
    assert glass.visitor.session.visit is None


def test_a_slip_comes_once_more(glass):
    glass.stand("has_ticket")
    glass.tap("has_ticket.reprint")
    way = glass.visitor.session.visit.way
    glass.visitor.happen(AgainPrinted(glass.visitor.session.now, way.job, came=True))
    glass.settle()
    assert glass.says("小票打好了")


def test_a_consent_is_one_touch_either_way(glass):
    for button, touched in (("consent.agree", Touch.AGREE), ("consent.decline", Touch.DECLINE)):
        glass.stand("consent")
        glass.tap(button)
        assert glass.visitor.touches[-1] is touched
        assert glass.page == Page.CONFIRM


def test_cl_g1_a_letter_of_attorney_is_looked_at_and_gone(glass):
    glass.stand("letter")
    assert glass.says("委托人亲笔签名或盖章")
    glass.tap("letter.scan_letter")
    seen = PagesKept(glass.visitor.session.now, MATERIAL, (Verdict.GOOD, Verdict.GLARE), 0)
    glass.visitor.happen(ScanSees(glass.visitor.session.now, MATERIAL, Verdict.GLARE))
    glass.visitor.happen(seen)
    glass.settle()
    assert glass.says("反光了")
    glass.tap("apply_scan.back")
    assert glass.says("扫了 2 页，1 页看不清")
    glass.tap("letter.brought")
    assert glass.page == Page.CONFIRM
    assert glass.visitor.session.visit.way is None


def test_without_a_scanner_the_letter_is_to_be_brought(glass):
    glass.stand("letter_to_bring")
    assert glass.says("委托书带到窗口")
    assert not glass.says("放上去看")
    glass.tap("letter.brought")
    assert glass.page == Page.CONFIRM
