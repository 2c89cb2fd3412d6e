"""中介超市 and other links: what every city's list must be. KAPOK_CITY_LINKS=https://… for another city than ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.city.errors import CityAwayError
from hall_server.city.links import CityLinks
from hall_server.contract.city.links import LinkCategory, Links
from tests.contracts.city.asked_ports import Platform, shared

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served(request: pytest.FixtureRequest) -> Platform:
    return shared("links", request)


@pytest.fixture
def links(served: Platform) -> Iterator[CityLinks]:
    line = served.line()
    yield CityLinks(line)
    line.close()


@pytest.fixture
def faulty(served: Platform) -> Iterator[Platform]:
    if served.city is None:
        pytest.skip("faults are the reference city's")
    yield served
    served.faults()


@pytest.mark.parametrize("category", LinkCategory)
def test_each_category_is_listed_and_no_id_stands_twice(links: CityLinks, category: LinkCategory) -> None:
    found = links.links(category).links
    assert len({one.id for one in found}) == len(found)


def test_a_city_lists_several_agencies_or_none(links: CityLinks) -> None:
    assert len(links.links(LinkCategory.INTERMEDIARY).links) != 1


@pytest.mark.parametrize(("fault", "why"), [({"down": True}, "busy"), ({"wrong": True}, "nonsense")])
def test_a_city_with_a_fault_is_away(faulty: Platform, links: CityLinks, fault: dict[str, object], why: str) -> None:
    faulty.faults(**fault)
    with pytest.raises(CityAwayError, match=why):
        links.links(LinkCategory.OFFICIAL)
    faulty.faults()
    assert links.links(LinkCategory.OFFICIAL).links


def test_a_slow_city_costs_the_line_s_own_time_and_no_more(faulty: Platform) -> None:
    faulty.faults(slow_s=30)
    line = faulty.line(0.2)
    with pytest.raises(CityAwayError, match="too_slow"):
        CityLinks(line).links(LinkCategory.OFFICIAL)
    line.close()


@pytest.mark.parametrize("address", ["http://a.example/", "javascript:alert(1)", "https://a b", "https://", "ftp://a"])
def test_an_address_that_nobody_should_open_is_no_link(address: str) -> None:
    row = {"id": "a", "name": "a", "address": address}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"category": "official", "links": [row]}, Links)
