"""A log that is kept on the machine: masked, bounded, and text whatever stands in the file (CL-H12)."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest

from config.log_file import Entry, entries, keep_log, kept_lines

LINE = "2026-11-23 09:42:05,001 {level} kapok.kiosk: {text}"


def line(text: str, level: str = "INFO") -> str:
    return LINE.format(level=level, text=text)


def written(folder: Path, *lines: str | bytes) -> Path:
    file = folder / "kiosk-K1.log"
    file.write_bytes(b"".join((one if isinstance(one, bytes) else one.encode()) + b"\n" for one in lines))
    return file


def test_what_is_logged_is_kept_masked_for_its_owner_s_eyes(tmp_path: Path) -> None:
    file = tmp_path / "state/kiosk-K1.log"
    stop = keep_log(file)
    try:
        logging.getLogger("kapok.test").error("card %s refused", "11010119900307109X")
    finally:
        stop()
    assert [(one.level, one.source, one.text) for one in entries(kept_lines(file), 9)] == [
        ("ERROR", "kapok.test", "card …109X refused")
    ]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_line_that_was_logged_inside_another_is_no_line_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "kiosk-K1.log"
    stop = keep_log(file)
    try:
        logging.getLogger("kapok.test").error("got %s", "\n" + line("forged", "CRITICAL"))
    finally:
        stop()
    (found,) = entries(kept_lines(file), 9)
    assert (found.level, found.source) == ("ERROR", "kapok.test")
    assert "forged" in found.text


def test_two_files_of_a_megabyte_are_the_most(tmp_path: Path) -> None:
    file = tmp_path / "kiosk-K1.log"
    stop = keep_log(file)
    try:
        for place in range(1_600):
            logging.getLogger("kapok.test").error("%05d %s", place, "x" * 1_900)
            if place % 500 == 499:  # as a program logs: not all at once
                stop()
                stop = keep_log(file)
    finally:
        stop()
    assert {one.name for one in tmp_path.iterdir()} == {"kiosk-K1.log", "kiosk-K1.log.1"}
    assert sum(one.stat().st_size for one in tmp_path.iterdir()) <= 2_000_000
    assert "01599" in kept_lines(file)[-1]


def test_a_folder_that_cannot_be_written_stops_no_program(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    keep_log(tmp_path / "state/kiosk-K1.log")()
    assert "not kept" in caplog.text


def test_a_disk_that_is_full_stops_no_program(capsys: pytest.CaptureFixture[str]) -> None:
    stop = keep_log(Path("/dev/full"))
    logging.getLogger("kapok.test").error("nobody can keep this")
    stop()
    assert capsys.readouterr().err == ""


def test_the_newest_stands_first_and_a_trace_belongs_to_its_line(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        line("one"),
        line("two", "ERROR"),
        "Traceback (most recent call last):",
        "  OSError: 28",
        line("three"),
    )
    assert [one.text for one in entries(kept_lines(file), 9)] == [
        "three",
        "two Traceback (most recent call last): OSError: 28",
        "one",
    ]
    assert [one.text for one in entries(kept_lines(file), 1)] == ["three"]


def test_names_and_numbers_that_came_in_unmasked_are_masked_as_it_is_read(tmp_path: Path) -> None:
    (found,) = entries(kept_lines(written(tmp_path, line("tel 13800138000 name=陈小明 a@b.cn"))), 9)
    assert found.text == "tel …8000 name=陈* …@…"


def test_the_older_file_comes_before_the_newer_one(tmp_path: Path) -> None:
    file = written(tmp_path, line("new"))
    file.with_name("kiosk-K1.log.1").write_text(line("old") + "\n")
    assert [one.text for one in entries(kept_lines(file), 9)] == ["new", "old"]


def test_of_a_huge_file_only_the_end_is_read_from_a_whole_line_on(tmp_path: Path) -> None:
    file = written(tmp_path, *(line(f"{place:05}") for place in range(5_000)))
    lines = kept_lines(file, 1_000)
    assert len("\n".join(lines)) <= 1_000
    assert lines[0].startswith("2026-")
    assert lines[-1].endswith("04999")


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        (b"\x00\xff\xfe\x9f garbage", "\ufffd\ufffd\ufffd\ufffd garbage"),
        ("turned \u202egnihtyna".encode(), "turned \ufffdgnihtyna"),
        (b"\x1b[2J<b>bold</b> &amp; %1 {0}", "\ufffd[2J<b>bold</b> &amp; %1 {0}"),
        ("hid\u200bden\u2066".encode(), "hid\ufffdden\ufffd"),
    ],
)
def test_bytes_that_are_no_text_and_letters_that_hide_are_shown_as_such(
    tmp_path: Path, hostile: bytes, said: str
) -> None:
    (found,) = entries(kept_lines(written(tmp_path, line("").encode() + hostile)), 9)
    assert found.text == said


def test_a_line_without_a_beginning_is_shown_as_it_is(tmp_path: Path) -> None:
    assert entries(kept_lines(written(tmp_path, "rn in the middle")), 9) == (Entry("", "", "", "rn in the middle"),)


def test_a_line_of_a_megabyte_is_cut_and_holds_nobody_up(tmp_path: Path) -> None:
    file = written(tmp_path, line("a" * 1_500_000))
    (found,) = kept_lines(file)
    assert len(found) == 2_000


def test_a_line_forged_by_what_was_logged_stays_text_of_its_line(tmp_path: Path) -> None:
    (found,) = entries(kept_lines(written(tmp_path, line("got \r" + line("forged", "CRITICAL")))), 9)
    assert (found.level, found.text.startswith("got \ufffd")) == ("INFO", True)
