"""The demo hall's service items over HTTP, and `kapok hall items` beside the running server (CL-A9, B3, B4, D9, H4)."""

from __future__ import annotations

import json
import time
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from hall_server.contract.problems import Problem
from hall_server.store.place import place_of
from tests.integration.hall_server.served import HALL_ID, SITE_FILE, Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAR = "110101"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(tmp_path_factory.mktemp("hall") / "data")
    served.start()
    yield served
    served.stop()


@pytest.fixture
def kiosk(served: Served) -> Iterator[Machine]:
    machine = served.machine("kiosk", "K1")
    yield machine
    machine.close()


@pytest.fixture
def console(served: Served) -> Iterator[Machine]:
    machine = served.machine("counter", "C1")
    yield machine
    machine.close()


def test_a_catalogue_that_a_kiosk_has_is_not_sent_again(kiosk: Machine) -> None:
    """CL-B3, B4."""
    first = kiosk.get("catalogue")
    assert first.status_code == 200
    again = kiosk.get("catalogue", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    other = kiosk.get("catalogue", headers={"If-None-Match": '"another"'})
    assert other.json() == first.json()


def test_a_ticket_and_every_item_name_the_version_that_the_catalogue_has(kiosk: Machine) -> None:
    """CL-B4: one hash everywhere."""
    catalogue = kiosk.get("catalogue").json()
    assert {item["version"] for item in catalogue["items"] if item["id"] != "general"} == {catalogue["version"]}
    assert kiosk.take("i01")["catalogue"] == catalogue["version"]


def test_special_steps_and_days_stand_in_the_catalogue(kiosk: Machine) -> None:
    """CL-B7."""
    items = {item["id"]: item for item in kiosk.get("catalogue").json()["items"]}
    with_steps = [item for item in items.values() if item["special_steps"]]
    assert with_steps
    assert all(step["name"] for item in with_steps for step in item["special_steps"])
    assert any(item["kind"] for item in items.values())
    assert any(item["legal_days"] for item in items.values())


def test_a_kiosk_shows_a_plan_before_a_number_is_asked_for(kiosk: Machine) -> None:
    """CL-D9."""
    before = kiosk.get("now").json()["n"]
    plan = kiosk.get("plan?items=i01,i07,i09").json()
    assert plan["items"] == ["i01", "i07", "i09"]
    assert plan["stops"]
    assert sorted(item for stop in plan["stops"] for item in stop["items"]) == ["i01", "i07", "i09"]
    assert plan["expected"]["low_min"] < plan["expected"]["high_min"]
    assert kiosk.get("plan?bundle=b_birth").json()["items"] == ["i12", "i04", "i14"]
    assert kiosk.get("now").json()["n"] == before


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ("plan", 400, "bad_request"),
        ("plan?items=,,", 400, "bad_request"),
        ("plan?items=zz", 404, "item_unknown"),
        ("plan?items=i01&bundle=zz", 404, "item_unknown"),
        ("plan?items=" + ",".join(f"i{n:02}" for n in range(1, 20)), 400, "bad_request"),
        ("plan?items=" + "i01," * 400, 400, "bad_request"),
        ("reach", 400, "bad_request"),
        ("reach?item=zz", 404, "item_unknown"),
        ("reach?item=i01&region=44", 400, "bad_request"),
        ("reach?item=i01&region=440106199001011234", 400, "bad_request"),  # a whole number is nobody's business
        ("reach?item=i01&lives_here=perhaps", 400, "bad_request"),
        ("reach?item=%00", 404, "item_unknown"),
    ],
)
def test_a_question_that_is_none_gets_a_clear_answer(kiosk: Machine, asked: str, status: int, code: str) -> None:
    said = kiosk.get(asked)
    assert (said.status_code, said.json()["code"]) == (status, code)


def test_an_applicant_from_elsewhere_is_referred_or_taken_and_never_just_refused(kiosk: Machine) -> None:
    """CL-A9."""
    local, far = kiosk.get(f"reach?item=i26&region={FAR}").json(), kiosk.get(f"reach?item=i22&region={FAR}").json()
    assert (far["taken"], far["queue"], far["cross_region"]) == (True, "X", True)
    assert (local["taken"], local["referral"]["reason"], local["referral"]["help_queue"]) == (False, "reach_local", "K")
    assert kiosk.get(f"reach?item=i26&region={FAR}&lives_here=true").json()["taken"]
    refused = kiosk.post("tickets", {"item": "i26", "region": FAR})
    problem = refused.json()
    assert (refused.status_code, problem["code"], problem["detail"]) == (409, "referred", "reach_local")
    assert set(problem) <= set(Problem.__struct_fields__)
    assert problem["referral"]["item"] == "i26"
    taken = kiosk.post("tickets", {"item": "i22", "region": FAR}).json()
    assert taken["queue"] == "X"


@pytest.mark.parametrize("region", ["44", "440106199001011234", "044010", "440106\n", 440106])
def test_a_region_that_is_none_is_refused(kiosk: Machine, region: object) -> None:
    said = kiosk.post("tickets", {"item": "i01", "region": region})
    assert (said.status_code, said.json()["code"], said.json()["field"]) == (400, "bad_request", "$.region")


def test_a_bundle_that_is_none_is_refused(kiosk: Machine) -> None:
    said = kiosk.post("tickets", {"item": "i12", "bundle": "zz"})
    assert (said.status_code, said.json()["code"], said.json()["field"]) == (404, "item_unknown", "$.bundle")
    assert kiosk.post("tickets", {"item": "i12", "bundle": "b_birth"}).json()["items"] == ["i12", "i04", "i14"]


def test_one_id_finds_the_tickets_of_a_visit_for_staff_only(kiosk: Machine, console: Machine) -> None:
    """CL-H4."""
    begun = str(uuid.uuid4())
    ticket = kiosk.post("tickets", {"item": "i01", "correlation": begun}).json()
    found: dict[str, Any] = console.get(f"by-correlation/{begun}").json()
    assert found == {"correlation": begun, "tickets": [ticket["id"]], "bookings": []}
    assert console.get(f"by-correlation/{begun.upper()}").json()["tickets"] == [ticket["id"]]
    assert kiosk.get(f"by-correlation/{begun}").status_code == 403
    assert console.get("by-correlation/nothing").json()["code"] == "bad_request"


def test_a_version_is_published_rolled_back_and_listed_beside_a_running_server(tmp_path: Path) -> None:
    """CL-B3: rollback works without anything but the hall's own machine."""
    served = Served(tmp_path / "data")
    home = ("--data", str(served.data))
    new = tmp_path / "new.toml"
    new.write_text(SITE_FILE.read_text(encoding="utf-8").replace("promise_days = 5\n", "promise_days = 4\n"), "utf-8")
    served.start()
    ((before, by),) = published(served, 1)
    assert (holds(served), by) == (before, "site_file")

    told = json.loads(kapok("hall", "items", "publish", *home, "--site", str(new), "--json").stdout)
    after = told["published"]["version"]
    served.stop()
    served.start()
    assert holds(served) == after != before

    assert kapok("hall", "items", "rollback", *home, before, "--from", "2001-01-01").returncode == 2
    assert "ever published" in kapok("hall", "items", "rollback", *home, "0000").stderr
    back = json.loads(kapok("hall", "items", "rollback", *home, before, "--by", "1001", "--json").stdout)
    assert (back["published"]["version"], back["taken_over_by"]) == (before, [])
    again = json.loads(kapok("hall", "items", "rollback", *home, before, "--json").stdout)
    assert again["published"] == back["published"]

    later = kapok("hall", "items", "publish", *home, "--site", str(new), "--from", "2999-01-01")
    assert later.stdout.strip() == f"{after} holds from 2999-01-01 on"
    listed = json.loads(kapok("hall", "items", "list", *home, "--json").stdout)
    assert [one["by"] for one in listed["publications"]] == ["site_file", "command", "1001", "command"]
    assert listed["holds"] == before
    on = kapok("hall", "items", "list", *home, "--on", "2999-01-02").stdout.splitlines()
    assert on[-1] == f"2999-01-02: {after}"
    served.stop()
    served.start()
    assert holds(served) == before
    served.stop()
    assert served.verify().endswith("whole")


def test_a_folder_without_a_hall_is_named(tmp_path: Path) -> None:
    assert kapok("hall", "items", "list", "--data", str(tmp_path)).returncode == 1


def published(served: Served, count: int) -> list[tuple[str, str]]:
    """Version and publisher of everything published, once there is so much."""
    until = time.monotonic() + 20
    with closing(place_of(served.where).reader(HALL_ID)) as reader:
        while len(found := reader.snapshots()) < count:
            assert time.monotonic() < until, found
            time.sleep(0.02)
    return [(one.version, one.by) for one in found]


def holds(served: Served) -> str:
    """The version that a kiosk is shown."""
    machine = served.machine("kiosk", "K9")
    version = machine.get("catalogue").json()["version"]
    machine.close()
    return str(version)
