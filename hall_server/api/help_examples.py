"""Examples of calls for help and of urgent notices for the API's description; a test reads each with its shape."""

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
    notice = {
        "id": call,
        "words": "二楼漏水，请走东门离开",
        "at": at,
        "until": at + 1_800_000_000,
        "words_hk": "二樓漏水，請從東門離開",
        "words_en": "Water on floor 2: please leave by the east door",
    }
    return {
        "UrgentNotice": notice,
        "LiftUrgentNotice": {"by": "0317"},
        "UrgentNow": {"notice": notice},
        "PostUrgentNotice": {name: notice[name] for name in ("words", "words_hk", "words_en")}
        | {"minutes": 45, "by": "0317"},
        "AskHelp": {"page": "K5", "speech": "yue", "modes": "L"},
        "AnswerHelp": {"by": "0317", "minutes": 2},
        "HelpCall": told,
        "HelpCalls": {"n": 12, "calls": [told]},
    }
