"""[[service]] 自助服务: what a kiosk does without a counter, and what it needs for it (CL-E13). Knows no kiosk.

No postponed annotations here: msgspec needs the tables when it reads a file.
"""

from typing import Annotated, Literal, TypeAlias

import msgspec

from config.shapes import Also, Hardware, Id, Table, Text

Network: TypeAlias = Literal["none", "hall", "city"]
Payment: TypeAlias = Literal["none", "code", "card"]


class Service(Table, frozen=True):
    """[[service]]. `sign_in`: 0 nobody has to say who they are, else the level of CL-H2."""

    id: Id
    name: Text
    name_en: str = ""
    dept: str = ""
    items: tuple[str, ...] = ()  # whose self-service it is
    hardware: tuple[Hardware, ...] = ()
    network: Network = "hall"
    sign_in: Annotated[int, msgspec.Meta(ge=0, le=4)] = 0
    payment: Payment = "none"
    also: Also = ()
