"""申办 through a served hall and a served city: what the kiosk seals the hall passes on and cannot read, nor keeps."""

from __future__ import annotations

import time
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.city.applications import (
    PIECE_MAX,
    ApplicationForm,
    FormField,
    MaterialGiven,
    Stage,
)
from hall_server.contract.city.licences import Holder
from hall_server.contract.city.progress import CaseState
from hall_server.contract.crypto.sealed_box import OVERHEAD
from hall_server.domain.city.applications import BEGUN, HANDED_IN
from hall_server.store.place import place_of
from kiosk.hall_client import HallAccess, HallClient, HallRefusedError
from kiosk.hall_client.applications import Applying, Sent, TooMuchError
from kiosk.hall_client.city import CityDesk
from tests.integration.hall_server.city_halls import hall_of
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.hall_server.served import Served

CHEN = Holder(handle="demo-person-000000001A")
NAME, PHONE, WHERE = "陈样明", "13800138000", "演示省演示市木棉区样板路 1 号"
PAGE = b"\xff\xd8\xff" + b"PAGE-OF-CHEN" * 20_000  # 240 kB
FORM = ApplicationForm(
    holder=CHEN, fields=(FormField(field="name", value=NAME, source="居民身份证 电子证照"),), phone=PHONE, address=WHERE
)
SCANNED = (MaterialGiven(material="m_id", parts=(1,)), MaterialGiven(material="m_rp", parts=(2,)))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = hall_of(tmp_path_factory.mktemp("hall"), city)
    served.start()
    yield served
    served.stop()
    kept = b"".join(one.read_bytes() for one in served.data.rglob("*") if one.is_file()) + "".join(served.log).encode()
    for secret in (NAME, PHONE, WHERE, CHEN.handle, "PAGE-OF-CHEN"):
        assert secret.encode() not in kept
    assert "Traceback" not in "".join(served.log)


@pytest.fixture
def kiosk(hall: Served, city: ServedCity) -> Iterator[HallClient]:
    yield from client_of(hall, "K1")
    city.ask("PUT", "/faults", json={})


def client_of(hall: Served, name: str) -> Iterator[HallClient]:
    key = hall.credential("kiosk", name, name)
    client = HallClient(HallAccess(hall.address, HALL_ID, key["key_id"], key["secret"], answer_timeout_s=5.0))
    yield client
    client.close()


def begun(kiosk: HallClient, *pages: bytes) -> tuple[Applying, str]:
    one, visit = Applying(kiosk), str(uuid.uuid4())
    one.begin(visit, "i02")
    one.put_form(FORM)
    for number, page in enumerate(pages or (PAGE, PAGE[: len(PAGE) // 2]), 1):
        one.put_page(number, page)
    return one, visit


def records(hall: Served, visit: str) -> list[Any]:
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        return list(reader.records_about(visit))


def refusal(ask: Any) -> str:
    with pytest.raises(HallRefusedError) as caught:
        ask()
    return caught.value.code


def test_cl_e9_an_application_with_pages_is_handed_in_and_found_again_and_nothing_of_it_stays_in_the_hall(
    hall: Served, kiosk: HallClient
) -> None:
    one = Applying(kiosk)
    visit = str(uuid.uuid4())
    there = one.begin(visit, "i02")
    assert [need.id for need in there.materials] == ["m_id", "m_rp", "m_live"]
    one.put_form(FORM)
    one.put_page(1, PAGE)
    one.put_page(2, PAGE[: len(PAGE) // 2])
    heard: list[Sent] = []
    one.send(heard.append)
    pages = len(PAGE) + len(PAGE) // 2 + 2 * OVERHEAD
    assert heard[-1].done == heard[-1].of == pages + heard[0].done
    assert [each.done for each in heard] == sorted({each.done for each in heard})
    receipt = one.hand_in(SCANNED, there.deliveries[-1])
    assert (receipt.state, receipt.pages, receipt.later) == (CaseState.RECEIVED, 2, ("居住/就业证明",))
    assert (receipt.accepting, receipt.item_name) == ("演示市木棉区政务服务大厅", "广东省居住证签注")
    assert [each.kind for each in records(hall, visit)] == [BEGUN, HANDED_IN]
    desk = CityDesk(kiosk)
    (found,) = desk.case_by_number(receipt.number).cases
    assert (found.step, found.item) == (1, "")
    assert receipt.number in {case.number for case in desk.cases_of(CHEN).cases}


def test_handed_in_twice_it_has_one_receipt_also_when_the_first_answer_was_lost(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    one, visit = begun(kiosk)
    one.send()
    city.ask("PUT", "/faults", json={"duplicate": True})
    assert refusal(lambda: one.hand_in(SCANNED)) == "city_away"
    receipt = one.hand_in(SCANNED)
    assert [each.kind for each in records(hall, visit)] == [BEGUN, HANDED_IN]
    (known,) = [each for each in city.ask("GET", "/applications").json() if each["application"] == one.id]
    assert known["delivery"] == receipt.delivery.value
    assert one.drop() is Stage.HANDED_IN


def test_what_is_missing_is_said_before_the_city_is_asked_and_what_got_lost_is_sent_again(
    city: ServedCity, kiosk: HallClient
) -> None:
    one, _ = begun(kiosk)
    assert refusal(lambda: one.hand_in(SCANNED[:1])) == "materials_missing"
    by_licence = MaterialGiven(material="m_id", licence="居民身份证")
    assert refusal(lambda: one.hand_in((by_licence, SCANNED[1]))) == "materials_missing"
    assert refusal(lambda: one.hand_in(SCANNED)) == "parts_missing"
    one.send()
    one.put_page(1, PAGE[:-1] + b"!")
    assert refusal(lambda: one.hand_in(SCANNED)) == "parts_missing"
    one.send()
    assert one.hand_in(SCANNED).pages == 2


def test_cl_e1_an_electronic_licence_that_the_hall_has_found_stands_for_a_scan_and_the_receipt_says_so(
    hall: Served, kiosk: HallClient
) -> None:
    visit = str(uuid.uuid4())
    with closing(hall.machine("kiosk", "K1", "K1")) as machine:
        consent = {"given": True, "items": ["i02"], "holder": {"handle": CHEN.handle}}
        assert machine.post(f"visits/{visit}/licences/consent", consent).status_code == 201
        while machine.get(f"visits/{visit}/licences").json()["looking"]:
            time.sleep(0.05)  # the test's own time limit ends the waiting
    one = Applying(kiosk)
    until = time.monotonic() + 10
    while one.begin(visit, "i02").held != ("m_id",):
        assert time.monotonic() < until
        time.sleep(0.05)
    one.put_form(FORM)
    one.put_page(2, PAGE)
    one.send()
    materials = (MaterialGiven(material="m_id", licence="居民身份证"), SCANNED[1])
    receipt = one.hand_in(materials)
    assert (receipt.pages, receipt.by_licence) == (1, ("居民身份证",))


def test_a_city_that_is_away_is_said_at_once_and_nothing_is_begun_or_kept_for_later(
    hall: Served, city: ServedCity, kiosk: HallClient
) -> None:
    city.ask("PUT", "/faults", json={"down": True})
    one, visit = Applying(kiosk), str(uuid.uuid4())
    assert refusal(lambda: one.begin(visit, "i02")) == "city_away"
    with closing(hall.machine("admin", "T1")) as technician:
        assert technician.get("city/letters?port=acceptance").json()["letters"] == []


def test_another_kiosk_or_another_visit_hands_nothing_in(hall: Served, kiosk: HallClient) -> None:
    one, _ = begun(kiosk)
    one.send()
    for other in client_of(hall, "K2"):
        stranger = Applying(other, one.id)
        stranger._begun, stranger._visit = one._begun, one._visit
        stranger._boxes = dict(one._boxes)
        assert refusal(lambda: stranger.hand_in(SCANNED)) == "not_allowed"  # noqa: B023 - asked at once
    one._visit = str(uuid.uuid4())
    assert refusal(lambda: one.hand_in(SCANNED)) == "not_allowed"
    assert one.drop() is Stage.DROPPED


def test_a_page_that_is_too_large_is_refused_before_anything_is_sent(kiosk: HallClient) -> None:
    one, _ = begun(kiosk)
    with pytest.raises(TooMuchError, match="part"):
        one.put_page(3, b"\xff\xd8\xff" + bytes(4 * 1024 * 1024))
    for number in (3, 4):
        one.put_page(number, b"\xff\xd8\xff" + bytes(4 * 1024 * 1024 - 100))
    with pytest.raises(TooMuchError, match="total"):
        one.put_page(5, b"\xff\xd8\xff" + bytes(3 * 1024 * 1024))
    with pytest.raises(TooMuchError, match="parts"):
        one.put_page(41, b"\xff\xd8\xff")
    assert "PAGE" not in repr(one)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("parts/1?offset=0&size=10", b"", 400),
        ("parts/1?offset=0&size=10", b"x" * 11, 400),
        ("parts/1?offset=9&size=10", b"xx", 400),
        ("parts/41?offset=0&size=10", b"x", 400),
        ("parts/1?offset=-1&size=10", b"x", 400),
        ("parts/1?offset=0", b"x", 400),
        ("parts/x?offset=0&size=10", b"x", 404),
        ("parts/1?offset=0&size=999999", b"x" * (PIECE_MAX + 1), 413),
        ("parts/1?offset=0&size=10", b"x", 409),  # nobody has begun it
    ],
)
def test_a_piece_that_is_none_is_refused(hall: Served, path: str, body: bytes, status: int) -> None:
    with closing(hall.machine("kiosk", "K1", "K1")) as machine:
        headers = {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/octet-stream"}
        where = f"{machine.base}/applications/1c2f7a90-5f0e-4c39-9d3b-2f6d8a4e7b11/{path}"
        answer = machine.session.post(where, data=body, headers=headers, timeout=20)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"visit": "v", "item": "i02", "consent": True}, "bad_request"),
        ({"item": "i02"}, "bad_request"),
        ({"visit": "0f8fad5b-d9cb-469f-a165-70867728950e", "item": "i02"}, "bad_request"),
        ({"visit": "0f8fad5b-d9cb-469f-a165-70867728950e", "item": "none", "consent": True}, "item_unknown"),
        (
            {"visit": "0f8fad5b-d9cb-469f-a165-70867728950e", "item": "i02", "consent": True, "answers": {"x": "y"}},
            "bad_request",
        ),
    ],
    ids=range(5),
)
def test_a_beginning_that_is_none_is_refused(hall: Served, body: dict[str, Any], code: str) -> None:
    with closing(hall.machine("kiosk", "K1", "K1")) as machine:
        assert machine.post("applications", body).json()["code"] == code
