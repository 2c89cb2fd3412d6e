"""Somebody applies at a whole kiosk: card reader, document camera and printer emulated, hall and city served.

What they scanned and filled in is the city's afterwards, and nobody else's: it is looked for in everything else.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from typing import TYPE_CHECKING, Any

import pytest

from config.kiosk_file import Credential, KioskFile, KioskTable
from devices.camera.emulator import CameraEmulator
from devices.document_scanner.papers import empty_table, laid, sheet
from devices.id_card.console import made_up_card
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from devices.values.document_scanner import Verdict
from hall_server.city.reference.persons import PERSONS
from hall_server.contract.city.progress import CaseState
from kiosk.app import build_kiosk
from kiosk.runner.pictures import LIVE
from kiosk.session.apply_way import ApplyFault, apply_way, entries
from kiosk.session.events import Choice, CodeShown, Touch
from kiosk.session.printouts import Come
from kiosk.session.shown import PersonShown
from kiosk.session.state import Page, Person
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID
from tests.integration.kiosk.stand_in import Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.integration.hall_server.served import Served

HE = made_up_card("何桂芳", "44019919520101364")
CHEN = Person(pseudonym="c" * 32, name_mask="", number_mask="", age=None)  # by the city's code; the shelf has licences
HANDLE, NAME, WHERE = PERSONS["chen"].subject, "陈样明", "演示省演示市木棉区样板路 1 号"
PHONE, SOURCE = "13800138000", "居民身份证 电子证照"
SECRETS = (HE.number, HE.name, "999999198604120018", HANDLE, NAME, WHERE, PHONE)
BETWEEN_S = 0.5  # the same touch sooner is a finger that trembles
pytestmark = pytest.mark.timeout(240)
JPEG = b"\xff\xd8\xff"
WITHIN_S = 60.0


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = hall_of(tmp_path_factory.mktemp("hall"), city)
    served.start()
    yield served
    served.stop()


def given_to(city: ServedCity, application: str) -> dict[str, Any]:
    """What the city says of one that was handed in, once."""
    (one,) = [one for one in city.ask("GET", "/applications").json() if one["application"] == application]
    found: dict[str, Any] = one
    return found


class Desk:
    """The emulated boxes of one kiosk, where its temporary files go, and the visitor's hand."""

    def __init__(
        self, stage: Stage, eye: CameraEmulator, reader: IdCardReaderEmulator, printer: ReceiptPrinterEmulator
    ):
        self.stage, self.kiosk = stage, stage.kiosk
        self.eye, self.reader, self.printer = eye, reader, printer

    async def begins(self) -> None:
        """办事指南 → 居住证签注 → 在这台机器上办 → card → a yes to licences → what is to be scanned."""
        await self.stage.until(
            lambda session: (
                session.page is Page.HOME
                and session.online
                and session.devices.document_scanner
                and session.devices.printer
                and session.devices.card_reader
            ),
            WITHIN_S,
        )
        self.kiosk.touch(Touch.TAKE_A_NUMBER)
        await self.stage.page(Page.SERVICES)
        self.kiosk.choose(Choice.ITEM, "i02")
        await self.stage.page(Page.PRECHECK)
        self.kiosk.touch(Touch.APPLY)
        await self.stage.page(Page.APPLY)
        self.kiosk.touch(Touch.AGREE)
        await self.stage.page(Page.APPLY_CARD)

    async def shows_card(self) -> None:
        """Somebody of whom the city has no licences."""
        self.reader.lay(HE)
        await self.stage.page(Page.CONSENT)
        self.reader.lift()
        await self.agrees()

    async def shows_code(self) -> None:
        """As a good code does: the city's own handle is kept beside the visit."""
        self.kiosk.holders.handle(CHEN.pseudonym, HANDLE)
        self.kiosk.submit(CodeShown(self.kiosk.clock(), PersonShown(CHEN), self.kiosk.fresh_id()))
        await self.stage.page(Page.CONSENT)
        await self.agrees()

    async def agrees(self) -> None:
        await asyncio.sleep(BETWEEN_S)
        self.kiosk.touch(Touch.AGREE)
        await self.stage.until(lambda session: session.page is Page.APPLY_MATERIALS, WITHIN_S)

    async def licences_are_found(self) -> None:
        await self.stage.until(lambda s: s.visit and s.visit.licences and not s.visit.licences.looking, WITHIN_S)

    async def scans(self, material: str, count: int) -> None:
        """Page after page is laid down; the camera takes each by itself."""
        self.kiosk.choose(Choice.MATERIAL, material)
        await self.stage.eventually(lambda: self.kiosk.paperwork.pictures.picture(LIVE), WITHIN_S)
        for number in range(1, count + 1):
            self.eye.show(laid(sheet(number), turn=2 + number))
            await self.stage.until(
                lambda s, number=number: dict(apply_way(s).scanned).get(material) == (Verdict.GOOD,) * number, WITHIN_S
            )
        self.kiosk.touch(Touch.BACK)
        await self.stage.page(Page.APPLY_MATERIALS)

    async def fills(self) -> None:
        """A telephone by hand."""
        self.kiosk.touch(Touch.BROUGHT)
        await self.stage.page(Page.APPLY_FORM)
        self.kiosk.choose(Choice.FIELD, "phone")
        await self.stage.page(Page.APPLY_FIELD)
        for place, key in enumerate(PHONE, start=1):
            self.kiosk.choose(Choice.KEY, key)
            await self.stage.until(lambda s, place=place: len(apply_way(s).text) == place)
            await asyncio.sleep(BETWEEN_S / 3)
        self.kiosk.touch(Touch.TYPED)
        await self.stage.page(Page.APPLY_FORM)

    async def looks_once_more(self, delivery: str) -> None:
        """How the result comes, and the last look."""
        await asyncio.sleep(BETWEEN_S)
        self.kiosk.touch(Touch.TYPED)
        await self.stage.page(Page.APPLY_DELIVERY)
        self.kiosk.choose(Choice.DELIVERY, delivery)
        await asyncio.sleep(BETWEEN_S)
        self.kiosk.touch(Touch.TYPED)
        await self.stage.page(Page.APPLY_CHECK)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this kiosk's temporary files go."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
async def desk(hall: Served, folder: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    eye, reader, printer = CameraEmulator(fps=20), IdCardReaderEmulator(), ReceiptPrinterEmulator(port=0)
    for box in (eye, reader, printer):
        await box.start()
    eye.show(empty_table())
    key = hall.credential("kiosk", "K1", "K1")
    settings = KioskFile(
        kiosk=KioskTable(id="K1", name="1 号机", server=hall.address, state_dir="state", take_timeout_s=10),
        device={
            "id_card": {"driver": "sdt", "address": f"serial://{reader.address}?baud=115200"},
            "receipt_printer": {"driver": "escpos", "fast": True, "address": printer.address},
            "document_scanner": {"driver": "camera", "address": eye.address},
        },
    )
    credential = Credential(hall=HALL_ID, key_id=key["key_id"], secret=key["secret"], pseudonym_key="ab" * 32)
    (tmp_path / "state").mkdir()
    async with Stage(build_kiosk(settings, credential, tmp_path)) as stage:
        yield Desk(stage, eye, reader, printer)
    for box in (eye, reader, printer):
        await box.stop()


def nowhere(hall: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No value of the form and no page stands in any store, any log, any temporary folder."""
    parts = (hall.data, tmp_path / "state", tmp_path / "tmp")
    kept = {path: path.read_bytes() for part in parts for path in _files(part)}
    said = "\n".join((caplog.text, *hall.log)).encode()
    for secret in (*(one.encode() for one in SECRETS), JPEG):
        assert [str(path) for path, content in kept.items() if secret in content] == []
        assert secret not in said
    assert _files(tmp_path / "tmp") == []


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_cl_e9_somebody_applies_has_the_receipt_and_nothing_of_it_stays_anywhere_but_in_the_city(
    desk: Desk, hall: Served, city: ServedCity, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await desk.begins()
    await desk.shows_card()
    await desk.licences_are_found()
    await desk.scans("m_id", 1)
    await desk.scans("m_rp", 1)
    assert _files(tmp_path / "tmp"), "the pages lie somewhere, sealed"
    assert not any(JPEG in path.read_bytes() for path in _files(tmp_path / "tmp"))
    await desk.fills()
    await desk.looks_once_more("counter")
    desk.kiosk.touch(Touch.SEND)
    session = await desk.stage.until(lambda s: s.page is Page.APPLY_RECEIPT, WITHIN_S)
    receipt = apply_way(session).receipt
    assert (receipt.state, receipt.pages, receipt.delivery) == (CaseState.RECEIVED, 2, "counter")
    assert (receipt.by_licence, receipt.later) == ((), ("居住/就业证明",))

    (slip,) = await desk.printer.wait_for_slips(1)
    await desk.stage.until(lambda s: apply_way(s).printout.come is Come.DONE)
    for line in (receipt.number, "窗口领取", "2 页", "居住/就业证明"):
        assert line in slip.text
    assert not any(secret in slip.text for secret in SECRETS)
    given = given_to(city, receipt.application)
    assert (given["item"], len(given["pages"])) == ("i02", 2)

    desk.kiosk.touch(Touch.FINISH)
    await desk.stage.page(Page.HOME)
    pages = desk.kiosk.paperwork
    assert (pages.pictures.picture(LIVE), pages.pictures.picture("page/1"), len(desk.kiosk.holders)) == (b"", b"", 0)
    nowhere(hall, tmp_path, caplog)


async def test_cl_d11_a_city_that_goes_away_at_sending_is_said_and_sent_again_licences_and_fields_go_with_their_source(
    desk: Desk, hall: Served, city: ServedCity, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await desk.begins()
    await desk.shows_code()
    await desk.licences_are_found()
    await desk.scans("m_rp", 1)
    await desk.fills()
    session = desk.kiosk.session
    form = {one.field: (one.value, one.source) for one in entries(session, apply_way(session))}
    assert (form["name"], form["address"]) == ((NAME, SOURCE), (WHERE, SOURCE))
    await desk.looks_once_more("post:address")
    city.ask("PUT", "/faults", json={"down": True})
    desk.kiosk.touch(Touch.SEND)
    away = await desk.stage.until(lambda s: apply_way(s) and apply_way(s).fault, WITHIN_S)
    assert (away.page, apply_way(away).fault) == (Page.APPLY_SENDING, ApplyFault.CITY_AWAY)

    city.ask("PUT", "/faults", json={})
    await asyncio.sleep(BETWEEN_S)
    desk.kiosk.touch(Touch.SEND)
    session = await desk.stage.until(lambda s: s.page is Page.APPLY_RECEIPT, WITHIN_S)
    receipt = apply_way(session).receipt
    assert (receipt.pages, receipt.by_licence, receipt.delivery) == (1, ("居民身份证",), "post")
    given = given_to(city, receipt.application)
    assert ["name", SOURCE] in given["fields"]
    desk.kiosk.touch(Touch.FINISH)
    await desk.stage.page(Page.HOME)
    nowhere(hall, tmp_path, caplog)


async def test_whoever_takes_a_number_instead_has_one_and_leaves_nothing_behind(
    desk: Desk, hall: Served, city: ServedCity, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await desk.begins()
    await desk.shows_card()
    await desk.scans("m_rp", 1)
    city.ask("PUT", "/faults", json={"down": True})
    desk.kiosk.touch(Touch.TAKE_A_NUMBER)
    await desk.stage.page(Page.CONFIRM)
    city.ask("PUT", "/faults", json={})
    await desk.stage.eventually(lambda: not _files(tmp_path / "tmp"))
    await asyncio.sleep(BETWEEN_S)
    desk.kiosk.touch(Touch.PRINT_NUMBER)
    session = await desk.stage.page(Page.TICKET)
    assert session.visit.ticket.label == "H001"
    desk.kiosk.touch(Touch.FINISH)
    await desk.stage.page(Page.HOME)
    nowhere(hall, tmp_path, caplog)
