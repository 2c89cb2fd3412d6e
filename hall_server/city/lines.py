"""The lines to all platforms of one city, by name: opened when somebody asks first, closed together."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hall_server.city.line import Line, Where
from hall_server.city.spool import SCHEME, SpoolLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.city.ports import PortName


class Lines:
    """What of the city this hall has. A port without a line is one that the hall does without."""

    def __init__(self, where: Mapping[PortName, Where] | None = None) -> None:
        self._where = dict(where or {})
        self._lines: dict[PortName, Line] = {}
        self._lock = threading.Lock()

    @property
    def names(self) -> tuple[PortName, ...]:
        """The ports that there are."""
        return tuple(self._where)

    def to(self, port: PortName) -> Line | None:
        """The line to a platform; None when this hall has none."""
        with self._lock:
            if port not in self._lines and port in self._where:
                where = self._where[port]
                self._lines[port] = SpoolLine(where) if where.address.startswith(SCHEME) else Line(where)
            return self._lines.get(port)

    def close(self) -> None:
        """Hang up everywhere."""
        with self._lock:
            for line in self._lines.values():
                line.close()
            self._lines.clear()
