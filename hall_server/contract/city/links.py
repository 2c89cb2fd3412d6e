"""Links out 中介超市 and other places on the net: what a city lists, by category (CL-G10, H17).

There is no field for a rank, a price of being listed or a recommendation, and none is read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

MOST_LINKS = 200
WebPage = Annotated[str, msgspec.Meta(pattern=r"^https://[!-~]{1,292}\Z")]
_Short = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class LinkCategory(StrEnum):
    """What links are about. Permanent."""

    INTERMEDIARY = "intermediary"  # 中介服务机构: several or none
    OFFICIAL = "official"  # 政务服务网, 网上办事大厅 and the like


class Link(msgspec.Struct, frozen=True):
    """One place; a kiosk shows its address as a code to take along, and opens none."""

    id: _Short
    name: _Short
    address: WebPage
    about: Annotated[str, msgspec.Meta(max_length=120)] = ""


class Links(msgspec.Struct, frozen=True):
    """`GET /links/list?category=…`. The order says nothing."""

    category: LinkCategory
    links: Annotated[tuple[Link, ...], msgspec.Meta(max_length=MOST_LINKS)]
