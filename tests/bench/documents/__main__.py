"""Verdicts and corners on made pictures of pages: `python -m tests.bench.documents` → out/bench-documents.json.

SEEDS=3   pictures of each kind from the seeds that the bounds were set on (1, 2, …)
HELD=3    … and from seeds that nobody looked at while setting them (2001, 2002, …)
"""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass

import numpy as np

from devices.document_scanner.judge import see
from tests.bench.documents.cases import KINDS, Case, case
from tests.bench.report import Row, report

TUNED_FROM, HELD_FROM = 1, 2001
CORNER_BAR = 1.0  # per cent of the page's width


@dataclass(frozen=True)
class Answer:
    """What was said of one picture: right or not, how far the worst corner is off (% of the width), CPU seconds."""

    case: Case
    said: str
    off: float | None
    cpu_s: float

    @property
    def right(self) -> bool:
        """The verdict is right."""
        return self.said == self.case.verdict


def answer(one: Case) -> Answer:
    """Look at one picture."""
    began = time.process_time()
    seen = see(one.frame)
    took = time.process_time() - began
    off = None
    if one.corners is not None:
        width = float(np.linalg.norm(one.corners[1] - one.corners[0]))
        off = 100.0 if seen.quad is None else corners_off(one.corners, seen.quad) / width * 100
    return Answer(one, seen.verdict.value, off, took)


def corners_off(true: np.ndarray, found: np.ndarray) -> float:
    """The farthest corner, in pixels, whichever corner is called the first (a page may lie on its side)."""
    return min(float(np.linalg.norm(np.roll(true, turn, axis=0) - found, axis=1).max()) for turn in range(4))


def rows_of(part: str, answers: list[Answer]) -> list[Row]:
    """The figures of one set of seeds."""
    offs = [one.off for one in answers if one.off is not None]
    right = sum(one.right for one in answers)
    near = sum(off <= CORNER_BAR for off in offs)
    took = [one.cpu_s * 1000 for one in answers]
    return [
        Row(f"{part}-n", f"{part}: pictures", len(answers), ""),
        Row(f"{part}-v", f"{part}: right verdicts", 100 * right / len(answers), "%", "100", right == len(answers)),
        Row(
            f"{part}-c", f"{part}: pages with corners within 1 %", 100 * near / len(offs), "%", "100", near == len(offs)
        ),
        Row(f"{part}-w", f"{part}: worst corner, of the page's width", max(offs), "%", "<= 1", max(offs) <= CORNER_BAR),
        Row(f"{part}-m", f"{part}: median corner", statistics.median(offs), "%"),
        Row(f"{part}-t", f"{part}: CPU for one picture, median", statistics.median(took), "ms"),
    ]


def main() -> None:
    """Make the pictures, look at them, say what came out; what went wrong can be made again from kind and seed."""
    rows: list[Row] = []
    wrong: list[str] = []
    for part, first, count in (
        ("tuned", TUNED_FROM, int(os.environ.get("SEEDS", "3"))),
        ("held", HELD_FROM, int(os.environ.get("HELD", "3"))),
    ):
        answers = []
        for seed in range(first, first + count):
            answers += [answer(case(kind, seed)) for kind in KINDS]
            print(f"{part}: seed {seed}, {sum(not one.right for one in answers)} wrong of {len(answers)}", flush=True)
        rows += rows_of(part, answers) if answers else []
        wrong += [
            f"{one.case.name} {one.case.seed}: said {one.said}, is {one.case.verdict}, corner {one.off}"
            for one in answers
            if not one.right or (one.off or 0) > CORNER_BAR
        ]
    for line in wrong:
        print(line)
    report("bench-documents", rows, wrong=wrong)


if __name__ == "__main__":
    main()
