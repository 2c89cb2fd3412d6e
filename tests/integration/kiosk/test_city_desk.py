"""The kiosk's own verbs for certificates and cases, against a served hall with a served city, and without one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.certificates import PrintedAs
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.links import LinkCategory
from hall_server.contract.progress_views import ToldBy
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.city import CityDesk
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHEN = Holder(handle="demo-person-000000001A")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


def desk_at(hall: Served) -> Iterator[CityDesk]:
    hall.start()
    key = hall.credential("kiosk", "K1", "K1")
    client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    yield CityDesk(client)
    client.close()
    hall.stop()


@pytest.fixture(scope="module")
def desk(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CityDesk]:
    yield from desk_at(hall_of(tmp_path_factory.mktemp("hall"), city))


@pytest.fixture
def without_a_city(tmp_path: Path) -> Iterator[CityDesk]:
    yield from desk_at(Served(tmp_path / "data"))


def refusal(ask: Any) -> str:
    with pytest.raises(HallRefusedError) as caught:
        ask()
    return caught.value.code


def test_a_certificate_is_listed_fetched_and_its_paper_told_once(desk: CityDesk) -> None:
    visit, key = str(uuid.uuid4()), str(uuid.uuid4())
    found = desk.certificates(visit, CHEN)
    one = next(each for each in found.certificates if each.printable)
    document = desk.certificate(visit, CHEN, one)
    assert (document.id, document.document[:5]) == (one.id, b"%PDF-")
    told = [desk.certificate_printed(key, visit, one.type, 1, PrintedAs.PRINTED) for _ in range(2)]
    assert told[0] == told[1]
    assert refusal(lambda: desk.certificate_link(visit, CHEN, one)) == "not_found"  # this hall has no public address
    assert refusal(lambda: desk.certificate(str(uuid.uuid4()), CHEN, one)) == "not_allowed"


def test_cases_are_found_three_ways(desk: CityDesk) -> None:
    mine = desk.cases_of(CHEN).cases
    (by_number,) = desk.case_by_number(mine[0].number).cases
    assert (by_number.step, by_number.told_by) == (mine[0].step, ToldBy.CITY)
    assert mine[0].item
    assert not by_number.item
    assert refusal(lambda: desk.case_of_slip(str(uuid.uuid4()))) == "ticket_unknown"


def test_a_hall_without_a_city_says_that_it_has_no_such_platform(without_a_city: CityDesk) -> None:
    for ask in (
        lambda: without_a_city.certificates(str(uuid.uuid4()), CHEN),
        lambda: without_a_city.cases_of(CHEN),
        lambda: without_a_city.case_by_number("2026-1"),
    ):
        assert refusal(ask) == "not_found"


def test_what_cannot_be_a_number_is_refused(desk: CityDesk) -> None:
    assert refusal(lambda: desk.case_by_number("../x")) == "bad_request"


def test_links_come_as_the_city_lists_them_each_time_shuffled_by_the_hall(desk: CityDesk) -> None:
    told = [desk.links(LinkCategory.INTERMEDIARY) for _ in range(12)]
    assert len({frozenset(one.id for one in each.links) for each in told}) == 1
    assert len({tuple(one.id for one in each.links) for each in told}) > 1  # CL-G10
    assert all(one.address.startswith("https://") for one in desk.links(LinkCategory.OFFICIAL).links)


def test_a_hall_without_a_city_has_no_links(without_a_city: CityDesk) -> None:
    assert refusal(lambda: without_a_city.links(LinkCategory.OFFICIAL)) in {"not_found", "city_away"}
