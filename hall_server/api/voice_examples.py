"""Examples of what visitors say of the hall and of their wishes to hear from it; a test reads each with its shape."""

from __future__ import annotations

from typing import Any


def voice_examples(ticket: str, at: int) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the id of a ticket, and a moment."""
    return {
        "WishNotices": {"phone": "+8613800000000", "channel": "rich"},
        "NoticesWished": {"ticket": ticket, "wished": True, "channel": "sms"},
        "GiveRating": {"stars": 5, "stage": "result", "channel": "counter", "options": ["quick"]},
        "RatingKept": {"ticket": ticket, "stage": "service", "again": False},
        "Complain": {"category": "wait", "words": "等了两个小时", "ticket": ticket},
        "ComplaintKept": {"number": "TS260102-17", "category": "wait", "at": at, "hotline": "12345"},
        "ComplaintCategories": {"categories": [{"code": "wait", "name": "等得太久"}]},
        "WorkOrders": {
            "orders": [
                {
                    "number": "WO-20260102-8",
                    "version": 1,
                    "category": "wait",
                    "words": "反映大厅排队久，请核实",
                    "at": at,
                    "due_at": at + 86_400_000_000,
                    "state": "received",
                }
            ]
        },
        "AnswerOrder": {"state": "answered", "words": "已经加开窗口"},
        "OrderAnswer": {"number": "WO-20260102-8", "state": "answered", "at": at},
    }
