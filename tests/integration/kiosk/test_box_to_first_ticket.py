"""From the box to the first ticket (UI-T2): the wizard's own screens, a real hall, boxes on real lines, a visitor."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import stat
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from config.kiosk_file import load_credential, load_kiosk
from devices.code_scanner.emulator import CodeScannerEmulator
from devices.id_card.console import made_up_card
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import ReceiptPrinterEmulator
from devices.speaker.codec import read_channels
from devices.speaker.emulator import SpeakerEmulator
from hall_server.commands.home import PSEUDONYM_KEY
from kiosk.session.setup_words import SetupStep
from kiosk.session.state import Rules
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import signed_in
from tests.integration.hall_server.test_devices_page import code_from
from tests.integration.kiosk.programs import KAPOK, Process
from tests.tour.city import never_closed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from devices.speaker.codec import Sound

WOMAN = made_up_card("何桂芳", "44019919520101364")
WITHIN_S = 30.0
AUDIBLE_DB = -30.0  # a peak below it is silence
MOST_STEPS = 12
STALE = "# of another hall, or of a wizard that broke off\n"
READS = '"reader": true'
FINGERPRINT = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4})+")
SAME_TOUCH_S, SAME_KEY_S = Rules().same_touch_s + 0.05, Rules().same_key_s + 0.05


class Screen:
    """The kiosk's glass, touched by name and read as it stands."""

    def __init__(self, process: Process, pictures: Path) -> None:
        self._process, self._pictures = process, pictures
        self.touches = 0
        self._last, self._last_at = "", 0.0

    async def tap(self, *names: str) -> None:
        for name in names:
            pause = self._last_at + (SAME_KEY_S if ".key." in name else SAME_TOUCH_S) - time.monotonic()
            if name == self._last and pause > 0:  # the same again at once is a finger that trembles
                await asyncio.sleep(pause)
            since = len(self._process.lines)
            await self._process.say(f"tap {name}")
            at = await self._process.heard(lambda line: line.startswith(("tapped ", "cannot tap ")), since)
            assert self._process.lines[at] == f"tapped {name}", self._process.lines[at]
            self.touches += 1
            self._last, self._last_at = name, time.monotonic()

    async def types(self, text: str) -> None:
        for sign in text:
            await self.tap(f"setup.key.{sign}")

    async def seen(self) -> list[str]:
        since = len(self._process.lines)
        await self._process.say("look")
        at = await self._process.heard(lambda line: line.startswith('{"look"'), since)
        words: list[str] = json.loads(self._process.lines[at])["seen"]
        return words

    async def until(self, words: str) -> list[str]:
        ends = time.monotonic() + WITHIN_S
        said = await self.seen()
        while not any(words in one for one in said):
            assert time.monotonic() < ends, f"{words} is not said; the glass says {said}"
            await asyncio.sleep(0.05)
            said = await self.seen()
        return said

    async def picture(self, name: str) -> None:
        path = self._pictures / f"{name}.png"
        since = len(self._process.lines)
        await self._process.say(f"shot {path}")
        await self._process.heard(lambda line: line == f"shot {path}", since)


class Bench:
    """A machine out of its box: three boxes on serial lines, a sound card, a file that knows all but one, no key."""

    def __init__(self, folder: Path) -> None:
        self.config, self.credential = folder / "kiosk.toml", folder / "state" / "credential.toml"
        self.reader, self.printer, self.scanner = (
            IdCardReaderEmulator(),
            ReceiptPrinterEmulator(),
            CodeScannerEmulator(),
        )
        self.speaker = SpeakerEmulator(folder=folder / "speaker")

    @property
    def words(self) -> list[str]:
        files = ["--config", str(self.config), "--credential", str(self.credential)]
        return [*files, "--play"]

    def setup(self) -> Process:
        self.config.write_text(
            "[screen]\nreduce_motion = true\nfullscreen = false\n"
            f'[device.receipt_printer]\ndriver = "escpos"\naddress = "serial://{self.printer.address}?baud=115200"\n'
            f'[device.code_scanner]\ndriver = "serial"\naddress = "serial://{self.scanner.address}?baud=9600"\n'
            f'[device.speaker]\ndriver = "aplay"\naddress = "{self.speaker.address}"\n',
            encoding="utf-8",
        )
        self.credential.parent.mkdir()
        self.credential.write_text(STALE, encoding="utf-8")
        words = ["--state-dir", "state", "--port", self.reader.address]
        return Process([*KAPOK, "kiosk", "setup", *self.words, *words])

    async def sounds_on_one_side(self) -> tuple[Sound, ...]:
        """The channels of the first sound that has two."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                files = sorted(self.speaker.folder.glob("[0-9]*.wav"))
                if found := [one for file in files if len(one := read_channels(file.read_bytes())) > 1]:
                    return found[0]
                await asyncio.sleep(0.02)

    def run(self) -> Process:
        return Process([sys.executable, *KAPOK[1:], "kiosk", "run", *self.words])


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path)
    site = process.site.read_text(encoding="utf-8")
    process.site.write_text(never_closed(site, datetime.now(UTC)), encoding="utf-8")
    (process.data / PSEUDONYM_KEY).write_text("ab" * 32 + "\n", encoding="ascii")
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture
async def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    made = Bench(tmp_path / "machine")
    made.config.parent.mkdir()
    for box in (made.reader, made.printer, made.scanner, made.speaker):
        await box.start()
    yield made
    for box in (made.reader, made.printer, made.scanner, made.speaker):
        await box.stop()


class Technician:
    """Somebody with a box, a card and a code, in front of the glass; `steps` is what they did."""

    def __init__(self, screen: Screen, bench: Bench, hall: HallProcess) -> None:
        self._screen, self._bench, self._hall = screen, bench, hall
        self._administrator = signed_in(hall, "technician")
        self.steps: list[str] = []

    async def sets_up(self) -> None:
        await self._tells_the_address()
        await self._is_let_in()
        await self._measures()
        await self._tries_the_boxes()
        await self._ends()

    async def _tells_the_address(self) -> None:
        self.steps += ["选文字", "填大厅地址，看它应答"]
        screen = self._screen
        await screen.until("第 1 步")
        await screen.picture("1_language")
        await screen.tap("setup.next")
        await screen.until("接上大厅")
        await screen.tap("setup.next")
        await screen.types(self._hall.url.removeprefix("http://"))
        await screen.tap("setup.next")
        await screen.until("通，中间值")
        await screen.picture("2_network")
        await screen.tap("setup.next")

    async def _is_let_in(self) -> None:
        self.steps += ["请管理员给码，输进去", "两边指纹一样，管理员批准"]
        screen = self._screen
        await screen.until("登记到大厅")
        await screen.tap("setup.next")
        await screen.types(code_from(self._administrator, "K2").replace("-", ""))
        await screen.tap("setup.next")
        shown = [one.replace(" ", "-") for one in await screen.until("等大厅批准")]
        await screen.picture("3_pairing")
        page = self._administrator.get("/devices/part").text
        (fingerprint,) = {one for one in shown if one in page and FINGERPRINT.fullmatch(one)}
        found = re.search(r'name="key_id" value="([^"]+)"', page[page.index(fingerprint) :])
        assert found, page
        assert self._administrator.post("/devices/let_in", {"key_id": found[1]}).ok
        await screen.until("K2")
        await screen.tap("setup.next")

    async def _measures(self) -> None:
        self.steps.append("量屏幕，填高度")
        screen = self._screen
        await screen.until("量一量屏幕")
        await screen.tap("setup.bottom")
        await screen.types("900")
        await screen.tap("setup.next")
        await screen.until("900 毫米")
        await screen.picture("4_screen")
        await screen.tap("setup.next")

    async def _tries_the_boxes(self) -> None:
        self.steps.append("外设一样一样试")
        screen, bench = self._screen, self._bench
        await screen.until("扫码口")
        await screen.tap("setup.receipt_printer")
        await bench.printer.wait_for_slips(1)
        await screen.until("打出来了")
        await screen.tap("setup.id_card")
        await screen.until("请放一张证件")
        bench.reader.lay(WOMAN)
        await screen.until("读到了")
        bench.reader.lift()
        await screen.tap("setup.code_scanner")
        await screen.until("请亮一个码")
        await bench.scanner.scan(b"HELLO")
        await screen.until("扫到了，5 个字节")
        await screen.picture("5_boxes")
        await screen.tap("setup.next")

    async def _ends(self) -> None:
        self.steps += ["听声音", "打试票", "写交付单"]
        screen = self._screen
        await screen.until("听一听")
        await screen.tap("setup.louder")
        await screen.until("音量 4 / 5")
        await screen.tap("setup.left")
        left, right = await self._bench.sounds_on_one_side()
        assert left.peak_db > AUDIBLE_DB > right.peak_db
        await screen.tap("setup.heard_both", "setup.level_65")
        await screen.picture("6_sound")
        await screen.tap("setup.next")
        await screen.until("打一张试票")
        await screen.tap("setup.next")
        await self._bench.printer.wait_for_slips(2)
        await screen.until("大厅认得")
        await screen.picture("7_ticket")
        await screen.tap("setup.next")
        await screen.until("写交付单")
        await screen.tap("setup.next")
        await screen.until("校验码")
        await screen.picture("8_handover")
        await screen.tap("setup.next")
        await screen.until("装好了")
        await screen.picture("9_done")
        await screen.tap("setup.next")


def handed_over(bench: Bench, hall: HallProcess, pictures: Path) -> None:
    """The kiosk's files, the certificate with its hash, and nothing of whoever's card was laid there."""
    settings, held = load_kiosk(bench.config), load_credential(bench.credential)
    assert (settings.kiosk.id, settings.kiosk.server, held.kiosk) == ("K2", hall.url, "K2")
    assert (settings.screen.glass_bottom_mm, settings.speech.volume) == (900, 4)
    assert set(settings.device) == {"id_card", "receipt_printer", "code_scanner", "speaker"}
    assert stat.S_IMODE(bench.credential.stat().st_mode) == 0o600
    assert bench.credential.with_name("credential.toml.before").read_text(encoding="utf-8") == STALE
    folder = bench.config.parent
    (pdf,) = (folder / "state/commissioning").glob("K2-*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.with_suffix(".pdf.sha256").read_text().split()[0] == hashlib.sha256(pdf.read_bytes()).hexdigest()
    record = json.loads(pdf.with_suffix(".json").read_text())
    assert record["answers"]["tried"] == ["code_scanner", "id_card", "receipt_printer", "speaker"]
    assert (record["answers"]["heard"], record["answers"]["level"]) == ("both", "65")
    assert not list(folder.glob("*.setup.json"))
    assert len(list(pictures.glob("[1-9]_*.png"))) == len(SetupStep)
    left = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    for personal in (WOMAN.number, WOMAN.name, "何*芳"):
        assert personal.encode() not in left


async def test_cl_e14_from_the_box_to_the_first_ticket_in_at_most_twelve_steps(
    tmp_path: Path, hall: HallProcess, bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    async with bench.setup() as process:
        screen = Screen(process, tmp_path)
        technician = Technician(screen, bench, hall)
        await technician.sets_up()
        assert await process.ended() == 0
    handed_over(bench, hall, tmp_path)

    async with bench.run() as process:
        visitor = Screen(process, tmp_path)
        await process.heard(lambda line: '"page": "home"' in line and '"online": true' in line and READS in line)
        await visitor.tap("home.take_a_number", "services.item.i05")
        await process.heard(lambda line: '"page": "card"' in line)
        bench.reader.lay(WOMAN)
        await process.heard(lambda line: '"page": "confirm"' in line and '"known": true' in line)
        bench.reader.lift()
        await visitor.tap("confirm.print_number")
        await process.heard(lambda line: '"page": "ticket"' in line and '"label": "E001"' in line)
        await bench.printer.wait_for_slips(3)
    steps = ["接线，起向导", *technician.steps, "取第一张号"]
    with capsys.disabled():
        print(f"\nfrom the box to the first ticket: {len(steps)} steps, {screen.touches} touches in the wizard")
    assert len(steps) <= MOST_STEPS
