"""远程帮办 through a whole kiosk, a served hall and the reference city: words both ways, pages of named hosts."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.remote_help import RemoteHelp
from kiosk.hall_client.visits import VisitDesk
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.hall_watch import Pace
from kiosk.runner.slips import slip_maker
from kiosk.session.events import Choice, Touch
from kiosk.session.remote import TalkStep, remote_way
from kiosk.session.sharing import shares_screen
from kiosk.session.state import Page, Rules
from kiosk.session.talk_words import PHRASES
from tests.integration.hall_server.city_halls import site_with
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, Served
from tests.integration.kiosk.stand_in import Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from kiosk.session.remote import RemoteWay


PICTURE = b"\xff\xd8\xff\xe0 a picture of no screen \xff\xd9"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture
def hall(city: ServedCity, tmp_path: Path) -> Iterator[Served]:
    table = f'[city]\naddress = "{city.address}"\ntimeout_s = 2.0\nhelp_hosts = ["guide.example"]'
    served = Served(tmp_path / "data", "--site", str(site_with(tmp_path, table)))
    served.start()
    yield served
    served.stop()
    kept = b"".join(one.read_bytes() for one in served.data.rglob("*") if one.is_file()) + "".join(served.log).encode()
    assert PHRASES["fee"].encode() not in kept


@asynccontextmanager
async def talking_at(hall: Served, folder: Path) -> AsyncIterator[Stage]:
    """A kiosk whose visitor has asked for a person of the city."""
    key = hall.credential("kiosk", "K1", "K1")
    client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    parts = Parts(
        hall=client,
        store=LocalStore(folder / "kiosk.db"),
        boxes=Boxes(),
        slip_of=slip_maker("1 号机", 80),
        pseudonym_key=b"a key of this hall",
        rules=Rules(cleared_s=0.05, same_touch_s=0.0),
        pace=Pace(polling_s=0.1, reopen_s=0.1),
        kiosk_id="K1",
        help_verbs=VisitDesk(client),
        talk_of=partial(RemoteHelp, client),
    )
    async with Stage(Kiosk(parts)) as stage:
        await stage.until(lambda session: session.page is Page.HOME and session.online)
        stage.kiosk.touch(Touch.TAKE_A_NUMBER)
        await stage.page(Page.SERVICES)
        stage.kiosk.touch(Touch.HELP)
        await stage.page(Page.HELP)
        stage.kiosk.touch(Touch.OTHER_WAYS)
        await stage.page(Page.WAYS)
        stage.kiosk.touch(Touch.REMOTE_HELP)
        await stage.page(Page.REMOTE)
        yield stage


def way_of(stage: Stage) -> RemoteWay:
    way = remote_way(stage.kiosk.session)
    assert way is not None
    return way


async def until_step(stage: Stage, step: TalkStep) -> None:
    await stage.eventually(lambda: way_of(stage).step is step)


async def answered(city: ServedCity, stage: Stage, **said: str) -> None:
    path = f"/video/talks/{way_of(stage).talk}"
    assert (await asyncio.to_thread(partial(city.ask, "POST", path, json=said))).ok


async def test_cl_e10_words_go_both_ways_a_named_page_is_shown_and_another_only_counted(
    hall: Served, city: ServedCity, tmp_path: Path
) -> None:
    async with talking_at(hall, tmp_path) as stage:
        await until_step(stage, TalkStep.WAITING)
        assert (await asyncio.to_thread(partial(city.ask, "POST", "/video/answer"))).ok
        await until_step(stage, TalkStep.TALKING)
        stage.kiosk.choose(Choice.PHRASE, "fee")
        await stage.eventually(lambda: [line.words for line in way_of(stage).lines] == [PHRASES["fee"]])
        await answered(city, stage, words="不用交钱")
        await answered(city, stage, page="https://evil.example/")
        await answered(city, stage, page="https://guide.example/i01")
        await stage.eventually(lambda: [line.page for line in way_of(stage).lines][-1] == "https://guide.example/i01")
        assert [line.words for line in way_of(stage).lines][:2] == [PHRASES["fee"], "不用交钱"]
        assert (len(way_of(stage).lines), way_of(stage).left_out) == (3, 1)
        stage.kiosk.touch(Touch.BACK)
        await stage.page(Page.WAYS)
        assert remote_way(stage.kiosk.session) is None
        stage.kiosk.touch(Touch.BACK)
        stage.kiosk.touch(Touch.BACK)
        await stage.page(Page.SERVICES)


async def test_cl_e10_a_yes_shows_the_page_to_the_hall_and_one_touch_ends_it(
    hall: Served, city: ServedCity, tmp_path: Path
) -> None:
    with closing(hall.machine("counter", "desk")) as desk:
        async with talking_at(hall, tmp_path) as stage:
            await until_step(stage, TalkStep.WAITING)
            while way_of(stage).step is not TalkStep.TALKING:
                await asyncio.to_thread(partial(city.ask, "POST", "/video/answer"))
                await asyncio.sleep(0.2)
            assert way_of(stage).address.startswith("https://video.example/")
            stage.kiosk.show_picture(PICTURE)
            stage.kiosk.touch(Touch.SHARE_SCREEN)
            stage.kiosk.touch(Touch.AGREE)
            await stage.page(Page.SERVICES)
            assert shares_screen(stage.kiosk.session)
            assert desk.get("screens").json()["screens"] == []
            stage.kiosk.show_picture(PICTURE)
            await stage.eventually(lambda: desk.get("screens").json()["screens"] != [])
            [shared] = (await asyncio.to_thread(desk.get, "screens")).json()["screens"]
            path = f"city/video/{shared['session']}/picture"
            assert (await asyncio.to_thread(desk.get, path)).content == PICTURE
            stage.kiosk.touch(Touch.HELP)
            await stage.page(Page.REMOTE)
            await stage.eventually(lambda: desk.get("screens").json()["screens"] == [])
            assert not shares_screen(stage.kiosk.session)
            stage.kiosk.touch(Touch.BACK)
            await stage.page(Page.SERVICES)


async def test_cl_e12_a_city_that_is_away_is_said_and_the_visit_goes_on(
    hall: Served, city: ServedCity, tmp_path: Path
) -> None:
    await asyncio.to_thread(partial(city.ask, "PUT", "/faults", json={"down": True}))
    try:
        async with talking_at(hall, tmp_path) as stage:
            await until_step(stage, TalkStep.AWAY)
            stage.kiosk.touch(Touch.BACK)
            await stage.page(Page.WAYS)
    finally:
        await asyncio.to_thread(partial(city.ask, "PUT", "/faults", json={}))
