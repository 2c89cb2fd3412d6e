"""Examples of calls for help for the API's description; a test reads each with its shape."""

from __future__ import annotations

from typing import Any


def help_examples(call: str, at: int) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the id of a call, and a moment."""
    told = {
        "id": call,
        "n": 12,
        "kiosk": "K1",
        "kiosk_name": "1 号机",
        "place": "一楼入口左边",
        "page": "K5",
        "speech": "yue",
        "modes": "L",
        "at": at,
        "state": "coming",
        "by": "0317",
        "looks": "红马甲",
        "minutes": 2,
        "seen_at": at + 1_500_000,
        "coming_at": at + 2_000_000,
    }
    return {
        "AskHelp": {"page": "K5", "speech": "yue", "modes": "L"},
        "AnswerHelp": {"by": "0317", "minutes": 2},
        "HelpCall": told,
        "HelpCalls": {"n": 12, "calls": [told]},
    }
