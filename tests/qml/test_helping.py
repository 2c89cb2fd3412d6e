"""请人帮忙 on the glass."""

import pytest

from hall_server.contract.help_calls import HelpState
from kiosk.session.events import Touch
from kiosk.session.helping import Help, HelpStands, HelpStep
from kiosk.session.sharing import talk_on
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES

CALL = "00000000-0000-4000-8000-0000000000c1"


def stands(glass, state, looks=""):
    call = glass.visitor.session.help.call_id
    glass.visitor.happen(HelpStands(glass.visitor.session.now, call, CALL, state, looks, 1))
    glass.settle()


def test_a_visitor_sees_a_call_go_from_word_to_word_and_goes_on(glass):
    glass.tap("home.take_a_number")
    glass.tap("access.help")
    assert glass.page == Page.HELP
    assert glass.says("正在叫人")
    stands(glass, HelpState.CALLED)
    assert glass.says("已经叫人了")
    assert glass.says("已叫人")
    stands(glass, HelpState.COMING, "红马甲")
    assert glass.says("穿红马甲的人来帮您")
    glass.tap("help.back")
    assert glass.page == Page.SERVICES
    assert glass.says("已叫人")


def test_whoever_needs_nobody_after_all_says_so(glass):
    glass.tap("home.take_a_number")
    glass.tap("access.help")
    glass.tap("help.not_needed")
    assert (glass.page, glass.visitor.session.help) == (Page.SERVICES, None)
    assert glass.says("请人帮忙")


def test_without_the_hall_the_desk_is_named_at_once(glass):
    glass.stand(replace(EXAMPLES["services"], online=False))
    glass.tap("access.help")
    assert glass.says("请到服务台")
    glass.tap("help.finish")
    assert glass.visitor.touches[-1] is Touch.FINISH


@pytest.mark.parametrize("example", ["ticket", "paper_out", "ask_slip", "ticket_without_slip"])
@pytest.mark.parametrize("landscape", [False, True])
def test_a_notice_tells_it_where_a_number_stands_and_covers_none(glass, example, landscape):
    session = EXAMPLES[example]
    call = Help(CALL, session.now, session.now, session.now, HelpStep.COMING, "红马甲")
    glass.stand(replace(session, help=call, landscape=landscape))
    assert glass.says("红马甲正走过来")
    notice, number = glass.find("notice"), glass.find("ticket.number")
    covered = notice.mapRectToScene(notice.boundingRect()).intersects(number.mapRectToScene(number.boundingRect()))
    assert not covered


def test_a_notice_goes_after_a_while(glass):
    glass.stand("ticket")
    glass.tap("access.help")
    assert glass.has("notice")
    glass.visitor.pass_time(9)
    glass.settle()
    assert not glass.has("notice")


@pytest.mark.parametrize("example", sorted(name for name in EXAMPLES if EXAMPLES[name].setup is None))
def test_cl_d14_help_can_be_touched_on_every_page_in_every_state(glass, example):
    glass.stand(replace(EXAMPLES[example], help=None))
    glass.tap("timeout.help" if EXAMPLES[example].warning else "access.help")
    assert glass.visitor.touches[-1] is Touch.HELP
    after = glass.visitor.session
    if EXAMPLES[example].drill:
        assert after.drill is None, "a touch ends a drill"
        return
    assert after.help is not None or (talk_on(EXAMPLES[example]) and after.page == Page.REMOTE)  # who helps already


def test_whoever_is_sent_to_the_desk_is_told_to_take_the_slip_along(glass):
    glass.stand("help_slip")
    assert glass.says("拿好小票，给那里的人看")
