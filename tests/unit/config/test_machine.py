"""What is said of a machine: its clock, disk, memory, daemons and screens, in two languages with one exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.machine import Level, exit_code, lines, look, rows
from config.machine.looks import clock, daemon, disk, memory, panels
from config.machine.words import PARTS, WORDS

if TYPE_CHECKING:
    from pathlib import Path


def test_a_clock_of_a_year_that_cannot_be_is_a_fault_and_a_free_one_a_warning() -> None:
    assert (clock(2026, kept=True).code, clock(2026, kept=False).code) == ("clock_right", "clock_free")
    dead = clock(2015, kept=True)
    assert (dead.code, dead.level) == ("clock_wrong", Level.FAULT)
    assert "2015" in dead.chinese


@pytest.mark.parametrize(("free", "level"), [(8.0, Level.FINE), (0.7, Level.WARNING), (0.1, Level.FAULT)])
def test_a_disk_that_fills_is_told_before_it_is_full(tmp_path: Path, free: float, level: Level) -> None:
    assert disk(tmp_path, free).level is level


def test_a_folder_that_is_not_there_yet_is_looked_at_where_it_will_be(tmp_path: Path) -> None:
    assert disk(tmp_path / "state" / "deep", 8.0).level is Level.FINE


@pytest.mark.parametrize(("free", "level"), [(900_000, Level.FINE), (250_000, Level.WARNING), (90_000, Level.FAULT)])
def test_memory_is_what_the_kernel_calls_available(tmp_path: Path, free: int, level: Level) -> None:
    (tmp_path / "proc").mkdir()
    (tmp_path / "proc/meminfo").write_text(f"MemTotal:  2048000 kB\nMemFree: 1 kB\nMemAvailable: {free} kB\n")
    found = memory(tmp_path)
    assert found.level is level
    assert f"{free // 1000} MB" in found.english


def test_a_daemon_without_its_socket_is_a_fault_that_says_how_to_start_it(tmp_path: Path) -> None:
    gone = daemon("pcscd", tmp_path)
    assert (gone.level, gone.do_chinese) == (Level.FAULT, "sudo systemctl enable --now pcscd.socket")
    (tmp_path / "run/pcscd").mkdir(parents=True)
    (tmp_path / "run/pcscd/pcscd.comm").touch()
    assert daemon("pcscd", tmp_path).level is Level.FINE


@pytest.mark.parametrize(
    ("modes", "code"),
    [("1920x1080\n1280x720\n", "screen_there"), ("1080x1920\n", "screen_there"), ("1366x768\n", "screen_small")],
)
def test_a_screen_is_named_with_its_size_and_may_stand_upright(tmp_path: Path, modes: str, code: str) -> None:
    for name, status in (("card0-HDMI-A-1", "connected"), ("card0-DP-1", "disconnected")):
        (tmp_path / "sys/class/drm" / name).mkdir(parents=True)
        (tmp_path / "sys/class/drm" / name / "status").write_text(f"{status}\n")
        (tmp_path / "sys/class/drm" / name / "modes").write_text(modes if status == "connected" else "")
    (found,) = panels(tmp_path)
    assert found.code == code
    assert "HDMI-A-1" in found.chinese


def test_no_screen_at_all_is_a_warning(tmp_path: Path) -> None:
    assert [one.code for one in panels(tmp_path)] == ["screen_none"]


FOUND = (look("clock", "clock_right"), look("cups", "daemon_gone", Level.FAULT, name="CUPS", unit="cups"))


def test_lines_are_in_the_language_that_was_asked_for_with_what_to_do_below() -> None:
    assert list(lines(FOUND, "zh")) == [
        "✔ 好 时钟 clock: 时间准，有时间服务校准",
        "✘ 故障 打印服务 cups: CUPS 没有运行",
        "      → sudo systemctl enable --now cups",
        "好 1、注意 0、故障 1",
    ]
    english = "\n".join(lines(FOUND, "en"))
    assert "✘ fault   cups: CUPS does not run" in english
    assert english.isascii() or not any("一" <= sign <= "鿿" for sign in english)
    both = list(lines(FOUND, "both"))
    assert "      CUPS does not run" in both
    assert both.count("      → sudo systemctl enable --now cups") == 1


def test_the_worst_look_is_the_exit_code_and_programs_get_its_name() -> None:
    assert exit_code(()) == exit_code(FOUND[:1]) == 0
    assert exit_code((look("disk", "disk_low", Level.WARNING, folder="/", free=1),)) == 1
    assert exit_code(FOUND) == 2
    assert [row["level"] for row in rows(FOUND)] == ["fine", "fault"]


def test_every_code_has_words_in_both_languages_and_whoever_is_in_trouble_is_told_what_to_do() -> None:
    for code, (chinese, english, do_chinese, do_english) in WORDS.items():
        assert chinese, code
        assert english, code
        assert bool(do_chinese) == bool(do_english), code
    assert all(any("一" <= sign <= "鿿" for sign in word) for word in PARTS.values())
