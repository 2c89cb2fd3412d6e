"""A version that the hall wants: wished of the slots when nobody stands there, and told when it came to nothing."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from hall_server.contract.fleet import Heartbeat, Orders
from kiosk.hall_client.fleet import FleetVerbs, Heard
from kiosk.local_store import LocalStore
from kiosk.runner.deeds import Deeds
from kiosk.runner.heartbeat import Beating
from kiosk.runner.version_wish import WISH, VersionWish
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.integration.kiosk.fleet_bench import box_watch
from tests.integration.kiosk.machines import Bench

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWER = "99.0"


class Hall(FleetVerbs):
    """Wants one version of every kiosk, or what it is told to."""

    def __init__(self) -> None:
        self.beats: list[Heartbeat] = []
        self.heard = Heard(Orders("K1", 1, NEWER), every_s=0)

    def beat(self, beat: Heartbeat) -> Heard:
        self.beats.append(beat)
        return self.heard


class Kiosk:
    def __init__(self, folder: Path, store: LocalStore) -> None:
        self.hall, self.session = Hall(), Session(page=Page.HOME)
        self.folder, self.book = folder, folder / "slots/kiosk.json"
        self.book.parent.mkdir()
        with_slots = VersionWish(folder, self.book)
        self.journal = ThreadPoolExecutor(1)
        boxes = box_watch()
        self.beating = Beating(
            *(self.hall, store, self.journal, boxes, {}, folder),
            session=lambda: self.session,
            stop=lambda: None,
            versions=with_slots,
            deeds=Deeds(self.hall, store, self.journal, boxes, lambda: self.session),
        )

    def beats(self, times: int) -> None:
        """So many heartbeats."""

        async def run() -> None:
            running, until = asyncio.create_task(self.beating.run(0)), len(self.hall.beats) + times
            while len(self.hall.beats) < until:
                await asyncio.sleep(0.01)
            running.cancel()

        asyncio.run(run())

    @property
    def wished(self) -> str:
        file = self.folder / WISH
        return file.read_text().strip() if file.exists() else ""


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    store = LocalStore(tmp_path / "kiosk.db", Bench().machine())
    kiosk = Kiosk(tmp_path, store)
    yield kiosk
    kiosk.journal.shutdown()  # as the runner does: what it was told to do is done before the store closes
    store.close()


def test_cl_e14_a_version_is_wished_once_nobody_stands_there(kiosk: Kiosk) -> None:
    kiosk.session = replace(kiosk.session, page=Page.SERVICES)
    kiosk.beats(3)
    assert not kiosk.wished
    kiosk.session = replace(kiosk.session, page=Page.HOME)
    kiosk.beats(2)
    assert kiosk.wished == NEWER
    assert {beat.update_failed for beat in kiosk.hall.beats} == {None}


def test_cl_e14_a_version_that_came_back_is_told_and_not_wished_again(kiosk: Kiosk) -> None:
    kiosk.book.write_text(json.dumps({"wished": NEWER, "came": 3}))
    kiosk.beats(2)
    assert not kiosk.wished
    assert kiosk.hall.beats[-1].update_failed == NEWER


def test_cl_e14_a_machine_that_cannot_change_its_version_says_so(kiosk: Kiosk) -> None:
    kiosk.book.parent.rmdir()
    kiosk.beats(2)
    assert not kiosk.wished
    assert kiosk.hall.beats[-1].update_failed == NEWER
