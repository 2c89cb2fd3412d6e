"""The recogniser of addresses: those of the online verifier's services are claimed for it, all others refused.

A kiosk opens no address, ever. Which ones are claimed is a list of origins: `https`, the exact host, and the port where
there is one. No wild cards, no user information, no `http`; a host that only begins or ends like one of the list is
another host. What stands behind the origin is not read here: it is the service's.

| service | origin | where that is from |
|---|---|---|
| 电子营业执照 | `zzlz.gsxt.gov.cn` | 市场监管总局公告 2019 年第 28 号: the 亮照 system |
| 粤居码 | `gdrk.gdga.gd.gov.cn` | of medium certainty: the host of its application; no form is public |

The codes that the applications of either show at a counter may be others: a site that has met them hands its own list.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.codes.answers import Claimed, Ignored, Online, OnlineService, Refused
from kiosk.codes.words import CodeReason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.codes.answers import Answer
    from kiosk.codes.scan import Moment, Scan

ORIGINS: Mapping[str, OnlineService] = MappingProxyType(
    {
        "zzlz.gsxt.gov.cn": OnlineService.BUSINESS_LICENCE,
        "gdrk.gdga.gd.gov.cn": OnlineService.RESIDENCE_CODE,
    }
)
_ADDRESS = re.compile(r"https://([a-z0-9.-]{1,253}(?::[0-9]{1,5})?)(?:[/?#][!-~]*)?", re.IGNORECASE | re.ASCII)
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,31}://", re.IGNORECASE | re.ASCII)


class AddressRecogniser:
    """Claims addresses of the list and refuses every other one, so that no number inside an address is ever read."""

    def __init__(self, origins: Mapping[str, OnlineService] = ORIGINS) -> None:
        self._origins = {origin.lower(): service for origin, service in origins.items()}

    def recognise(self, scan: Scan, _moment: Moment, /) -> Answer:
        """Which service is to be asked."""
        text = scan.text.strip()
        if not _ANY_SCHEME.match(text):
            return Ignored()
        found = _ADDRESS.fullmatch(text)
        service = self._origins.get(found[1].lower()) if found else None
        return Claimed(Online(service, text)) if service else Refused(CodeReason.ADDRESS_NOT_LISTED)
