"""Numbers that the hall lends: who speaks, which block, whose letter."""

from __future__ import annotations

import pytest

from hall_server.contract.offline import BLOCK
from hall_server.domain.lease import (
    KioskIdentity,
    Meeting,
    day_ends,
    emergency_letter,
    grant,
    meet,
)
from hall_server.domain.numbering import ALPHABET, EMERGENCY, SERIES, NumberRow, letters_of, take_number
from hall_server.domain.site import HALL_ZONE
from hall_server.domain.ticket import SECOND
from tests.unit.hall_server.halls import NOON

KNOWN = KioskIdentity("K1", "f" * 64, 3, "boot-3", "N", 10, NOON)


@pytest.mark.parametrize(
    ("fingerprint", "boot_id", "epoch", "earlier", "who"),
    [
        ("f" * 64, "boot-3", 3, False, Meeting.SAME_BOOT),
        ("f" * 64, "boot-3", 0, False, Meeting.SAME_BOOT),
        ("f" * 64, "boot-3", 1, True, Meeting.SAME_BOOT),  # its boot is the present one, whatever it remembers
        ("f" * 64, "boot-4", 0, False, Meeting.NEW_BOOT),
        ("f" * 64, "boot-4", 3, False, Meeting.NEW_BOOT),
        ("f" * 64, "boot-4", 9, False, Meeting.NEW_BOOT),  # the hall forgot some
        ("f" * 64, "boot-2", 2, False, Meeting.OLD_BOOT),
        ("f" * 64, "boot-2", 0, True, Meeting.OLD_BOOT),
        ("e" * 64, "boot-3", 3, False, Meeting.OTHER_HARDWARE),
    ],
)
def test_who_speaks_is_told_by_hardware_then_boot_then_epoch(
    fingerprint: str, boot_id: str, epoch: int, *, earlier: bool, who: Meeting
) -> None:
    assert meet(KNOWN, fingerprint, boot_id, epoch=epoch, earlier_boot=earlier) is who


def test_a_name_that_was_never_heard_is_a_stranger() -> None:
    assert meet(None, "f" * 64, "boot-1") is Meeting.STRANGER


def test_blocks_and_online_numbers_never_meet() -> None:
    row, leased, online = NumberRow(1, 5), [], []
    for step in range(40):
        if step % 7 == 0:
            first, last, row = grant(row)
            leased += range(first, last + 1)
        else:
            number, row = take_number(row, 5)
            online.append(number)
    assert len(set(leased) | set(online)) == len(leased) + len(online)
    assert len(leased) == 6 * BLOCK
    assert online == sorted(online)


def test_a_block_ends_with_its_business_day() -> None:
    assert day_ends("2026-01-02", HALL_ZONE, 240) == NOON + 16 * 3600 * SECOND


def test_the_letters_of_lives_and_of_kiosks_never_meet() -> None:
    assert set(SERIES) | set(EMERGENCY) | {"A"} == set(ALPHABET)
    assert not set(SERIES) & set(EMERGENCY)
    lives = {letters_of(f"life {count}") for count in range(200)}
    kiosks: set[str] = set()
    for number in range(160):
        kiosks.add(emergency_letter(f"K{number}", kiosks))
    assert len(kiosks) == 160
    assert not lives & kiosks


def test_when_all_letters_are_taken_there_is_none() -> None:
    taken: set[str] = set()
    while letter := emergency_letter("K1", taken):
        taken.add(letter)
    assert len(taken) == len(EMERGENCY) * (1 + len(ALPHABET))


def test_a_hall_that_forgot_a_kiosk_finds_the_same_letter_again() -> None:
    assert emergency_letter("K1", set()) == emergency_letter("K1", set())
    assert emergency_letter("K1", set(), had="W") == "W"
    assert emergency_letter("K1", {"W"}, had="W") != "W"
    assert emergency_letter("K1", set(), had="C") in set(EMERGENCY)  # no letter for kiosks
