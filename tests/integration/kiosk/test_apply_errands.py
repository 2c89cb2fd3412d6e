"""An application by errands: scanned pages leave the folder sealed, the city has them once, a wipe leaves nothing."""

from __future__ import annotations

import asyncio
import dataclasses
import time
import uuid
from typing import TYPE_CHECKING

import pytest

from devices.document_scanner.images import page_of, pixels_of
from devices.document_scanner.papers import sheet
from devices.values.document_scanner import Verdict
from hall_server.contract.city.progress import CaseState
from kiosk.hall_client import HallAccess, HallClient
from kiosk.hall_client.applications import Applying
from kiosk.runner.applying import ApplyRunner
from kiosk.runner.errands import Errands
from kiosk.runner.holders import Holders
from kiosk.runner.pictures import Pictures
from kiosk.runner.scan_folder import ScanFolder
from kiosk.runner.scanning import Scanning
from kiosk.session.apply_words import (
    ApplicationFailed,
    ApplicationOpen,
    ApplicationSending,
    ApplicationTaken,
    BeginApplication,
    DropApplication,
    HandIn,
)
from kiosk.session.effects import Wipe
from kiosk.session.scans import BlackenPage, Blot, StartScan
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MATERIALS = (("m_id", ""), ("m_rp", ""))
PAGES = tuple(page_of(sheet(number), 210, 297, Verdict.GOOD) for number in (1, 2))
BLACK = 8  # what compressing leaves of black


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallClient]:
    city = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    hall = hall_of(tmp_path_factory.mktemp("hall"), city)
    hall.start()
    key = hall.credential("kiosk", "K1", "K1")
    client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    yield client
    client.close()
    hall.stop()
    city.stop()


class Remembering(Applying):
    """What leaves the kiosk, before it is sealed for the city."""

    def __init__(self, client: HallClient) -> None:
        super().__init__(client)
        self.sent: dict[int, bytes] = {}

    def put_page(self, page: int, picture: bytes) -> None:
        self.sent[page] = picture
        super().put_page(page, picture)


class Applier:
    """The performer with a folder of scanned pages; `said` are its answers."""

    def __init__(self, client: HallClient | None, path: Path) -> None:
        self.said: list[object] = []
        self.folder = ScanFolder(path)
        self.holders = Holders(b"key")
        self.holders.handle("p", "demo-person-000000001A")
        self.sealed: list[Remembering] = []
        self.scanning = scanning = Scanning(
            None, post=self.heard, clock=time.monotonic, pictures=Pictures(), folder=self.folder
        )

        def applying(to: HallClient) -> Remembering:
            self.sealed.append(Remembering(to))
            return self.sealed[-1]

        make = None if client is None else lambda: applying(client)
        self.runner = ApplyRunner(make, holders=self.holders, scanning=scanning, post=self.heard, clock=time.monotonic)
        self.errands = Errands()
        self.runner.serve(self.errands)

    def heard(self, event: object) -> None:
        self.said.append(event)

    def scan(self) -> None:
        for number, (material, _) in enumerate(MATERIALS, start=1):
            self.folder.expect(material, 1)
            self.folder.keep(material, PAGES[number - 1])

    async def do(self, errand: BeginApplication | HandIn | DropApplication) -> object:
        work = self.errands.begin(errand)
        assert work is not None
        await work
        await asyncio.sleep(0)
        return self.said[-1] if self.said else None


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def begin() -> BeginApplication:
    return BeginApplication("look", str(uuid.uuid4()), "i02")


async def test_cl_e9_scanned_pages_are_sealed_sent_with_progress_and_handed_in(
    client: HallClient, tmp_path: Path
) -> None:
    one = Applier(client, tmp_path)
    opened = await one.do(begin())
    assert isinstance(opened, ApplicationOpen)
    assert {need.id for need in opened.begun.materials} >= {"m_id", "m_rp"}
    one.scan()
    await one.do(HandIn("send", "p", materials=MATERIALS))
    (taken,) = (event for event in one.said if isinstance(event, ApplicationTaken))
    assert (taken.receipt.pages, taken.receipt.state) == (2, CaseState.RECEIVED)
    told = [event.per_cent for event in one.said if isinstance(event, ApplicationSending)]
    assert told == sorted(set(told))
    assert told[-1] == 100
    assert files(tmp_path) == []


async def test_cl_e16_what_the_city_is_sent_of_a_blackened_page_is_black(client: HallClient, tmp_path: Path) -> None:
    one = Applier(client, tmp_path)
    await one.do(begin())
    one.scan()
    one.scanning.do(StartScan("m_id", 1))
    one.scanning.do(BlackenPage(1, (Blot(0, 250, 1000, 500),)))
    await one.do(HandIn("send", "p", materials=MATERIALS))
    assert any(isinstance(event, ApplicationTaken) for event in one.said)
    black, as_it_was = (pixels_of(dataclasses.replace(PAGES[0], jpeg=one.sealed[0].sent[number])) for number in (1, 2))
    assert len(one.sealed[0].sent) == len(MATERIALS)
    high = black.shape[0]
    assert black[high // 4 : high // 2].max() <= BLACK
    assert as_it_was[high // 4 : high // 2].max() > BLACK
    assert files(tmp_path) == []


async def test_what_is_missing_is_said_and_goes_on_where_it_stood(client: HallClient, tmp_path: Path) -> None:
    one = Applier(client, tmp_path)
    await one.do(begin())
    failed = await one.do(HandIn("send", "p", materials=MATERIALS))
    assert isinstance(failed, ApplicationFailed)
    assert failed.code == "materials_missing"
    one.scan()
    await one.do(HandIn("again", "p", materials=MATERIALS))
    assert [event.look for event in one.said if isinstance(event, ApplicationTaken)] == ["again"]


@pytest.mark.parametrize("by_wipe", [True, False])
async def test_a_dropped_application_is_gone_and_says_nothing_more(
    client: HallClient, tmp_path: Path, by_wipe: bool
) -> None:
    one = Applier(client, tmp_path)
    await one.do(begin())
    if by_wipe:
        one.runner.hear(Wipe())
    else:
        await one.do(DropApplication())
    failed = await one.do(HandIn("send", "p", materials=MATERIALS))
    assert isinstance(failed, ApplicationFailed)
    assert failed.code == "nobody_known"


async def test_without_a_hall_for_it_nobody_is_led_on(tmp_path: Path) -> None:
    failed = await Applier(None, tmp_path).do(begin())
    assert isinstance(failed, ApplicationFailed)
    assert failed.code == "city_away"
