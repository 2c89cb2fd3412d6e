"""The drill: every driver of the table through every fault, against its emulator or the real daemon.

`drill_rows` runs it; `devices/commands/drilling.py` shows it. A kind's rows are found by its name when they are needed.
Knows no device: rows do.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from devices.drill.bench import Bench
from devices.drill.rows import COMMON, RECOVER_S, ROW_S, Outcome, Row, Seen, exempt

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from devices.registry.kinds import Kind

__all__ = ["COMMON", "Bench", "Outcome", "Row", "Seen", "drill_rows", "exempt", "missing_rows", "rows_of"]


def rows_of(kind: str) -> Sequence[Row]:
    """The rows of one kind; none when it has no file of them."""
    name = f"devices.drill.{kind}"
    try:
        rows: Sequence[Row] = import_module(name).ROWS
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ()
    return rows


def missing_rows(kind: Kind, rows: Sequence[Row]) -> list[Outcome]:
    """What keeps the rows of a kind from being complete: drivers without rows, rows without a driver, doubled ones."""
    drivers = [name for name, entry in kind.drivers.items() if not entry.simulated]
    have = Counter((row.driver, row.fault) for row in rows)
    found = [
        Outcome(kind.name, driver, fault, None, violation="no such row: a driver that ships is drilled in all of them")
        for driver in drivers
        for fault in COMMON
        if not have[driver, fault]
    ]
    for (driver, fault), count in have.items():
        if driver not in drivers:
            found.append(Outcome(kind.name, driver, fault, None, violation="rows for a driver that does not ship"))
        elif count > 1:
            found.append(Outcome(kind.name, driver, fault, None, violation=f"{count} rows of one name"))
    found += [
        Outcome(kind.name, row.driver, row.fault, None, violation="exempt without a reason")
        for row in rows
        if row.run is None and not row.why
    ]
    return found


async def drill_rows(
    kind: str, rows: Sequence[Row], *, row_s: float = ROW_S, recover_s: float = RECOVER_S
) -> AsyncGenerator[Outcome, None]:
    """Run the rows of one kind one after the other; each outcome when it is known.

    `row_s` ends a row that hangs; `recover_s` is how long a driver may take after a fault, in seconds. Kinds that are
    to run side by side need a process each: what one does on its loop must not make another late.
    """
    for row in rows:
        yield await _drill(kind, row, row_s, recover_s)


async def _drill(kind: str, row: Row, row_s: float, recover_s: float) -> Outcome:
    if row.run is None:
        return Outcome(kind, row.driver, row.fault, Seen.EXEMPT, note=row.why)
    with tempfile.TemporaryDirectory(prefix="kapok-drill-") as folder:
        bench = Bench(Path(folder), recover_s=recover_s)
        violation = ""
        try:
            async with asyncio.timeout(row_s):
                await row.run(bench)
        except TimeoutError:
            violation = f"did not end within {row_s:g} s"
        except Exception as error:  # noqa: BLE001 -- whatever a driver raises is what the drill is there to find
            violation = f"raised {type(error).__name__}: {error}"
        return bench.outcome(kind, row.driver, row.fault, violation=violation)
