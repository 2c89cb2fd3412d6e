"""机群 by hand: a clock that is moved, kiosks that beat, and a roll-out that widens or stops (CL-E14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from hall_server.contract.enrolment import MachineState
from hall_server.contract.fleet import KIND, FleetRecord, Heartbeat, Orders
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.fleet import Condition
from hall_server.domain.machines import Machine
from hall_server.domain.rollout import RolloutState
from hall_server.flows.caller import Caller
from tests.integration.hall_server.made import MadeHall
from tests.unit.hall_server.halls import NOON, SITE, HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOOT = "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90"
EVENING_S = 9 * 3_600  # after noon: the hall is closed
NAMES = [f"K{number:02}" for number in range(1, 31)]


class Fleet:
    """Thirty kiosks that obey, but those that are bad."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(NOON)
        self.folder, self.made = folder, MadeHall(folder, self.clock, SITE)
        self.desk = self.made.hall.fleet
        self.versions = dict.fromkeys(NAMES, "6.2")
        self.bad: set[str] = set()
        self.silent: set[str] = set()

    def again(self) -> None:
        """The hall is served anew."""
        self.made.close()
        self.made = MadeHall(self.folder, self.clock, SITE)
        self.desk = self.made.hall.fleet

    def round(self, seconds: float = 30) -> set[str]:
        """Everybody beats; who is told of a version."""
        told = set()
        for name in NAMES:
            if name in self.silent:
                continue
            failed = "6.3" if name in self.bad and self.versions[name] == "6.2!" else None
            beat = Heartbeat(
                self.versions[name].rstrip("!"), "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90", update_failed=failed
            )
            answer = self.desk.beat(Caller(ActorKind.KIOSK, name), name, beat)
            version = msgspec.json.decode(answer.orders, type=Orders).version
            if version:
                told.add(name)
                self.versions[name] = "6.2!" if name in self.bad else version
        self.clock.forward(seconds)
        self.made.tick()
        return told

    def until(self, stage: int) -> None:
        """Beat until the roll-out is there."""
        for _ in range(100):
            self.round()
            if self.desk.rollout and self.desk.rollout.stage == stage:
                return
        raise AssertionError(self.desk.rollout)


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    made = Fleet(tmp_path)
    yield made
    made.made.close()


def test_a_roll_out_waits_for_the_evening_and_goes_one_a_tenth_all(fleet: Fleet) -> None:
    fleet.round()
    fleet.desk.roll_out("6.3", "0404").result()
    assert fleet.round() == set()
    fleet.clock.forward(EVENING_S)
    assert len(fleet.round()) == 1
    fleet.until(1)
    assert len(fleet.round()) == 3
    fleet.until(2)
    fleet.round()
    assert set(fleet.versions.values()) == {"6.3"}
    for _ in range(25):
        fleet.round()
    assert fleet.desk.rollout is not None
    assert fleet.desk.rollout.state is RolloutState.DONE


def test_one_that_comes_back_stops_it_and_nobody_else_is_told_also_after_a_restart(fleet: Fleet) -> None:
    fleet.clock.forward(EVENING_S)
    fleet.round()
    fleet.desk.roll_out("6.3", "0404").result()
    fleet.until(1)
    fleet.bad = {name for name in fleet.desk.turn() if fleet.versions[name] == "6.2"}
    fleet.round()
    fleet.round()
    assert fleet.desk.rollout is not None
    assert fleet.desk.rollout.state is RolloutState.STOPPED
    assert set(fleet.desk.rollout.reason.split(",")) == fleet.bad
    assert fleet.round() == set()
    fleet.again()
    fleet.made.tick()
    assert fleet.round() == set()
    assert list(fleet.versions.values()).count("6.3") == 1


def test_who_falls_silent_is_away_after_three_beats_and_stops_a_roll_out_after_ten(fleet: Fleet) -> None:
    fleet.clock.forward(EVENING_S)
    fleet.round()
    fleet.desk.roll_out("6.3", "0404").result()
    (first,) = fleet.round()
    fleet.silent = {first}
    for _ in range(3):
        fleet.round()
    (away,) = [one for one in fleet.desk.kiosks() if one.condition is Condition.AWAY]
    assert away.kiosk == first
    for _ in range(8):
        fleet.round()
    assert fleet.desk.rollout is not None
    assert (fleet.desk.rollout.state, fleet.desk.rollout.reason) == (RolloutState.STOPPED, first)


def alerts(fleet: Fleet) -> list[tuple[str, str]]:
    """Those that stand."""
    return [(one.kiosk, one.kind.value) for one in fleet.desk.alerts.standing()]


def test_cl_e14_alerts_open_once_outlive_a_restart_and_close_by_themselves(fleet: Fleet) -> None:
    told: list[tuple[str, bool]] = []
    fleet.desk.alerts.tell = lambda one: told.append((one.kind.value, not one.closed_at))
    fleet.round()
    fleet.silent = {"K07"}
    for _ in range(5):
        fleet.round()
    assert alerts(fleet) == [("K07", "silent")]
    assert told == [("silent", True)]
    fleet.again()
    fleet.made.tick()
    assert alerts(fleet) == [("K07", "silent")]
    fleet.silent = set()
    fleet.round()
    assert alerts(fleet) == []
    acts = [one.as_(FleetRecord).act.value for one in fleet.made.reader.records(KIND, 0, 100)]
    assert acts == ["alert_opened", "alert_closed"]


def test_a_counter_s_machine_is_never_missed_and_a_copied_one_is_told(fleet: Fleet) -> None:
    """It tells no heartbeat."""
    desk = Machine("k9", "counter:3", b"p" * 32, b"b" * 32, "1f" * 32, "7KQ2", MachineState.WELL, NOON)
    fleet.made.commits.submit(lambda tx: tx.put_machine(desk))
    for _ in range(5):
        fleet.round()
    assert alerts(fleet) == []
    copied = msgspec.structs.replace(desk, state=MachineState.CLONED)
    fleet.made.commits.submit(lambda tx: tx.put_machine(copied))
    fleet.round()
    assert alerts(fleet) == [("counter:3", "copied")]
    fleet.made.commits.submit(lambda tx: tx.put_machine(desk))
    for _ in range(4):
        fleet.round()
    assert alerts(fleet) == []


def test_a_kiosk_that_is_silent_after_the_doors_closed_wakes_nobody(fleet: Fleet) -> None:
    fleet.clock.forward(EVENING_S)
    fleet.round()
    fleet.silent = set(NAMES)
    for _ in range(5):
        fleet.round()
    assert alerts(fleet) == []


def test_timelines_are_kept_each_minute_and_forgotten_after_three_days(fleet: Fleet) -> None:
    for _ in range(4):
        fleet.round()
    kept = fleet.made.reader.health_slots(0)
    assert {slot.kiosk for slot in kept} == set(NAMES)
    fleet.again()
    fleet.round()
    assert len(fleet.desk.kiosks()[0].slots) >= 1
    fleet.clock.forward(4 * 86_400)
    for _ in range(4):
        fleet.round()
    oldest = min(slot.at for slot in fleet.made.reader.health_slots(0))
    assert oldest > fleet.clock.at - 4 * 86_400 * 1_000_000
