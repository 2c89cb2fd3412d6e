"""Leases and outboxes over HTTP, on the hall's own server: keys, limits, words in the log, and what a restart keeps."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest
import requests

from tests.integration.hall_server.served import Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator

QUEUE, ITEM = "A", "i01"


class Kiosk:
    """What a kiosk would say."""

    def __init__(self, served: Served, name: str, fingerprint: str = "") -> None:
        self.name = name
        self.machine = served.machine("kiosk", name, name)
        self.boot_id = str(uuid.uuid4())
        self.fingerprint = fingerprint or uuid.uuid4().hex * 2
        self.life = requests.get(f"{self.machine.api}/health", timeout=20).json()["incarnation"]

    def lease(self, key: str | None = None, **changed: Any) -> requests.Response:
        words = {
            "kiosk": self.name, "boot_id": self.boot_id, "fingerprint": self.fingerprint, "incarnation": self.life,
            "seen_n": 0, "queue": QUEUE,
        }  # fmt: skip
        return self.machine.post("leases", {**words, **changed}, key)

    def deliver(self, rows: list[dict[str, Any]], path: str = "", **changed: Any) -> requests.Response:
        words = {"boot_id": self.boot_id, "fingerprint": self.fingerprint, "incarnation": self.life, "rows": rows}
        return self.machine.post(f"kiosks/{path or self.name}/outbox", {**words, **changed})

    @staticmethod
    def row(lease: dict[str, Any], seq: int, **changed: Any) -> dict[str, Any]:
        number = lease["from"] + (seq - 1) % 50
        words = {
            "move": "take", "seq": seq, "ticket": str(uuid.uuid4()), "label": f"{lease['letter']}{number:03d}",
            "number": number, "letter": lease["letter"], "queue": lease["queue"], "origin": "lease",
            "business_day": lease["business_day"], "epoch": lease["epoch"], "order": {"item": ITEM},
            "age_us": 1_000_000, "answer": "paper",
        }  # fmt: skip
        return {**words, **changed}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    made = Served(tmp_path_factory.mktemp("hall") / "data")
    made.start()
    yield made
    assert made.stop() == 0
    assert made.verify().endswith("whole")
    assert not [line for line in made.log if "Traceback" in line or "bug" in line]


@pytest.fixture
def kiosk(served: Served) -> Iterator[Kiosk]:
    made = Kiosk(served, f"K-{uuid.uuid4().hex[:8]}")
    yield made
    made.machine.close()


def code_of(answer: requests.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def ticket(machine: Machine, ticket_id: str) -> dict[str, Any]:
    found = machine.get(f"tickets/{ticket_id}")
    assert found.status_code == 200, found.text
    told: dict[str, Any] = found.json()
    return told


def test_a_block_is_lent_and_its_numbers_come_in(kiosk: Kiosk) -> None:
    answer = kiosk.lease()
    lease = answer.json()
    assert answer.status_code == 201
    assert lease["to"] - lease["from"] == 49
    assert (lease["epoch"], lease["queue"], lease["incarnation"], lease["acked"]) == (1, QUEUE, kiosk.life, 0)
    row = kiosk.row(lease, 1)
    said = kiosk.deliver([row])
    assert (said.status_code, said.json()) == (200, {"acked": 1, "refused": []})
    told = ticket(kiosk.machine, row["ticket"])
    assert (told["label"], told["state"], told["origin"]) == (row["label"], "waiting", "lease")


def test_the_same_key_gives_the_same_block(kiosk: Kiosk) -> None:
    key = str(uuid.uuid4())
    assert kiosk.lease(key).json() == kiosk.lease(key).json()
    assert code_of(kiosk.lease(key, queue="E")) == (422, "idempotency_key_reused")


def test_a_body_over_the_commands_limit_is_welcome_here_and_one_over_a_mebibyte_is_not(kiosk: Kiosk) -> None:
    blocks = [kiosk.lease().json() for _ in range(4)]
    rows = [kiosk.row(blocks[(seq - 1) // 50], seq) for seq in range(1, 201)]
    assert len(json.dumps(rows)) > 32 * 1024
    assert kiosk.deliver(rows).json() == {"acked": 200, "refused": []}
    assert code_of(kiosk.deliver(rows, catalogue="v" * (1024 * 1024))) == (413, "body_too_large")
    assert code_of(kiosk.deliver([kiosk.row(blocks[0], seq) for seq in range(1, 1002)])) == (400, "bad_request")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"label": "<script>"}, "$.rows[0].label"),
        ({"label": "A601\u202e"}, "$.rows[0].label"),
        ({"ticket": "../../etc"}, "$.rows[0].ticket"),
        ({"name": "陈大明"}, "$.rows[0]"),
        ({"move": "call"}, "$.rows[0].move"),
        ({"epoch": -1}, "$.rows[0].epoch"),
        (
            {"order": {"item": ITEM, "visitor": {"pseudonym": "11010119900101001X"}}},
            "$.rows[0].order.visitor.pseudonym",
        ),
    ],
)
def test_a_hostile_row_is_named_and_nothing_is_taken_in(kiosk: Kiosk, changed: dict[str, Any], field: str) -> None:
    lease = kiosk.lease().json()
    answer = kiosk.deliver([kiosk.row(lease, 1, **changed)])
    assert code_of(answer) == (400, "bad_request")
    assert answer.json()["field"] == field
    assert kiosk.deliver([]).json() == {"acked": 0, "refused": []}


def test_a_body_that_ends_early_changes_nothing(kiosk: Kiosk) -> None:
    address = f"{kiosk.machine.base}/kiosks/{kiosk.name}/outbox"
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    answer = kiosk.machine.session.post(address, data=b'{"boot_id":"', headers=headers, timeout=20)
    assert code_of(answer) == (400, "bad_json")


def test_unknown_queues_and_items_are_settled_with_their_codes(kiosk: Kiosk) -> None:
    lease = kiosk.lease().json()
    rows = [
        kiosk.row(lease, 1, queue="nothing"),
        kiosk.row(lease, 2, order={"item": "nothing"}),
        kiosk.row(lease, 3, business_day="2026-02-30"),
        kiosk.row(lease, 4),
    ]
    refused = [
        {"seq": 1, "code": "queue_unknown"}, {"seq": 2, "code": "item_unknown"}, {"seq": 3, "code": "bad_request"},
    ]  # fmt: skip
    assert kiosk.deliver(rows).json() == {"acked": 4, "refused": refused}
    assert code_of(kiosk.lease(queue="nothing")) == (404, "queue_unknown")


def test_a_key_speaks_for_its_own_kiosk_and_a_board_for_none(served: Served, kiosk: Kiosk) -> None:
    assert code_of(kiosk.lease(kiosk="K9")) == (403, "not_allowed")
    assert code_of(kiosk.deliver([], path="K9")) == (403, "not_allowed")
    board = served.machine("board", f"B-{uuid.uuid4().hex[:8]}")
    assert code_of(board.post("leases", {})) == (403, "not_allowed")
    board.close()


def test_without_an_idempotency_key_nothing_is_lent(kiosk: Kiosk) -> None:
    answer = kiosk.machine.session.post(f"{kiosk.machine.base}/leases", json={}, timeout=20)
    assert code_of(answer) == (400, "idempotency_key_missing")


def test_a_cloned_machine_is_an_alarm_that_a_restart_keeps(served: Served, kiosk: Kiosk) -> None:
    assert kiosk.lease().status_code == 201
    assert code_of(kiosk.lease(fingerprint="c" * 64)) == (409, "lease_fenced")
    assert code_of(kiosk.lease()) == (409, "lease_fenced")
    assert code_of(kiosk.deliver([], fingerprint="c" * 64)) == (409, "lease_fenced")
    alarm = f"kiosk_cloned:{kiosk.name}"
    assert alarm in requests.get(f"{kiosk.machine.api}/health", timeout=20).json()["alarms"]
    served.kill()
    served.start()
    assert alarm in requests.get(f"{served.address}/api/v1/health", timeout=20).json()["alarms"]
    assert any("alarm=kiosk_cloned" in line for line in served.log)


def test_the_description_tells_of_both(kiosk: Kiosk) -> None:
    told = requests.get(f"{kiosk.machine.api}/openapi.json", timeout=20).json()
    paths = told["paths"]
    assert "/api/v1/halls/{hall_id}/leases" in paths
    outbox = paths["/api/v1/halls/{hall_id}/kiosks/{kiosk}/outbox"]["post"]
    assert outbox["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/Outbox")
