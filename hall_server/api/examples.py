"""One example of every command and answer for the API's description; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

from hall_server.api.application_examples import application_examples
from hall_server.api.asking_examples import ASKING_EXAMPLES
from hall_server.api.booking_examples import booking_examples
from hall_server.api.certificate_examples import certificate_examples
from hall_server.api.enrol_examples import enrol_examples
from hall_server.api.help_examples import help_examples
from hall_server.api.item_examples import item_examples
from hall_server.api.licence_examples import licence_examples
from hall_server.api.post_examples import POST_EXAMPLES
from hall_server.api.voice_examples import voice_examples

_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
_LIFE = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
_BOOT = "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90"
_AT = 1_792_030_920_000_000  # 2026-10-15 10:22 in the hall
_TICKET: dict[str, Any] = {
    "id": _ID,
    "label": "A042",
    "business_day": "2026-10-15",
    "queue": "A",
    "item": "i01",
    "item_name": "广东省居住证申领",
    "state": "reserved",
    "origin": "online",
    "delivery": "none",
    "taken_at": _AT,
    "n": 311,
    "ahead": 6,
    "wait": {"low_min": 10, "high_min": 18},
    "counters": [2, 3, 4],
    "bring": ["居民身份证"],
    "place": "二楼 A 区",
    "items": ["i01"],
    "catalogue": "3f2a9c0d11e4b7a5",
}
_EVENT: dict[str, Any] = {
    "n": 318,
    "at": _AT,
    "move": "call",
    "ticket": _ID,
    "label": "A042",
    "queue": "A",
    "state": "called",
    "actor_kind": "clerk",
    "actor": "1003",
    "counter": 3,
    "reason": "earliest_taken",
}
_QUEUE: dict[str, Any] = {
    "id": "H",
    "letter": "H",
    "name": "公安户政来穗",
    "waiting": 4,
    "open_counters": 0,
    "wait": None,
    "intake": "not_before",
    "opens_at": _AT,
    "closes_at": _AT,
}
_COUNTER: dict[str, Any] = {
    "no": 3,
    "name": "综合受理(个人)",
    "state": "calling",
    "label": "A042",
    "since": _AT,
    "clerk": "1003",
}

EXAMPLES: dict[str, dict[str, Any]] = {
    # commands
    "TakeTicket": {
        "item": "i01",
        "visitor": {"pseudonym": "ab" * 16, "name_mask": "陈*明", "number_mask": "123X"},
        "chips": ["elder"],
        "more_items": ["i07"],
    },
    "CancelTicket": {"visitor": "ab" * 16},
    "GivePriority": {"reason": "pregnant"},
    "AssistedTicket": {
        "ticket": {**_TICKET, "state": "waiting"},
        "may_cancel": True,
        "cost": {"place": 7, "new_place": 3, "others": 4, "each_s": 150},
    },
    "ConfirmPrint": {"answer": "paper"},
    "CompleteTicket": {"outcome": "accepted"},
    "HoldTicket": {"reason": "去复印", "remind_min": 10},
    "PauseCounter": {"reason": "rest", "minutes": 10},
    "Transfer": {"queue": "N", "reason": "办不成事"},
    "CallTicket": {"counter": 3},
    "SignIn": {"clerk": "1003"},
    "Empty": {},
    "AskLease": {
        "kiosk": "K1",
        "boot_id": _BOOT,
        "fingerprint": "0f" * 32,
        "incarnation": _LIFE,
        "seen_n": 318,
        "queue": "A",
        "emergency_letter": "X",
    },
    "Outbox": {
        "boot_id": _BOOT,
        "fingerprint": "0f" * 32,
        "incarnation": _LIFE,
        "epoch": 7,
        "rows": [
            {
                "move": "take",
                "seq": 12,
                "ticket": _ID,
                "label": "A601",
                "number": 601,
                "letter": "A",
                "queue": "A",
                "business_day": "2026-10-15",
                "origin": "lease",
                "order": {"item": "i01"},
                "epoch": 7,
                "age_us": 42_000_000,
                "answer": "paper",
            }
        ],
    },
    "ClaimCode": {"issuer": "city.demo", "jti": "0f1e2d3c4b5a69788796a5b4"},
    # answers
    "CodeClaimed": {"first": True},
    "TicketView": _TICKET,
    "TicketPage": {
        "n": 318,
        "business_day": "2026-10-15",
        "tickets": [
            {
                "id": _ID,
                "label": "A042",
                "queue": "A",
                "item": "i01",
                "state": "waiting",
                "place": 310,
                "taken_at": _AT,
            }
        ],
        "next": 310,
    },
    "TicketHistory": {"ticket": _ID, "events": [_EVENT]},
    "TicketWhy": {
        "ticket": _ID,
        "label": "A042",
        "calls": [
            {
                "n": 318,
                "at": _AT,
                "counter": 3,
                "reason": "earliest_taken;waited:14;waiting:6",
                "zh": "这个窗口能办的 6 位里，来得最早。",
                "en": "Came first of the 6 that this counter can serve.",
            }
        ],
    },
    "EventPage": {"n": 318, "incarnation": _LIFE, "business_day": "2026-10-15", "events": [_EVENT]},
    "ClosedDay": {
        "business_day": "2026-10-15",
        "tickets": [{"id": _ID, "label": "A042", "queue": "A", "priority": True}],
    },
    "CounterNow": _COUNTER,
    "CounterQueue": {"counter": 3, "n": 318, "waiting": 0, "why": None, "tickets": []},
    "HallNow": {
        "hall": "gz-demo-district",
        "hall_name": "广州市木棉区政务服务中心",
        "n": 318,
        "incarnation": _LIFE,
        "at": _AT,
        "business_day": "2026-10-15",
        "opens": "09:00",
        "closes": "17:30",
        "hotline": "12345",
        "waiting": 4,
        "wait": {"low_min": 10, "high_min": 18},
        "open_counters": 1,
        "queues": [_QUEUE],
        "counters": [_COUNTER],
    },
    "HallSummary": {
        "hall": "gz-demo-district",
        "hall_name": "广州市木棉区政务服务中心",
        "level": "district",
        "incarnation": _LIFE,
        "n": 318,
        "at": _AT,
        "business_day": "2026-10-15",
        "opens": "09:00",
        "closes": "17:30",
        "load": "moderate",
        "waiting": 4,
        "open_counters": 1,
        "wait": {"low_min": 10, "high_min": 18},
        "queues": [_QUEUE],
        "kiosks": [{"id": "K1", "name": "一号取号机"}],
    },
    "LeaseGrant": {
        "epoch": 7,
        "business_day": "2026-10-15",
        "incarnation": _LIFE,
        "queue": "A",
        "letter": "A",
        "from": 601,
        "to": 650,
        "expires_at": _AT,
        "emergency_letter": "X",
        "emergency_next": 1,
        "acked": 11,
    },
    "HallTrust": {  # a list of nobody, signed by a root whose private half is 32 times 5
        "trust_list": "eyJzZXJpYWwiOjcsImlzc3VlciI6W119",
        "signature": "QK9VEwM8+P98uzDQExYqnRTYVB50wZZVDKD/UEl6LDCW1s50bdRxL1HSAliGOSMb0U2WpCCwroQOlY+IsOlOCQ==",
        "roots": ["bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/E="],
        "audiences": ["gz"],
    },
    "OutboxAck": {"acked": 12, "refused": [{"seq": 12, "code": "label_taken"}]},
    "Health": {
        "status": "ok",
        "hall": "gz-demo-district",
        "incarnation": _LIFE,
        "n": 318,
        "at": _AT,
        "build": "0.1.0+3f2a9c0d11e4",
    },
    **ASKING_EXAMPLES,
    **POST_EXAMPLES,
    **booking_examples(_TICKET),
    **certificate_examples(_ID, _AT),
    **application_examples(_ID, _AT),
    **enrol_examples(_BOOT),
    **help_examples(_ID, _AT),
    **item_examples(_ID, _LIFE),
    **licence_examples(_ID, _AT),
    **voice_examples(_ID, _AT),
    "Problem": {
        "code": "queue_closed",
        "status": 409,
        "title": "queue closed",
        "detail": "after_closing",
        "field": "$.item",
        "retry_after_s": 46_800,
    },
}
