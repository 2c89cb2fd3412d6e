"""What a collector reads of a hall, who may read it, and that nothing in it or in the log is of a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import requests
from litestar.testing import TestClient
from prometheus_client.parser import text_string_to_metric_families

from config.site import load_site
from hall_server.api.metrics import HallMetrics
from hall_server.app.compose import Settings, create_app
from hall_server.contract.problems import HallProblem, ProblemCode
from tests.house_rules.sources import ROOT
from tests.integration.hall_server.served import SITE_FILE, Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    hall = Served(tmp_path / "data")
    hall.start()
    yield hall
    hall.stop()


def samples(machine: Machine) -> dict[str, float]:
    answer = machine.get("metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        f"{one.name}{sorted(one.labels.values()) if one.labels else ''}": one.value
        for family in text_string_to_metric_families(answer.text)
        for one in family.samples
    }


def test_a_peers_key_reads_the_hall_in_numbers(served: Served) -> None:
    kiosk, peer = served.machine("kiosk", "K1"), served.machine("peer", "watcher")
    before = samples(peer)
    kiosk.confirm(kiosk.take("i01")["id"])
    after = samples(peer)
    assert after["kapok_events_total"] == before["kapok_events_total"] + 2
    assert (before["kapok_waiting['H']"], after["kapok_waiting['H']"]) == (0, 1)
    assert after["kapok_counters['closed']"] == 12
    assert after["kapok_disk_free_bytes"] > 0
    assert after["process_resident_memory_bytes"] > 1e6
    kiosk.close()
    peer.close()


@pytest.mark.parametrize("role", ["kiosk", "board", "counter"])
def test_other_keys_and_nobody_are_refused(served: Served, role: str) -> None:
    machine = served.machine(role, "one")
    assert machine.get("metrics").status_code == 403
    assert requests.get(f"{machine.base}/metrics", timeout=20).status_code == 401
    machine.close()


def test_ready_says_whether_numbers_can_be_given(served: Served) -> None:
    answer = requests.get(f"{served.address}/api/v1/ready", timeout=20)
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "because": ""})


def no_store() -> list[object]:
    raise HallProblem(ProblemCode.STORE_UNAVAILABLE)


def test_ready_is_503_while_the_store_is_away_and_health_still_answers(served: Served) -> None:
    served.stop()
    put_together = create_app(Settings(served.data, load_site(SITE_FILE), pages=False))
    with TestClient(put_together.app.behind) as asking:
        put_together.hall.tick = no_store
        away = asking.get("/api/v1/ready")
        while away.status_code == 200:  # until the timers have run once more
            away = asking.get("/api/v1/ready")
        assert (away.status_code, away.json()["because"]) == (503, "store_away")
        assert asking.get("/api/v1/health").status_code == 200
        put_together.hall.hub.close()
        assert asking.get("/api/v1/ready").json()["because"] == "leaving"


def test_each_metric_stands_on_its_page(served: Served) -> None:
    page = (ROOT / "docs/observability.md").read_text(encoding="utf-8")
    served.stop()
    put_together = create_app(Settings(served.data, load_site(SITE_FILE), pages=False))
    with TestClient(put_together.app.behind):
        for family in HallMetrics(put_together.hall, served.data).collect():
            assert f"`{family.name}" in page, f"docs/observability.md lacks {family.name}"


def test_logs_as_json_are_one_object_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAPOK_LOG_FORMAT", "json")
    hall = Served(tmp_path / "data")
    hall.start()
    hall.stop()
    told = [json.loads(line) for line in hall.log]
    assert told
    assert all({"at", "level", "logger", "message"} <= set(one) for one in told)
    assert any("closed n=" in one["message"] for one in told)
