"""`kapok doctor` before real halls and boxes that answer in bytes (CL-C14, CL-H13)."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from devices.caller.emulator import CallerEmulator
from devices.id_card.emulator import IdCardReaderEmulator
from devices.receipt_printer.emulator import Fault, ReceiptPrinterEmulator
from tests.integration.kiosk.programs import KAPOK, ROOT, RealHall

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


async def doctor(*words: str) -> tuple[int, dict[str, dict[str, Any]], str]:
    """The exit code, the looks by part and what was said on the other stream."""
    process = await asyncio.create_subprocess_exec(
        *KAPOK, "doctor", *words, "--json", cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    told = json.loads(out)
    assert told["exit"] == process.returncode
    return process.returncode, {one["part"]: one for one in told["looks"]}, err.decode()


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[RealHall]:
    async with RealHall(tmp_path) as served:
        yield served


def kiosk_file(folder: Path, server: str, **devices: str) -> Path:
    path = folder / "kiosk.toml"
    tables = "".join(
        f'[device.{kind}]\ndriver = "{"sdt" if kind == "id_card" else "escpos"}"\naddress = "{address}"\n'
        for kind, address in devices.items()
    )
    path.write_text(f'[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "{server}"\n{tables}', encoding="utf-8")
    return path


async def test_a_kiosk_that_is_well_is_told_so_line_by_line(hall: RealHall, tmp_path: Path) -> None:
    reader, printer = IdCardReaderEmulator(), ReceiptPrinterEmulator()
    await reader.start()
    await printer.start()
    try:
        file = kiosk_file(tmp_path, hall.url, id_card=reader.address, receipt_printer=printer.address)
        code, looks, _ = await doctor(
            "kiosk", "--config", str(file), "--credential", str(hall.credential), "--no-screen"
        )
    finally:
        await reader.stop()
        await printer.stop()
    assert code == 0, looks
    assert {part: one["level"] for part, one in looks.items() if one["level"] != "fine"} == {}
    assert set(looks) >= {"clock", "disk", "memory", "fonts", "network", "hall", "store", "id_card", "receipt_printer"}
    assert looks["hall"]["code"] == "key_good"
    assert looks["clock"]["code"] == "clock_near_hall"


async def test_each_thing_that_is_wrong_is_named_with_what_to_do(hall: RealHall, tmp_path: Path) -> None:
    printer = ReceiptPrinterEmulator()
    await printer.start()
    printer.fail(Fault.PAPER_OUT)
    hall.credential.write_text(hall.credential.read_text().replace('secret = "', 'secret = "x'), encoding="utf-8")
    hall.credential.chmod(0o644)
    try:
        file = kiosk_file(tmp_path, hall.url, id_card="/dev/not-there", receipt_printer=printer.address)
        code, looks, _ = await doctor(
            "kiosk", "--config", str(file), "--credential", str(hall.credential), "--no-screen"
        )
    finally:
        await printer.stop()
    assert code == 2
    assert (looks["hall"]["code"], looks["hall"]["do_chinese"]) == ("key_refused", "请管理员重新配对")
    assert (looks["credential"]["code"], looks["credential"]["level"]) == ("key_open", "warning")
    assert (looks["id_card"]["code"], looks["id_card"]["level"]) == ("file_missing", "fault")
    assert looks["receipt_printer"]["level"] == "fault"
    assert "kapok device doctor" in looks["id_card"]["do_english"]


async def test_a_hall_that_is_away_is_one_fault_with_a_way_out(tmp_path: Path) -> None:
    code, looks, said = await doctor(
        "kiosk", "--config", str(kiosk_file(tmp_path, "http://127.0.0.1:9")), "--no-screen"
    )
    assert (code, looks["network"]["code"]) == (2, "hall_silent")
    assert "检查网线" in looks["network"]["do_chinese"]
    assert "Traceback" not in said


async def test_a_kiosks_file_that_cannot_be_used_is_told_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[kiosk]\nid = "K1"\n', encoding="utf-8")
    code, looks, _ = await doctor("kiosk", "--config", str(file))
    assert (code, set(looks)) == (2, {"settings"})
    assert f"{file}: " in looks["settings"]["english"]


async def test_a_board_and_the_hall_itself_are_examined_too(hall: RealHall) -> None:
    _, board, _ = await doctor("board", "--server", hall.url, "--no-screen")
    assert board["network"]["code"] == "hall_answers"
    words = ("--data", str(hall.data), "--site", str(hall.site), "--server", hall.url)
    code, looks, _ = await doctor("hall", *words)
    assert code < 2
    assert (looks["database"]["code"], looks["hall"]["code"]) == ("database_whole", "hall_answers")
    await hall.end()
    code, looks, _ = await doctor("hall", *words)
    assert (code, looks["hall"]["code"]) == (2, "hall_silent")


async def test_the_machine_at_a_counter_is_examined_with_its_boxes_and_its_key(hall: RealHall, tmp_path: Path) -> None:
    file, key, box = tmp_path / "counter.toml", tmp_path / "other.toml", CallerEmulator()
    await box.start()
    table = f'driver = "serial"\naddress = "serial://{box.address}?baud=9600"\n'
    file.write_text(f'[counter]\nno = 3\nserver = "{hall.url}"\n[device.caller]\n{table}', encoding="utf-8")
    words = ("counter", "--config", str(file), "--credential")
    code, looks, _ = await doctor(*words, str(hall.credential))
    assert (code < 2, looks["caller"]["level"], looks["hall"]["code"]) == (True, "fine", "key_good"), looks
    await box.stop()
    key.write_text(hall.credential.read_text(encoding="utf-8") + "counter = 4\n", encoding="utf-8")
    code, looks, _ = await doctor(*words, str(key))
    assert (code, set(looks)) == (2, {"settings"})
    assert "the credential was given to counter 4, not to counter 3" in looks["settings"]["english"]
    code, looks, _ = await doctor("--etc", str(tmp_path))
    assert (code, looks["caller"]["level"], looks["network"]["code"]) == (2, "fault", "hall_answers")


async def test_a_database_that_is_none_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    code, looks, said = await doctor("hall", "--data", str(tmp_path))
    assert (code, looks["database"]["level"]) == (2, "fault")
    assert "Traceback" not in said


async def test_without_a_word_it_examines_what_stands_on_the_machine(tmp_path: Path) -> None:
    kiosk_file(tmp_path, "http://127.0.0.1:9")
    code, looks, _ = await doctor("--etc", str(tmp_path))
    assert (code, looks["network"]["code"], looks["settings"]["code"]) == (2, "hall_silent", "settings_read")
    (tmp_path / "kiosk.toml").unlink()
    code, looks, _ = await doctor("--etc", str(tmp_path))
    assert code < 2
    assert {"clock", "disk", "memory"} <= set(looks)
    assert "network" not in looks
