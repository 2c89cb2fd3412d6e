"""Site files with service items for tests: a hall with three queues, a bundle, venues nearby and any items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from config.site import Site
from hall_server.app.site_file import hall_site
from tests.unit.hall_server.halls import SITE

if TYPE_CHECKING:
    from hall_server.domain.site import HallSite

HERE, FAR = "440199", "110101"
ID = ["m_id", "身份证", "main", "居民身份证"]
PHOTO = ["m_photo", "照片", "tol", ""]
FORM = ["m_form", "申请表", "main", ""]
RESIDENCE = {"id": "i1", "name": "居住证", "queue": "A", "theme": "户口", "materials": [ID, PHOTO], "promise_days": 15}
COMPANY = {
    "id": "i2",
    "name": "登记",
    "queue": "C",
    "theme": "企业",
    "materials": [ID, FORM],
    "reach": "cross_province",
}
BENEFIT = {
    "id": "i3",
    "name": "待遇",
    "queue": "A",
    "theme": "社保",
    "materials": [FORM, ID],
    "reach": "city",
    "special_steps": [{"name": "现场核查", "days": "10"}],
}
DEED = {"id": "i4", "name": "不动产", "queue": "D", "theme": "房", "materials": [ID], "levels": ["city"]}


def site_file(*items: dict[str, Any], effective_from: str = "") -> Site:
    """Counters 1 (A), 2 (A, C), 3 (C, X), 4 (D, K)."""
    catalogue = {"catalogue": {"effective_from": effective_from}} if effective_from else {}
    whole = {
        "hall": {
            "id": SITE.id,
            "name": "试验厅",
            "hours": [{"days": "1-7", "open": "09:00", "close": "17:30"}],
            "level": "district",
            "region": HERE,
            "cross_region_queue": "X",
            "general_queue": "K",
            "numbers_when_closed": True,
        },
        "queue": [{"id": one, "letter": one, "name": f"队{one}"} for one in ("A", "C", "D", "X", "K")],
        "counter": [
            {"no": no, "name": f"{no}号", "queues": queues, "place": "一楼"}
            for no, queues in ((1, ["A"]), (2, ["A", "C"]), (3, ["C", "X"]), (4, ["D", "K"]))
        ],
        "item": list(items or (RESIDENCE, COMPANY, BENEFIT, DEED)),
        "bundle": [{"id": "b", "name": "一件事", "items": ["i1", "i2"]}] if not items else [],
        "venue": [
            {"id": "city", "name": "市中心", "level": "city", "region": "440100", "km": 6.5, "address": "市府路 1 号"},
            {"id": "far", "name": "远方", "level": "district", "region": FAR, "km": 2000.0},
        ],
        **catalogue,
    }
    return msgspec.convert(whole, Site)


def hall(*items: dict[str, Any], effective_from: str = "") -> HallSite:
    """The same as the rules see it."""
    return hall_site(site_file(*items, effective_from=effective_from))
