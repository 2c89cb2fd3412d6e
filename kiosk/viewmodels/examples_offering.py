"""Made-up halls whose machines do things: what one cannot, what is done at any hour, places on the net. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace as changed

from hall_server.contract.city.links import Link, LinkCategory
from hall_server.contract.guides import PlaceView, ServiceView
from hall_server.contract.item_words import Hardware, Network, PlaceKind
from kiosk.session.any_hour import AnyHourWay
from kiosk.session.cannot import CannotWay
from kiosk.session.events import Touch
from kiosk.session.links import LinksWay, LinkWay
from kiosk.session.state import Page, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.journey import Way
    from kiosk.session.state import Session

_OTHER = PlaceView(PlaceKind.KIOSK, "K2", "2 号机", "二楼 A 区")
_COUNTER = PlaceView(PlaceKind.COUNTER, "E", "社保医保", "二楼 A 区")
_STREET = PlaceView(PlaceKind.VENUE, "v_street", "红棉街便民服务中心", "", 1.2)
_CARD, _PRINT = Hardware.ID_CARD, Hardware.PAGE_PRINTER
SERVICES = (
    ServiceView("certificates", "打印电子证照", "Print electronic licences", hardware=(_PRINT,), network=Network.CITY,
                elsewhere=(_OTHER,)),
    ServiceView("proof_social", "打印参保证明", "Print social insurance record", items=("i07",),
                hardware=(_CARD, _PRINT), network=Network.CITY, elsewhere=(_OTHER, _COUNTER, _STREET)),
    ServiceView("certify", "养老金认证", "Certify for pension", items=("i08",),
                hardware=(_CARD, Hardware.CAMERA, Hardware.FACE), network=Network.CITY, elsewhere=(_OTHER, _COUNTER)),
    ServiceView("guide_print", "打印办事指南", "Print a guide", hardware=(_PRINT,), network=Network.NONE,
                elsewhere=(_OTHER,)),
    ServiceView("progress", "查进度", "See progress", network=Network.HALL),
)  # fmt: skip
_PORTALS = (
    Link("portal", "示例政务服务网", "https://portal.example/", "网上办事、查进度"),
    Link("fund", "示例公积金网", "https://fund.example/", "提取、缴存证明"),
)
_AGENCIES = tuple(
    Link(f"a{number}", name, f"https://agency{number}.example/", "代理记账、工商代办")
    for number, name in enumerate(("甲示例事务所", "乙示例事务所", "丙示例事务所", "丁示例事务所", "戊示例事务所"))
)


def offering_examples(idle: Session, closed: Session) -> dict[str, Session]:
    """One for each state. `closed`: the first page while the doors are shut."""

    def with_services(session: Session) -> Session:
        catalogue = None if session.catalogue is None else changed(session.catalogue, services=SERVICES)
        return replace(session, catalogue=catalogue, kiosk_id="K1")

    hall = with_services(idle)
    bare = replace(hall, devices=replace(idle.devices, page_printer=False))

    def on(page: Page, way: Way | None, session: Session = hall) -> Session:
        return replace(session, page=page, visit=Visit(started_at=idle.now, way=way))

    return {
        "home_any_hour": with_services(closed),
        "home_no_a4": bare,
        "more": on(Page.MORE, None),
        "more_offline": replace(on(Page.MORE, None), online=False),
        "elsewhere": on(Page.ELSEWHERE, CannotWay("proof_social"), bare),
        "elsewhere_offline": replace(on(Page.ELSEWHERE, CannotWay(tile=Touch.CHECK_IN)), online=False),
        "any_hour": on(Page.ANY_HOUR, AnyHourWay()),
        "any_hour_bare": on(Page.ANY_HOUR, AnyHourWay(), bare),
        "links": on(Page.LINKS, LinksWay(links=_PORTALS)),
        "links_agencies": on(Page.LINKS, LinksWay(LinkCategory.INTERMEDIARY, _AGENCIES)),
        "links_asking": on(Page.LINKS, LinksWay(look="1")),
        "links_away": on(Page.LINKS, LinksWay(fault="city_away")),
        "link": on(Page.LINK, LinkWay(_PORTALS[0].name, _PORTALS[0].address, Page.LINKS)),
    }
