"""机群 at a real hall: kiosks tell how they are, staff send something; only signed orders count (CL-E14)."""

from __future__ import annotations

import re
import time
import uuid
from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.fleet import KIND, BoxHealth, FleetAct, FleetRecord, Heartbeat, SignedOrders, proved_orders
from hall_server.contract.fleet_deeds import PARCEL_MOST, Deed, RefusedDeed
from hall_server.contract.signing import Signer
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.enrolling import Enrolment, Here, OwnKeys
from kiosk.hall_client.fleet import FleetVerbs
from tests.e2e.web.hall import HallProcess
from tests.e2e.web.staff import NUMBERS, signed_in
from tests.integration.hall_server.served import kapok
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


def written(hall: HallProcess, many: int) -> list[tuple[FleetAct, str, str]]:
    """The last entries, the newest an answer: it is on its way into the book while the kiosk hears already."""
    ends = time.monotonic() + 20
    while (found := acts(hall)[-many:])[-1][2] != "K1" and time.monotonic() < ends:
        time.sleep(0.05)
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
    beat(client, paper_left=40, boxes=(BoxHealth("id_card", ready=False, reason="device_lost"),))
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
    assert technician.post("/devices/send", {"kiosk": "K1", "act": "restart"}).ok
    assert technician.post("/devices/send", {"kiosk": "K99", "act": "restart"}).status_code == 404
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
    assert written(hall, 2) == [(FleetAct.RESTART, "K1", NUMBERS["technician"]), (FleetAct.DEED_DONE, "K1", "K1")]


def orders_of(client: HallClient, hall_key: bytes, **change: object) -> tuple[Deed, ...]:
    """What K1 is to do, after telling this."""
    orders = proved_orders(beat(client, nonce="6f1c", **change), hall_key, "K1", "6f1c")
    assert orders is not None
    return orders.deeds


def test_an_old_answer_orders_nothing(kiosk: tuple[HallClient, bytes]) -> None:
    client, hall_key = kiosk
    old = beat(client, nonce="aa")
    assert proved_orders(old, hall_key, "K1", "aa") is not None
    assert proved_orders(old, hall_key, "K1", "ab") is None  # replayed to the next heartbeat
    assert proved_orders(old, hall_key, "K1") is None
    torn = msgspec.structs.replace(old, orders=old.orders[:-1])
    assert proved_orders(torn, hall_key, "K1", "aa") is None


def test_cl_e14_what_a_kiosk_fetched_is_looked_at_for_a_while_masked_and_by_who_may(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    client, hall_key = kiosk
    verbs, technician = FleetVerbs(client, "K1", hall_key), signed_in(hall, "technician")
    for act in ("logs", "screenshot"):
        assert technician.post("/devices/send", {"kiosk": "K1", "act": act}).ok
    logs, shot = orders_of(client, hall_key)
    verbs.hand_over(logs.id, "ticket A001\n110101199003074514 张三 13812345678\n".encode())
    verbs.hand_over(shot.id, b"\xff\xd8\xff a picture")
    assert orders_of(client, hall_key, done=(logs.id, shot.id)) == ()
    told = technician.get(f"/devices/parcel/{logs.id}")
    assert told.headers["Cache-Control"] == "no-store"
    assert "ticket A001" in told.text
    assert "110101199003074514" not in told.text
    assert "13812345678" not in told.text
    assert technician.get(f"/devices/parcel/{shot.id}").headers["Content-Type"] == "image/jpeg"
    page = technician.get("/devices?kiosk=K1").text
    assert "打开日志" in page
    assert "打开画面" in page
    assert signed_in(hall, "auditor").get(f"/devices/parcel/{logs.id}").status_code == 403
    assert technician.get("/devices/parcel/999999").status_code == 404


def test_a_kiosk_hands_over_only_what_was_sent_for_once_and_in_its_measure(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    client, hall_key = kiosk
    verbs, technician = FleetVerbs(client, "K1", hall_key), signed_in(hall, "technician")
    with pytest.raises(HallRefusedError, match="not_found"):
        verbs.hand_over("999999", b"unasked")
    technician.post("/devices/send", {"kiosk": "K1", "act": "screenshot"})
    (shot,) = orders_of(client, hall_key)
    with pytest.raises(HallRefusedError, match="bad_request"):
        verbs.hand_over(shot.id, b"<script>no picture</script>")
    with pytest.raises(HallRefusedError, match="body_too_large"):
        verbs.hand_over(shot.id, b"\xff\xd8\xff" + bytes(PARCEL_MOST))
    with pytest.raises(HallRefusedError, match="not_allowed"):
        FleetVerbs(client, "K2", hall_key).hand_over(shot.id, b"\xff\xd8\xff")
    assert orders_of(client, hall_key, done=(shot.id, shot.id)) == ()
    with pytest.raises(HallRefusedError, match="not_found"):
        verbs.hand_over(shot.id, b"\xff\xd8\xff")


def test_cl_e14_a_box_is_taken_out_of_use_and_a_refusal_is_told_and_in_the_book(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    client, hall_key = kiosk
    technician = signed_in(hall, "technician")
    boxes = (BoxHealth("id_card", ready=True), BoxHealth("code_scanner", ready=True))
    beat(client, boxes=boxes)
    assert "停用扫码" in technician.get("/devices?kiosk=K1").text
    assert technician.post("/devices/send", {"kiosk": "K1", "act": "service_off", "service": "code_scanner"}).ok
    push = {"kiosk": "K1", "act": "settings", "key": "kiosk.idle_s", "value": "45"}
    assert technician.post("/devices/send", push).ok
    off, settings = orders_of(client, hall_key, boxes=boxes)
    assert (off.service, settings.settings) == ("code_scanner", {"kiosk.idle_s": 45})
    refused = (RefusedDeed(settings.id, "deed_settings_wrong"), RefusedDeed("12345", "deed_late"))
    told_back = {"done": (off.id,), "refused": refused, "off": ("code_scanner",), "set_here": {"speech.volume": 4}}
    assert orders_of(client, hall_key, boxes=boxes, **told_back) == ()
    page = technician.get("/devices/one?kiosk=K1").text
    assert "恢复扫码" in page
    assert "没做：这个值它用不了，还按原来的" in page
    assert "音量（1 到 5） = 4" in page, "what a technician set on the spot"
    told = written(hall, 4)
    who = NUMBERS["technician"]
    assert told == [
        (FleetAct.SERVICE_OFF, "K1", who),
        (FleetAct.SETTINGS, "K1", who),
        (FleetAct.DEED_DONE, "K1", "K1"),
        (FleetAct.DEED_REFUSED, "K1", "K1"),
    ]


@pytest.mark.parametrize(
    "form",
    [
        {"act": "dance"},
        {"act": "rollout_begun"},
        {"act": "service_off"},
        {"act": "service_off", "service": "speaker"},
        {"act": "restart", "service": "id_card"},
        {"act": "settings", "key": "kiosk.idle_s", "value": " "},
        {"act": "settings", "key": "kiosk.server", "value": "http://elsewhere"},
        {"act": "settings", "key": "kiosk.idle_s", "value": "4" * 41},
    ],
)
def test_what_may_not_be_sent_gets_a_sentence_and_reaches_nobody(
    hall: HallProcess, kiosk: tuple[HallClient, bytes], form: dict[str, str]
) -> None:
    told = signed_in(hall, "technician").post("/devices/send", {"kiosk": "K1", **form})
    assert (told.status_code, "没有送出去" in told.text) == (400, True)
    assert orders_of(*kiosk) == ()


def test_a_terminal_sends_and_lists_beside_a_hall_that_serves(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    data = ("--data", str(hall.data))
    send = ("hall", "fleet", "send", *data, "--site", str(hall.site), "K1")
    assert kapok(*send, "settings", "kiosk.idle_s=45", "kiosk.attended=false").returncode == 0
    wrong = kapok(*send, "service_off", "speaker")
    assert (wrong.returncode, "id_card" in wrong.stderr) == (2, True)
    hall.until(lambda: "改设置" in signed_in(hall, "lead").get("/devices/one?kiosk=K1").text)
    (settings,) = orders_of(*kiosk)
    assert settings.settings == {"kiosk.idle_s": 45, "kiosk.attended": False}
    assert orders_of(*kiosk, done=(settings.id,)) == ()
    written(hall, 1)
    listed = kapok("hall", "fleet", "sent", *data, "--kiosk", "K1", "--json")
    newest = msgspec.json.decode(listed.stdout)[-1]
    assert (newest["act"], newest["state"], newest["by"]) == ("settings", "done", "")


def test_cl_e14_an_alert_stands_on_both_pages_and_in_the_terminal_until_its_cause_has_gone(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    lead, alerts = signed_in(hall, "lead"), ("hall", "fleet", "alerts", "--data", str(hall.data), "--json")
    beat(kiosk[0], paper_left=12)
    hall.until(lambda: 'data-alert="paper"' in lead.get("/devices/fleet").text)
    assert "纸快没了，请去换一卷" in lead.get("/lead/now").text
    told = kapok(*alerts)
    assert told.returncode == 1
    standing = {one["kind"]: one for one in msgspec.json.decode(told.stdout)}
    assert (standing["paper"]["kiosk"], standing["paper"]["closed_at"]) == ("K1", "")


def test_security_events_are_one_list_in_the_terminal(hall: HallProcess, kiosk: tuple[HallClient, bytes]) -> None:
    technician = signed_in(hall, "technician")
    Enrolment(hall.url, OwnKeys.new(), Here("2e" * 32, BOOT)).ask(code_from(technician, "K2"))
    waiting = technician.get("/devices/part").text
    found = re.search(r'name="key_id" value="([0-9a-f]+)"', waiting)
    assert found is not None
    assert technician.post("/devices/refuse", {"key_id": found[1]}).ok
    lines = kapok("hall", "fleet", "security", "--data", str(hall.data), "--lines").stdout
    assert 'kapok-hall - refused [kapok@32473 n="' in lines
    assert NUMBERS["technician"] not in lines


def test_a_roll_out_is_begun_and_stopped_by_hand_and_both_stand_in_the_book(
    hall: HallProcess, kiosk: tuple[HallClient, bytes]
) -> None:
    manager = signed_in(hall, "manager")
    beat(kiosk[0])
    assert manager.post("/devices/roll_out", {"version": "../6"}).status_code == 400
    assert "先 1 台，再 10%" in manager.post("/devices/roll_out", {"version": "6.3"}).text
    assert "停下升级" in manager.get("/devices/fleet").text
    told = {seen: 'id="begin"' in manager.get(f"/devices/fleet?rolls={seen}").text for seen in ("yes", "no")}
    assert told == {"yes": False, "no": True}, "a page that offers another one hears that one runs"
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
    assert signed_in(hall, "auditor").post("/devices/send", {"kiosk": "K1", "act": "restart"}).status_code == 403
