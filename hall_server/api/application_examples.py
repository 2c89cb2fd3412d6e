"""Examples of what kiosks and the hall say of applications; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_PART = {"part": 1, "size": 184_320}
_FORM = {"part": 0, "size": 612}
_STEP = {"name": "现场勘验", "days": "10"}


def application_examples(visit: str, at: int) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the id of a visit, and a moment."""
    application = "1c2f7a90-5f0e-4c39-9d3b-2f6d8a4e7b11"
    return {
        "BeginApplication": {"visit": visit, "item": "i02", "consent": True},
        "ApplicationBegun": {
            "application": application,
            "item": "i02",
            "item_name": "居住证签注",
            "key": {"alg": "X25519-SHA256-AES256GCM", "public": "bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/E="},
            "expires_at": at + 1_800_000_000,
            "piece_max": 98_304,
            "part_max": 4_194_304,
            "total_max": 11_534_336,
            "materials": [
                {"id": "m_rp", "name": "居住证", "tolerable": False, "licence": "居住证", "for_items": ["i02"]}
            ],
            "held": ["m_id"],
            "form_fields": ["name", "phone"],
            "deliveries": ["counter", "post"],
        },
        "PartNow": {**_PART, "received": 98_304},
        "ApplicationNow": {"application": application, "stage": "open", "parts": [{**_PART, "received": 98_304}]},
        "HandInApplication": {
            "visit": visit,
            "item": "i02",
            "parts": [{**_FORM, "sha256": "0" * 64}, {**_PART, "sha256": "1" * 64}],
            "materials": [{"material": "m_id", "licence": "居民身份证"}, {"material": "m_rp", "parts": [1]}],
            "delivery": "post",
        },
        "ApplicationReceipt": {
            "application": application,
            "number": "202610154170001",
            "item": "i02",
            "item_name": "居住证签注",
            "state": "received",
            "at": at,
            "accepting": "演示市木棉区政务服务大厅",
            "deciding": "演示市行政审批局",
            "promise_days": 15,
            "special_steps": [_STEP],
            "delivery": "post",
            "pages": 1,
            "by_licence": ["居民身份证"],
            "later": ["居住/就业证明"],
            "contact": "020-00000002",
        },
    }
