"""What the doctor says of devices that are well, unplugged, forbidden, taken, mute, at another rate: real ptys."""

import asyncio
import contextlib
import json
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner

from devices import registry
from devices.code_scanner.emulator import CodeScannerEmulator
from devices.commands import device
from devices.commands.examining import _why_lost, examine
from devices.commands.findings import Blame, Step
from devices.commands.places import Places
from devices.errors import DeviceLostError
from devices.id_card.codec import Frame, FrameDecoder, State, encode_answer
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from devices.transports.pty import PtyLine
from devices.transports.serial import SerialTransport

ROOT = Path(__file__).resolve().parents[3]
NOBODY = 65534


@pytest.fixture
def places(tmp_path):
    """A machine on which nothing is plugged in."""
    return Places(sys=tmp_path / "sys", proc=Path("/proc"))


async def last_of(kind, driver, address, places, **settings):
    findings = await examine(kind, {"driver": driver, "address": str(address)} | settings, places)
    assert all(not finding.is_fault for finding in findings[:-1])  # the first fault ends it
    return findings[-1]


@contextlib.asynccontextmanager
async def plugged_in(box):
    await box.start()
    try:
        yield box
    finally:
        await box.stop()


async def test_a_device_that_is_well_passes_every_step(places):
    async with plugged_in(IdCardReaderEmulator()) as box:
        findings = await examine("id_card", {"driver": "sdt", "address": box.address}, places)
    assert [finding.step for finding in findings] == list(Step)
    assert {finding.code for finding in findings} == {"well"}


@pytest.mark.parametrize("kind", registry.NAMES)
async def test_the_stand_in_of_every_kind_is_found_to_be_well(kind, places, tmp_path):
    table = registry.kind_of(kind)
    options = dict.fromkeys(("link", "baud", "port", "mm_per_s"))
    box = table.stand_in().make(options | {"folder": tmp_path})
    async with plugged_in(box):
        last = await last_of(kind, table.usual, box.address, places)
    assert not last.is_fault, last


async def test_a_file_that_is_not_there_is_the_cable_s(places, tmp_path):
    last = await last_of("id_card", "sdt", tmp_path / "ttyUSB0", places)
    assert (last.step, last.code, last.blame) == (Step.THERE, "file_missing", Blame.CABLE)


@pytest.mark.parametrize("scheme", ["", "serial://"])
async def test_a_file_that_is_no_line_is_the_settings(places, tmp_path, scheme):
    file = tmp_path / "ttyUSB0"
    file.touch()
    last = await last_of("id_card", "sdt", f"{scheme}{file}", places)
    assert (last.step, last.code, last.blame) == (Step.THERE, "not_a_line", Blame.SETTINGS)


async def test_a_lasting_name_that_leads_nowhere_is_the_cable_s(places, tmp_path):
    link = tmp_path / "usb-Reader_0001-if00"
    link.symlink_to(tmp_path / "ttyUSB7")
    last = await last_of("id_card", "sdt", link, places)
    assert (last.code, last.blame) == ("link_dangling", Blame.CABLE)


async def test_a_usb_device_that_nothing_has_taken_is_the_driver_s(places, tmp_path):
    chip = places.sys / "bus/usb/devices/1-1"
    (chip.parent / "1-1:1.0").mkdir(parents=True)
    (chip.parent / "1-1:1.0/bInterfaceClass").write_text("ff\n")
    chip.mkdir()
    for name, text in (("idVendor", "1a86"), ("idProduct", "7523"), ("product", "USB Serial")):
        (chip / name).write_text(text + "\n")
    last = await last_of("id_card", "sdt", tmp_path / "ttyUSB0", places)
    assert (last.code, last.blame, last.detail) == ("usb_without_driver", Blame.DRIVER, "1a86:7523 USB Serial")
    (chip.parent / "1-1:1.0/driver").mkdir()  # ch341 has come
    assert (await last_of("id_card", "sdt", tmp_path / "ttyUSB0", places)).blame is Blame.CABLE


def forbid(path):
    Path(path).chmod(0)


AS_NOBODY = """
import os, sys
import devices.id_card.driver, devices.transports.serial
from devices import registry
from devices.commands import device
registry.known()  # nobody may have no way into the checkout: all that is needed is there before
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
device(["doctor", "id-card", "--address", sys.argv[1], "--json"])
"""


async def test_a_file_that_this_user_may_not_use_is_the_permission_s():
    async with plugged_in(IdCardReaderEmulator()) as box:
        forbid(box.address)
        words = [sys.executable, "-c", AS_NOBODY.format(nobody=NOBODY), box.address]
        process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said, errors = await process.communicate()
    assert process.returncode == 1, errors.decode()
    row = json.loads(said)
    assert row["blame"] == "permission"
    assert row["code"] in {"not_permitted", "only_root"}
    assert [step["step"] for step in row["steps"]] == ["settings", "there", "permission"]


async def test_a_line_that_another_program_has_is_told_with_its_name(places):
    async with plugged_in(IdCardReaderEmulator()) as box:
        other = SerialTransport(box.address)
        await other.open()
        last = await last_of("id_card", "sdt", box.address, places)
        await other.close()
    assert (last.step, last.code, last.blame) == (Step.OPENS, "taken", Blame.PROGRAM)


@pytest.mark.parametrize(
    ("words", "code", "blame"),
    [
        ("no camera /dev/video0", "camera_missing", Blame.CABLE),
        ("PC/SC 0x8010006A", "pcscd_refuses", Blame.PERMISSION),
        ("PC/SC 0x8010001D", "pcscd_missing", Blame.DRIVER),
        ("no reader 'ACS'; there are: none", "reader_missing", Blame.CABLE),
        ("camera hung up", "device_lost", Blame.CABLE),
    ],
)
def test_what_a_driver_said_of_its_loss_is_told_apart(words, code, blame, tmp_path):
    path = tmp_path / "video0"
    path.touch()
    finding = _why_lost(Step.ANSWERS, DeviceLostError("camera", words), path, Places())
    assert (finding.code, finding.blame) == (code, blame)
    with path.open("rb") as file, subprocess.Popen(["sleep", "60"], stdin=file) as holder:
        finding = _why_lost(Step.ANSWERS, DeviceLostError("camera", "no camera"), path, Places())
        holder.kill()
    assert (finding.code, finding.blame) == ("taken", Blame.PROGRAM)
    assert "sleep" in finding.english


def test_who_has_a_file_open_is_found_by_its_name_and_number(tmp_path):
    path = tmp_path / "line"
    path.touch()
    with path.open("rb") as file, subprocess.Popen(["sleep", "60"], stdin=file) as holder:
        try:
            assert Places().users_of(path) == [f"sleep ({holder.pid})"]
        finally:
            holder.kill()


async def test_a_box_that_says_nothing_is_the_device_s(places):
    line = PtyLine()
    await line.open()
    last = await last_of("id_card", "sdt", line.path, places)
    await line.close()
    assert (last.step, last.code, last.blame) == (Step.ANSWERS, "device_silent", Blame.DEVICE)


class PickyReader:
    """A reader that hears at one baud rate only; a pty keeps the rate that the driver has set."""

    def __init__(self, rate):
        self._rate = rate
        self._line = PtyLine()

    async def start(self):
        await self._line.open()
        self._task = asyncio.create_task(self._serve())

    async def stop(self):
        await self._line.close()
        await asyncio.gather(self._task, return_exceptions=True)

    @property
    def address(self):
        return self._line.path

    async def _serve(self):
        decoder = FrameDecoder()
        while True:
            data = await self._line.read_some(3600)
            heard = termios.tcgetattr(self._line._ends[1])[5] == self._rate
            for found in decoder.feed(data) if heard else []:
                if isinstance(found, Frame):
                    await self._line.write(encode_answer(State.OK))


async def test_a_box_that_answers_at_another_rate_is_told_with_that_rate(places):
    async with plugged_in(PickyReader(termios.B9600)) as box:
        last = await last_of("id_card", "sdt", f"serial://{box.address}?baud=115200", places)
    assert (last.code, last.blame) == ("wrong_baud", Blame.SETTINGS)
    assert "baud=9600" in last.chinese
    assert "baud=9600" in last.english


async def test_a_printer_without_paper_is_the_device_s_with_what_to_do(places):
    async with plugged_in(ReceiptPrinterEmulator(port=0)) as box:
        box.fail(Fault.PAPER_OUT)
        last = await last_of("receipt_printer", "escpos", box.address, places)
        assert (last.step, last.code, last.blame, last.detail) == (
            Step.STATUS,
            "paper_out",
            Blame.DEVICE,
            "maintenance",
        )
        box.heal()
        box.fail(Fault.PAPER_NEAR_END)
        last = await last_of("receipt_printer", "escpos", box.address, places)
        assert (last.code, last.warning, last.is_fault) == ("paper_low", True, False)
    last = await last_of("receipt_printer", "escpos", box.address, places)
    assert (last.code, last.blame) == ("connection_refused", Blame.DEVICE)


async def test_a_scanner_that_only_sends_is_not_said_to_be_well_before_a_code_was_held(places):
    async with plugged_in(CodeScannerEmulator()) as box:
        last = await last_of("code_scanner", "serial", box.address, places)
    assert (last.code, last.is_fault) == ("only_sends", False)


async def test_a_scanner_that_types_is_told_to_be_tried_at_the_kiosk_s_window(places):
    findings = await examine("code_scanner", {"driver": "wedge"}, places)
    assert [finding.code for finding in findings] == ["well", "heard_by_window"]
    assert "界面上扫一次" in findings[-1].chinese
    assert not findings[-1].is_fault


@pytest.mark.parametrize(
    ("kind", "driver", "address", "code", "blame"),
    [
        ("camera", "capture", "http://127.0.0.1:1/", "connection_refused", Blame.DEVICE),
        ("speaker", "aplay", "program:///no/such/player", "program_missing", Blame.DRIVER),
        ("receipt_printer", "escpos", "replay:///nowhere", "device_config", Blame.SETTINGS),
        ("caller", "keypad", "/dev/input/by-id/usb-nobody", "file_missing", Blame.CABLE),
    ],
)
async def test_devices_without_a_serial_line_are_told_apart_too(kind, driver, address, code, blame):
    last = await last_of(kind, driver, address, Places())
    assert (last.code, last.blame) == (code, blame)


@pytest.mark.parametrize(
    ("table", "code", "words"),
    [
        ('[device.code_scanner]\ndriver = "simulator"', 0, "模拟设备"),
        ('[device.id_card]\ndriver = "sdt"\naddress = "/nowhere/ttyUSB0"', 1, "cable"),
        ('[device.id_card]\ndriver = "std"', 2, "known are"),
        ('[device.toaster]\ndriver = "usual"', 2, "no such kind"),
        ('[device.id_card]\ndriver = "sdt"\naddress = "com1"', 2, "settings"),
        ("[kiosk]", 2, "expected at least one table"),
        ("device = 1", 2, "expected at least one table"),
        ("[device.", 2, "kiosk.toml"),
        ("\udcff", 2, "kiosk.toml"),
    ],
)
def test_a_kiosk_s_file_is_examined_table_by_table(tmp_path, table, code, words):
    kiosk = tmp_path / "kiosk.toml"
    kiosk.write_text(table, encoding="utf-8", errors="surrogateescape")
    shown = CliRunner().invoke(device, ["doctor", "--config", str(kiosk)])
    assert shown.exit_code == code
    assert words in shown.output
    assert isinstance(shown.exception, SystemExit | None)


@pytest.mark.parametrize("words", [[], ["id-card", "--config", "x.toml"], ["toaster"], ["--config", "/nowhere"]])
def test_what_is_typed_wrong_leaves_with_two(words):
    shown = CliRunner().invoke(device, ["doctor", *words])
    assert shown.exit_code == 2
    assert "Error: " in shown.stderr
