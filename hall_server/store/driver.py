"""What the rows of a transaction go through: prepared statements on some driver. Knows nothing of tickets."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.hall_state import Change
    from hall_server.store.prepared import Prepared, Value


class Driver(ABC):
    """One hall inside one transaction of one database. Rooms of rows stand on it; a dialect fills it in."""

    hall_id: str
    changes: list[Change]

    @abstractmethod
    def run_with(self, statement: Prepared, values: dict[str, Value]) -> list[Any]:
        """Run a statement for this hall; all rows of its answer."""

    @abstractmethod
    def one_with(self, statement: Prepared, values: dict[str, Value]) -> Any:  # noqa: ANN401 - a driver's row
        """The same, the first row or None."""

    def run_many(self, statement: Prepared, rows: Sequence[dict[str, Value]]) -> None:
        """Run a statement that answers nothing for many rows; each brings its own `hall_id` or whatever names it."""
        for row in rows:
            self.run_with(statement, row)

    def run(self, statement: Prepared, **values: Value) -> list[Any]:
        """`run_with` by name."""
        return self.run_with(statement, values)

    def one(self, statement: Prepared, **values: Value) -> Any:  # noqa: ANN401 - a driver's row
        """`one_with` by name."""
        return self.one_with(statement, values)
