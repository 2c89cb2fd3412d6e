"""免证办 end to end: a served hall asks a served city; slow, away or wrong, the hall answers at once and goes on."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.hall_server.city_served import ServedCity
from tests.integration.hall_server.served import SITE_FILE, Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

CHEN = {"handle": "demo-person-000000001A"}
ZHOU = {"handle": "demo-person-000000004A"}
SECRETS = ("陈样明", "999999198604120018", CHEN["handle"])


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedCity]:
    served = ServedCity(tmp_path_factory.mktemp("city"))
    yield served
    served.stop()


@pytest.fixture(scope="module")
def hall(city: ServedCity, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hall")
    site = folder / "site.toml"
    table = f'\n[city]\naddress = "{city.address}"\n[city.ports.licences]\ntimeout_s = 1\n'
    site.write_text(SITE_FILE.read_text(encoding="utf-8") + table, encoding="utf-8")
    served = Served(folder / "data", "--site", str(site))
    served.start()
    yield served
    served.stop()
    assert not [line for line in served.log if "Traceback" in line or any(one in line for one in SECRETS)]
    kept = b"".join(path.read_bytes() for path in (folder / "data").iterdir() if path.is_file())
    assert not [one for one in SECRETS if one.encode() in kept]


@pytest.fixture
def kiosk(hall: Served) -> Iterator[Machine]:
    machine = hall.machine("kiosk", "K1")
    yield machine
    machine.close()


@pytest.fixture
def faults(city: ServedCity) -> Iterator[Any]:
    yield lambda **which: city.ask("PUT", "/faults", json=which)
    city.ask("PUT", "/faults", json={})


def consent(machine: Machine, visit: str, *items: str, **more: Any) -> dict[str, Any]:
    said = machine.post(f"visits/{visit}/licences/consent", {"given": True, "items": items, "holder": CHEN, **more})
    assert said.status_code == 201, said.text
    return dict(said.json())


def found(machine: Machine, visit: str) -> dict[str, Any]:
    """What the hall has when the city has answered, or has not; the test's own time limit ends the waiting."""
    while True:
        told = machine.get(f"visits/{visit}/licences")
        assert told.status_code == 200, told.text
        if not told.json()["looking"]:
            return dict(told.json())
        time.sleep(0.05)


def test_cl_c6_the_papers_of_a_permit_are_found_and_a_counter_need_not_ask(
    hall: Served, kiosk: Machine, faults: Any
) -> None:
    visit = str(uuid.uuid4())
    assert consent(kiosk, visit, "i02")["looking"]
    told = found(kiosk, visit)
    assert {one["id"]: one["outcome"] for one in told["materials"]} == {
        "m_id": "found",
        "m_rp": "expired",
        "m_live": "",
    }
    assert told["bring"] == 2
    assert {"field": "name", "label": "姓名", "value": "陈样明", "source": "居民身份证 电子证照"} in told["fields"]

    ticket = kiosk.post("tickets", {"item": "i02"}, key=visit).json()
    assert ticket["bring"] == ["居住证", "居住/就业证明"]
    kiosk.confirm(visit)
    counter = hall.machine("counter", "W5", "5")
    assert counter.post("counters/5/sign_in", {"clerk": "1005"}).status_code == 200
    assert counter.get(f"visits/{visit}/licences").status_code == 409
    assert counter.post("counters/5/call_next").json()["id"] == visit
    assert counter.get(f"visits/{visit}/licences").json()["fields"] == told["fields"]

    def asked(verb: str, **body: str) -> tuple[int, str]:
        answer = counter.post(f"visits/{visit}/licences/{verb}", body)
        return answer.status_code, answer.json().get("code", "")

    assert asked("demand_paper", material="m_id") == (409, "paper_not_needed")
    assert asked("demand_paper", material="m_rp") == (200, "")
    assert asked("override_paper", material="m_id", reason="no_reason") == (400, "bad_request")
    assert asked("override_paper", material="m_id", reason="other", note="证号 440106199001011234") == (
        400,
        "bad_request",
    )
    assert asked("override_paper", material="m_id", reason="original_by_law") == (200, "")
    permit = f"KPL-DEMO:{CHEN['handle']}:居住证"
    assert asked("show", text=permit) == (200, "")
    assert counter.post(f"visits/{visit}/licences/show", {"text": permit}).json()["state"] == "expired"
    late = {"item": "i02", "materials": ["m_live"]}
    for person, may in ((CHEN, True), (ZHOU, False)):
        answer = counter.post(f"visits/{visit}/may_defer", {**late, "holder": person})
        assert answer.json() == {"may": may, "asked": True}
    faults(down=True)
    answer = counter.post(f"visits/{visit}/may_defer", {**late, "holder": ZHOU})
    assert answer.json() == {"may": True, "asked": False}  # a city that says nothing takes no right away
    assert asked("show", text=permit) == (503, "city_away")
    faults()
    assert asked("report", licence="居民身份证", reason="wrong_value", item="i02", field="address")[0] == 201
    technician = hall.machine("admin", "T1")
    while [one["state"] for one in technician.get("city/letters?port=licences").json()["letters"]] != ["taken"]:
        time.sleep(0.05)  # the test's own time limit ends the waiting
    technician.close()
    counts = {one["licence"]: one for one in counter.get("licences/counts").json()["licences"]}
    assert (counts["居民身份证"]["found"], counts["居住证"]["expired"]) == (1, 1)
    assert kiosk.post(f"visits/{visit}/licences/demand_paper", {"material": "m_id"}).status_code == 403
    counter.close()


@pytest.mark.parametrize(
    ("which", "outcome"), [({"slow_s": 20}, "slow"), ({"down": True}, "no_answer"), ({"wrong": True}, "no_answer")]
)
def test_whatever_the_city_does_the_hall_answers_at_once_and_numbers_are_given(kiosk, faults, which, outcome) -> None:
    faults(**which)
    visit = str(uuid.uuid4())
    assert consent(kiosk, visit, "i02")["state"] == "given"
    ticket = kiosk.take("i02")  # while the city is being asked
    assert ticket["label"]
    assert ticket["bring"] == ["居民身份证", "居住证", "居住/就业证明"]
    told = found(kiosk, visit)
    assert {one["outcome"] for one in told["materials"] if one["licence"]} == {outcome}
    assert told["bring"] == 3


def test_a_refusal_or_a_body_that_is_none_is_no_dead_end(kiosk: Machine) -> None:
    visit = str(uuid.uuid4())
    said = kiosk.post(f"visits/{visit}/licences/consent", {"given": False, "items": ["i02"]})
    assert said.json()["state"] == "refused"
    assert found(kiosk, visit)["bring"] == 3
    for body in ({"given": True}, {"given": True, "items": []}, {"given": True, "items": ["i02"], "holder": {}}, []):
        assert kiosk.post(f"visits/{visit}/licences/consent", body).status_code == 400
    both = {"given": True, "items": ["i02"], "holder": {"handle": "a", "number": "999999198604120018"}}
    refused = kiosk.post(f"visits/{visit}/licences/consent", both)
    assert refused.status_code == 400
    assert "9999991986" not in refused.text
    assert kiosk.get("visits/no-uuid/licences").status_code == 400
