"""`make bench-take`: eight client processes take 2,000 numbers from one real hall server; nothing doubled, no gap.

The floor is what the disk under the hall's database can do: 4 KiB written and synced, one after another, in slices
before and after the takes (definitions.md 26). A take that shares its commit with others may be faster than that.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.report import Row, report
from tests.children import ENDS_WITH_US
from tests.tour.stage import Stage

CLIENTS, EACH = 8, 250
ITEMS = "i01,i04,i22,i15"
TAKER = Path(__file__).with_name("taker.py")
SLICE_S = 1.0
PAGE = bytes(4096)


def floor_slice(folder: Path) -> float:
    """Synced writes of 4 KiB a second, during one slice."""
    file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.pwrite(file, PAGE * 64, 0)
        os.fsync(file)
        done, begin = 0, time.monotonic()
        while time.monotonic() - begin < SLICE_S:
            os.pwrite(file, PAGE, 4096 * (done % 64))
            os.fdatasync(file)
            done += 1
        return done / (time.monotonic() - begin)
    finally:
        os.close(file)


def takers(stage: Stage) -> list[subprocess.Popen[str]]:
    credential = stage.credential.read_text(encoding="utf-8")
    said = {key: re.search(rf'^{key} = "([^"]+)"', credential, re.MULTILINE) for key in ("hall", "key_id", "secret")}
    hall, key_id, secret = (found[1] for found in said.values() if found)
    words = [
        *ENDS_WITH_US,
        sys.executable,
        str(TAKER),
        stage.address,
        hall,
        f"Kapok {key_id}.{secret}",
        str(EACH),
        ITEMS,
    ]
    return [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(CLIENTS)]


def rush(programs: list[subprocess.Popen[str]]) -> list[dict]:
    """All are ready, all begin at once; what each was told."""
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    told = []
    for program in programs:
        out, _ = program.communicate()
        if program.returncode:
            raise SystemExit(f"a client ended with {program.returncode}")
        told.append(json.loads(out))
    return told


def gaps(events: list[dict]) -> int:
    """Numbers of each queue, and numbers of events, that are missing before the last one."""
    labels = [re.fullmatch(r"(\D+)(\d+)", event["label"]) for event in events if event["move"] == "take"]
    given: dict[str, set[int]] = {}
    for label in labels:
        assert label, "a label is letters and digits"
        given.setdefault(label[1], set()).add(int(label[2]))
    return events[-1]["n"] - len(events) + sum(max(numbers) - len(numbers) for numbers in given.values())


async def measure() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="kapok-bench-") as folder:
        stage = Stage(Path(folder), quick=False)
        try:
            await stage.build()
            await stage.open_hall()
            floors = [floor_slice(stage.data) for _ in range(3)]
            told = rush(takers(stage))
            floors += [floor_slice(stage.data) for _ in range(3)]
            return rows(told, await stage.events(), statistics.median(floors))
        finally:
            await stage.close()


def rows(told: list[dict], events: list[dict], floor: float) -> list[Row]:
    took = sorted(seconds * 1000 for one in told for _, _, seconds in one["told"])
    labels = Counter(label for one in told for _, label, _ in one["told"])
    by_id = {event["ticket"]: event["label"] for event in events}
    doubled = sum(times - 1 for times in labels.values())
    silent = sum(by_id.get(ticket) != label for one in told for ticket, label, _ in one["told"])
    missing = gaps(events) + silent
    rate = len(took) / (max(one["end"] for one in told) - min(one["begin"] for one in told))
    return [
        Row("T1", f"numbers a second, {CLIENTS} clients, {len(took)} numbers", rate, "/s"),
        Row("T2p50", "answer to take_ticket, p50", took[len(took) // 2], "ms"),
        Row("T2p99", "answer to take_ticket, p99", took[len(took) * 99 // 100], "ms"),
        Row("T3", "numbers given twice", doubled, "", "== 0", doubled == 0),
        Row("T4", "gaps without an event, numbers without one", missing, "", "== 0", missing == 0),
        Row("T0", "floor: 4 KiB written and synced, one after another", floor, "/s"),
        Row("T1/T0", "numbers a second, times the floor", rate / floor, "× floor"),
    ]


if __name__ == "__main__":
    report("bench-take", asyncio.run(measure()))
