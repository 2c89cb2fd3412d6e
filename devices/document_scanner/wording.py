"""What a scanner in a process of its own and whoever uses it say to each other: lines in, messages out. Pure, no image.

In:  {"do": "open"} | {"do": "status"} | {"do": "stop"} | {"do": "scan", "source": "camera", "pages": 1, …}
Out: {"is": "open", "sources": […], …} | {"is": "status", …} | {"is": "news", …} and a glimpse | {"is": "page", …} and
its JPEG | {"is": "end", "outcome": "done", "reason": ""} | {"fault": "device_lost", "detail": "…"}
"""

from __future__ import annotations

import dataclasses
from typing import Any

from devices.values.document_scanner import (
    Colour,
    DocumentScannerCapabilities,
    DocumentScannerStatus,
    Look,
    Media,
    PageImage,
    ScanNews,
    ScanOrder,
    Source,
    Verdict,
)
from devices.values.health import Health

Words = dict[str, Any]


def order_said(order: ScanOrder) -> Words:
    """An order as a line says it."""
    return {"do": "scan", **dataclasses.asdict(order)}


def order_heard(words: Words) -> ScanOrder:
    """The order that a line says. Raises KeyError, TypeError, ValueError for what is none."""
    fields = {field.name: words[field.name] for field in dataclasses.fields(ScanOrder)}
    return ScanOrder(**fields | {"source": Source(words["source"]), "colour": Colour(words["colour"])})


def news_said(news: ScanNews) -> Words:
    """News as a message says them; the glimpse goes beside it."""
    look = news.look
    seen = None if look is None else {"verdict": look.verdict, "corners": look.corners}
    return {"is": "news", "pages": news.pages, "share": news.share, "look": seen}


def news_heard(words: Words, glimpse: bytes) -> ScanNews:
    """The news that a message says. Raises as `order_heard`."""
    look = words["look"]
    corners = None if look is None or look["corners"] is None else tuple((x, y) for x, y in look["corners"])
    seen = None if look is None else Look(Verdict(look["verdict"]), corners)  # type: ignore[arg-type]  # four, by the message's own make
    return ScanNews(int(words["pages"]), float(words["share"]), seen, glimpse)


def page_said(page: PageImage) -> Words:
    """A page as a message says it; the JPEG goes beside it."""
    size = {"width_px": page.width_px, "height_px": page.height_px}
    paper = {"width_mm": page.width_mm, "height_mm": page.height_mm}
    return {"is": "page", "verdict": page.verdict, **size, **paper}


def page_heard(words: Words, jpeg: bytes) -> PageImage:
    """The page that a message says. Raises as `order_heard`."""
    size_mm = float(words["width_mm"]), float(words["height_mm"])
    return PageImage(jpeg, int(words["width_px"]), int(words["height_px"]), *size_mm, Verdict(words["verdict"]))


def capabilities_said(can: DocumentScannerCapabilities) -> Words:
    """What a scanner has, as a message says it."""
    return {"is": "open", **dataclasses.asdict(can)}


def capabilities_heard(words: Words) -> DocumentScannerCapabilities:
    """What a message says a scanner has. Raises as `order_heard`."""
    return DocumentScannerCapabilities(
        tuple(Source(one) for one in words["sources"]),
        tuple(Colour(one) for one in words["colours"]),
        (int(words["dpis"][0]), int(words["dpis"][1])),
        float(words["width_mm"]),
        float(words["height_mm"]),
        bool(words["by_itself"]),
    )


def status_said(status: DocumentScannerStatus) -> Words:
    """How a scanner is, as a message says it."""
    return {"is": "status", "health": status.health, "reason": status.reason, "media": status.media}


def status_heard(words: Words) -> DocumentScannerStatus:
    """How a message says a scanner is. Raises as `order_heard`."""
    return DocumentScannerStatus(Health(words["health"]), str(words["reason"]), Media(words["media"]))
