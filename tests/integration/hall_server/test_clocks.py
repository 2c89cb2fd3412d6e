"""A served hall whose machine's clock is wrong, is set while people wait, or goes over the end of a year.

libfaketime (Debian: faketime) lies to the server's process about the time; the file that says by how much is read anew
at each look. `Set` moves the wall's clock only, as somebody who sets it does; `Later` moves all clocks, as time does.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from hall_server.domain.numbering import letters_of
from hall_server.store.backup import restore
from hall_server.store.sqlite_store import FILE_NAME
from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import Machine, Served, kapok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ZONE = ZoneInfo("Asia/Shanghai")
LIFE = "00000000-0000-4000-8000-000000000002"
YEAR_S, PATIENCE_S = 365 * 86_400, 20
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


class Lied(Served):
    """A server that is lied to about the time."""

    def __init__(self, folder: Path, *, all_clocks: bool = False) -> None:
        assert LIBRARY is not None, "no libfaketime: apt-get install faketime"
        super().__init__(folder / "data")
        self._file = folder / "clock"
        self.off_s = 0.0
        monotonic = () if all_clocks else ("FAKETIME_DONT_FAKE_MONOTONIC=1",)
        told = (f"LD_PRELOAD={LIBRARY}", f"FAKETIME_TIMESTAMP_FILE={self._file}", "FAKETIME_NO_CACHE=1", *monotonic)
        self.before = (*ENDS_WITH_US, "env", *told)
        self.set(0)

    def set(self, off_s: float) -> None:
        """From now on the clock is this much ahead."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{off_s:+.3f}\n")
        fresh.replace(self._file)
        self.off_s = off_s

    def set_to(self, moment: str) -> None:
        """The same, to a time of the hall's clock: 2026-12-31 03:59:50."""
        self.set(datetime.fromisoformat(moment).replace(tzinfo=ZONE).timestamp() - time.time())

    def says(self, words: str) -> int:
        """How often the log has said this."""
        return sum(words in line for line in list(self.log))


@pytest.fixture
def lied(tmp_path: Path) -> Iterator[Lied]:
    """A machine whose clock somebody sets."""
    hall = Lied(tmp_path)
    yield hall
    hall.stop()
    assert hall.verify().endswith("whole")


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Lied]:
    """A machine on which much time passes at once."""
    hall = Lied(tmp_path, all_clocks=True)
    yield hall
    hall.stop()
    assert hall.verify().endswith("whole")


def until(true: Callable[[], object], what: str) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < ends, what
        time.sleep(0.05)


def served_day(hall: Lied) -> str:
    """The business day that the hall should be on."""
    return (datetime.now(UTC) + timedelta(seconds=hall.off_s) - timedelta(hours=4)).astimezone(ZONE).date().isoformat()


def arrives(kiosk: Machine, item: str = "i01") -> dict[str, Any]:
    return kiosk.confirm(kiosk.take(item)["id"])


def opened(hall: Lied, counter: int) -> Machine:
    console = hall.machine("counter", f"C{counter}")
    assert console.post(f"counters/{counter}/sign_in", {"clerk": f"10{counter:02}"}).status_code == 200
    return console


def finished(console: Machine, counter: int) -> str:
    """Call, serve, complete: the label that was called."""
    called = console.post(f"counters/{counter}/call_next")
    assert called.status_code == 200, called.text
    for move in ("serve", "complete"):
        assert console.post(f"tickets/{called.json()['id']}/{move}").status_code == 200
    return str(called.json()["label"])


@pytest.mark.parametrize("off_s", [-YEAR_S, YEAR_S])
def test_a_hall_on_a_machine_of_another_year_works_as_ever(lied: Lied, off_s: int) -> None:
    lied.set(off_s)
    lied.start()
    kiosk, console = lied.machine("kiosk", "K1"), opened(lied, 5)
    came = [arrives(kiosk) for _ in range(3)]
    assert {one["business_day"] for one in came} == {served_day(lied)}
    assert [one["label"] for one in came] == ["H001", "H002", "H003"]
    assert [one["ahead"] for one in came] == [0, 1, 2]
    assert [finished(console, 5) for _ in came] == ["H001", "H002", "H003"]
    kiosk.close()
    console.close()


def test_a_clock_that_is_set_while_people_wait_changes_nothing_for_them(lied: Lied) -> None:
    lied.start()
    kiosk, console = lied.machine("kiosk", "K1"), opened(lied, 5)
    began = time.monotonic()
    came = [arrives(kiosk) for _ in range(2)]
    day = came[0]["business_day"]
    for off_s in (90, -90, YEAR_S, -YEAR_S, 0):
        before = kiosk.get(f"tickets/{came[1]['id']}").json()
        told = lied.says("the clock was set by")
        lied.set(off_s)
        until(lambda told=told: lied.says("the clock was set by") > told, "the hall never looked at the clock")
        came.append(arrives(kiosk))
        after = kiosk.get(f"tickets/{came[1]['id']}").json()
        assert (after["state"], after["wait"], after["ahead"]) == ("waiting", before["wait"], before["ahead"])
        line = console.get("counters/5/queue").json()["tickets"]
        assert [one["label"] for one in line] == [one["label"] for one in came]
        assert max(one["waited_min"] for one in line) <= 1.1 * (time.monotonic() - began) / 60
    assert {one["business_day"] for one in came} == {day}
    called = console.post("counters/5/call_next").json()
    assert called["label"] == "H001"
    lied.set(YEAR_S)  # a lock is not opened by a clock
    assert console.post(f"tickets/{called['id']}/recall").json()["code"] == "recall_too_soon"
    assert console.post(f"tickets/{called['id']}/no_show").json()["code"] == "no_show_too_soon"
    for move in ("serve", "complete"):
        assert console.post(f"tickets/{called['id']}/{move}").status_code == 200
    assert [finished(console, 5) for _ in came[1:]] == [one["label"] for one in came[1:]]
    until(lambda: arrived_in(kiosk, lied), "a quiet hall follows its machine's clock")
    labels = [(one["label"], one["business_day"]) for one in (*came, arrives(kiosk))]
    assert len(set(labels)) == len(labels)
    kiosk.close()
    console.close()


def test_a_clock_set_back_while_the_server_is_down_gives_no_number_twice(lied: Lied) -> None:
    lied.start()
    kiosk = lied.machine("kiosk", "K1")
    came = [arrives(kiosk) for _ in range(2)]
    kiosk.close()
    assert lied.stop() == 0
    lied.set(-YEAR_S)
    lied.start()
    kiosk, console = lied.machine("kiosk", "K2"), opened(lied, 5)
    came.append(arrives(kiosk))
    assert [(one["label"], one["business_day"]) for one in came] == [
        (label, came[0]["business_day"]) for label in ("H001", "H002", "H003")
    ]
    assert came[2]["ahead"] == 2
    assert [finished(console, 5) for _ in came] == ["H001", "H002", "H003"]
    until(lambda: arrived_in(kiosk, lied), "a quiet hall follows its machine's clock")
    kiosk.close()
    console.close()


def test_a_clock_ahead_at_the_start_closes_the_days_before_its_first_number(lied: Lied) -> None:
    lied.start()
    kiosk = lied.machine("kiosk", "K1")
    came = arrives(kiosk)
    kiosk.close()
    assert lied.stop() == 0
    lied.set(YEAR_S)
    lied.start()
    kiosk = lied.machine("kiosk", "K2")
    later = arrives(kiosk)
    assert (later["label"], later["business_day"]) == ("H001", served_day(lied))
    left = kiosk.get(f"tickets/{came['id']}").json()
    assert (left["state"], left["end_reason"]) == ("expired", "day_over")
    moves = [(event["ticket"], event["move"]) for event in kiosk.events()]
    assert moves.index((came["id"], "cancel")) < moves.index((later["id"], "take"))
    kiosk.close()


def test_a_backup_restored_by_a_clock_behind_gives_no_forgotten_number_when_the_clock_is_right(
    lied: Lied, tmp_path: Path
) -> None:
    lied.start()
    kiosk = lied.machine("kiosk", "K1")
    arrives(kiosk)
    assert kapok("db", "backup", *lied.home, "--out", str(tmp_path / "today.zip")).returncode == 0
    arrives(kiosk)  # H002, which the backup does not know
    kiosk.close()
    folder = tmp_path / "again" / "data"
    yesteryear = int((time.time() - YEAR_S) * 1e6)
    restore(tmp_path / "today.zip", folder / FILE_NAME, folder / "pseudonym.key", LIFE, yesteryear)
    again, given = Lied(tmp_path / "again"), []
    for off_s in (-YEAR_S, 0):
        again.set(off_s)
        again.start()
        kiosk = again.machine("kiosk", "K2" if off_s else "K3")
        given.append(arrives(kiosk)["label"])
        kiosk.close()
        assert again.stop() == 0
    assert given == [f"H{letters_of(LIFE)}00{number}" for number in (1, 2)]
    assert again.verify().endswith("whole")


def test_the_year_ends_day_by_day_and_each_day_begins_at_001(later: Lied) -> None:
    later.set_to("2026-12-30 12:00:00")
    later.start()
    kiosk = later.machine("kiosk", "K1")
    given = [arrives(kiosk)]
    for night in ("2026-12-31", "2027-01-01", "2027-01-02"):
        later.set_to(f"{night} 03:58:00")
        late = arrives(kiosk)
        later.set_to(f"{night} 04:00:01")
        until(lambda night=night: kiosk.get("now").json()["business_day"] == night, f"{night} never began")
        given += [late, arrives(kiosk)]
        left = kiosk.get(f"tickets/{late['id']}").json()
        assert (left["state"], left["end_reason"]) == ("expired", "day_over")
    assert [(one["business_day"], one["label"]) for one in given] == [
        ("2026-12-30", "H001"),
        ("2026-12-30", "H002"),
        ("2026-12-31", "H001"),
        ("2026-12-31", "H002"),
        ("2027-01-01", "H001"),
        ("2027-01-01", "H002"),
        ("2027-01-02", "H001"),
    ]
    kiosk.close()


def test_a_saturday_that_is_worked_is_open_and_the_next_one_is_not(later: Lied) -> None:
    later.set_to("2026-10-10 10:00:00")  # 调休 for the National Day
    later.start()
    kiosk = later.machine("kiosk", "K1")
    worked = kiosk.get("now").json()
    assert (worked["business_day"], worked["opens"], worked["closes"]) == ("2026-10-10", "09:00", "17:30")
    assert {queue["intake"] for queue in worked["queues"]} == {"fine"}
    later.set_to("2026-10-17 10:00:00")
    until(lambda: kiosk.get("now").json()["business_day"] == "2026-10-17", "the week did not pass")
    free = kiosk.get("now").json()
    assert (free["opens"], free["closes"]) == ("", "")
    assert {queue["intake"] for queue in free["queues"]} == {"closed"}
    kiosk.close()


def arrived_in(kiosk: Machine, hall: Lied) -> bool:
    """Whether the hall's time is its machine's."""
    return abs(kiosk.get("now").json()["at"] / 1e6 - time.time() - hall.off_s) < 5
