"""The minutes of one codec: a child under atheris with limits, its figures, and what was kept of earlier minutes.

Resumable: seconds, executions and the working corpus of a codec stay under out/fuzz and count as long as its sources
are the same. A crash ends the minutes; its bytes stay there too, and are told.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, fields
from json import dumps, loads
from typing import TYPE_CHECKING

from tests.children import ENDS_WITH_US
from tests.fuzz.codec import ROOT, WORK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fuzz.codec import Codec

RSS_MB = 1500
CASE_S = 30  # one case that takes longer is a finding
MAX_BYTES = 4096
PROGRESS_S = 10.0
_LINE = re.compile(r"#(\d+)\s.*?cov: (\d+) ft: (\d+)")
_DONE = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_ARTIFACT = re.compile(r"Test unit written to (\S+/\w+\.(?:crash|timeout|oom|leak)-\S+)")


@dataclass
class Minutes:
    """What one codec has had with these sources. `edges` and `features` are libFuzzer's `cov:` and `ft:`."""

    source: str = ""
    seconds: float = 0.0
    executions: int = 0
    edges: int = 0
    features: int = 0
    crash: str = ""


def kept(codec: Codec) -> Minutes:
    """What is known of a codec; nothing when its sources are others by now, or the file is broken."""
    try:
        told = loads(_state(codec).read_text())
        found = Minutes(**{field.name: told[field.name] for field in fields(Minutes)})
    except (OSError, ValueError, KeyError, TypeError):
        found = Minutes()
    return found if found.source == codec.source() else Minutes(codec.source())


def spend(codec: Codec, until_s: float, *, fresh: bool = False, quiet: bool = False) -> Minutes:
    """Fuzz until the codec has had so many seconds with these sources; `quiet` tells a crash by its figures only."""
    had = Minutes(codec.source()) if fresh else kept(codec)
    had.crash = ""  # whoever asks has tried again what broke before (see `again`)
    while had.seconds < until_s and not had.crash:  # more than once: its clock and ours begin at different moments
        words = _run(codec, had, until_s - had.seconds)
        if had.crash and not quiet:
            print(words, file=sys.stderr)
        _state(codec).write_text(dumps(asdict(had)))
    return had


def place(codec: Codec) -> Path:
    """Where the working corpus of a codec lies, with its seeds and everything kept in it."""
    folder = WORK / codec.name
    folder.mkdir(parents=True, exist_ok=True)
    for index, seed in enumerate(codec.corpus()):
        (folder / f"seed_{index:04d}").write_bytes(seed)
    return folder


def _state(codec: Codec) -> Path:
    return WORK / f"{codec.name}.json"


def _run(codec: Codec, had: Minutes, for_s: float) -> str:
    words = [
        f"-max_total_time={math.ceil(for_s) + 1}",
        f"-rss_limit_mb={RSS_MB}",
        f"-timeout={CASE_S}",
        f"-report_slow_units={CASE_S}",
        f"-max_len={MAX_BYTES}",
        f"-artifact_prefix={WORK}/{codec.name}.",
        "-print_final_stats=1",
        "-reload=0",
    ]
    began = time.monotonic()
    scratch = WORK / f"{codec.name}.tmp"  # a child that is killed in the middle of a case cleans nothing up
    scratch.mkdir(exist_ok=True)
    child = subprocess.Popen(
        [*ENDS_WITH_US, sys.executable, "-m", "tests.fuzz.child", codec.name, str(place(codec)), *words],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    before, tail, fuzzing = had.executions, [], False
    try:
        assert child.stdout is not None
        shown = began
        for line in child.stdout:
            tail = [*tail[-60:], line]
            _read(line, had, before)
            now = time.monotonic()
            had.seconds += now - began if fuzzing else 0  # what came before the first case is not fuzzing
            began, fuzzing = now, fuzzing or line.startswith("#")
            if now - shown > PROGRESS_S:
                shown = now
                print(f"  {codec.name}: {had.seconds:.0f} s, {had.executions} executions, cov {had.edges}", flush=True)
                _state(codec).write_text(dumps(asdict(had)))
        status = child.wait()
    finally:
        child.kill()
        child.wait()
        shutil.rmtree(scratch, ignore_errors=True)
    if status:
        had.crash = had.crash or f"ended with {status}"
        (WORK / f"{codec.name}.log").write_text("".join(tail))
    return "".join(line for line in tail if not line.startswith(("#", "INFO", "stat", "0x")))


def _read(line: str, had: Minutes, before: int) -> None:
    if found := _LINE.match(line):
        had.executions = before + int(found[1])
        had.edges, had.features = max(had.edges, int(found[2])), max(had.features, int(found[3]))
    elif found := _DONE.match(line):
        had.executions = before + int(found[1])
    elif found := _ARTIFACT.search(line):
        had.crash = found[1]
