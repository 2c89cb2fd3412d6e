"""Three readers over the same pictures: the pipeline, zxing-cpp alone, zbar alone; and what the pipeline costs."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from devices.code_scanner.engines import LOCAL, QR_FAMILY, zbar, zxing
from devices.code_scanner.pipeline import Pipeline
from tests.bench.qr import madeup
from tests.bench.qr.samples import Sample, forms_of

if TYPE_CHECKING:
    from tests.bench.qr.samples import SampleSet

ROTATIONS = 4
PIPELINE = Pipeline()
PICTURES = 20
TIMES = 3  # each image is timed so often and the best counts: what else the machine does is not the pipeline's


def ours(grey: np.ndarray) -> list[bytes]:
    """What the pipeline hands over when no recogniser claims what is not trusted."""
    return [code.data for code in PIPELINE.read(grey).codes if code.symbol.trusted]


READERS = {
    "ours": ours,
    "zxing": lambda grey: [code.data for code in zxing(grey, LOCAL, QR_FAMILY)],
    "zbar": lambda grey: [code.data for code in zbar(grey)],
}


@dataclass
class Real:
    """What came of one set of real images, each at four rotations."""

    name: str
    has_codes: bool
    images: int = 0
    exact: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(READERS, 0)))
    wrong: Counter[str] = field(default_factory=Counter)
    wall_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def table(self) -> dict[str, object]:
        """For the report."""
        return {
            "set": self.name,
            "images": self.images,
            "exact": self.exact,
            "wrong": self.wrong,
            "missed": self.missed,
            "median_ms": round(float(np.median(self.wall_ms)), 3),
            "p95_ms": round(float(np.percentile(self.wall_ms, 95)), 3),
        }


def measure_real(one: SampleSet) -> Real:
    """All images of a set by all readers."""
    real = Real(one.name, one.has_codes)
    for sample in one.samples:
        for turn in range(ROTATIONS):
            grey = np.ascontiguousarray(np.rot90(sample.grey, turn))
            real.images += 1
            _measure(real, sample, grey, turn)
    print(f"{one.name}: {dict(real.exact)} of {real.images}, wrong {dict(real.wrong)}", flush=True)
    return real


def _measure(real: Real, sample: Sample, grey: np.ndarray, turn: int) -> None:
    for name, read in READERS.items():
        found = read(grey)
        if name == "ours":
            wall, cpu = zip(*(_cost_ms(grey) for _ in range(TIMES)), strict=True)
            real.wall_ms.append(min(wall))
            real.cpu_ms.append(min(cpu))
        if any(sample.is_exact(data) for data in found):
            real.exact[name] += 1
        elif found:
            real.wrong[name] += 1
        if name == "ours" and real.has_codes and not any(sample.is_exact(data) for data in found):
            real.missed.append(f"{sample.name} at {90 * turn}")


def _cost_ms(grey: np.ndarray) -> tuple[float, float]:
    """One run of the whole pipeline: by the clock, and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    ours(grey)
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


@dataclass
class Made:
    """What came of one kind of made-up pictures; `wrong` is ours."""

    name: str
    pictures: int
    exact: Counter[str]
    wrong: int
    ms: list[float]

    def table(self) -> dict[str, object]:
        """For the report."""
        return {
            "case": self.name,
            "pictures": self.pictures,
            "exact": self.exact,
            "wrong": self.wrong,
            "median_ms": round(float(np.median(self.ms)), 3),
            "p95_ms": round(float(np.percentile(self.ms, 95)), 3),
        }


def measure_made(name: str, count: int = PICTURES) -> Made:
    """One kind of made-up pictures by all readers."""
    made = Made(name, 0, Counter(dict.fromkeys(READERS, 0)), 0, [])
    for payload, grey in madeup.pictures(name, count):
        made.pictures += 1
        sample = Sample(name, grey, forms_of(_as_text(payload)) | {payload})
        for reader, read in READERS.items():
            began = time.perf_counter()
            found = read(grey)
            if reader == "ours":
                made.ms.append((time.perf_counter() - began) * 1e3)
                made.wrong += any(not sample.is_exact(data) for data in found)
            made.exact[reader] += any(sample.is_exact(data) for data in found)
    print(f"{name}: {dict(made.exact)} of {made.pictures}", flush=True)
    return made


def _as_text(payload: bytes) -> bytes:
    """In UTF-8, so that a reader that re-encodes rightly is not called wrong."""
    try:
        return payload.decode("gb18030").encode()
    except UnicodeDecodeError:
        return payload
