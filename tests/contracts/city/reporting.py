"""A report of each port's contract suite, for a buyer: `pytest -p tests.contracts.city.reporting tests/contracts/city`.

One `<port>.md` and `<port>.json` in `--contracts-out` (out/contracts): when, against whom, each test's sentence, what
came of it, with which fault. Knows no port: what the suites are called is all there is.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import pytest

OUT = "out/contracts"
REFERENCE = "the reference city"
PART_OF = {"applications": "acceptance", "talk": "video"}  # suites that are parts of a port
_SUITE = re.compile(r"tests/contracts/city/test_(\w+)\.py$")
_FAULTS = frozenset(("slow", "down", "wrong", "duplicate", "out_of_order", "gone", "late", "nonsense"))
_RESULTS = {"passed": "held", "failed": "NOT HELD", "skipped": "not tried"}


class Row(NamedTuple):
    """One test: what it says in words, what came of it, the case or fault it was tried with."""

    says: str
    result: str
    case: str


def sentence(name: str) -> str:
    """The sentence that a test's name is, and nothing of its case."""
    return name.partition("[")[0].removeprefix("test_").replace("_", " ")


def address_of(port: str) -> str:
    """Whom the suite asks: the reference city, or KAPOK_CITY_<PORT> without what may be secret in it."""
    elsewhere = os.environ.get(f"KAPOK_CITY_{port.upper()}", "")
    if not elsewhere:
        return REFERENCE
    parts = urlsplit(elsewhere)
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}{parts.path}"


def faults_of(rows: list[Row]) -> list[str]:
    """Which faults were played: those that stand in a case or in a sentence."""
    return sorted({one for row in rows for one in _FAULTS & {row.case, *row.case.split("-"), *row.says.split()}})


class Reporter:
    """Gathers results and writes them at the end."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._rows: dict[str, list[Row]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One line for each test: of its call, or of what went wrong before or after it."""
        suite = _SUITE.search(report.nodeid.partition("::")[0])
        if suite is None or (report.when != "call" and report.passed):
            return
        name = report.nodeid.rpartition("::")[2]
        case = name.partition("[")[2].removesuffix("]")
        port = PART_OF.get(suite[1], suite[1])
        self._rows[port].append(Row(sentence(name), _RESULTS[report.outcome], case))

    def pytest_sessionfinish(self) -> None:
        """Two files for each port."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._out.mkdir(parents=True, exist_ok=True)
        for port, rows in self._rows.items():
            told: dict[str, Any] = {"port": port, "at": now, "against": address_of(port), "faults": faults_of(rows)}
            told["held"] = all(row.result != _RESULTS["failed"] for row in rows)
            whole = {**told, "tests": [row._asdict() for row in rows]}
            (self._out / f"{port}.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
            (self._out / f"{port}.md").write_text(page(whole), "utf-8")


def page(told: dict[str, Any]) -> str:
    """The same for people."""
    tests = told["tests"]
    counts = ", ".join(
        f"{count} {word}" for word in _RESULTS.values() if (count := sum(one["result"] == word for one in tests))
    )
    lines = [
        f"# Port `{told['port']}`: test report",
        "",
        f"{told['at']}, against {told['against']}. {len(tests)} tests: {counts}.",
        "",
        f"Faults: {', '.join(told['faults']) or 'none'}.",
        "",
        "| what is shown | with | result |",
        "|---|---|---|",
        *(f"| {one['says']} | {one['case'].replace('|', '/')} | {one['result']} |" for one in tests),
    ]
    return "\n".join(lines) + "\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the reports go."""
    parser.addoption("--contracts-out", default=OUT, help=f"folder of the ports' reports [{OUT}]")


def pytest_configure(config: pytest.Config) -> None:
    """Only where the plugin is named."""
    config.pluginmanager.register(Reporter(Path(config.getoption("--contracts-out"))), "city-contracts-report")
