"""几件事一个号 on the glass: one more, what it comes to, one taken away (UI-K23; CL-A7, CL-D9)."""

import numpy as np
import zxingcpp
from PySide6.QtGui import QImage

from hall_server.contract.messages import WaitBand
from hall_server.contract.visit_plan import PlanStop, VisitPlan
from kiosk.session.basket import PlanCame, items_of
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from kiosk.viewmodels.plan import FACTS
from tests.qml.forms import FORMS


def test_the_room_of_the_items_is_the_page_s_own(glass):
    for landscape, height in enumerate(FACTS):
        glass.stand(replace(EXAMPLES["plan"], landscape=bool(landscape)))
        assert glass.singleton("PageMetrics").property("planFacts") == height


def test_a_second_item_is_added_from_the_last_look_and_the_hall_says_where(glass):
    glass.stand("confirm_without_card")
    glass.tap("confirm.add_item")
    assert glass.page == Page.SERVICES
    assert glass.says("再加哪一件")
    glass.tap("services.item.i01")
    assert glass.page == Page.PLAN
    both = tuple(item.id for item in items_of(glass.visitor.session.visit))
    assert both == ("i08", "i01")
    plan = VisitPlan("1", both, "H", (3,), (PlanStop(3, both),), (), (), WaitBand(20, 35), 0)
    glass.visitor.happen(PlanCame(glass.visitor.session.now, both, plan))
    glass.settle()
    assert glass.says("全程约 20–35 分钟")
    assert glass.says("3 号窗口，一次办完")


def test_an_item_is_taken_away_and_the_one_that_is_left_stays(glass):
    glass.stand("plan")
    glass.tap("plan.take_away.i01")
    assert glass.says("就办这一件")
    assert not glass.has("plan.take_away.i05")


def test_what_to_bring_stands_once_and_says_for_how_many(glass):
    glass.stand("plan")
    assert glass.says("（用于 2 项）")


def test_without_the_hall_it_says_in_whose_line_the_number_stands(glass):
    glass.stand("plan_offline")
    assert glass.says("暂时没网：号排在“社会保障卡挂失补换”")
    glass.tap("plan.take_a_number")
    assert glass.page in {Page.SITUATION, Page.PRECHECK, Page.CARD}


def test_the_number_names_its_items_or_says_how_many_in_every_form(glass):
    for form in FORMS:
        glass.stand(form.of(EXAMPLES["ticket_several"]))
        assert glass.says("居住证") or glass.says("(2 in all)"), form.name


def test_a_full_number_offers_no_more(glass):
    session = EXAMPLES["plan"]
    many = session.visit.more_items * 11
    glass.stand(replace(session, visit=replace(session.visit, more_items=many)))
    assert not glass.has("plan.add_item")


def test_the_list_is_taken_along_by_a_code_that_a_telephone_reads_and_that_names_nobody(glass):
    glass.stand("plan_one")
    assert glass.says("手机扫一扫，带走这张清单")
    picture = glass.view.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    seen = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    (code,) = zxingcpp.read_barcodes(np.ascontiguousarray(seen[:, : picture.width()]))
    assert code.text == "https://hao.mumian.example.cn/bring/i05"


def test_a_hall_that_telephones_do_not_reach_shows_no_code(glass):
    session = EXAMPLES["plan_one"]
    glass.stand(replace(session, hall=EXAMPLES["home"].hall))
    assert not glass.says("手机扫一扫")
    assert glass.says("社会保障卡挂失补换")
