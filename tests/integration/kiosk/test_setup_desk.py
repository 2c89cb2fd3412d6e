"""What the wizard keeps and writes: nothing that stood there before is lost, and it goes on where it broke off."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from config.errors import ConfigError
from config.kiosk_file import load_kiosk
from kiosk.session.self_test_words import Lamp
from kiosk.session.setup_words import Answers, SetupStep
from kiosk.technician.setup_desk import Files, SetupDesk, time_zone

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = """
[screen]
diagonal_in = 32
reduce_motion = true

[map]
width_m = 24
depth_m = 14
here = [2, 11]
desk = [19, 5]

[device.receipt_printer]
driver = "escpos"
address = "tcp://192.0.2.30:9100"
"""
ANSWERS = Answers(
    step=SetupStep.HANDOVER, server="http://10.0.0.5:8080", kiosk="K1", kiosk_name="1 号机", bottom_mm=900, volume=4
)


def desk(folder: Path, before: str = BEFORE) -> SetupDesk:
    (folder / "kiosk.toml").write_text(before, encoding="utf-8")
    return SetupDesk(Files(folder / "kiosk.toml", folder / "K1.toml", plugged=tuple))


async def test_what_the_wizard_does_not_ask_is_kept_and_the_file_of_before_lies_beside(tmp_path: Path) -> None:
    handed = await desk(tmp_path).hand_over(ANSWERS)
    settings = load_kiosk(tmp_path / "kiosk.toml")
    assert (settings.kiosk.id, settings.screen.glass_bottom_mm, settings.speech.volume) == ("K1", 900, 4)
    assert settings.screen.reduce_motion
    assert settings.map is not None
    assert settings.map.here == (2, 11)
    assert settings.device["receipt_printer"]["address"] == "tcp://192.0.2.30:9100"
    assert tomllib.loads((tmp_path / "kiosk.toml.before").read_text()) == tomllib.loads(BEFORE)
    assert (tmp_path / "commissioning" / handed.file).read_bytes().startswith(b"%PDF")


async def test_answers_that_make_no_kiosk_change_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="id"):
        await desk(tmp_path).hand_over(Answers(server="http://10.0.0.5:8080"))
    assert (tmp_path / "kiosk.toml").read_text() == BEFORE
    assert not (tmp_path / "commissioning").exists()


def test_a_wizard_that_broke_off_goes_on_there_and_one_that_is_over_leaves_nothing(tmp_path: Path) -> None:
    first = desk(tmp_path)
    assert (first.answers().step, first.answers().diagonal_in) == (SetupStep.LANGUAGE, 32)
    first.keep(ANSWERS)
    again = desk(tmp_path)
    assert again.answers() == ANSWERS
    again.forget()
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk.toml"]


def test_what_is_known_before_stands_there_and_the_machine_s_own_file_wins(tmp_path: Path) -> None:
    alike = tmp_path / "alike.toml"
    alike.write_text(
        '[kiosk]\nserver = "http://10.0.0.5:8080"\n[screen]\ndiagonal_in = 27\nglass_bottom_mm = 900\n'
        '[speech]\nvolume = 4\n[device.receipt_printer]\ndriver = "escpos"\naddress = "tcp://192.0.2.9:9100"\n',
        encoding="utf-8",
    )
    (tmp_path / "kiosk.toml").write_text(BEFORE, encoding="utf-8")
    made = SetupDesk(Files(tmp_path / "kiosk.toml", tmp_path / "K1.toml", answers=alike))
    found = made.answers()
    assert (found.server, found.volume, found.bottom_mm, found.diagonal_in) == ("http://10.0.0.5:8080", 4, 900, 32)
    assert made.tables["receipt_printer"]["address"] == "tcp://192.0.2.30:9100"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[kiosk]\nid = "K1"\n', "kiosk.id"),
        ('[kiosk]\nsecret = "abc"\n', "secret"),
        ("[speech]\nvolume = 9\n", "speech.volume"),
        ("kiosk = 1\n", "kiosk"),
        ("kiosk =", "TOML"),
    ],
)
def test_answers_that_cannot_be_are_refused_by_their_name(tmp_path: Path, text: str, said: str) -> None:
    alike = tmp_path / "alike.toml"
    alike.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        SetupDesk(Files(tmp_path / "kiosk.toml", tmp_path / "K1.toml", answers=alike))


def test_what_was_kept_and_is_damaged_begins_anew(tmp_path: Path) -> None:
    here = desk(tmp_path)
    here.keep(ANSWERS)
    (tmp_path / "kiosk.toml.setup.json").write_text('{"step": "nowhere"}')
    assert here.answers().step is SetupStep.LANGUAGE


def test_a_hall_that_does_not_answer_is_told_with_what_helps(tmp_path: Path) -> None:
    _, hall = desk(tmp_path).look("http://127.0.0.1:9")
    assert hall is not None
    assert hall.lamp is Lamp.FAULT
    assert "127.0.0.1:9" in hall.chinese


def test_the_time_zone_is_read_from_the_system_s_link(tmp_path: Path) -> None:
    zone = tmp_path / "zoneinfo" / "Asia" / "Shanghai"
    zone.parent.mkdir(parents=True)
    zone.touch()
    (tmp_path / "localtime").symlink_to(zone)
    assert time_zone(tmp_path / "localtime") == "Asia/Shanghai"
    assert time_zone(tmp_path / "none") == ""
