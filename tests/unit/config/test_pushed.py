"""Settings pushed to a kiosk: laid over its own file, checked like it, and gone back from (CL-E14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.errors import ConfigError
from config.pushed import NothingBeforeError, PushedSettings, load_kiosk_as_pushed

if TYPE_CHECKING:
    from pathlib import Path

FILE = '[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "http://127.0.0.1:8080"\nidle_s = 90\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "kiosk.toml"
    made.write_text(FILE, encoding="utf-8")
    return made


@pytest.fixture
def pushed(file: Path) -> PushedSettings:
    return PushedSettings(file, file.parent, "K1")


def test_what_is_pushed_holds_from_the_next_start_on_and_can_be_gone_back_from_once(
    file: Path, pushed: PushedSettings
) -> None:
    pushed.take({"kiosk.idle_s": 45, "speech.quiet_db": 6}, "1")
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.quiet_db) == (45, 6)
    pushed.take({"kiosk.idle_s": 30}, "2")
    pushed.back("3")
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.quiet_db) == (45, 6)
    with pytest.raises(NothingBeforeError):
        pushed.back("4")
    assert "idle_s = 90" in file.read_text(encoding="utf-8")


def test_the_same_push_twice_is_one_so_the_way_back_stays(file: Path, pushed: PushedSettings) -> None:
    for by in ("1", "1"):
        pushed.take({"kiosk.idle_s": 45}, by)
    pushed.back("2")
    pushed.back("2")
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 90


@pytest.mark.parametrize(
    "settings", [{"kiosk.idle_s": 4}, {"kiosk.idle_s": "soon"}, {"kiosk.nothing": 1}, {"speech.quiet_from": "25:00"}]
)
def test_settings_that_the_kiosk_could_not_start_with_change_nothing(
    file: Path, pushed: PushedSettings, settings: dict[str, object]
) -> None:
    with pytest.raises(ConfigError):
        pushed.take(settings, "1")
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 90


@pytest.mark.parametrize("torn", [b"", b'{"now": {"kiosk.idle_s"', b'{"now": {"kiosk.idle_s": 1}}', b"\xff"])
def test_a_torn_file_or_one_that_fits_no_more_counts_as_none(file: Path, torn: bytes) -> None:
    (file.parent / "pushed-K1.json").write_bytes(torn)
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 90


def test_a_technician_s_setting_lies_over_the_hall_s_and_goes_back_alone(file: Path, pushed: PushedSettings) -> None:
    pushed.take({"kiosk.idle_s": 45}, "1")
    pushed.set_here({"speech.volume": 5})
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.volume) == (45, 5)
    pushed.back_here()
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.volume) == (45, 3)
    with pytest.raises(NothingBeforeError):
        pushed.back_here()


def test_a_signed_order_of_the_hall_holds_for_its_keys_whatever_was_set_on_the_spot(
    file: Path, pushed: PushedSettings
) -> None:
    pushed.take({"kiosk.idle_s": 45}, "1")
    pushed.set_here({"kiosk.idle_s": 50, "speech.volume": 5})
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 50
    pushed.back("2")
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 90, "the hall went back, and so it is"
    pushed.set_here({"kiosk.idle_s": 50})
    pushed.take({"kiosk.idle_s": 30}, "3")
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.volume) == (30, 5)
    pushed.back("4")
    assert (load_kiosk_as_pushed(file).kiosk.idle_s, load_kiosk_as_pushed(file).speech.volume) == (90, 5)


def test_going_back_on_the_spot_undoes_nothing_of_the_hall_s(file: Path, pushed: PushedSettings) -> None:
    pushed.set_here({"kiosk.idle_s": 50})
    pushed.take({"kiosk.idle_s": 30}, "1")
    with pytest.raises(NothingBeforeError):
        pushed.back_here()
    assert load_kiosk_as_pushed(file).kiosk.idle_s == 30


def test_what_is_tried_is_not_kept(file: Path, pushed: PushedSettings) -> None:
    assert pushed.tried({"kiosk.idle_s": 50}).kiosk.idle_s == 50
    with pytest.raises(ConfigError):
        pushed.set_here({"speech.volume": 9})
    assert load_kiosk_as_pushed(file).kiosk.idle_s == pushed.own().kiosk.idle_s == 90
