"""Each of four profiles in both wording packs is a hall that serves (CL-A1, A2): made, looked over, one visitor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import requests

from config.packs import packs
from config.profiles import LEVELS
from tests.integration.hall_server.served import Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HALL_ID = "profile-hall"
PLACES = {
    "guangzhou": ("--district", "天河区", "--street", "石牌街", "--community", "华师社区"),
    "tianjin": ("--district", "和平区", "--street", "南营门街道", "--community", "新兴里社区"),
}
NAMES = {
    ("guangzhou", "city"): "广州市政务服务中心",
    ("guangzhou", "district"): "天河区政务服务中心",
    ("guangzhou", "street"): "天河区石牌街便民服务中心",
    ("guangzhou", "village"): "石牌街华师社区便民服务站",
    ("tianjin", "city"): "天津市政务服务中心",
    ("tianjin", "district"): "和平区政务服务中心",
    ("tianjin", "street"): "和平区南营门街道便民服务中心",
    ("tianjin", "village"): "南营门街道新兴里社区便民服务站",
}


class ProfileHall(Served):
    """A hall of a new site file, with its pages."""

    pages = True
    hall_id = HALL_ID

    def __init__(self, data: Path, site_file: Path) -> None:
        self.site_file = site_file
        super().__init__(data)


@pytest.fixture(params=[(pack, level) for pack in packs() for level in LEVELS], ids="-".join)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str, Path]:
    pack, level = request.param
    path = tmp_path / "hall.toml"
    words = ("hall", "new", "--profile", level, "--pack", pack, *PLACES[pack], "--id", HALL_ID, "--out", str(path))
    answer = kapok(*words)
    assert answer.returncode == 0, answer.stderr
    return pack, level, path


@pytest.fixture
def hall(made: tuple[str, str, Path], tmp_path: Path) -> Iterator[ProfileHall]:
    *_, path = made
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("numbers_when_closed = false", "numbers_when_closed = true"), encoding="utf-8")
    served = ProfileHall(tmp_path / "data", path)
    served.start()
    yield served
    served.stop()


def test_cl_a1_a2_every_profile_passes_the_same_suite(made: tuple[str, str, Path], hall: ProfileHall) -> None:
    pack, level, path = made
    checked = json.loads(kapok("hall", "check", "--site", str(path), "--strict", "--json").stdout)
    assert {one["code"] for one in checked["findings"]} <= {"year_unknown"}
    kiosk, console = hall.machine("kiosk", "K1"), hall.machine("counter", "C1")
    shown = kiosk.get("catalogue").json()
    assert {item["id"] for item in shown["items"]} >= {"i01", "i14", "general"}
    ticket = kiosk.take("i01")
    kiosk.confirm(ticket["id"])
    counter = next(no for no in range(1, 20) if _opens(console, no) and _calls(console, no) == ticket["label"])
    if level == "village":
        assert requests.get(f"{hall.address}/board/main", timeout=20).status_code == 404  # no board, one kiosk
    else:
        board = requests.get(f"{hall.address}/board/main/calls?after=0", timeout=20)
        assert ticket["label"] in board.text
        assert NAMES[pack, level] in requests.get(f"{hall.address}/board/main", timeout=20).text
    assert console.post(f"tickets/{ticket['id']}/serve").status_code == 200
    done = console.post(f"tickets/{ticket['id']}/complete").json()
    assert (done["state"], done["counter"]) == ("completed", counter)
    kiosk.close()
    console.close()
    assert hall.stop() == 0
    assert hall.verify().endswith("whole")
    other = "天津" if pack == "guangzhou" else "广州"
    assert other not in json.dumps(shown, ensure_ascii=False) + path.read_text(encoding="utf-8")


def _opens(console: Machine, no: int) -> bool:
    return console.post(f"counters/{no}/sign_in", {"clerk": "1001"}).status_code == 200


def _calls(console: Machine, no: int) -> str:
    answer = console.post(f"counters/{no}/call_next")
    return answer.json().get("label", "") if answer.status_code == 200 else ""


def test_a_new_file_never_replaces_one_and_a_wrong_name_makes_none(tmp_path: Path) -> None:
    out = tmp_path / "hall.toml"
    wrong = kapok("hall", "new", "--profile", "street", "--name", "天河区石牌街办事处", "--out", str(out))
    assert (wrong.returncode, out.exists()) == (2, False)
    assert "nearest: 天河区石牌街便民服务中心" in wrong.stderr
    words = ("hall", "new", "--profile", "street", "--name", "天河区石牌街便民服务中心", "--out", str(out))
    assert kapok(*words).returncode == 0
    before = out.read_bytes()
    again = kapok(*words)
    assert (again.returncode, out.read_bytes()) == (1, before)
    assert "is there already" in again.stderr


def test_a_village_says_to_whom_it_sends_people_on(tmp_path: Path) -> None:
    out = tmp_path / "hall.toml"
    name = ("--profile", "village", "--pack", "tianjin", "--name", "南营门街道新兴里社区便民服务站", "--out", str(out))
    assert "--district" in kapok("hall", "new", *name).stderr
    assert kapok("hall", "new", *name, "--district", "和平区").returncode == 0
    venues = json.loads(kapok("hall", "venues", "--site", str(out), "--json").stdout)
    assert [one["name"] for one in venues][1:] == [
        "和平区南营门街道便民服务中心",
        "和平区政务服务中心",
        "天津市政务服务中心",
    ]
