"""24 小时可办 and 别的事: what machines do, at any hour, and what the first page has no room for (UI-K37, CL-E12)."""

from msgspec.structs import replace as changed

from hall_server.contract.guides import ServiceView
from hall_server.contract.item_words import Hardware, Network
from kiosk.session.events import Choice, Chosen, Tick, Touch
from kiosk.session.state import Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import ALL_WELL, ANY_HOUR, CATALOGUE, MORE, T0, WITH_SERVICES, after, touch

A4 = (Hardware.PAGE_PRINTER,)
SERVICES = (
    ServiceView("record", "打印证明", hardware=A4, network=Network.CITY),
    ServiceView("guide_print", "打印办事指南", hardware=A4, network=Network.NONE),
    ServiceView("progress", "查进度", network=Network.HALL),
    ServiceView("of_item", "自助申报", items=("i01",), hardware=(Hardware.ID_CARD,), network=Network.CITY),
    ServiceView("face", "刷脸认证", hardware=(Hardware.FACE,), network=Network.CITY),
)
ALL = replace(ANY_HOUR, devices=replace(ALL_WELL, page_printer=True), catalogue=changed(CATALOGUE, services=SERVICES))


def chosen(session, service):
    return after(session, Chosen(T0 + 1, Choice.SERVICE, service))


def test_what_works_leads_on_to_its_journey():
    assert chosen(ALL, "record").page is Page.CERTIFICATE_CARD
    assert chosen(ALL, "progress").page is Page.PROGRESS
    assert chosen(ALL, "guide_print").page is Page.GUIDES
    assert chosen(ALL, "of_item").page is Page.GUIDE


def test_what_does_not_says_so_and_an_unknown_one_changes_nothing():
    assert chosen(ALL, "face").page is Page.ELSEWHERE
    assert chosen(ALL, "nothing").page is Page.ANY_HOUR


def test_the_list_is_turned_and_left():
    session = after(ANY_HOUR, touch(Touch.NEXT_LIST_PAGE, T0 + 1), touch(Touch.NEXT_LIST_PAGE, T0 + 2))
    assert session.visit.way.page == 2
    assert after(session, touch(Touch.PREVIOUS_LIST_PAGE, T0 + 3)).visit.way.page == 1
    assert after(session, touch(Touch.BACK, T0 + 3)).page is Page.HOME


def test_other_things_lead_wherever_the_first_page_does():
    assert MORE.page is Page.MORE
    for tile, page in (
        (Touch.TRACK_CASE, Page.PROGRESS),
        (Touch.GUIDES, Page.GUIDES),
        (Touch.ANY_HOUR, Page.ANY_HOUR),
        (Touch.LINKS, Page.LINKS),
    ):
        assert after(MORE, touch(tile, T0 + 1)).page is page
    assert after(MORE, touch(Touch.BACK, T0 + 1)).page is Page.HOME


def test_whoever_goes_away_from_there_is_asked_and_then_forgotten():
    session = replace(MORE, last_touch=T0)
    for seconds in range(0, 120, 5):
        session = after(session, Tick(T0 + seconds))
    assert session.visit is None


def test_a_machine_of_a_hall_without_functions_lists_none():
    assert WITH_SERVICES.catalogue.services
    assert chosen(replace(ANY_HOUR, catalogue=CATALOGUE), "record").page is Page.ANY_HOUR
