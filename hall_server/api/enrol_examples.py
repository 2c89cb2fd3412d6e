"""Examples of enrolment and heartbeats for the API's description; a test reads each with its shape."""

from __future__ import annotations

from base64 import b64encode
from typing import Any


def enrol_examples(boot: str) -> dict[str, dict[str, Any]]:
    """By the name of the shape; a boot id."""
    signing, box, hall = (b64encode(bytes([byte]) * 32).decode() for byte in (17, 34, 51))
    return {
        "AskEnrolment": {
            "code": "7KQ2-M4XA",
            "public_key": signing,
            "box_key": box,
            "hardware": "9f" * 32,
            "boot_id": boot,
        },
        "Enrolling": {
            "key_id": "3f9a1c22d07b",
            "kiosk": "K3",
            "kiosk_name": "3 号取号机",
            "hall_name": "木棉区政务服务中心",
            "hall_key": hall,
        },
        "Heartbeat": {
            "version": "6.2",
            "boot_id": boot,
            "boxes": [{"kind": "id_card", "ready": False, "reason": "device_lost"}],
            "paper_left": 390,
            "disk_free_mb": 21_000,
            "outbox_pending": 2,
            "clock_off_s": 1,
            "paused": True,
            "update_failed": "6.3",
            "done": ["418"],
            "refused": [{"id": "419", "code": "deed_no_service"}],
            "off": ["page_printer"],
            "set_here": {"speech.volume": 4},
            "nonce": "6f1c" * 4,
        },
        "RefusedDeed": {"id": "419", "code": "deed_no_service"},
        "ParcelTaken": {"deed": "420", "size": 61_402},
        "BoxHealth": {"kind": "id_card", "ready": False, "reason": "device_lost"},
        "SignedOrders": {
            "orders": b64encode(b'{"kiosk":"K3","at":1792030920000000}').decode(),
            "signature": b64encode(bytes(64)).decode(),
            "every_s": 30,
        },
        "SignedProfile": {
            "profile": b64encode(b'{"hall":"gz-demo-district","kiosk":"K3"}').decode(),
            "signature": b64encode(bytes(64)).decode(),
        },
    }
