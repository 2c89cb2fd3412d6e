"""Nothing of a person leaves a machine in a log: planted names and numbers (CL-H12), lines and JSON alike."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from config.logs import JsonLines, TextLines
from config.scrub import scrubbed

ROOT = Path(__file__).resolve().parents[3]
PLANTED = {
    "11010119900307109X": "…109X",
    "110101900307109": "…7109",
    "932682198501010017": "…0017",
    "13800138000": "…8000",
    "+86 138-0013-8000": "…8000",
    "H12345678": "…5678",
    "6222021234567890123": "…0123",
}


@pytest.mark.parametrize(("number", "masked"), PLANTED.items())
def test_a_number_of_a_person_keeps_its_last_four(number: str, masked: str) -> None:
    assert scrubbed(f"refused card {number}, again") == f"refused card {masked}, again"
    assert number not in scrubbed(f'{{"number":"{number}"}}')


@pytest.mark.parametrize("line", ["name=陈小明 item=i01", '"name": "陈小明"', "姓名：陈小明", "visitor_name='陈小明'"])
def test_a_name_beside_its_key_keeps_its_first_character(line: str) -> None:
    assert "小明" not in scrubbed(line)
    assert "陈*" in scrubbed(line)


@pytest.mark.parametrize(
    "line",
    [
        "took A001 in 3 ms at=1795445736429678 n=120345",
        "incarnation=99f6f89d-7aa3-406c-8764-77b6c99a194b",
        "listening on http://127.0.0.1:8080",
        "published catalogue version=3f2a9c0d11e4b7a5 from=2026-11-23",
        "device_lost tcp://192.0.2.30:9100",
    ],
)
def test_what_technicians_need_stays(line: str) -> None:
    assert scrubbed(line) == line


def record(message: str, *words: object, trace: bool = False) -> logging.LogRecord:
    error = ValueError("no such card 11010119900307109X")
    info = (ValueError, error, None) if trace else None
    return logging.LogRecord("kapok.test", logging.WARNING, __file__, 1, message, words, info)


def test_a_json_line_has_moment_level_logger_and_a_scrubbed_message_and_trace() -> None:
    told = json.loads(JsonLines().format(record("card %s refused", "11010119900307109X", trace=True)))
    assert (told["level"], told["logger"], told["message"]) == ("warning", "kapok.test", "card …109X refused")
    assert told["at"].endswith("+00:00")
    assert "ValueError: no such card …109X" in told["trace"]


def test_a_line_for_people_is_scrubbed_with_its_trace() -> None:
    said = TextLines("%(levelname)s %(message)s").format(record("tel %s", "13800138000", trace=True))
    assert said.startswith("WARNING tel …8000")
    assert "11010119900307109X" not in said


def test_logs_shows_a_file_scrubbed_and_follows_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "hall.log"
    file.write_text("one 11010119900307109X\ntwo name=陈小明\n", encoding="utf-8")
    words = [sys.executable, str(ROOT / "kapok.py"), "logs", "--file"]
    shown = subprocess.run([*words, str(file)], capture_output=True, text=True, timeout=30, check=True).stdout
    assert shown == "one …109X\ntwo name=陈*\n"
    piped = subprocess.run([*words, "-"], input="13800138000\n", capture_output=True, text=True, timeout=30, check=True)
    assert piped.stdout == "…8000\n"
    gone = subprocess.run([*words, str(tmp_path / "none")], capture_output=True, text=True, timeout=30, check=False)
    assert (gone.returncode, "No such file" in gone.stderr, "Traceback" in gone.stderr) == (1, True, False)
