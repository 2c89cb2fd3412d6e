"""`make bench-qr`: what the code pipeline reads, beside zxing-cpp alone and zbar alone, and how long it takes.

`DATA=<folder>` (or the first argument) holds sets of real images, a folder each, an image's text beside it; without it
only the made-up pictures are measured. Writes out/bench-qr.json.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import cv2

from tests.bench.qr.madeup import CASES, HARDER
from tests.bench.qr.measure import Made, Real, measure_made, measure_real
from tests.bench.qr.samples import sets_in
from tests.bench.report import Row, report

BARRED = ("qrcode-1", "qrcode-2", "qrcode-5")
EXACT, MEDIAN_MS, P95_MS = 0.98, 3.0, 40.0


def main() -> None:
    cv2.setNumThreads(1)
    folder = (sys.argv[1:] or [os.environ.get("DATA", "")])[0]
    real = [measure_real(one) for one in sets_in(Path(folder))] if folder else []
    if not real:
        print("no real images: say DATA=<folder of sets>", file=sys.stderr)
    made = [measure_made(name) for name in (*CASES, *HARDER)]
    rows = [*_real_rows(real), *_made_rows(made)] if real else _made_rows(made)
    report("bench-qr", rows, real=[one.table() for one in real], made=[one.table() for one in made])


def _real_rows(real: list[Real]) -> list[Row]:
    barred = [one for one in real if one.name in BARRED]
    images = sum(one.images for one in barred)
    exact = sum(one.exact["ours"] for one in barred) / images if images else 0.0
    wrong = sum(one.wrong["ours"] for one in real if one.has_codes)
    false = sum(one.wrong["ours"] for one in real if not one.has_codes)
    wall = sorted(ms for one in real for ms in one.wall_ms)
    cpu = sorted(ms for one in real for ms in one.cpu_ms)
    median, p95 = wall[len(wall) // 2], wall[int(len(wall) * 0.95)]
    rows = [
        Row("Q1", f"exact, {' '.join(BARRED)}, four rotations", 100 * exact, "%", ">= 98", exact >= EXACT),
        Row("Q2", "images with a code that were read as something else", wrong, "images", "<= 0", wrong == 0),
        Row("Q3", "images without a code in which one was read", false, "images", "<= 0", false == 0),
        Row(
            "Q4", "whole pipeline, one image, best of 3, median", median, "ms", f"<= {MEDIAN_MS:g}", median <= MEDIAN_MS
        ),
        Row("Q5", "whole pipeline, one image, best of 3, p95", p95, "ms", f"<= {P95_MS:g}", p95 <= P95_MS),
        Row("Q4cpu", "the same, processor time, median", cpu[len(cpu) // 2], "ms"),
        Row("Q5cpu", "the same, processor time, p95", cpu[int(len(cpu) * 0.95)], "ms"),
    ]
    for one in real:
        for reader, count in one.exact.items() if one.has_codes else ():
            rows.append(Row(f"Q6.{one.name}.{reader}", f"{one.name}: exact of {one.images}", count, "images"))
        for reader, count in one.wrong.items():
            if count:
                rows.append(Row(f"Q7.{one.name}.{reader}", f"{one.name}: read as something else", count, "images"))
    return rows


def _made_rows(made: list[Made]) -> list[Row]:
    rows = []
    asked = [one for one in made if one.name in CASES]
    total = {reader: sum(one.exact[reader] for one in asked) for reader in asked[0].exact}
    best = max(total["zxing"], total["zbar"])
    goal = f"> {best}"
    rows.append(Row("M1", "made-up pictures: exact of all", total["ours"], "codes", goal, total["ours"] > best))
    rows += [Row(f"M1.{name}", f"the same, {name} alone", total[name], "codes") for name in ("zxing", "zbar")]
    for one in made:
        best = max(one.exact["zxing"], one.exact["zbar"])
        others = f"(zxing {one.exact['zxing']}, zbar {one.exact['zbar']})"
        met = one.exact["ours"] >= best
        goal = f">= {best}"
        rows.append(
            Row(
                f"M2.{one.name}", f"{one.name}: exact of {one.pictures} {others}", one.exact["ours"], "codes", goal, met
            )
        )
    wrong = sum(one.wrong for one in made)
    rows.append(Row("M3", "made-up pictures that were read as something else", wrong, "codes", "<= 0", wrong == 0))
    return rows


if __name__ == "__main__":
    main()
