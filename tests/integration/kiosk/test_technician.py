"""`kapok net`, `screen` and `config` as a technician types them, in Chinese and in English."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.integration.kiosk.programs import KAPOK, ROOT, SITE, RealHall

if TYPE_CHECKING:
    from pathlib import Path

KIOSK, COUNTER = (ROOT / f"config/sites/{name}.toml" for name in ("kiosk", "counter"))


def typed(*words: object) -> tuple[int, str, str]:
    done = subprocess.run([*KAPOK, *map(str, words)], cwd=ROOT, capture_output=True, text=True, timeout=40, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


async def test_the_way_to_the_hall_is_measured_and_a_dead_one_is_a_fault(tmp_path: Path) -> None:
    async with RealHall(tmp_path) as hall:
        file = tmp_path / "kiosk.toml"
        file.write_text(f'[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "{hall.url}"\n', encoding="utf-8")
        words = ("net", "check", "--config", file, "--credential", hall.credential)
        _, out, _ = typed(*words, "--json")
        codes = {one["code"] for one in json.loads(out)["looks"]}
        assert codes >= {"hall_answers", "clock_near_hall", "key_good"}
    code, out, _ = typed(*words, "--lang", "zh")
    assert code == 2
    assert "连不上" in out
    assert "检查网线和地址" in out


@pytest.mark.parametrize(("diagonal", "code"), [(21.5, "target_fits"), (15, "target_small")])
def test_the_glass_is_told_in_millimetres(tmp_path: Path, diagonal: float, code: str) -> None:
    file = tmp_path / "kiosk.toml"
    text = KIOSK.read_text(encoding="utf-8").replace("diagonal_in = 21.5", f"diagonal_in = {diagonal}")
    file.write_text(text.replace("glass_bottom_mm = 850", "glass_bottom_mm = 1100"), encoding="utf-8")
    _, out, _ = typed("screen", "info", "--config", file, "--json")
    codes = {one["code"] for one in json.loads(out)["looks"]}
    assert code in codes
    assert "reach_low" in codes


def test_a_file_is_shown_with_what_holds_and_without_its_secrets(tmp_path: Path) -> None:
    code, out, _ = typed("config", "show", KIOSK)
    assert code == 0
    assert '* kiosk.id = "K1"' in out
    assert "  kiosk.idle_s = 60" in out
    assert '* device.caller.driver = "serial"' in typed("config", "show", COUNTER)[1]
    site = tmp_path / "hall.toml"
    hashed = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaGhhc2g"
    user = f'\n[[user]]\nstaff_no = "0100"\nname = "测试"\npin_hash = "{hashed}"\n'
    site.write_text(SITE.read_text(encoding="utf-8") + user, encoding="utf-8")
    shown = json.loads(typed("config", "show", site, "--json")[1])
    assert shown["user[0100].pin_hash"] == "(secret)"
    assert shown["counter[1].queues"] == ["L", "K"]
    assert hashed not in json.dumps(shown)


def test_files_are_checked_with_key_and_what_was_expected(tmp_path: Path) -> None:
    wrong = tmp_path / "kiosk.toml"
    wrong.write_text(KIOSK.read_text(encoding="utf-8").replace("width_m = 24", "width_m = -1"), encoding="utf-8")
    code, out, _ = typed("config", "check", SITE, wrong)
    assert code == 2
    assert f"✔ {SITE}" in out
    assert f"✘ {wrong}: map.width_m: Expected `float` > 0" in out
    assert typed("config", "check", KIOSK, COUNTER)[0] == 0
    counter = tmp_path / "counter.toml"
    counter.write_text(COUNTER.read_text(encoding="utf-8").replace("no = 3", "no = 0"), encoding="utf-8")
    code, out, _ = typed("config", "check", counter)
    assert (code, f"✘ {counter}: counter.no: Expected `int` >= 1" in out) == (2, True)


def test_a_key_is_explained_and_a_wrong_one_is_told_its_neighbours() -> None:
    code, out, _ = typed("config", "explain", "hall.walk_in_floor")
    assert code == 0
    assert "default 0.4" in out
    assert "cannot be booked" in out
    code, _, err = typed("config", "explain", "glass_bottom")
    assert (code, "screen.glass_bottom_mm" in err) == (1, True)
