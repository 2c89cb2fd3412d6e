"""Examples of what kiosks ask about certificates and cases; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_CARD, _CHEN, _ID = "社会保障卡", {"handle": "demo-person-000000001A"}, "9f2c41d07be8a315"


def certificate_examples(visit: str, at: int) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the id of a visit, and a moment."""
    return {
        "FindCertificates": {"visit": visit, "holder": _CHEN, "consent": True},
        "Certificates": {
            "visit": visit,
            "certificates": [
                {"id": _ID, "type": _CARD, "state": "valid", "issuer": "演示市人社局", "valid_until": "2046-05-31"}
            ],
        },
        "FetchCertificate": {"visit": visit, "holder": _CHEN, "id": _ID},
        "CertificateDocument": {"id": _ID, "type": _CARD, "document": "JVBERi0xLjQK"},
        "CertificateLink": {
            "address": "https://hall.example/d/0f8fad5bd9cb469fa16570867728950e",
            "expires_at": at + 600_000_000,
        },
        "TellPrinted": {"visit": visit, "type": _CARD, "copies": 2, "came": "voided"},
        "PrintKept": {"visit": visit, "came": "voided"},
        "AskProgress": {"case": "DEMO-20260901-0001"},
        "CasesFound": {
            "cases": [
                {
                    "number": "DEMO-20260901-0001",
                    "state": "in_work",
                    "step": 3,
                    "at": at,
                    "due_at": at + 432_000_000_000,
                    "contact": "020-00000001",
                    "told_by": "city",
                }
            ],
            "asked": True,
        },
    }
