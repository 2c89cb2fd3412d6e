"""The reference city's pages over HTTP: booking by hand, whatever is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.hall_server.city_served import ServedCity

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city"))
    yield served
    assert served.stop() == 0
    assert not [line for line in served.log if "Traceback" in line]


def test_a_person_books_by_hand_and_gives_it_back(city: ServedCity) -> None:
    page = city.ask("POST", "/book/chen", data={"item": "i02", "typed": "2030-01-02T10:00"})
    assert (page.status_code, page.url) == (200, f"{city.address}/book/chen")
    (booking,) = city.ask("GET", "/people/bookings?person=chen").json()
    assert booking["starts_at"] == 1_893_549_600_000_000
    assert booking["reference"] in page.text
    city.ask("POST", f"/book/zhou/cancel/{booking['reference']}")
    city.ask("POST", f"/book/chen/cancel/{booking['reference']}")
    rows = city.ask("GET", "/appointments/news").json()["rows"]
    assert [one["kind"] for one in rows] == ["booked", "cancelled"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe&&=",
        b"item=i&starts_at=99999999999999999999",
        b"item=i&typed=yesterday",
        b"starts_at=5",
        b"a=1&" * 99,
    ],
)
def test_what_cannot_be_understood_leads_back_to_the_form(city: ServedCity, body: bytes) -> None:
    before = len(city.ask("GET", "/people/bookings").json())
    page = city.ask("POST", "/book/zhou", data=body)
    assert (page.status_code, "没有约成" in page.text) == (200, True)
    assert len(city.ask("GET", "/people/bookings").json()) == before


@pytest.mark.parametrize(("method", "path"), [("GET", "/book/nobody"), ("POST", "/book/nobody")])
def test_nobody_has_a_friendly_page(city: ServedCity, method: str, path: str) -> None:
    page = city.ask(method, path)
    assert (page.status_code, "没有这个人" in page.text) == (404, True)
