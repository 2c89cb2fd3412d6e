"""A copy of the log on a stick: whole, encrypted and named after the kiosk; or nothing at all, with the reason."""

from __future__ import annotations

import asyncio
import resource
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from config.sealed_log import opened
from kiosk.runner.log_desk import LogDesk
from kiosk.session.log_words import LogNotSaved, LogRead, LogSaved, ReadLog, SaveLog, StickFault
from kiosk.session.self_test_words import Lamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.session.events import Event

NUMBER = "11010119900307109X"
LOGGED = (
    "2026-11-23 09:42:05,001 INFO kapok.kiosk: home -> card\n"
    "2026-11-23 09:42:06,001 WARNING kapok.kiosk.standby: the hall does not answer\n"
    f"2026-11-23 09:42:07,001 ERROR kapok.devices: lost {NUMBER}\n"
)
MASKED = LOGGED.replace(NUMBER, "…109X")


class Desk:
    """A desk, its log, and what it told."""

    def __init__(self, folder: Path, *sticks: Path, kept: str = LOGGED, recent: str = "") -> None:
        self.told: list[Event] = []
        self.file = folder / "kiosk-K1.log"
        if kept:
            self.file.write_text(kept, encoding="utf-8")
        self._desk = LogDesk(
            self.file, lambda: recent, lambda: sticks, kiosk_id="K1", post=self.told.append, clock=lambda: 1.0
        )

    def read(self) -> LogRead:
        asyncio.run(self._desk.read(ReadLog()))
        told = self.told[-1]
        assert isinstance(told, LogRead)
        return told

    def saved(self) -> LogSaved | LogNotSaved:
        asyncio.run(self._desk.save(SaveLog("job")))
        told = self.told[-1]
        assert isinstance(told, LogSaved | LogNotSaved)
        return told

    def fault(self) -> StickFault:
        told = self.saved()
        assert isinstance(told, LogNotSaved)
        return told.fault


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@contextmanager
def little_room() -> Iterator[None]:
    """No file of this program grows beyond 100 kB meanwhile, as on a stick that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_was_logged_is_told_with_lamps_the_newest_first_and_masked(tmp_path: Path) -> None:
    told = Desk(tmp_path).read().entries
    assert [(one.lamp, one.source) for one in told] == [
        (Lamp.FAULT, "devices"),
        (Lamp.WARNING, "kiosk.standby"),
        (Lamp.FINE, "kiosk"),
    ]
    assert told[0].text == "lost …109X"


def test_without_a_kept_log_its_end_in_memory_is_told(tmp_path: Path) -> None:
    told = Desk(tmp_path, kept="", recent="2026-11-23 09:42:05,001 INFO kapok.kiosk: well\n").read().entries
    assert [one.text for one in told] == ["well"]


def test_the_stick_holds_one_file_that_only_the_passphrase_opens(tmp_path: Path, stick: Path) -> None:
    told = Desk(tmp_path, stick).saved()
    assert isinstance(told, LogSaved)
    (file,) = stick.iterdir()
    assert file.name == told.file
    assert file.name.startswith("kapok-log-K1-2")
    assert opened(file.read_bytes(), told.passphrase) == MASKED
    assert b"standby" not in file.read_bytes()


def test_each_copy_has_a_passphrase_of_its_own_that_no_log_holds(
    tmp_path: Path, stick: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(0):
        told = Desk(tmp_path, stick).saved()
    assert isinstance(told, LogSaved)
    assert told.passphrase not in caplog.text
    assert told.passphrase not in repr(told)


def test_without_a_stick_there_is_no_copy(tmp_path: Path) -> None:
    assert Desk(tmp_path).fault() is StickFault.NO_STICK


def test_without_a_log_there_is_no_copy(tmp_path: Path, stick: Path) -> None:
    assert Desk(tmp_path, stick, kept="").fault() is StickFault.NO_LOG
    assert list(stick.iterdir()) == []


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path) -> None:
    assert Desk(tmp_path, tmp_path / "gone").fault() is StickFault.GONE


def test_a_stick_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    assert Desk(tmp_path, Path("/sys")).fault() is StickFault.READ_ONLY


def test_a_full_stick_is_told_and_holds_no_half_file(tmp_path: Path, stick: Path) -> None:
    desk = Desk(tmp_path, stick, kept=LOGGED * 2_000)
    with little_room():
        assert desk.fault() is StickFault.FULL
    assert list(stick.iterdir()) == []


def test_the_next_stick_takes_what_the_first_does_not(tmp_path: Path, stick: Path) -> None:
    assert isinstance(Desk(tmp_path, tmp_path / "gone", stick).saved(), LogSaved)
