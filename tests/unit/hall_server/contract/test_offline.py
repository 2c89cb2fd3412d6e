"""What kiosks say about numbers of their own: hostile words end at the door, limits are those that are told."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from hall_server.contract.offline import (
    OUTBOX_BODY_LIMIT,
    ROWS_AT_MOST,
    AskLease,
    LeaseGrant,
    OfflineTake,
    Outbox,
)

UUID = "00000000-0000-0000-0000-000000000001"
LEASE = {
    "kiosk": "K1", "boot_id": UUID, "fingerprint": "a" * 64, "incarnation": UUID, "seen_n": 0, "queue": "A",
}  # fmt: skip
TAKE = {
    "move": "take", "seq": 1, "ticket": UUID, "label": "A601", "number": 601, "letter": "A", "queue": "A",
    "business_day": "2026-01-02", "origin": "lease", "order": {"item": "i1"}, "epoch": 1,
}  # fmt: skip
BODY = {"boot_id": UUID, "fingerprint": "a" * 64, "incarnation": UUID, "rows": [TAKE]}


def body(**changed: Any) -> bytes:
    return msgspec.json.encode({**BODY, "rows": [{**TAKE, **changed}]})


def test_a_block_says_from_and_to() -> None:
    told = msgspec.json.decode(msgspec.json.encode(LeaseGrant(1, "2026-01-02", UUID, "A", "A", 601, 650)))
    assert (told["from"], told["to"]) == (601, 650)


def test_every_kind_of_row_is_told_by_its_move() -> None:
    others = [
        {"move": "confirm_print", "seq": 2, "ticket": UUID, "answer": "paper"},
        {"move": "cancel", "seq": 3, "ticket": UUID},
        {"move": "act", "seq": 4, "id": UUID, "act": "paper_changed"},
    ]
    found = msgspec.json.decode(msgspec.json.encode({**BODY, "rows": [TAKE, *others]}), type=Outbox)
    assert [type(row).__name__ for row in found.rows] == ["OfflineTake", "OfflineAnswer", "OfflineCancel", "OfflineAct"]
    assert isinstance(found.rows[0], OfflineTake)


@pytest.mark.parametrize(
    "changed",
    [
        {"move": "call"},
        {"move": None},
        {"seq": 0},
        {"seq": 2**53 + 1},
        {"ticket": "x"},
        {"ticket": UUID + "\n"},
        {"ticket": UUID.upper().replace("0", "A")},
        {"label": "<b>A1</b>"},
        {"label": "A601\n"},
        {"label": "A60"},
        {"label": "'; DROP TABLE ticket; --"},
        {"label": "A" * 7 + "001"},
        {"letter": "a"},
        {"letter": ""},
        {"letter": "A\u202e"},
        {"number": 0},
        {"number": 10**9},
        {"number": 1.5},
        {"business_day": "2026-13-01"},
        {"business_day": "2026-01-02T00:00"},
        {"business_day": ""},
        {"origin": "stolen"},
        {"age_us": -1},
        {"age_us": 2**60},
        {"answer": "maybe"},
        {"catalogue": "v" * 65},
        {"order": {"item": "i1", "name": "陈大明"}},
        {"order": {}},
        {"name": "陈大明"},
    ],
)
def test_a_row_that_is_none_ends_at_the_door(changed: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(body(**changed), type=Outbox)


@pytest.mark.parametrize(
    "changed",
    [
        {"boot_id": ""},
        {"fingerprint": "a" * 63},
        {"fingerprint": "A" * 64},
        {"incarnation": "x"},
        {"seen_n": -1},
        {"queue": ""},
        {"kiosk": "K" * 65},
        {"emergency_letter": "n"},
        {"serial_number": "123"},
    ],
)
def test_a_wish_for_a_lease_that_is_none_ends_at_the_door(changed: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({**LEASE, **changed}), type=AskLease)


def test_a_body_has_at_most_a_thousand_rows() -> None:
    full = {**BODY, "rows": [TAKE] * ROWS_AT_MOST}
    assert len(msgspec.json.encode(full)) < OUTBOX_BODY_LIMIT
    assert len(msgspec.json.decode(msgspec.json.encode(full), type=Outbox).rows) == ROWS_AT_MOST
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(msgspec.json.encode({**BODY, "rows": [TAKE] * (ROWS_AT_MOST + 1)}), type=Outbox)
