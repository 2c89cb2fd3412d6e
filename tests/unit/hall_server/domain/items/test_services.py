"""CL-E13 Where a self-service function can be had: kiosks that have the boxes, counters, venues by distance."""

from __future__ import annotations

from hall_server.contract.guides import PlaceView
from hall_server.contract.item_words import Hardware, PlaceKind
from hall_server.contract.items import VenueLevel
from hall_server.domain.items.services import OwnKiosk, Service, elsewhere
from hall_server.domain.items.venues import Venue

PRINT = Service(id="print", name="打印", hardware=(Hardware.PAGE_PRINTER, Hardware.ID_CARD))
ABLE = OwnKiosk("K2", "2 号机", "二楼", (Hardware.ID_CARD, Hardware.PAGE_PRINTER, Hardware.CAMERA))
UNABLE = OwnKiosk("K1", "1 号机", "一楼", (Hardware.ID_CARD,))
SILENT = OwnKiosk("K3", "3 号机")
DESK = PlaceView(PlaceKind.COUNTER, "E", "社保", "二楼 A 区")


def venue(name: str, km: float | None, *services: str) -> Venue:
    return Venue(id=name, name=name, level=VenueLevel.STREET, km=km, services=services)


def test_the_least_way_comes_first_and_only_who_has_it() -> None:
    venues = (
        venue("far", 9.0, "print"),
        venue("unknown", None, "print"),
        venue("near", 1.0, "print"),
        venue("no", 0.5),
    )
    found = elsewhere(PRINT, (UNABLE, SILENT, ABLE), (DESK,), venues)
    assert [one.id for one in found] == ["K2", "E", "near", "far", "unknown"]
    assert (found[0].where, found[2].km) == ("二楼", 1.0)


def test_a_kiosk_of_which_nothing_is_known_is_never_named_even_for_what_needs_nothing() -> None:
    assert elsewhere(Service(id="x", name="问"), (SILENT,), (), ()) == ()
