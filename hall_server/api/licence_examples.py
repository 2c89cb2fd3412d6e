"""Examples of the commands and answers about 免证办; a test reads each with its own shape."""

from __future__ import annotations

from typing import Any

_CARD, _PERMIT = "居民身份证", "居住证"


def licence_examples(visit: str, at: int) -> dict[str, dict[str, Any]]:
    """By the name of the shape; the id of a visit, and a moment."""
    return {
        "GiveConsent": {
            "given": True,
            "items": ["i01"],
            "licences": [_CARD],
            "holder": {"handle": "demo-person-000000001A"},
        },
        "ConsentView": {
            "visit": visit,
            "state": "given",
            "items": ["i01"],
            "licences": [_CARD],
            "at": at,
            "looking": True,
        },
        "LicencesFound": {
            "visit": visit,
            "consent": "given",
            "looking": False,
            "bring": 1,
            "materials": [
                {
                    "id": "m_id",
                    "name": _CARD,
                    "state": "held",
                    "licence": _CARD,
                    "outcome": "found",
                    "for_items": ["i01"],
                },
                {
                    "id": "m_rp",
                    "name": _PERMIT,
                    "state": "bring",
                    "licence": _PERMIT,
                    "outcome": "expired",
                    "for_items": ["i01"],
                },
            ],
            "fields": [{"field": "name", "label": "姓名", "value": "陈样明", "source": f"{_CARD} 电子证照"}],
        },
        "ShowLicence": {"text": "KPL-DEMO:demo-person-000000001A:居民身份证"},
        "LicenceShown": {"visit": visit, "genuine": True, "licence": _CARD, "state": "valid", "held": ["m_id"]},
        "AskDeferral": {"item": "i04", "materials": ["m_photo"], "holder": {"handle": "demo-person-000000001A"}},
        "Deferral": {"may": True, "asked": True},
        "DemandPaper": {"material": "m_rp"},
        "OverridePaper": {"material": "m_id", "reason": "original_by_law", "note": "按规定核验原件"},
        "PaperAnswer": {"visit": visit, "material": "m_id", "overridden": True},
        "ReportLicence": {"licence": _CARD, "reason": "wrong_value", "item": "i01", "field": "address"},
        "LicenceReported": {"visit": visit, "licence": _CARD, "message": "7c9e6679-7425-80de-944b-e07fc1f90ae7"},
        "LookUpCounts": {"since": 0, "licences": [{"licence": _CARD, "found": 41, "not_found": 2, "slow": 1}]},
    }
