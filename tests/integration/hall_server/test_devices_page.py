"""设备: staff give a code, compare a fingerprint, let a machine in and shut it out; the book says who (CL-E14)."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING

import pytest
import requests

from hall_server.contract.enrolment import KIND, EnrolRecord
from hall_server.contract.messages import TakeTicket
from hall_server.contract.signing import Signer
from hall_server.contract.vocabulary import Role
from hall_server.store.keys import make_key
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.hall_client.identity import identity_of
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import NUMBERS, signed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.web.staff import Person

HALL = "gz-demo-district"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("devices"))
    try:
        yield process.start()
    finally:
        process.stop()


def code_from(person: Person, kiosk: str = "K1") -> str:
    told = person.post("/devices/code", {"kiosk": kiosk})
    assert told.ok, told.text
    found = re.search(r'class="pin digit">([0-9A-Z]{4}-[0-9A-Z]{4})<', told.text)
    assert found, told.text
    return found[1]


def asks(hall: HallProcess, code: str) -> tuple[HallClient, str, str]:
    """A machine that has asked: its voice, its key's id, and the fingerprint on its own screen."""
    keys, here = OwnKeys.new(), Here("1f" * 32, str(uuid.uuid4()))
    told, fingerprint = Enrolment(hall.url, keys, here).ask(code)
    signer = Signer(told.key_id, keys.signing, here.hardware, here.boot_id)
    return (
        HallClient(HallAccess(hall.url, HALL, told.key_id, signer=signer, answer_timeout_s=5)),
        told.key_id,
        fingerprint,
    )


def test_cl_e14_a_technician_gives_a_code_compares_and_lets_the_machine_in(hall: HallProcess) -> None:
    technician = signed_in(hall, "technician")
    machine, key_id, fingerprint = asks(hall, code_from(technician))
    part = technician.get("/devices/part").text
    assert fingerprint in part
    assert "等核对" in part
    let_in = technician.post("/devices/let_in", {"key_id": key_id})
    assert "已登记" in let_in.text
    assert machine.take(str(uuid.uuid4()), TakeTicket("i01")).ticket.label
    again = technician.post("/devices/let_in", {"key_id": key_id})
    assert (again.status_code, "已经办完" in again.text) == (409, True)
    assert technician.post("/devices/revoke", {"key_id": key_id}).ok
    with pytest.raises(HallRefusedError, match="not_authenticated"):
        machine.now()
    machine.close()
    reader = SqliteReader(hall.data / FILE_NAME, HALL)
    acts = [(one.as_(EnrolRecord).act, one.actor) for one in reader.records_about("K1") if one.kind == KIND]
    reader.close()
    who = NUMBERS["technician"]
    assert acts[-4:] == [("code_made", who), ("asked", ""), ("let_in", who), ("revoked", who)]


def test_a_machine_with_another_fingerprint_is_left_outside(hall: HallProcess) -> None:
    lead = signed_in(hall, "lead")
    machine, key_id, _ = asks(hall, code_from(lead, "K2"))
    assert lead.post("/devices/refuse", {"key_id": key_id}).ok
    with pytest.raises(HallRefusedError, match="not_authenticated"):
        machine.now()
    machine.close()


def test_an_auditor_only_looks_and_a_clerk_does_not(hall: HallProcess) -> None:
    auditor = signed_in(hall, "auditor")
    assert "给登记码" not in auditor.get("/devices").text
    assert auditor.post("/devices/code", {"kiosk": "K1"}).status_code == 403
    assert signed_in(hall, "clerk").get("/devices/part").status_code == 403


def test_a_kiosk_that_the_site_file_does_not_have_gets_a_sentence(hall: HallProcess) -> None:
    refused = signed_in(hall, "manager").post("/devices/code", {"kiosk": "K99"})
    assert (refused.status_code, "配置里没有这台取号机" in refused.text) == (404, True)


class Desk:
    """A counter's machine with keys of its own, and the words it sends."""

    def __init__(self, hall: HallProcess, code: str) -> None:
        self.keys, here = OwnKeys.new(), Here("1f" * 32, str(uuid.uuid4()), at_counter=True)
        self.enrolment = Enrolment(hall.url, self.keys, here)
        self.told, self.fingerprint = self.enrolment.ask(code)
        self.session = requests.Session()
        signer = Signer(self.told.key_id, self.keys.signing, here.hardware, here.boot_id)
        self.session.auth = identity_of("", "", signer)
        self.base = f"{hall.url}/api/v1/halls/{HALL}"

    def calls_at(self, counter: int) -> str:
        """The problem's code; "" when it was done."""
        address = f"{self.base}/counters/{counter}/call_next"
        return code_in(self.session.post(address, json={}, headers=once(), timeout=5))


def once() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid.uuid4())}


def code_in(answer: requests.Response) -> str:
    return "" if answer.ok else str(answer.json()["code"])


def test_cl_e14_the_machine_at_a_counter_is_let_in_the_same_way_for_that_counter_alone(hall: HallProcess) -> None:
    technician = signed_in(hall, "technician")
    secret, other = (make_key(hall.data / FILE_NAME, HALL, Role.COUNTER, "C3", place="3", at=1) for _ in "ab")
    with pytest.raises(HallRefusedError, match="enrolment_code_wrong"):
        asks(hall, code_from(technician, "counter:3"))  # a kiosk does not become a counter's machine
    desk = Desk(hall, code_from(technician, "counter:3"))
    part = technician.get("/devices/part").text
    assert desk.fingerprint in part
    assert "3 号窗口" in part
    assert desk.calls_at(3) == "enrolment_waiting"
    assert technician.post("/devices/let_in", {"key_id": desk.told.key_id}).ok
    profile, secrets = desk.enrolment.wait(5)
    assert (profile.kiosk, secrets.pseudonym_key) == ("counter:3", "")
    assert [desk.calls_at(no) for no in (4, 3)] == ["not_allowed", "counter_closed"]
    newer = Desk(hall, code_from(technician, "counter:3"))
    assert technician.post("/devices/let_in", {"key_id": newer.told.key_id}).ok
    assert desk.calls_at(3) == "not_authenticated"
    for old in (secret, other):  # other programs of the desk: `kapok hall key revoke` ends them
        headers = {"Authorization": f"Kapok {'.'.join(old)}"}
        assert requests.get(f"{desk.base}/now", headers=headers, timeout=5).ok
    assert technician.post("/devices/revoke", {"key_id": newer.told.key_id}).ok
    assert newer.calls_at(3) == "not_authenticated"


def test_a_counter_that_the_site_file_does_not_have_gets_a_sentence(hall: HallProcess) -> None:
    refused = signed_in(hall, "manager").post("/devices/code", {"kiosk": "counter:99"})
    assert (refused.status_code, "没有这个窗口" in refused.text) == (404, True)
