"""机群 at a real hall: kiosks tell how they are, staff send something; only signed orders count (CL-E14)."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.fleet import KIND, BoxHealth, FleetAct, FleetRecord, Heartbeat, SignedOrders, proved_orders
from hall_server.contract.signing import Signer
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import NUMBERS, signed_in
from tests.integration.hall_server.test_devices_page import HALL, code_from

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOT = str(uuid.uuid4())
BEAT = Heartbeat("6.2", BOOT, (BoxHealth("id_card", ready=True),), 390, 20_000)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallProcess]:
    process = HallProcess(tmp_path_factory.mktemp("fleet"))
    try:
        yield process.start()
    finally:
        process.stop()


@pytest.fixture(scope="module")
def kiosk(hall: HallProcess) -> Iterator[tuple[HallClient, bytes]]:
    """K1, enrolled: its voice and the hall's key."""
    technician, keys = signed_in(hall, "technician"), OwnKeys.new()
    told, _ = Enrolment(hall.url, keys, Here("1f" * 32, BOOT)).ask(code_from(technician))
    assert technician.post("/devices/let_in", {"key_id": told.key_id}).ok
    signer = Signer(told.key_id, keys.signing, "1f" * 32, BOOT)
    client = HallClient(HallAccess(hall.url, HALL, told.key_id, signer=signer, answer_timeout_s=5))
    yield client, told.hall_key
    client.close()


def beat(client: HallClient, kiosk: str = "K1", **change: object) -> SignedOrders:
    told = msgspec.structs.replace(BEAT, **change)
    return client.command(f"kiosks/{kiosk}/health", str(uuid.uuid4()), told, SignedOrders)


def acts(hall: HallProcess) -> list[tuple[FleetAct, str, str]]:
    reader = SqliteReader(hall.data / FILE_NAME, HALL)
    found = [(one.as_(FleetRecord).act, one.about, one.actor) for one in reader.records(KIND, 0, 100)]
    reader.close()
    return found


def test_cl_e14_a_kiosk_stands_on_the_page_with_what_is_to_be_looked_after(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    client, _ = kiosk
    beat(client)
    lead = signed_in(hall, "lead")
    page = lead.get("/devices").text
    assert "约 390 张" in page
    assert "6.2" in page
    beat(client, paper_left=40, boxes=(BoxHealth("id_card", ready=False, reason="cable"),))
    part = lead.get("/devices/fleet").text
    assert "设备有故障" in part
    assert "读身份证" in part
    assert "约 40 张" in part


def test_a_kiosk_speaks_for_itself_only(kiosk: tuple[HallClient, bytes]) -> None:
    with pytest.raises(HallRefusedError, match="not_allowed"):
        beat(kiosk[0], "K2")


def test_cl_e14_what_staff_send_is_signed_done_once_and_in_the_book(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    client, hall_key = kiosk
    technician = signed_in(hall, "technician")
    assert technician.post("/devices/restart", {"kiosk": "K1"}).ok
    assert technician.post("/devices/restart", {"kiosk": "K99"}).status_code == 404
    told = beat(client)
    orders = proved_orders(told, hall_key, "K1")
    assert orders is not None
    assert [deed.act for deed in orders.deeds] == [FleetAct.RESTART]
    assert proved_orders(told, b"x" * 32, "K1") is None  # another hall's
    assert proved_orders(told, hall_key, "K2") is None  # somebody else's
    forged = msgspec.structs.replace(told, orders=told.orders.replace(b"restart", b"RESTART"))
    assert proved_orders(forged, hall_key, "K1") is None
    after = proved_orders(beat(client, done=(orders.deeds[0].id,)), hall_key, "K1")
    assert after is not None
    assert after.deeds == ()
    assert acts(hall) == [(FleetAct.RESTART, "K1", NUMBERS["technician"])]


def test_a_roll_out_is_begun_and_stopped_by_hand_and_both_stand_in_the_book(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    manager = signed_in(hall, "manager")
    beat(kiosk[0])
    assert manager.post("/devices/roll_out", {"version": "../6"}).status_code == 400
    assert "先 1 台，再 10%" in manager.post("/devices/roll_out", {"version": "6.3"}).text
    assert "停下升级" in manager.get("/devices/fleet").text
    assert "停下了" in manager.post("/devices/stop").text
    kinds = [act for act, _, by in acts(hall) if by == NUMBERS["manager"]]
    assert kinds == [FleetAct.ROLLOUT_BEGUN, FleetAct.ROLLOUT_STOPPED]


def test_timelines_outlive_a_restart(hall: HallProcess, kiosk: tuple[HallClient, bytes]) -> None:
    beat(kiosk[0], paper_left=77)
    ends = time.monotonic() + 20
    reader = SqliteReader(hall.data / FILE_NAME, HALL)
    while not reader.health_slots(0) and time.monotonic() < ends:
        time.sleep(0.2)
    (slot, *_) = reader.health_slots(0)
    reader.close()
    assert (slot.kiosk, slot.version) == ("K1", "6.2")
    assert signed_in(hall, "auditor").post("/devices/restart", {"kiosk": "K1"}).status_code == 403
