"""Examples of the answers about service items 事项; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_VERSION = "3f2a9c0d11e4b7a5"
_REFERRAL: dict[str, Any] = {
    "item": "i01",
    "reason": "reach_local",
    "venue": "v_tianhe",
    "name": "天河区政务服务中心",
    "address": "软件路 13 号",
    "phone": "12345",
    "hours": "1-5 09:00-17:00",
    "help_queue": "K",
}
_ITEM: dict[str, Any] = {
    "id": "i01",
    "name": "广东省居住证申领",
    "theme": "来穗入户",
    "queue": "H",
    "materials": [{"id": "m_id", "name": "居民身份证", "tolerable": False, "licence": "居民身份证"}],
    "place": "二楼 A 区",
    "version": _VERSION,
    "guide_from": "2026-03-01",
    "kind": "public_service",
    "legal_days": "15",
    "promise_days": 7,
    "special_steps": [{"name": "现场核查", "days": "10"}],
    "situations": [{"id": "home", "question": "住的房子是？", "choices": [["own", "自有"], ["rented", "租的"]]}],
    "reach": "local",
}


def item_examples(correlation: str, booking: str) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the ids of a ticket and of a booking of one visit."""
    return {
        "Catalogue": {"hall": "gz-demo-district", "version": _VERSION, "themes": ["来穗入户"], "items": [_ITEM]},
        "VisitPlan": {
            "catalogue": _VERSION,
            "items": ["i01", "i07"],
            "queue": "A",
            "counters": [3],
            "stops": [{"counter": 3, "items": ["i01", "i07"], "place": "二楼 A 区"}],
            "not_served": [],
            "materials": [
                {"id": "m_id", "name": "居民身份证", "tolerable": False, "for_items": ["i01", "i07"]},
            ],
            "expected": {"low_min": 20, "high_min": 35},
            "promise_days": 7,
        },
        "ReachAnswer": {"item": "i01", "taken": False, "referral": _REFERRAL},
        "VisitFound": {"correlation": booking, "tickets": [correlation], "bookings": [booking]},
    }
