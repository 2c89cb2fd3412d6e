"""`kapok device scan` and `read-card` with every driver that can be heard: real processes, emulated boxes."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path

import pytest
from click.testing import CliRunner

from devices.camera.emulator import CameraEmulator
from devices.camera.pictures import sheet
from devices.code_scanner.typing_emulator import TypingScannerEmulator
from devices.commands import device
from devices.smart_card.card import made_up
from devices.smart_card.emulator import SmartCardEmulator

ROOT = Path(__file__).resolve().parents[3]
CODE = b"KPT1:0123456789"


async def begun(*words):
    command = [str(ROOT / "kapok.py"), "device", *map(str, words), "--json", "--seconds", "40"]
    return await asyncio.create_subprocess_exec(sys.executable, *command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE)


async def rows(process):
    said, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return [json.loads(line) for line in said.splitlines()]


async def test_a_camera_reads_codes_and_says_what_it_knows_of_them(tmp_path):
    box = CameraEmulator(fps=25)
    box.show(sheet(CODE, module=5, width=480, height=360))
    await box.start()
    kiosk = tmp_path / "kiosk.toml"
    kiosk.write_text(f'[device.code_scanner]\ndriver = "camera"\naddress = "{box.address}"\n', encoding="utf-8")
    [row] = await rows(await begun("scan", "--config", kiosk))
    assert row == {"bytes": "15", "encoding": "utf-8", "text": "KPT1…", "symbol": "qr_code"}
    await box.stop()


async def test_a_scanner_that_types_is_read_from_below_the_screen():
    box = TypingScannerEmulator()
    await box.start()
    scanning = await begun("scan", "--driver", "evdev", "--address", box.address)
    reading = asyncio.create_task(rows(scanning))
    while not reading.done():  # until the command listens, codes go nowhere
        await box.scan(CODE)
        await asyncio.wait({reading}, timeout=0.2)
    assert reading.result() == [{"bytes": "15", "encoding": "utf-8", "text": "KPT1…"}]
    await box.stop()


async def test_a_social_security_card_is_read_through_pcscd_and_shown_masked():
    box = SmartCardEmulator()
    await box.start()
    try:
        await box.insert(made_up("欧阳样本", "11010119900307109X"))
        process = await begun("read-card", "--kind", "smart-card", "--address", box.address)
        reading, card = await rows(process)
    finally:
        await box.stop()
    assert reading == {"event": "reading"}
    assert (card["event"], card["kind"], card["name"], card["number"]) == ("card", "social_security", "欧*", "*109X")
    assert "欧阳样本" not in str(card)
    assert "19900307" not in str(card)


def refused(*words):
    shown = CliRunner().invoke(device, [str(word) for word in words])
    assert shown.exit_code == 2
    assert isinstance(shown.exception, SystemExit)
    return shown.stderr


def test_a_scanner_that_types_into_the_window_is_refused_with_what_to_do(tmp_path):
    for words in (("--driver", "wedge"), ("--config", _file(tmp_path, 'driver = "wedge"'))):
        said = refused("scan", *words)
        assert "在界面上扫一次" in said
        assert "to try it here: --driver evdev" in said


def test_a_driver_without_a_box_is_not_waited_for():
    assert "模拟设备" in refused("scan", "--driver", "simulator")
    assert "there is no real device" in refused("read-card", "--kind", "smart-card", "--driver", "simulator")


def test_a_file_and_words_beside_it_are_not_guessed_at(tmp_path):
    kiosk = _file(tmp_path, 'driver = "serial"\naddress = "/dev/ttyS0"')
    assert "leave out" in refused("scan", "--config", kiosk, "--address", "/dev/ttyS1")
    assert "no [device.smart_card]" in refused("read-card", "--kind", "smart-card", "--config", kiosk)
    assert "--address" in refused("scan", "--driver", "camera")


@pytest.mark.parametrize(
    "words",
    [
        ("scan", "--driver", "camera", "--address", "rtsp://h/x"),
        ("scan", "--driver", "laser", "--address", "/dev/ttyS0"),
        ("scan", "--config", "/nowhere"),
        ("read-card", "--kind", "smart-card", "--address", "pcsc://["),
        ("read-card", "--kind", "smart-card", "--address", "com1"),
    ],
)
def test_settings_that_lead_nowhere_are_answered_with_those_that_there_are(words):
    shown = CliRunner().invoke(device, list(words))
    assert shown.exit_code == 1
    assert "device_config" in shown.stderr
    assert "设置有误" in shown.stderr
    assert isinstance(shown.exception, SystemExit)


def _file(folder, lines):
    kiosk = folder / "kiosk.toml"
    kiosk.write_text(f"[device.code_scanner]\n{lines}\n", encoding="utf-8")
    return kiosk
