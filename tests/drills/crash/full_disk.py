"""A disk that is really full: a small tmpfs with a hall on it, a file that takes the rest, and the space back later.

The hall must say so politely and lose nothing, also when it is killed or started meanwhile, and serve again by itself.
"""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tests.drills.crash.cases import Case, Result
from tests.drills.crash.hall import StruckHall
from tests.drills.crash.kills import COMMITS, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = "20m"
_FULL_WITHIN_S = 40.0
_BLOCK = bytes(65_536)
CASES = 9
MEANWHILE = ("", "killed", "stopped")


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A tmpfs of SIZE; PermissionError where nobody may mount."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise PermissionError(done.stderr.strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(path: Path) -> None:
    """Take all the space that is left, to the last byte."""
    with path.open("wb", buffering=0) as ballast, suppress(OSError):
        while ballast.write(_BLOCK):
            pass
    with path.open("ab", buffering=0) as ballast, suppress(OSError):
        while ballast.write(b"\\0"):
            pass


def cases(seed: int, how_many: int = CASES) -> list[Case]:
    """Each a store's life on a small disk."""
    return [Case("full-disk", f"{no:02}", seed, play) for no in range(how_many)]


def play(case: Case, folder: Path) -> Result:
    """Fill, see the refusals, perhaps kill and start on the full disk, make space, see numbers again."""
    with small_disk(folder / "disk") as disk:
        rng = case.rng()
        hall = StruckHall(disk / "hall", rng, options=("--commits", rng.choice(COMMITS)))
        try:
            result = _full(hall, disk / "ballast", Result(case.full_name), meanwhile=MEANWHILE[int(case.name) % 3])
        finally:
            hall.served.kill()
        result.counts = {"full disks": 1, "refused politely": hall.book.put_off["store_unavailable"], **told(hall)}
        result.seconds, result.load, result.waited = hall.serving.seconds, hall.serving.load, hall.serving.waited
        return result


def _full(hall: StruckHall, ballast: Path, result: Result, *, meanwhile: str) -> Result:
    hall.start(counts=False)
    hall.go_on(0.3, lambda: None)
    fill(ballast)
    refused = Counter[str]()

    def until_refused() -> None:
        end = time.monotonic() + _FULL_WITHIN_S
        while hall.book.put_off["store_unavailable"] < 20 and time.monotonic() < end:
            fill(ballast)  # what a checkpoint or a log gave back
            time.sleep(0.05)
        refused.update(hall.book.put_off)

    hall.go_on(0, until_refused)
    if refused["store_unavailable"] < 20:
        result.findings.append(f"the disk was full and nobody was put off: {dict(refused)}")
    result.findings += [f"while the disk is full: {one}" for one in hall.judge()]
    if meanwhile and not _started_on_a_full_disk(hall, ballast, meanwhile, result):
        ballast.unlink()
        hall.start()
    else:
        began = time.monotonic()
        ballast.unlink()
        hall.until_serving(began)
    hall.settle()
    hall.go_on(0.2, lambda: None)
    if (code := hall.served.stop()) != 0:
        result.findings.append(f"the server ended with {code} when it was told to stop")
    result.findings += hall.judge()
    return result


def _started_on_a_full_disk(hall: StruckHall, ballast: Path, how: str, result: Result) -> bool:
    """Killed or told to stop, and started at once: it listens, or it leaves with a sentence."""
    if how == "killed":
        hall.served.kill()
    elif (code := hall.served.stop()) != 0:
        result.findings.append(f"on a full disk the server ended with {code} when it was told to stop")
    fill(ballast)
    try:
        hall.served.start()
    except AssertionError:
        if any(line.startswith("Traceback") for line in hall.served.log):
            result.findings.append(f"a server that starts on a full disk after it was {how} ends with a traceback")
        hall.served.kill()
        return False
    return True
