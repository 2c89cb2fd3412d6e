"""How every drill ends: its figures and findings as JSON in out/, a table for people, and an exit status that tells.

A drill is held when nothing it promised was broken and each of its controls (a design known to be unsafe, run in the
same harness) was caught. A control that passes means that the harness is blind, so it fails the drill as well.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bench.report import Row, report

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 20


@dataclass
class Verdict:
    """What one drill saw. `name` is its make target and the name of its file in out/."""

    name: str
    rows: list[Row] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def figure(self, key: str, what: str, value: float, unit: str = "") -> None:
        """How much was done or how long it took, without a bar."""
        self.rows.append(Row(key, what, value, unit))

    def at_least(self, key: str, what: str, value: float, bar: float, unit: str = "") -> None:
        """A bar from below: so many cuts, kills or seeds, or the drill does not count."""
        self._judge(Row(key, what, value, unit, f">= {bar:g}", value >= bar), f"{what}: {value:g}, asked {bar:g}")

    def at_most(self, key: str, what: str, value: float, bar: float, unit: str = "") -> None:
        """A bar from above."""
        self._judge(Row(key, what, value, unit, f"<= {bar:g}", value <= bar), f"{what}: {value:g}, allowed {bar:g}")

    def nothing(self, key: str, what: str, findings: Sequence[str]) -> None:
        """A promise: not one finding. Each finding says where it was and how to see it again."""
        self.rows.append(Row(key, what, len(findings), "", "== 0", not findings))
        self.findings += findings

    def control(self, key: str, what: str, caught: int) -> None:
        """An unsafe design run in the same harness: it must be caught at least once."""
        self._judge(
            Row(key, f"control: {what}", caught, "caught", ">= 1", caught >= 1), f"the control was not caught: {what}"
        )

    def finish(self) -> int:
        """Write, print, and give the exit status: 0 held, 1 not."""
        report(self.name, self.rows, findings=self.findings)
        for finding in self.findings[:_SHOWN]:
            print(f"  {finding}", file=sys.stderr)
        if len(self.findings) > _SHOWN:
            print(f"  … and {len(self.findings) - _SHOWN} more", file=sys.stderr)
        print(f"{self.name}: {'NOT HELD' if self.findings else 'HELD'}")
        return 1 if self.findings else 0

    def _judge(self, row: Row, words: str) -> None:
        self.rows.append(row)
        if not row.met:
            self.findings.append(words)
