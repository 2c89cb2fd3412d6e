"""Invariants 1 and 4 under load and kill -9: no number twice, nothing acknowledged lost, no gap without an event."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.children import ENDS_WITH_US
from tests.integration.hall_server.served import HALL_ID, ROOT, Machine, Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAKER = ROOT / "tests" / "integration" / "hall_server" / "taker.py"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    hall = Served(tmp_path / "data")
    yield hall
    hall.stop()
    assert hall.verify().endswith("whole")


def taker(served: Served, machine: Machine, count: int, items: str) -> subprocess.Popen[str]:
    authorization = str(machine.session.headers["Authorization"])
    words = [*ENDS_WITH_US, sys.executable, str(TAKER), served.address, HALL_ID, authorization, str(count), items]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def told_by(program: subprocess.Popen[str]) -> list[dict[str, Any]]:
    assert program.stdout is not None
    with program.stdout as lines:  # not communicate(): it would lose what readline() has buffered
        told = [json.loads(line) for line in lines]
    assert program.wait(timeout=20) == 0
    return told


def check_numbers(events: list[dict[str, Any]]) -> None:
    """Event numbers are gapless, labels are unique, and each queue's numbers run from 1 without a gap."""
    assert [event["n"] for event in events] == list(range(1, len(events) + 1))
    labels = [event["label"] for event in events if event["move"] == "take"]
    assert [label for label, times in Counter(labels).items() if times > 1] == []
    for letter in {label[0] for label in labels}:
        numbers = sorted(int(label[1:]) for label in labels if label[0] == letter)
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("commits", ["inline", "thread"])
def test_eight_kiosks_take_two_thousand_tickets_at_once(served: Served, commits: str) -> None:
    served.options = ("--commits", commits)
    served.start()
    machine = served.machine("kiosk", "K1")
    programs = [taker(served, machine, 250, "i01,i04,i22,i15") for _ in range(8)]
    told = [one for program in programs for one in told_by(program)]
    assert len(told) == 2000
    assert len({one["label"] for one in told}) == 2000
    events = machine.events()
    assert len(events) == 2000
    check_numbers(events)
    by_id = {event["ticket"]: event["label"] for event in events}
    assert all(by_id[one["id"]] == one["label"] for one in told)
    machine.close()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(served: Served) -> None:
    acknowledged: list[dict[str, Any]] = []
    served.start()
    credential = served.credential("kiosk", "K1")
    for wanted in (40, 90, 20):
        machine = Machine(served.address, credential)
        programs = [taker(served, machine, 100_000, "i01,i04,i22") for _ in range(3)]
        assert programs[0].stdout is not None
        early = [json.loads(programs[0].stdout.readline()) for _ in range(wanted)]  # in the middle of the rush
        served.kill()
        said = early + [one for program in programs for one in told_by(program)]
        acknowledged += [one for one in said if "lost" not in one]
        machine.close()
        served.start()
    machine = Machine(served.address, credential)
    machine.take()
    events = machine.events()
    check_numbers(events)
    by_id = {event["ticket"]: event["label"] for event in events}
    assert [one for one in acknowledged if by_id.get(one["id"]) != one["label"]] == []
    machine.close()


def test_a_kiosk_that_got_no_answer_asks_again_and_gets_the_same_number(served: Served) -> None:
    served.start()
    credential = served.credential("kiosk", "K1")
    machine, key = Machine(served.address, credential), str(uuid.uuid4())
    first = machine.post("tickets", {"item": "i01"}, key).json()
    machine.close()
    served.kill()
    served.start()
    machine = Machine(served.address, credential)
    assert machine.post("tickets", {"item": "i01"}, key).json() == first
    assert machine.confirm(first["id"])["state"] == "waiting"  # the restart fell between reserve and confirm
    assert machine.take()["label"] == "H002"
    machine.close()


def test_one_key_sent_many_times_at_once_makes_one_ticket(served: Served) -> None:
    served.start()
    machine, key = served.machine("kiosk", "K1"), str(uuid.uuid4())
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: machine.post("tickets", {"item": "i01"}, key), range(40)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} <= {"idempotency_key_in_flight"}
    assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
    assert len(machine.events()) == 1
    machine.close()


def test_twelve_counters_calling_at_once_call_nobody_twice(served: Served) -> None:
    served.start()
    kiosk, console = served.machine("kiosk", "K1"), served.machine("counter", "C")
    for number in range(30):
        kiosk.confirm(kiosk.take(("i15", "i04", "i22", "i01")[number % 4])["id"])
    for counter in range(1, 13):
        assert console.post(f"counters/{counter}/sign_in", {"clerk": f"10{counter:02}"}).status_code == 200

    def work_off(counter: int) -> list[str]:
        called = []
        while (answer := console.post(f"counters/{counter}/call_next")).status_code == 200:
            ticket = answer.json()
            called.append(ticket["label"])
            assert console.post(f"tickets/{ticket['id']}/serve").status_code == 200
            assert console.post(f"tickets/{ticket['id']}/complete").status_code == 200
        assert answer.json()["code"] == "nobody_waiting"
        return called

    with ThreadPoolExecutor(12) as pool:
        called = [label for labels in pool.map(work_off, range(1, 13)) for label in labels]
    assert len(called) == len(set(called)) == 30
    kiosk.close()
    console.close()
