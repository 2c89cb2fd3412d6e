"""How every bench reports: out/<name>.json and the same rows as a table, goals beside values."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "out"


@dataclass(frozen=True)
class Row:
    """One measured figure; `met` is None where there is no goal."""

    id: str
    what: str
    value: float
    unit: str
    goal: str = ""
    met: bool | None = None


def report(name: str, rows: list[Row], **more: object) -> Path:
    """Write and print the rows, and write what else there is to keep; a bench never fails because of them."""
    OUT.mkdir(exist_ok=True)
    machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
    path = OUT / f"{name}.json"
    document = {
        "name": name,
        "at": datetime.now(UTC).isoformat(),
        "machine": machine,
        "rows": [asdict(row) for row in rows],
        **more,
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    for row in rows:
        verdict = {True: "met", False: "MISSED", None: ""}[row.met]
        print(f"{row.id:<8} {row.what:<58} {row.value:>12.3f} {row.unit:<8} {row.goal:<12} {verdict}")
    print(f"→ {path}")
    return path
