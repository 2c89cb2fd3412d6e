"""CL-B10, G11 Places nearby: there without the city, with load words only while they are fresh."""

from __future__ import annotations

from hall_server.contract.guides import VenueLoad
from hall_server.contract.item_words import Load
from kiosk.guides.venues import LONG_WAIT_MIN, STALE_US, instead, nearby
from tests.unit.kiosk.guides.demo import CATALOGUE

NOW = 1_800_000_000_000_000


def test_the_nearest_comes_first_and_only_who_does_the_item() -> None:
    assert [one.venue.id for one in nearby(CATALOGUE)] == ["gz-demo-street", "gz-demo-city"]
    assert [one.venue.id for one in nearby(CATALOGUE, "i28")] == ["gz-demo-city"]
    assert CATALOGUE.venues_from == "2026-10-01"


def test_how_busy_a_place_is_is_told_while_it_is_fresh() -> None:
    said = [VenueLoad("gz-demo-street", Load.IDLE, NOW), VenueLoad("gz-demo-city", Load.BUSY, NOW - STALE_US - 1)]
    near, far = nearby(CATALOGUE, loads=said, now=NOW)
    assert (near.load, near.load_at) == (Load.IDLE, NOW)
    assert (far.load, far.load_at) == (None, None)


def test_a_word_from_the_future_is_not_told() -> None:
    ahead = [VenueLoad("gz-demo-street", Load.IDLE, NOW + 1)]
    assert nearby(CATALOGUE, loads=ahead, now=NOW)[0].load is None


def test_a_long_wait_names_the_nearest_place_that_does_it() -> None:
    """CL-G11."""
    found = instead(CATALOGUE, "i02", LONG_WAIT_MIN + 5)
    assert found is not None
    assert found.id == "gz-demo-street"
    assert instead(CATALOGUE, "i02", LONG_WAIT_MIN - 1) is None
