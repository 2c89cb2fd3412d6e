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
    "NoGoodCode": {"verdict": "no_good", "reason": "expired"},
}
