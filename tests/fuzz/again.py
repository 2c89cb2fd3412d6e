"""Cases that once broke a codec: their bytes stay under out/fuzz, and each is tried again before any more fuzzing.

In a process of its own with the limits of the fuzzing child, because some cases end the process or never end. One that
breaks nothing any more is deleted; knows no atheris.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.children import ENDS_WITH_US
from tests.fuzz.codec import ROOT, WORK
from tests.fuzz.minutes import CASE_S, RSS_MB

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("crash", "timeout", "oom", "leak")  # as libFuzzer names them
STARTS_WITHIN_S = 30  # everything that a codec exercises is imported first


def cases_that_broke(name: str, folder: Path = WORK) -> list[Path]:
    """Where the bytes lie that broke a codec in this run or an earlier one."""
    return sorted(path for kind in KINDS for path in folder.glob(f"{name}.{kind}-*"))


def still_breaking(name: str, folder: Path = WORK) -> list[str]:
    """The command of each case that breaks its codec as before; the others are deleted."""
    found = []
    for path in cases_that_broke(name, folder):
        if _breaks(name, path):
            found.append(command(name, str(path)))
        else:
            print(f"  {name}: {path.name} breaks nothing any more", flush=True)
            path.unlink()
    return found


def forget(name: str) -> None:
    """Delete the cases of a codec; for the control, which must find its own anew."""
    for path in cases_that_broke(name):
        path.unlink()


def command(name: str, path: str) -> str:
    """How to see a case again."""
    return f"python -m tests.fuzz.replay {name} {path}"


def _breaks(name: str, path: Path) -> bool:
    limits = ("prlimit", f"--as={RSS_MB << 20}")
    words = [*ENDS_WITH_US, *limits, sys.executable, "-m", "tests.fuzz.replay", name, str(path)]
    try:
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, timeout=STARTS_WITHIN_S + CASE_S)
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0
