"""登记 end to end: the hall and the machine as processes of their own, and a person who compares (CL-E14, CL-H10)."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import time
import tomllib
import uuid
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from hall_server.contract.enrolment import AskEnrolment
from hall_server.contract.messages import TakeTicket
from hall_server.contract.signing import Asked, Signer
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import HALL_ID, ROOT, SITE_FILE, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE, OTHER = "1f" * 32, "2e" * 32  # fingerprints of two machines


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path / "hall")
    served.start()
    yield served
    served.stop()


def new_code(hall: Served, kiosk: str = "K1") -> str:
    made = kapok("hall", "enrol", "new", *hall.home, "--site", str(SITE_FILE), "--kiosk", kiosk, "--json")
    assert made.returncode == 0, made.stderr
    return str(json.loads(made.stdout)["code"])


def approve(hall: Served, key_id: str, fingerprint: str) -> subprocess.CompletedProcess[str]:
    return kapok("hall", "enrol", "approve", *hall.home, key_id, fingerprint)


class Box:
    """A machine: its hardware, its boot, and whatever keys lie on its disk."""

    def __init__(self, hall: Served, hardware: str = ONE, keys: OwnKeys | None = None, key_id: str = "") -> None:
        self.hall, self.hardware, self.keys, self.key_id = hall, hardware, keys or OwnKeys.new(), key_id
        self.boot()

    def boot(self, boot_id: str = "") -> Box:
        self.boot_id = boot_id or str(uuid.uuid4())
        return self

    def asks(self, code: str) -> tuple[Enrolment, str]:
        enrolment = Enrolment(self.hall.address, self.keys, Here(self.hardware, self.boot_id))
        told, fingerprint = enrolment.ask(code)
        self.key_id = told.key_id
        return enrolment, fingerprint

    def enrolled(self, kiosk: str = "K1") -> Box:
        enrolment, fingerprint = self.asks(new_code(self.hall, kiosk))
        assert approve(self.hall, self.key_id, fingerprint).returncode == 0
        enrolment.wait(5)
        return self

    def copied(self, hardware: str) -> Box:
        """Its disk in another machine."""
        return Box(self.hall, hardware, self.keys, self.key_id)

    def client(self) -> HallClient:
        signer = Signer(self.key_id, self.keys.signing, self.hardware, self.boot_id)
        return HallClient(HallAccess(self.hall.address, HALL_ID, self.key_id, signer=signer, answer_timeout_s=5))

    def takes(self) -> str:
        client = self.client()
        try:
            return client.take(str(uuid.uuid4()), TakeTicket("i01")).ticket.label
        finally:
            client.close()

    def refused(self) -> str:
        with pytest.raises(HallRefusedError) as refusal:
            self.takes()
        return refusal.value.code


def test_cl_e14_a_machine_makes_its_own_key_is_compared_and_becomes_a_kiosk(hall: Served, tmp_path: Path) -> None:
    out = tmp_path / "K1.toml"
    words = ["kiosk", "enrol", "--hall", hall.address, "--code", new_code(hall), "--out", str(out)]
    machine = subprocess.Popen(
        [*ENDS_WITH_US, sys.executable, "-u", "kapok.py", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert machine.stdout is not None
    assert "K1" in machine.stdout.readline()
    shown = machine.stdout.readline().split()[-1]
    (waiting,) = json.loads(kapok("hall", "enrol", "list", *hall.home, "--json").stdout)
    assert (waiting["state"], waiting["fingerprint"]) == ("waiting", shown)
    assert "leave that machine outside" in approve(hall, waiting["key_id"], "0000-0000-0000-0000").stderr
    assert not out.exists()
    assert approve(hall, waiting["key_id"], shown.lower()).returncode == 0
    assert machine.wait(20) == 0
    machine.stdout.close()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("K1.toml*")] == ["K1.toml"]
    credential = tomllib.loads(out.read_text())
    assert "secret" not in credential
    database = b"".join(path.read_bytes() for path in hall.data.glob("*.sqlite3*"))
    assert bytes.fromhex(credential["private_key"]) not in database
    assert credential["kiosk"] == "K1"


def test_what_it_signs_is_let_in_and_its_numbers_are_its_own(hall: Served) -> None:
    box = Box(hall).enrolled("K2")
    assert box.takes() == "H001"
    assert hall.machine("admin", "a").get("now").json()["n"] == 1


def test_a_code_is_good_for_one_machine_only_and_guessing_shuts_the_guesser_out(hall: Served) -> None:
    code = new_code(hall)
    first = Box(hall)
    assert first.asks(code)[1] == first.asks(code.lower().replace("-", " "))[1]
    codes = [code, *("0000-0000",) * 5]
    told = []
    for tried in codes:
        with pytest.raises(HallRefusedError) as refusal:
            Box(hall).asks(tried)
        told.append(refusal.value.code)
    assert told == ["enrolment_code_wrong"] * 5 + ["too_many_requests"]
    events = json.loads(kapok("hall", "fleet", "security", *hall.home, "--json").stdout)
    assert [one["event"] for one in events] == ["code_wrong"] * 5, "who is shut out tries nothing"


def test_a_newer_code_ends_the_one_before_it(hall: Served) -> None:
    older, newer = new_code(hall), new_code(hall)
    with pytest.raises(HallRefusedError, match="enrolment_code_wrong"):
        Box(hall).asks(older)
    Box(hall).asks(newer)


def test_nobody_is_let_in_before_the_comparison_and_a_refused_machine_never(hall: Served) -> None:
    box = Box(hall)
    box.asks(new_code(hall))
    assert box.refused() == "enrolment_waiting"
    assert kapok("hall", "enrol", "refuse", *hall.home, box.key_id).returncode == 0
    assert box.refused() == "not_authenticated"


def test_a_revoked_machine_is_outside_at_its_next_request(hall: Served) -> None:
    box = Box(hall).enrolled()
    box.takes()
    assert kapok("hall", "enrol", "revoke", *hall.home, box.key_id).returncode == 0
    assert box.refused() == "not_authenticated"


def test_enrolling_a_kiosk_anew_ends_every_key_that_it_had(hall: Served) -> None:
    old_secret, old_box = hall.machine("kiosk", "K1", "K1"), Box(hall).enrolled()
    assert old_secret.get("now").status_code == 401
    new_box = Box(hall, OTHER).enrolled()
    assert old_box.refused() == "not_authenticated"
    assert new_box.takes() == "H001"


def test_cl_h10_a_disk_in_another_machine_shuts_both_out_until_one_is_enrolled_anew(hall: Served) -> None:
    box = Box(hall).enrolled()
    box.takes()
    copy = box.copied(OTHER)
    assert copy.refused() == "lease_fenced"
    assert box.refused() == "lease_fenced"
    health = hall.machine("admin", "a").session.get(f"{hall.address}/api/v1/health", timeout=5).json()
    assert health["alarms"] == ["kiosk_cloned:K1"]
    (listed,) = json.loads(kapok("hall", "enrol", "list", *hall.home, "--json").stdout)
    assert listed["state"] == "cloned"
    hall.stop()
    hall.start()
    assert box.refused() == "lease_fenced"
    anew = Box(hall).enrolled()
    assert anew.takes() == "H002"


def test_a_copy_that_hides_its_hardware_is_found_when_the_boots_cross(hall: Served) -> None:
    box = Box(hall).enrolled()
    box.takes()
    first_boot = box.boot_id
    box.boot().takes()  # an honest restart
    copy = box.copied(ONE)
    copy.takes()
    time.sleep(1.1)  # what was signed in the second in which the newer boot began may only be late
    assert box.refused() == "lease_fenced"
    assert copy.refused() == "lease_fenced"
    assert box.boot(first_boot).refused() == "lease_fenced"


def test_what_was_overheard_is_good_for_nothing(hall: Served) -> None:
    box, session = Box(hall).enrolled(), hall.machine("board", "b").session
    signer = Signer(box.key_id, box.keys.signing, box.hardware, box.boot_id)
    path, now = f"/api/v1/halls/{HALL_ID}/tickets", session.get(f"{hall.address}/api/v1/health", timeout=5).json()
    body, key = msgspec.json.encode(TakeTicket("i01")), str(uuid.uuid4())
    headers = {"Idempotency-Key": key}

    def send(said: str, body: bytes = body, path: str = path, **more: Any) -> str:
        answer = session.post(
            hall.address + path, data=body, headers={**headers, **more, "Authorization": said}, timeout=5
        )
        return str(answer.json().get("code", answer.status_code))

    def signed(seconds: int = 0) -> str:
        asked = Asked("POST", path, headers.get)
        return signer.header(asked, body, time=now["at"] // 1_000_000 + seconds, nonce=uuid.uuid4().hex)

    overheard = signed()
    assert send(overheard, msgspec.json.encode(TakeTicket("i02"))) == "not_authenticated"
    assert send(signed(), path=path + "?after=1") == "not_authenticated"
    assert send(signed(), **{"Idempotency-Key": str(uuid.uuid4())}) == "not_authenticated"
    assert send(signed(seconds=-61)) == "signature_stale"
    assert send(signed(seconds=62)) == "signature_stale"
    fresh = signed()
    assert send(fresh) == "201"
    assert send(fresh) == "signature_stale"
    assert send(f"Kapok {box.key_id}.{'x' * 32}") == "not_authenticated"


def test_a_machine_whose_clock_is_an_hour_off_signs_by_the_hall_s(
    hall: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Box(hall).enrolled()
    monkeypatch.setattr("kiosk.hall_client.identity.Signing.__init__.__defaults__", (lambda: 1_000_000_000.0,))
    assert box.takes() == "H001"


def test_asking_is_refused_in_words_for_what_is_no_machine(hall: Served) -> None:
    order = AskEnrolment(new_code(hall), b"k" * 32, b"b" * 32, ONE, str(uuid.uuid4()))
    session, path = hall.machine("board", "b").session, f"{hall.address}/api/v1/halls/{HALL_ID}/enrolments"
    for field, value in {"public_key": "AA==", "hardware": "zz", "boot_id": "1", "code": "1"}.items():
        told = session.post(
            path,
            json={**msgspec.to_builtins(order), field: value},
            headers={"Idempotency-Key": str(uuid.uuid4())},
            timeout=5,
        )
        assert (told.status_code, told.json()["field"]) == (400, f"$.{field}")
