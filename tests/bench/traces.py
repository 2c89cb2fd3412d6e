"""Real waiting-line records as the hall's own observations: files that others wrote, clocks mended, rows judged.

A row that lacks what a wait needs is left out and counted. Offices whose clock stands in another year, and the days
that a week-year fault moved, get the days that the other offices saw (see the README beside the files).
"""

from __future__ import annotations

import csv
import gzip
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from io import StringIO
from statistics import mean
from typing import TYPE_CHECKING

from hall_server.domain.forecast import Observation
from tests.bench.news import with_news

if TYPE_CHECKING:
    from pathlib import Path

WRONG_YEAR = {"2020-12-30": "2019-12-30", "2020-12-31": "2019-12-31"}
FAR_DAYS = 300


@dataclass
class Trace:
    """Halls of one source; `service_s` = what a hall would publish as its service time, per observation."""

    name: str
    lag_s: float  # how old the freshest news is that anybody could have had
    halls: dict[str, list[Observation]] = field(default_factory=dict)
    service_s: dict[Observation, float] = field(default_factory=dict)
    left_out: int = 0

    @property
    def days(self) -> list[str]:
        return sorted({one.day for line in self.halls.values() for one in line})


def warsaw(folder: Path) -> Trace:
    """Municipal offices, five-minute snapshots: every office is a hall."""
    trace = Trace("warsaw", lag_s=300)
    seen: set[tuple[str, ...]] = set()
    halls: dict[str, list[tuple[Observation, float]]] = defaultdict(list)
    for row in _rows(folder, "warsaw_halls"):
        key = tuple(row.get(name) or "" for name in ("office", "group", "service", "date", "ticket", "arrival_s"))
        found = None if key in seen else _ticket(row)
        seen.add(key)
        if found is None:
            trace.left_out += 1
        else:
            halls[row["office"]].append((found, _number(row.get("published_svc_min")) or 0.0))
    normal = sorted({one.day for line in halls.values() for one, _ in line if not _far(one.day, halls)})
    for office, line in sorted(halls.items()):
        own = sorted({one.day for one, _ in line})
        names = dict(zip(own, normal[-len(own) :], strict=False)) if all(_far(day, halls) for day in own) else {}
        mended = [(_moved(one, names.get(one.day, one.day)), published_min * 60) for one, published_min in line]
        published = {_who(one): service_s for one, service_s in mended}
        trace.halls[office] = with_news([one for one, _ in mended], trace.lag_s)
        trace.service_s |= {one: published[_who(one)] for one in trace.halls[office]}
    return trace


def bank(folder: Path) -> Trace:
    """A bank's call centre: people who had to queue, by class; the agents busy when they came are the open counters."""
    trace = Trace("bank", lag_s=0)
    calls = [call for row in _rows(folder, "anonymous_bank") if (call := _call(row))]
    days: dict[str, list[dict]] = defaultdict(list)
    for call in calls:
        days[call["day"]].append(call)
    worked = [0.0]
    for day, came in sorted(days.items()):
        service_s = mean(worked)  # of earlier days only
        starts, ends = sorted(c["start"] for c in came if c["served"]), sorted(c["end"] for c in came if c["served"])
        lines = _lines(came)
        for call in came:
            at = call["at"]
            arrived, left = lines[call["cls"]]
            if call["served"] and call["exit"] > at:
                busy = bisect_right(starts, at) - bisect_right(ends, at)
                ahead = bisect_left(arrived, at) - bisect_right(left, at)
                one = Observation(day, call["cls"], at, call["exit"], max(0, ahead), _weekday(day), max(1, busy))
                trace.halls.setdefault("bank", []).append(one)
                trace.service_s[one] = service_s
        worked = [call["end"] - call["start"] for call in came if call["served"]] or worked
    return trace


def _lines(came: list[dict]) -> dict[str, tuple[list[float], list[float]]]:
    """Per class: when people joined the line, and when they left it, called or not."""
    found: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for call in came:
        if call["exit"] > call["at"]:
            found[call["cls"]][0].append(call["at"])
            found[call["cls"]][1].append(call["exit"])
    return defaultdict(lambda: ([], []), {cls: (sorted(a), sorted(b)) for cls, (a, b) in found.items()})


def _rows(folder: Path, stem: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted(folder.glob(f"{stem}*.csv*")):
        body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        rows.extend(csv.DictReader(StringIO(body.decode("utf-8-sig"))))
    return rows


def _ticket(row: dict[str, str]) -> Observation | None:
    issued, called, ahead = (_number(row.get(name)) for name in ("arrival_s", "call_s", "q_at_arrival"))
    day = WRONG_YEAR.get(row.get("date") or "", row.get("date") or "")
    if issued is None or called is None or ahead is None or called < issued or not _weekday(day):
        return None
    queue = f"{row.get('group')} {row.get('service')}"
    counters = _number(row.get("open_counters"))
    return Observation(day, queue, issued, called, int(ahead), _weekday(day), counters or None)


def _call(row: dict[str, str]) -> dict | None:
    try:
        at, left = (datetime.fromisoformat(row[name]) for name in ("arrival", "queue_exit"))
        served = row.get("outcome") == "AGENT"
        start, end = (
            (datetime.fromisoformat(row[name]) for name in ("service_start", "service_end")) if served else (at, at)
        )
    except (KeyError, ValueError):
        return None
    midnight = datetime.combine(at.date(), datetime.min.time())
    moments = {"at": at, "exit": left, "start": start, "end": end}
    return {
        **{name: (moment - midnight).total_seconds() for name, moment in moments.items()},
        "day": row["date"],
        "cls": row["cls"],
        "served": served,
    }


def _moved(one: Observation, day: str) -> Observation:
    return Observation(day, one.queue, one.issued_s, one.called_s, one.ahead, _weekday(day), one.counters)


def _who(one: Observation) -> tuple[str, str, float, float, int]:
    return one.day, one.queue, one.issued_s, one.called_s, one.ahead


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number < 1e6 else None


def _weekday(day: str) -> int:
    try:
        return date.fromisoformat(day).isoweekday()
    except ValueError:
        return 0


def _far(day: str, halls: dict[str, list[tuple[Observation, float]]]) -> bool:
    """Whether a day lies so far from what the offices usually say that a clock must be wrong."""
    days = sorted(date.fromisoformat(line[0][0].day).toordinal() for line in halls.values())
    return abs(date.fromisoformat(day).toordinal() - days[len(days) // 2]) > FAR_DAYS
