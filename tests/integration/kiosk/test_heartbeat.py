"""报平安: a real kiosk at a real hall stands on the page 设备, and starts again when staff send it (CL-E14)."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
from typing import TYPE_CHECKING

import pytest

from config.durable import new_file
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.local_store.machine import this_machine
from tests.children import ENDS_WITH_US
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import signed_in
from tests.integration.hall_server.test_devices_page import HALL, code_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.web.staff import Person

WITHIN_S = 60
ONE = "/devices/one?kiosk=K1"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path)
    site = process.site.read_text(encoding="utf-8").replace("\n[defaults]\n", "\n[defaults]\nheartbeat_s = 2\n", 1)
    process.site.write_text(site, encoding="utf-8")
    try:
        yield process.start()
    finally:
        process.stop()


def enrolled(hall: HallProcess, technician: Person, folder: Path) -> Path:
    """The credential of this machine as K1."""
    machine, keys = this_machine(), OwnKeys.new()
    told, _ = Enrolment(hall.url, keys, Here(machine.fingerprint, machine.boot_id)).ask(code_from(technician))
    assert technician.post("/devices/let_in", {"key_id": told.key_id}).ok
    words = {"hall": HALL, "kiosk": "K1", "key_id": told.key_id, "private_key": keys.signing.hex()}
    words |= {"hall_key": told.hall_key.hex(), "pseudonym_key": "ab" * 32}
    credential = folder / "K1.key.toml"
    with new_file(credential) as made:
        made.write_text("".join(f'{word} = "{value}"\n' for word, value in words.items()))
    assert tomllib.loads(credential.read_text())["kiosk"] == "K1"
    return credential


def soon(technician: Person, words: str, page: str = "/devices/fleet") -> bool:
    """Whether the page says it within a while."""
    ends = time.monotonic() + WITHIN_S
    while time.monotonic() < ends:
        if words in technician.get(page).text:
            return True
        time.sleep(0.5)
    return False


@pytest.mark.slow
def test_cl_e14_a_kiosk_is_seen_on_the_page_and_starts_again_when_nobody_stands_there(
    hall: HallProcess, tmp_path: Path
) -> None:
    technician = signed_in(hall, "technician")
    credential, config = enrolled(hall, technician, tmp_path), tmp_path / "kiosk.toml"
    config.write_text(f'[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "{hall.url}"\n')
    words = ["kiosk", "run", "--headless", "--config", str(config), "--credential", str(credential)]
    kiosk = subprocess.Popen([*ENDS_WITH_US, sys.executable, "kapok.py", *words])
    try:
        assert soon(technician, "不知道还有多少")  # no printer, so no roll
        assert "正常" in technician.get("/devices/fleet").text
        assert technician.post("/devices/send", {"kiosk": "K1", "act": "screenshot"}).ok
        assert soon(technician, "它现在没有屏幕", ONE)
        assert technician.post("/devices/send", {"kiosk": "K1", "act": "logs"}).ok
        assert soon(technician, "打开日志", ONE)
        found = re.search(r'href="(/devices/parcel/\d+)"', technician.get(ONE).text)
        assert found is not None
        assert "kapok.kiosk: starting -> home" in technician.get(found[1]).text
        assert technician.post("/devices/send", {"kiosk": "K1", "act": "restart"}).ok
        assert kiosk.wait(WITHIN_S) == 0
    finally:
        kiosk.kill()
        kiosk.wait()
