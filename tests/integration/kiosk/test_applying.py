"""An application over a bad line: whatever is lost, cut or doubled, what the city opens is what was scanned, once."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from typing import TYPE_CHECKING, TypeVar

import pytest

from hall_server.contract.city.applications import ApplicationForm, MaterialGiven
from hall_server.contract.city.licences import Holder
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError, HallSilentError
from kiosk.hall_client.applications import Applying, Sent
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID
from tests.integration.kiosk.flaky import Fate, FlakyNetwork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.integration.hall_server.served import Served

T = TypeVar("T")
PAGE = b"\xff\xd8\xff" + bytes(range(256)) * 1_200  # four pieces
SCANNED = (MaterialGiven(material="m_id", parts=(1,)), MaterialGiven(material="m_rp", parts=(1,)))
AGAIN = frozenset({"parts_missing", "city_away", "idempotency_key_in_flight"})
TRIES = 200


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture
def hall(city: ServedCity, tmp_path: Path) -> Iterator[Served]:
    served = hall_of(tmp_path, city)
    served.start()
    yield served
    served.stop()


def until_it_is_done(ask: Callable[[], T], otherwise: Callable[[], object] = lambda: None) -> T:
    for _ in range(TRIES):
        try:
            return ask()
        except HallSilentError:
            continue
        except HallRefusedError as error:
            if error.code not in AGAIN:
                raise
            otherwise()
    raise AssertionError("the line is too bad")


@pytest.mark.parametrize("seed", [3, 8])
async def test_over_a_line_that_loses_cuts_and_doubles_an_application_arrives_whole_and_once(
    hall: Served, city: ServedCity, seed: int
) -> None:
    fates = {**dict.fromkeys(Fate, 1), Fate.WELL: 4}
    key = hall.credential("kiosk", "K1", "K1")
    async with FlakyNetwork(int(hall.address.rpartition(":")[2]), seed, fates) as network:
        address = f"http://127.0.0.1:{network.port}"
        access = HallAccess(address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=2.0)
        client = HallClient(access)
        heard: list[Sent] = []

        def apply() -> Applying:
            one, visit = Applying(client), str(uuid.uuid4())
            until_it_is_done(lambda: one.begin(visit, "i02"))
            one.put_form(ApplicationForm(holder=Holder(handle="demo-person-000000001A")))
            one.put_page(1, PAGE)

            def send() -> None:
                until_it_is_done(lambda: one.send(heard.append))

            send()
            until_it_is_done(lambda: one.hand_in(SCANNED), send)
            return one

        done = await asyncio.to_thread(apply)
        client.close()
        assert sum(network.happened.values()) > network.happened[Fate.WELL]
    assert heard[-1].done == heard[-1].of
    given = [one for one in city.ask("GET", "/applications").json() if one["application"] == done.id]
    assert [one["pages"] for one in given] == [[hashlib.sha256(PAGE).hexdigest()]]
