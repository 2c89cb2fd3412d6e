"""Records that others wrote may be short of values, out of order, doubled, or dated by a clock that stands still."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

from hall_server.domain.forecast import Observation
from tests.bench.eval_waits import evaluate, rows
from tests.bench.news import with_news
from tests.bench.traces import bank, warsaw

ROOT = Path(__file__).parents[3]
HEAD = "office,group,service,date,ticket,arrival_s,call_s,q_at_arrival,open_counters,published_svc_min,wait_s\n"
BANK = "date,cls,priority,outcome,arrival,queue_exit,service_start,service_end,wait_s,service_s,server,src\n"


def line(office: str, day: str, n: int, ahead: object = 1, counters: object = 2) -> str:
    return f"{office},7,Z: x,{day},{n},{30_000 + 60 * n},{30_300 + 60 * n},{ahead},{counters},5,300\n"


def test_clocks_are_mended_and_what_is_useless_is_counted(tmp_path: Path) -> None:
    days = ["2020-12-30", "2020-12-31", "2020-01-02"]
    good = [line("A", day, n) for day in days for n in range(30)]
    still = [line("S", day, n) for day in ("2012-02-07", "2012-02-08") for n in range(3)]
    bad = [line("A", "2020-01-02", 99, ahead=""), line("A", "never", 1), "A,7,Z: x,2020-01-02,5,9,8,1,1,1,1\n", "A\n"]
    text = HEAD + "".join([*reversed(good), *still, *bad, good[0]]) + line("B", "2020-01-02", 1, counters="")
    (tmp_path / "warsaw_halls_later.csv.gz").write_bytes(gzip.compress(text.encode()))
    trace = warsaw(tmp_path)
    assert trace.days == ["2019-12-30", "2019-12-31", "2020-01-02"]
    assert {one.day for one in trace.halls["S"]} == {"2019-12-31", "2020-01-02"}
    assert trace.left_out == 5
    assert trace.halls["B"][0].counters is None
    told = evaluate(trace)
    assert len(told.waits) == 2 * 30 + 2 * 3 + 1
    assert {row.id for row in rows("warsaw", told)} >= {"warsaw-x", "warsaw-c"}


def test_news_is_as_old_as_the_count_of_people_says() -> None:
    def came(ahead: int, issued_s: float, called_s: float, queue: str = "A") -> Observation:
        return Observation("2020-01-02", queue, issued_s, called_s, ahead, 4)

    other = [came(0, 600, 900, "B"), came(0, 1200, 1200, "B")]
    line = [came(0, 600, 850), came(1, 650, 1200), came(1, 950, 1350), came(3, 1210, 1800), came(9, 1900, 1900)]
    told = [one for one in with_news([*line, *other], 300) if one.queue == "A"]
    # the fourth has three ahead: the look was before the first call, however late it is; news never gets older
    assert [one.news_s for one in told] == [300, 600, 900, 900, 900]


def test_only_who_had_to_queue_is_told_and_busy_agents_are_counted(tmp_path: Path) -> None:
    def call(at: str, left: str, outcome: str = "AGENT") -> str:
        came, gone, end = (f"1999-02-01 {moment}" for moment in (at, left, "12:00:00"))
        return f"1999-02-01,PS,0,{outcome},{came},{gone},{gone},{end},0,1,s,f\n"

    text = BANK + call("09:00:00", "09:00:00") + call("09:01:00", "09:03:00") + call("09:02:00", "09:04:00")
    text += call("09:02:30", "09:02:50", "HANG") + "1999-02-01,PS,0,AGENT,soon,later,,,,,,\n"
    (tmp_path / "anonymous_bank_x.csv").write_text(text, encoding="utf-8")
    found = bank(tmp_path).halls["bank"]
    assert [(one.ahead, one.counters, one.wait_s) for one in found] == [(0, 1, 120), (1, 1, 120)]


def test_without_records_it_says_so_and_leaves_with_2(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.eval_waits"],
        cwd=ROOT, env={"DATA": str(tmp_path)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert answer.returncode == 2
    assert "DATA=<folder>" in answer.stderr
