"""看材料 by taps: from a question to the card."""

from kiosk.session.prechecking import precheck_way
from kiosk.session.state import Page


def test_questions_lead_to_the_list_and_the_list_to_the_card(glass):
    glass.stand("situation")
    glass.tap("situation.answer.no")
    glass.tap("situation.unsure")
    assert glass.page == Page.PRECHECK
    assert glass.says("一寸照片 1 张")
    glass.tap("precheck.brought")
    assert glass.page == Page.CARD
    glass.tap("card.back")
    assert glass.page == Page.PRECHECK


def test_whoever_lacks_something_is_told_where_it_is_to_be_had(glass):
    glass.stand("precheck_long")
    glass.tap("precheck.lacking")
    assert glass.says("没带齐也能取号")
    assert precheck_way(glass.visitor.session).lacking
    glass.tap("precheck.brought")
    assert glass.page == Page.CARD
