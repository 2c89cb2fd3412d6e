"""What this machine cannot do, what is done at any hour, 别的事 and places on the net, on the glass and by six keys."""

from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Page
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES
from tests.qml.listening import listening

LARGE = Modes(frozenset({Mode.LARGE}))


def test_cl_e13_a_grey_print_says_why_where_else_and_gives_a_number(glass):
    glass.stand("home_no_a4")
    assert glass.says("本机没有打印机，去2 号机")
    glass.tap("home.print_record")
    assert glass.page == Page.ELSEWHERE
    assert glass.says("本机没有打印机")
    glass.tap("elsewhere.take_a_number")
    assert glass.page in {Page.CARD, Page.PRECHECK, Page.CONFIRM}


def test_cl_e13_the_same_is_heard(heard):
    heard.stand(replace(EXAMPLES["elsewhere"], modes=Modes(frozenset({Mode.ALOUD}))))
    assert "本机没有打印机" in heard.heard()
    assert "2 号机" in heard.heard()


def test_other_things_are_reached_in_large_type_by_touch(glass):
    glass.stand(replace(EXAMPLES["home"], modes=LARGE))
    glass.tap("home.more")
    assert glass.page == Page.MORE
    glass.tap("more.track_case")
    assert glass.page == Page.PROGRESS


def test_other_things_are_reached_by_the_six_keys(heard):
    listening(heard, replace(EXAMPLES["home"], modes=Modes(frozenset({Mode.LARGE, Mode.ALOUD}))))
    for _ in heard.targets():
        if heard.visitor.reader.focus != "home.more":
            heard.visitor.press("down")
    heard.visitor.press("select")
    assert heard.page == Page.MORE


def test_cl_e12_while_the_doors_are_shut_machines_come_first(glass):
    glass.stand("home_any_hour")
    glass.tap("home.any_hour")
    assert glass.page == Page.ANY_HOUR
    glass.tap("any_hour.service.progress")
    assert glass.page == Page.PROGRESS


def test_the_number_stays_within_reach_while_the_doors_are_shut(glass):
    glass.stand("home_any_hour")
    glass.tap("home.take_a_number_later")
    assert glass.page == Page.SERVICES


def test_an_address_is_taken_along_and_opens_nowhere(glass):
    glass.stand("links")
    glass.tap("links.link.fund")
    assert glass.page == Page.LINK
    assert glass.says("https://fund.example/")
    glass.tap("link.finish")
    assert glass.visitor.session.visit is None


def test_a_guide_has_the_code_of_its_online_way(glass):
    glass.stand("guide_online")
    glass.tap("guide.online")
    assert glass.says("https://portal.example/i92")
