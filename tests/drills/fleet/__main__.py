"""`make drill-fleet`: a fleet of kiosks at one hall that serves, from enrolment to a roll-out that bad kiosks stop.

Everything is real but the kiosks' insides: the hall is a process of its own on SQLite, each kiosk signs with its own
key over HTTP. What staff do is done by the functions behind `kapok hall enrol` and 设备. `KIOSKS=200`, `SEED=n`.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hall_server.contract.enrolment import code_of
from hall_server.contract.fleet import KIND, FleetAct, FleetRecord
from hall_server.domain.rollout import Rollout, members
from hall_server.flows.enrol_desk import let_in, new_code, put_out
from hall_server.flows.fleet_desk import fleet_record
from hall_server.store.sqlite_store import FILE_NAME, SqliteReader, SqliteStore
from tests.drills.fleet.kiosks import NEW, OLD, SimKiosk
from tests.drills.verdict import Verdict
from tests.integration.hall_server.served import HALL_ID, SITE_FILE, Served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hall_server.domain.records import Record
    from hall_server.domain.seams import Transaction

BEAT_S, BAD, WITHIN_S, STEADY_S = 2, 3, 600, 30
HANDS = 8  # threads that speak for kiosks
_TICKS = os.sysconf("SC_CLK_TCK")


class Fleet:
    """The hall, its kiosks, and a thread pool that lets them beat."""

    def __init__(self, hall: Served, names: list[str]) -> None:
        self.hall = hall
        self.kiosks = [SimKiosk(name, hall.address, HALL_ID) for name in names]
        self.pool = ThreadPoolExecutor(HANDS)

    def run(self, work: Callable[[Transaction], None]) -> None:
        """As a command beside the hall that serves."""
        store = SqliteStore(self.hall.data / FILE_NAME, HALL_ID)
        try:
            store.run(work)
        finally:
            store.close()

    def enrol(self, kiosk: SimKiosk) -> str:
        """A code, a comparison, and in; what went wrong."""
        code, at = code_of(os.urandom(5)), time.time_ns() // 1000
        self.run(lambda tx: new_code(tx, kiosk.name, code, at, "0404"))
        enrolment, fingerprint = kiosk.asks(code)

        def compare(tx: Transaction) -> None:
            one = tx.machine(kiosk.key_id)
            if one is None or one.comparing != fingerprint:
                raise AssertionError(kiosk.name)
            let_in(tx, one, at, "0404")

        self.run(compare)
        profile, _ = enrolment.wait(20)
        return "" if profile.kiosk == kiosk.name else f"{kiosk.name} was told that it is {profile.kiosk}"

    def beat(self) -> list[str]:
        """Each once; what went wrong."""
        began = time.monotonic()
        heard = self.pool.map(lambda one: (one.name, one.beat()), self.kiosks)
        found = [f"{name}: {why}" for name, why in heard if why]
        time.sleep(max(0.0, BEAT_S - (time.monotonic() - began)))
        return found

    def beats(self, seconds: float) -> Iterator[list[str]]:
        """For so long."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            yield self.beat()

    def book(self) -> list[tuple[FleetAct, FleetRecord]]:
        """What the book says of roll-outs."""
        reader = SqliteReader(self.hall.data / FILE_NAME, HALL_ID)
        found = [one.as_(FleetRecord) for one in reader.records(KIND, 0, 500)]
        reader.close()
        return [(one.act, one) for one in found]


def used(pid: int) -> tuple[float, float]:
    """Seconds of a processor, and megabytes at most, of a process."""
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return (int(stat[11]) + int(stat[12])) / _TICKS, int(peak[1]) / 1024 if peak else 0.0


def site_of(folder: Path, kiosks: int) -> Path:
    """The demo hall with so many kiosks, beating often, and closed today."""
    words = SITE_FILE.read_text(encoding="utf-8")
    today = datetime.now(ZoneInfo("Asia/Shanghai")).isoweekday()
    words = re.sub(r'days = "[^"]*"', f'days = "{(today + 2) % 7 + 1}"', words)
    words = words.replace("[defaults]", f"[defaults]\nheartbeat_s = {BEAT_S}", 1)
    words += "".join(f'\n[[kiosk]]\nid = "F{no:03}"\nname = "{no} 号取号机"\n' for no in range(1, kiosks + 1))
    path = folder / "fleet.toml"
    path.write_text(words, encoding="utf-8")
    return path


def main() -> int:
    """0 when the fleet was led as promised."""
    count, seed = int(os.environ.get("KIOSKS", "200")), int(os.environ.get("SEED", str(time.time_ns() % 10_000)))
    verdict, chance = Verdict("drill-fleet"), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        hall = Served(Path(folder) / "hall")
        hall.site_file = site_of(Path(folder), count)
        hall.start()
        try:
            drill(Fleet(hall, [f"F{no:03}" for no in range(1, count + 1)]), verdict, chance)
        finally:
            hall.stop()
    return verdict.finish()


def drill(fleet: Fleet, verdict: Verdict, chance: random.Random) -> None:
    """The parts in order."""
    began = time.monotonic()
    wrong = [why for kiosk in fleet.kiosks if (why := fleet.enrol(kiosk))]
    verdict.nothing("enrolled", "machines that were let in as somebody else", wrong)
    verdict.at_least("kiosks", "kiosks enrolled", len(fleet.kiosks), 50)
    verdict.figure("enrol_s", "for all enrolments", time.monotonic() - began, "s")
    beating(fleet, verdict)
    rolling_out(fleet, verdict, chance)
    shut_out(fleet, verdict, chance)
    for kiosk in fleet.kiosks:
        kiosk.close()


def beating(fleet: Fleet, verdict: Verdict) -> None:
    """What a quiet half minute costs the hall."""
    process = fleet.hall.process
    assert process is not None
    fleet.beat()
    for kiosk in fleet.kiosks:
        kiosk.took_ms.clear()
    before, began = used(process.pid)[0], time.monotonic()
    wrong = [why for found in fleet.beats(STEADY_S) for why in found]
    spent, peak = used(process.pid)[0] - before, used(process.pid)[1]
    took = sorted(ms for kiosk in fleet.kiosks for ms in kiosk.took_ms)
    verdict.nothing("heard", "heartbeats that were not heard", wrong)
    verdict.figure("beats", "signed heartbeats", len(took))
    verdict.figure("cpu", "of one processor, while they beat", spent / (time.monotonic() - began) * 100, "%")
    verdict.figure("cpu_beat", "processor for one heartbeat", spent / len(took) * 1000, "ms")
    verdict.at_most("memory", "memory of the hall at most", peak, 400, "MB")
    verdict.figure("p50", "a heartbeat, median", statistics.median(took), "ms")
    verdict.figure("p99", "a heartbeat, 99 of 100", took[int(len(took) * 0.99)], "ms")


def rolling_out(fleet: Fleet, verdict: Verdict, chance: random.Random) -> None:
    """One, then a tenth in which some are bad: the first of them ends it, and nobody else is ever told."""
    record = fleet_record("", FleetRecord(FleetAct.ROLLOUT_BEGUN, NEW), time.time_ns() // 1000, "0404")
    entries: list[Record] = []
    fleet.run(lambda tx: entries.append(tx.add_record(record)))
    tenth = members(Rollout(str(entries[0].n), NEW, 0, "", stage=1), [kiosk.name for kiosk in fleet.kiosks])
    names_bad = set(chance.sample(tenth[1:], BAD))
    bad = [kiosk for kiosk in fleet.kiosks if kiosk.name in names_bad]
    for kiosk in bad:
        kiosk.bad = True
    began, most = time.monotonic(), [0]
    stopped: FleetRecord | None = None
    for _ in fleet.beats(WITHIN_S):
        most.append(sum(kiosk.told == NEW for kiosk in fleet.kiosks))
        stopped = next((one for act, one in fleet.book() if act is FleetAct.ROLLOUT_STOPPED), None)
        if stopped:
            break
    fleet.beat()
    told = sum(kiosk.told == NEW for kiosk in fleet.kiosks)
    widened = [one.stage for act, one in fleet.book() if act is FleetAct.ROLLOUT_WIDENED]
    names = {kiosk.name for kiosk in bad if kiosk.failed}
    verdict.at_least("stopped", "roll-outs that bad kiosks stopped", int(stopped is not None), 1)
    reason = set(stopped.reason.split(",")) if stopped else set()
    nameless = [] if names & reason else sorted(names)  # those that came back later are nobody's reason any more
    verdict.nothing("named", "bad kiosks, when the book names none of them", nameless)
    verdict.nothing("blamed", "good kiosks that were blamed", sorted(reason - names))
    verdict.nothing("quiet", "kiosks that were still told of it afterwards", [f"{told}"] if told else [])
    steps = [1, -(-len(fleet.kiosks) // 10), len(fleet.kiosks)]
    allowed = steps[len(widened)]
    verdict.at_most("reached", "kiosks that had been told, of the stage where it stopped", max(most), allowed)
    verdict.at_most("stage", "stage where it stopped: 2, the tenth with the bad ones", len(widened) + 1, 2)
    verdict.figure("stop_s", "from its beginning to its stop", time.monotonic() - began, "s")
    strange = [one.name for one in fleet.kiosks if one.version not in {OLD, NEW} or (one.bad and one.version == NEW)]
    verdict.nothing("versions", "kiosks on a version that they should not have", strange)


def shut_out(fleet: Fleet, verdict: Verdict, chance: random.Random) -> None:
    """Revoked, copied, and everybody else goes on."""
    revoked, copied = chance.sample(fleet.kiosks, 2)

    def revoke(tx: Transaction) -> None:
        from hall_server.contract.enrolment import EnrolAct

        one = tx.machine(revoked.key_id)
        assert one is not None
        put_out(tx, one, time.time_ns() // 1000, "0404", EnrolAct.REVOKED)

    fleet.run(revoke)
    answers = {
        "revoked": (revoked.beat(), "not_authenticated"),
        "copy": (copied.copied().beat(), "lease_fenced"),
        "original": (copied.beat(), "lease_fenced"),
    }
    wrong = [f"{who}: {said or 'let in'}" for who, (said, due) in answers.items() if said != due]
    verdict.nothing("shut_out", "revoked or copied machines that were let in", wrong)
    fleet.kiosks = [one for one in fleet.kiosks if one not in {revoked, copied}]
    verdict.nothing("others", "others that were shut out with them", fleet.beat())


if __name__ == "__main__":
    sys.exit(main())
