"""Random kills of the real server under load, on a SQLite file or a PostgreSQL database; one store lives through many.

Most come while people take and call, some while the server is only starting. After each: it serves again, everybody
gets the answer they lack, who asks again hears the same, and the store holds all that was told.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from tests.children import ENDS_WITH_US
from tests.drills.crash.cases import Result
from tests.drills.crash.hall import StruckHall

if TYPE_CHECKING:
    from pathlib import Path

    from tests.drills.crash.cases import Case

KILLS = 25  # that one store lives through
IN_THE_START = 0.15  # so many of them hit a server that does not serve yet
COMMITS = ("inline", "thread")
_LOST = ("told as", "was answered")


def on_sqlite(case: Case, folder: Path) -> Result:
    """`case.size` kills of a server on a file; commits on the loop's thread and on the writer's by turns."""
    rng = case.rng()
    hall = StruckHall(folder / "hall", rng, options=("--commits", rng.choice(COMMITS)))
    return outlive(hall, case)


def of_a_hasty_store(case: Case, folder: Path) -> Result:
    """The control: a store that answers before it commits, killed until that is seen.

    What was answered is not in the store, or whoever asks again is answered otherwise.
    """
    hall = StruckHall(folder / "hall", case.rng(), options=("--commits", "inline"))
    hall.served.before = (*ENDS_WITH_US, sys.executable, "-m", "tests.drills.crash.hasty")
    result = outlive(hall, case)
    result.caught, result.findings = any(word in one for one in result.findings for word in _LOST), []
    return result


def outlive(hall: StruckHall, case: Case) -> Result:
    """Kill a hall's server again and again."""
    result, counts = Result(case.full_name), Counter[str]()
    try:
        hall.start()
        for _ in range(case.size):
            kill(hall, counts)
            hall.settle()
            if found := hall.judge():
                result.findings = [f"after kill {counts['kills']}: {one}" for one in found]
                return result
        if (code := hall.served.stop()) != 0:
            result.findings.append(f"the server ended with {code} when it was told to stop")
        result.findings += hall.judge()
    finally:
        hall.served.kill()
        result.counts = {**counts, **told(hall)}
        result.seconds, result.load, result.waited = hall.serving.seconds, hall.serving.load, hall.serving.waited
    return result


def kill(hall: StruckHall, counts: Counter[str]) -> None:
    """One kill, and the start after it."""
    counts["kills"] += 1
    if hall.rng.random() < IN_THE_START:
        counts["kills in the start"] += 1
        hall.served.kill()
        hall.served.start_to_die(hall.rng.uniform(0.02, 0.7))
    else:
        hall.go_on(hall.rng.uniform(0.02, 0.5), hall.served.kill)
    hall.start()


def told(hall: StruckHall) -> dict[str, int]:
    """How much was at stake."""
    return {"answers": len(hall.book.answers), "tickets": len(hall.book.told)}
