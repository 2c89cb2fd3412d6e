"""数字档案: one case's package for the archive, as one file with its hashes beside it (CL-H8, CL-H9)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from hall_server.contract.bookings import Moment
from hall_server.contract.city.wire import Word

PACKAGE = "package"  # the kind of its message
MAX_PACKAGE = 180 * 1024  # bytes of the file: a message is read whole

Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Retention(StrEnum):
    """保管期限."""

    PERMANENT = "permanent"
    YEARS_30 = "30_years"
    YEARS_10 = "10_years"


class PackageTold(msgspec.Struct, frozen=True, kw_only=True):
    """`package`. `content`: the zip (in JSON as Base64), `sha256` and `size` of exactly these bytes.

    Of two about one `case` the higher `version` counts. `hold`: 法律保全, nothing of it may be deleted. `single_set`:
    单套归档, no paper original is needed beside it.
    """

    case: Word
    version: int
    at: Moment
    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=1, le=MAX_PACKAGE)]
    retention: Retention
    content: bytes
    hold: bool = False
    single_set: bool = False
