"""`make drill-history`: 32 consoles call; the history of every ticket is proved linearizable → out/drill-history.json.

CALLS=100000 calls over both legs: SQLite with one server (60 of 100), PostgreSQL with two. Servers are killed now and
then, connections cut. SEED=1 draws what the consoles do. With a file of refused histories as argument: judges those.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.drills.history.judge import again, judge, keep
from tests.drills.history.legs import Done, Plan, run_leg, run_naive
from tests.drills.history.wing_gong import refusals
from tests.drills.verdict import Verdict
from tests.postgres import Cluster

USUALLY = 100_000
CALLS = int(os.environ.get("CALLS", str(USUALLY)))
SEED = int(os.environ.get("SEED", "1"))
CONTROL_CALLS = 2_000
KILL_EVERY = 2_500  # calls


def main() -> int:
    verdict = Verdict("drill-history")
    cluster = Cluster()
    try:
        one, two = CALLS * 6 // 10, CALLS - CALLS * 6 // 10
        plans = [
            Plan("SQLite, 1 server", one, 1, _kills(one), "", SEED),
            Plan("PostgreSQL, 2 servers", two, 2, _kills(two), cluster.new_database(), SEED),
        ]
        made = 0
        for key, plan in zip(("S", "P"), plans, strict=True):
            with tempfile.TemporaryDirectory(prefix="kapok-history-") as folder:
                made += _leg(verdict, key, plan, Path(folder))
    finally:
        cluster.close()
    verdict.at_least("Hcalls", "calls in all", made, CALLS)
    if CALLS < USUALLY:
        verdict.figure("short-CALLS", f"short run: CALLS, usually {USUALLY}", CALLS)
    _control(verdict)
    return verdict.finish()


def _kills(calls: int) -> int:
    return max(1, calls // KILL_EVERY)


def _leg(verdict: Verdict, key: str, plan: Plan, folder: Path) -> int:
    done = run_leg(plan, folder / "leg")
    verdict.nothing(f"{key}broken", f"{plan.name}: ended early", done.broken)
    if done.broken:  # what was under way is in no history: these cannot be judged
        return done.recorder.calls
    begin = time.monotonic()
    found = judge(done)
    print(f"{plan.name}: judged in {time.monotonic() - begin:.1f} s", flush=True)
    _figures(verdict, key, plan, done)
    name = plan.name
    verdict.nothing(f"{key}owner", f"{name}: tickets at two counters", found.owners)
    verdict.nothing(f"{key}lin", f"{name}: histories not linearizable", [one.words() for one in found.refused])
    verdict.nothing(f"{key}order", f"{name}: events told out of order", found.order)
    verdict.nothing(f"{key}hall", f"{name}: findings in the store", found.hall)
    if found.refused:
        print(f"judge them again: python -m tests.drills.history {keep(key, found.refused, done.recorder)}")
    return done.recorder.calls


def _figures(verdict: Verdict, key: str, plan: Plan, done: Done) -> None:
    histories = done.recorder.histories
    rows = (
        ("calls", "calls", done.recorder.calls, ""),
        ("tickets", "tickets", len(histories), ""),
        ("ops", "operations recorded", sum(map(len, histories.values())), ""),
        ("unread", "answers that nobody ever read", done.recorder.unread, ""),
        ("kills", "servers killed", done.kills, ""),
        ("rate", "calls a second", done.recorder.calls / done.seconds, "/s"),
    )
    for more, what, value, unit in rows:
        verdict.figure(f"{key}{more}", f"{plan.name}: {what}", value, unit)


def _control(verdict: Verdict) -> None:
    alone = run_naive(CONTROL_CALLS, consoles=1, seed=SEED)
    verdict.nothing(
        "Calone", "hall without transactions, 1 console: refused", [one.words() for one in refusals(alone.histories)]
    )
    many = run_naive(CONTROL_CALLS, consoles=32, seed=SEED)
    refused = list(refusals(many.histories))
    verdict.control("Cnaive", "calls without a transaction, 32 consoles", len(refused))
    if refused:
        print(f"the control is caught, for one:\n  {min(refused, key=lambda one: len(one.piece)).words()}")


if __name__ == "__main__":
    if sys.argv[1:]:
        words = again(Path(sys.argv[1]))
        print("\n".join(words) or "all of them are linearizable")
        sys.exit(1 if words else 0)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("drill-history: stopped")
