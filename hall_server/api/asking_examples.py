"""Examples of what kiosks have their hall ask the city; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

ASKING_EXAMPLES: dict[str, dict[str, Any]] = {
    "VerifyCode": {"service": "business_licence", "code": "https://zzlz.gsxt.gov.cn/demo/chen/1792030980/5f0c/9a1b"},
    "GoodCode": {
        "verdict": "good",
        "issuer": "city.demo",
        "subject": "demo-person-000000001A",
        "kind": "person",
        "level": 2,
        "name_mask": "陈*明",
    },
    "ReadProfile": {
        "visit": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "holder": {"handle": "demo-person-000000001A"},
        "consent": True,
    },
    "Profile": {
        "kind": "person",
        "sections": [{"title": "我的办件", "rows": [{"label": "居住证签注", "value": "办理中"}]}],
        "cards": [],
    },
    "Links": {
        "category": "intermediary",
        "links": [
            {"id": "a2", "name": "示例机构乙", "address": "https://b.example/", "about": ""},
            {"id": "a1", "name": "示例机构甲", "address": "https://a.example/", "about": ""},
        ],
    },
    "AskVideo": {"item": "i01", "speech": "yue"},
    "VideoSession": {
        "session": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "state": "waiting",
        "ahead": 2,
        "wait_min": 15,
    },
    "SayWords": {"words": "我听不见，请打字"},
    "AllowScreen": {"shared": True},
    "ScreenTaken": {"session": "0f8fad5b-d9cb-469f-a165-70867728950e", "size": 31_400},
    "SharedScreen": {
        "session": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "kiosk": "K1",
        "age_ms": 400,
        "size": 31_400,
    },
    "SharedScreens": {
        "screens": [
            {"session": "0f8fad5b-d9cb-469f-a165-70867728950e", "kiosk": "K1", "age_ms": 400, "size": 31_400},
        ]
    },
    "TalkView": {
        "session": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "state": "ready",
        "next": 2,
        "lines": [
            {"n": 1, "by": "visitor", "at": 1_792_030_920_000_000, "kind": "text", "words": "我听不见，请打字"},
            {
                "n": 2,
                "by": "staff",
                "at": 1_792_030_925_000_000,
                "kind": "page",
                "words": "请看这一页",
                "page": "https://guide.example/i01",
            },
        ],
    },
    "NoGoodCode": {"verdict": "no_good", "reason": "expired"},
}
