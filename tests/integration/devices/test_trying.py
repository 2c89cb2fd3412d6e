"""`kapok test …` before boxes that answer in bytes: it works, nothing came, it does not work; exit codes 0, 1, 2."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from devices.code_scanner.emulator import CodeScannerEmulator
from devices.id_card.console import obey
from devices.id_card.emulator import IdCardReaderEmulator
from devices.indicator.emulator import IndicatorEmulator
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from devices.speaker.emulator import SpeakerEmulator

ROOT = Path(__file__).resolve().parents[3]
NUMBER = "11010119900307109X"


async def tried(*words: object, meanwhile=None):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(ROOT / "kapok.py"), "test", *map(str, words), "--json"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    playing = asyncio.create_task(meanwhile()) if meanwhile else None
    out, err = await process.communicate()
    if playing is not None:
        playing.cancel()
    assert b"Traceback" not in err
    return process.returncode, json.loads(out) if out else {}, err.decode()


@asynccontextmanager
async def there(box):
    await box.start()
    try:
        yield box
    finally:
        await box.stop()


async def test_a_printer_prints_a_slip_that_is_no_ticket_and_says_when_it_cannot():
    async with there(ReceiptPrinterEmulator()) as box:
        code, row, _ = await tried("printer", "--address", box.address)
        assert (code, row["code"]) == (0, "printed")
        assert "测试票" in row["chinese"]
        box.fail(Fault.PAPER_OUT)
        code, row, _ = await tried("printer", "--address", box.address)
    assert (code, row["code"]) == (2, "paper_out")
    assert row["english"]


async def test_a_kiosks_file_says_which_printer(tmp_path):
    async with there(ReceiptPrinterEmulator()) as box:
        file = tmp_path / "kiosk.toml"
        file.write_text(f'[device.receipt_printer]\ndriver = "escpos"\naddress = "{box.address}"\n')
        assert (await tried("printer", "--config", file))[0] == 0
        code, _, said = await tried("card", "--config", file)
    assert (code, "has no [device.id_card]" in said) == (2, True)


async def test_a_card_is_read_and_shown_masked():
    async with there(IdCardReaderEmulator()) as box:

        async def lay():
            while True:
                await obey(box, f"lay 王小明 {NUMBER}")
                await asyncio.sleep(0.5)

        code, row, _ = await tried("card", "--address", box.address, "--seconds", 20, meanwhile=lay)
    assert (code, row["code"]) == (0, "card_read")
    assert NUMBER not in json.dumps(row)
    assert "小明" not in json.dumps(row, ensure_ascii=False)


async def test_nothing_held_before_a_scanner_is_told_after_the_time_given():
    async with there(CodeScannerEmulator()) as box:
        code, row, _ = await tried("scanner", "--address", box.address, "--seconds", 0.5)
    assert (code, row["code"]) == (1, "nothing_came")


async def test_a_lamp_is_shown_in_three_colours_and_left_dark():
    async with there(IndicatorEmulator()) as box:
        code, row, _ = await tried("lamp", "--address", box.address)
    assert code in {0, 1}
    assert row["code"] in {"lamp_shown", "lamp_unknown"}


async def test_a_speaker_says_a_sentence_in_two_languages(tmp_path):
    async with there(SpeakerEmulator(folder=tmp_path)) as box:
        code, row, _ = await tried("sound", "--address", box.address)
        assert (code, row["code"]) == (0, "said")
        assert len(box.heard()) == 2


@pytest.mark.parametrize("what", ["printer", "card", "scanner", "lamp"])
async def test_a_box_that_is_not_there_is_a_fault_with_what_to_do(what):
    code, row, _ = await tried(what, "--address", "/dev/not-there", "--seconds", 1)
    assert code == 2
    assert row["chinese"]
    assert row["english"]
