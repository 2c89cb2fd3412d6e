"""The line to the city's 事项库: versions and snapshots, checked against their hash. Asks, and never tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.items import MOST_BYTES, Snapshot, Versions, sha256_of
from hall_server.domain.city.items import SnapshotError, SnapshotProblem

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.city.items import VersionRow


class CityItems:
    """See `domain.city.items.ItemSource`. Belongs to a thread."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def versions(self) -> Versions:
        return self._line.get("/versions", Versions)

    def snapshot(self, row: VersionRow) -> Snapshot:
        return read_snapshot(self._line.raw(f"/versions/{row.serial}", most=MOST_BYTES), row.sha256)


def read_snapshot(body: bytes, sha256: str) -> Snapshot:
    """The snapshot in these bytes. Raises SnapshotError for others than those that were promised, and for nonsense."""
    if sha256_of(body) != sha256:
        raise SnapshotError(SnapshotProblem.WRONG_HASH)
    try:
        return msgspec.json.decode(body, type=Snapshot)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        where = str(error).rpartition(" - at ")[2] if isinstance(error, msgspec.ValidationError) else ""
        raise SnapshotError(SnapshotProblem.NOT_WELL_FORMED, where) from None
