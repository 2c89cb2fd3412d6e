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
    "situations": [
        {
            "id": "home",
            "question": "住的房子是？",
            "choices": [["own", "自有"], ["rented", "租的"]],
            "without": [[], ["m_deed"]],
        }
    ],
    "reach": "local",
    "name_en": "Guangdong residence permit, first issue",
    "also": [["暂住证", "zan zhu zheng"]],
    "pinyin": "guang dong sheng ju zhu zheng shen ling",
    "initials": "gdsjzzsl",
    "department": "公安/来穗",
    "deciding": "广州市公安局木棉区分局",
    "target": "person",
    "self_service": False,
    "proxy": "relative",
    "hkmo": False,
    "hkmo_note": "港澳台居民办港澳台居民居住证，请到派出所",
    "fee": "免费",
    "result_ways": ["counter", "post"],
}
_BUNDLE: dict[str, Any] = {
    "id": "b_birth",
    "name": "新生儿出生“一件事”",
    "items": ["i12", "i04"],
    "first": "paper",
    "questions": [
        {
            "id": "paper",
            "question": "拿到出生医学证明了吗？",
            "answers": [{"words": "拿到了", "to": "all"}, {"words": "还没有", "to": "hospital"}],
        }
    ],
    "leaves": [
        {"id": "all", "items": ["i12", "i04"], "words": "两件在这里一次办。"},
        {"id": "hospital", "words": "先在出生的医院领出生医学证明。", "elsewhere": ["出生医学证明首次签发"]},
    ],
}
_SERVICE: dict[str, Any] = {
    "id": "proof_social",
    "name": "打印参保证明",
    "items": ["i07"],
    "hardware": ["id_card", "page_printer"],
    "network": "city",
    "sign_in": 3,
    "elsewhere": [{"kind": "kiosk", "id": "K2", "name": "2 号机", "where": "二楼 A 区"}],
}
_VENUE: dict[str, Any] = {"id": "v_street", "name": "红棉街便民服务中心", "level": "street", "km": 1.2}


def item_examples(correlation: str, booking: str) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the ids of a ticket and of a booking of one visit."""
    return {
        "Catalogue": {
            "hall": "gz-demo-district",
            "version": _VERSION,
            "themes": ["来穗入户"],
            "items": [_ITEM],
            "bundles": [_BUNDLE],
            "services": [_SERVICE],
            "venues": [_VENUE],
            "venues_from": "2026-10-01",
            "english": {"来穗入户": "Moving to Guangzhou"},
        },
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
