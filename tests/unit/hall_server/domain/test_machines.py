"""Who signs with a key: the same machine, a new boot of it, or two machines (definitions.md 5)."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.enrolment import CODE_LASTS_US, WAITS_AT_MOST_US, MachineState
from hall_server.domain.machines import BOOTS_KEPT, EnrolmentCode, Machine, Spoke, in_new_boot, who_speaks

FRESH = Machine("k1", "K1", b"p" * 32, b"b" * 32, "1f" * 32, "7KQ2", MachineState.WELL, 1)
OURS = "1f" * 8


def heard(*boots: str) -> Machine:
    machine = FRESH
    for second, boot in enumerate(boots):
        machine = in_new_boot(machine, boot, 100 + second)
    return machine


@pytest.mark.parametrize(
    ("machine", "hardware", "boot", "time", "expected"),
    [
        (FRESH, OURS, "a", 100, Spoke.NEW_BOOT),
        (heard("a"), OURS, "a", 100, Spoke.SAME),
        (heard("a"), OURS, "b", 101, Spoke.NEW_BOOT),
        (heard("a", "b"), OURS, "b", 200, Spoke.SAME),
        (heard("a", "b"), OURS, "a", 102, Spoke.CROSSING),
        (heard("a", "b"), OURS, "a", 101, Spoke.SAME),  # signed before the newer boot, and late
        (FRESH, "2e" * 8, "a", 100, Spoke.OTHER_HARDWARE),
        (heard("a"), "2e" * 8, "a", 100, Spoke.OTHER_HARDWARE),
    ],
)
def test_who_speaks(machine: Machine, hardware: str, boot: str, time: int, expected: Spoke) -> None:
    assert who_speaks(machine, hardware, boot, time) is expected


def test_only_so_many_boots_are_kept() -> None:
    assert heard(*(f"boot{number}" for number in range(40))).boots[:2] == ("boot39", "boot38")
    assert len(heard(*(f"boot{number}" for number in range(40))).boots) == BOOTS_KEPT


def test_a_code_is_good_for_ten_minutes_and_a_machine_waits_for_an_hour() -> None:
    code, waiting = EnrolmentCode(b"h", "K1", 5, ""), msgspec.structs.replace(FRESH, state=MachineState.WAITING)
    assert code.good_at(5 + CODE_LASTS_US - 1)
    assert not code.good_at(5 + CODE_LASTS_US)
    assert not code.good_at(4)
    assert waiting.waits_at(WAITS_AT_MOST_US)
    assert not waiting.waits_at(1 + WAITS_AT_MOST_US)
    assert not FRESH.waits_at(1)
