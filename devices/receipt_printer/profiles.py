"""What a printer model can do, from the capability database that python-escpos carries; our own word for the rest.

The database knows widths, resolutions, QR codes and knives; it knows nothing of Chinese letters or of status, so those
stay as given. Only its data file is read: importing the library's own reader writes a cache into the temporary folder.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import Any

from devices.errors import DeviceConfigError
from devices.values.receipt_printer import PaperProfile

_MM_PER_INCH = 25.4


@lru_cache(maxsize=1)
def _database() -> dict[str, dict[str, Any]]:
    text = resources.files("escpos").joinpath("capabilities.json").read_text(encoding="utf-8")
    profiles: dict[str, dict[str, Any]] = json.loads(text)["profiles"]
    return profiles


def models() -> tuple[str, ...]:
    """All model names that the database knows."""
    return tuple(sorted(_database()))


def profile_of(model: str, base: PaperProfile | None = None) -> PaperProfile:
    """`base` with what the database says of `model`. Raises DeviceConfigError for a model that it does not know."""
    base = base or PaperProfile()
    known = _database().get(model)
    if known is None:
        raise DeviceConfigError("receipt_printer", f"model {model!r} is not known; known are: {', '.join(models())}")
    features, media = known.get("features", {}), known.get("media", {})
    if not features.get("bitImageRaster", False):
        raise DeviceConfigError("receipt_printer", f"model {model!r} prints no dots (GS v 0)")
    width, dpi = media.get("width", {}).get("pixels"), media.get("dpi")
    return replace(
        base,
        width_dots=width if isinstance(width, int) else base.width_dots,
        dots_per_mm=dpi / _MM_PER_INCH if isinstance(dpi, int) else base.dots_per_mm,
        native_qr=base.native_qr and bool(features.get("qrCode", False)),
        has_cutter=bool(features.get("paperFullCut", False) or features.get("paperPartCut", False)),
    )
