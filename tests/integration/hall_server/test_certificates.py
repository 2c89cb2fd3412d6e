"""打印证明 and 查进度 through a served hall and a served city: consent, one use at a time, one-time links, faults."""

from __future__ import annotations

import base64
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import requests

from hall_server.contract.certificates import PRINTABLE, PrintedAs
from hall_server.flows.certificate_desk import CONSENT, PRINTED, USE, Printed, Used
from hall_server.store.place import place_of
from tests.integration.hall_server.city_halls import site_with
from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import HALL_ID, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.integration.hall_server.served import Machine

CHEN, NOBODY = {"handle": "demo-person-000000001A"}, {"handle": "nobody"}
BY_NUMBER = {"number": "999999198604120018"}
CARD = "居民身份证"
PUBLIC = "https://hall.example"


class WithPages(Served):
    pages = True


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city") / "keys")
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hall")
    site = site_with(folder, f'[city]\naddress = "{city.address}"\ntimeout_s = 2.0')
    text = site.read_text(encoding="utf-8").replace("[hall]\n", f'[hall]\npublic_address = "{PUBLIC}"\n', 1)
    site.write_text(text, encoding="utf-8")
    served = WithPages(folder / "data", "--site", str(site))
    served.start()
    yield served
    served.stop()
    kept = b"".join(one.read_bytes() for one in served.data.rglob("*") if one.is_file()) + "".join(served.log).encode()
    assert not [one for one in (CHEN["handle"], BY_NUMBER["number"], "陈样明") if one.encode() in kept]
    assert "Traceback" not in "".join(served.log)


@pytest.fixture
def kiosk(hall: Served, city: ServedCity) -> Iterator[Machine]:
    machine = hall.machine("kiosk", "K1", "K1")
    yield machine
    machine.close()
    city.ask("PUT", "/faults", json={})


def listed(kiosk: Machine, visit: str, holder: dict[str, str] = CHEN) -> dict[str, dict[str, Any]]:
    answer = kiosk.post("certificates/find", {"visit": visit, "holder": holder, "consent": True})
    assert answer.status_code == 200, answer.text
    return {one["type"]: one for one in answer.json()["certificates"]}


def records(hall: Served, visit: str) -> list[Any]:
    with closing(place_of(hall.where).reader(HALL_ID)) as reader:
        return list(reader.records_about(visit))


def test_cl_e9_a_certificate_is_listed_fetched_and_printed_with_consent_and_each_use_is_kept(
    hall: Served, kiosk: Machine
) -> None:
    visit = str(uuid.uuid4())
    found = listed(kiosk, visit, BY_NUMBER)
    assert set(found) <= set(PRINTABLE)
    assert (found[CARD]["state"], found["居住证"]["state"]) == ("valid", "expired")
    body = {"visit": visit, "holder": CHEN, "id": found[CARD]["id"]}
    told = kiosk.post("certificates/document", body).json()
    with closing(pypdfium2.PdfDocument(base64.b64decode(told["document"]))) as document:
        assert len(document) == 1
        assert "RESIDENT IDENTITY CARD" in document[0].get_textpage().get_text_range()
    stale = kiosk.post("certificates/document", {**body, "id": found["居住证"]["id"]})
    assert (stale.status_code, stale.json()["detail"]) == (409, "not_good")
    paper = {"visit": visit, "type": CARD, "copies": 2, "came": "voided"}
    key = str(uuid.uuid4())
    assert [kiosk.post("certificates/printed", paper, key).status_code for _ in range(2)] == [200, 200]
    kept = records(hall, visit)
    assert [one.kind for one in kept] == [CONSENT, USE, USE, PRINTED]
    assert kept[1].as_(Used) == Used(CARD, "screen")
    assert kept[2].as_(Used).came == "not_good"
    assert kept[3].as_(Printed) == Printed(CARD, 2, PrintedAs.VOIDED)
    assert {one.actor for one in kept} == {"K1"}


def test_without_a_yes_said_here_nobody_is_asked(hall: Served, kiosk: Machine) -> None:
    visit = str(uuid.uuid4())
    no = kiosk.post("certificates/find", {"visit": visit, "holder": CHEN})
    assert (no.status_code, no.json()["field"]) == (400, "$.consent")
    one = listed(kiosk, visit)[CARD]
    with closing(hall.machine("kiosk", "K2", "K2")) as other:
        body = {"visit": visit, "holder": CHEN, "id": one["id"]}
        assert other.post("certificates/document", body).json()["code"] == "not_allowed"
    assert kiosk.post("certificates/document", {**body, "visit": str(uuid.uuid4())}).json()["code"] == "not_allowed"
    strange = kiosk.post("certificates/document", {**body, "id": "0" * 16})
    assert (strange.json()["code"], strange.json()["detail"]) == ("city_refused", "licence_unknown")
    assert listed(kiosk, visit, NOBODY) == {}


def test_one_visit_has_twenty_documents_at_most(kiosk: Machine) -> None:
    visit = str(uuid.uuid4())
    body = {"visit": visit, "holder": CHEN, "id": listed(kiosk, visit)[CARD]["id"]}
    said = [kiosk.post("certificates/document", body).status_code for _ in range(21)]
    assert said == [*[200] * 20, 429]


def test_cl_e18_a_link_for_a_telephone_shows_a_page_as_often_as_anybody_looks_and_the_file_once(
    hall: Served, kiosk: Machine
) -> None:
    visit = str(uuid.uuid4())
    body = {"visit": visit, "holder": CHEN, "id": listed(kiosk, visit)[CARD]["id"]}
    address = kiosk.post("certificates/link", body).json()["address"]
    assert address.startswith(f"{PUBLIC}/d/")
    here = hall.address + address.removeprefix(PUBLIC)
    for _ in range(2):
        page = requests.get(here, timeout=20)
        assert (page.status_code, "保存到手机" in page.text) == (200, True)
    file = requests.post(here, timeout=20)
    assert (file.headers["content-type"], file.content[:5]) == ("application/pdf", b"%PDF-")
    assert file.headers["cache-control"] == "no-store"
    assert [requests.post(here, timeout=20).status_code, requests.get(here, timeout=20).status_code] == [404, 404]


@pytest.mark.parametrize("fault", [{"down": True}, {"wrong": True}])
def test_a_city_that_fails_is_said_to_be_away_and_that_somebody_asked_is_kept(
    hall: Served, city: ServedCity, kiosk: Machine, fault: dict[str, object]
) -> None:
    visit = str(uuid.uuid4())
    one = listed(kiosk, visit)[CARD]
    city.ask("PUT", "/faults", json=fault)
    body = {"visit": visit, "holder": CHEN, "id": one["id"]}
    asked = [kiosk.post("certificates/document", body), kiosk.post("cases/find", {"holder": CHEN})]
    assert [(one.status_code, one.json()["code"]) for one in asked] == [(503, "city_away")] * 2
    assert records(hall, visit)[-1].as_(Used).came in {"busy", "nonsense"}


def test_cl_e21_cases_are_found_by_holder_by_number_and_by_slip_and_paper_tells_nothing_of_a_person(
    city: ServedCity, kiosk: Machine
) -> None:
    mine = kiosk.post("cases/find", {"holder": BY_NUMBER}).json()["cases"]
    assert [one["state"] for one in mine] == ["ready", "in_work", "closed"]
    assert (mine[0]["item"], mine[0]["place"], mine[0]["step"]) == ("社会保障卡补换", "2 楼 12 号窗口", 5)
    assert mine[1]["due_at"] > mine[1]["at"]
    (one,) = kiosk.post("cases/find", {"case": mine[1]["number"]}).json()["cases"]
    assert (one["step"], one["contact"], one["item"]) == (3, "020-00000001", "")
    assert kiosk.post("cases/find", {"case": "DEMO-0"}).json() == {"cases": [], "asked": True}
    assert kiosk.post("cases/find", {"holder": NOBODY}).json()["cases"] == []
    ticket = kiosk.take()["id"]
    assert kiosk.post("cases/find", {"ticket": ticket}).json() == {"cases": [], "asked": True}
    city.ask("PUT", "/faults", json={"down": True})
    assert kiosk.post("cases/find", {"ticket": ticket}).json() == {"cases": [], "asked": False}
    assert kiosk.post("cases/find", {"ticket": str(uuid.uuid4())}).json()["code"] == "ticket_unknown"


@pytest.mark.parametrize(
    "body",
    [{}, {"holder": CHEN, "case": "A"}, {"case": "../x"}, {"case": ""}, {"holder": {}}, {"ticket": "x" * 65}, []],
    ids=range(7),
)
def test_a_question_for_a_case_that_is_none_is_refused(kiosk: Machine, body: object) -> None:
    answer = kiosk.post("cases/find", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
