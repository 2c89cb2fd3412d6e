"""What the drill finds in a kiosk's store: everything that was told and is not there, and nothing in a whole one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drills.power.kiosk_findings import Kept, KioskTold, kiosk_findings

WHOLE = Kept(
    damage=[],
    journal=[("one", "A1", "printed", "paper"), ("two", "HK001", "printed", "paper"), ("three", "", "asked", "")],
    outbox=[(1, "two", True)],
    highest=1,
)


def told() -> KioskTold:
    told = KioskTold()
    for one in (
        ("reserved", "one", "A1"),
        ("printed", "one"),
        ("answered", "one", False),
        ("reserved", "two", "HK001"),
        ("printed", "two"),
        ("answered", "two", True),
        ("acknowledged", 1),
        ("ready",),
    ):
        told.hear(one)
    return told


def test_a_whole_store_has_no_finding() -> None:
    assert kiosk_findings(WHOLE, told()) == []


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (replace(WHOLE, damage=["row 1 missing from index"]), "the file is damaged: row 1 missing from index"),
        (replace(WHOLE, journal=WHOLE.journal[1:]), "A1 was reserved, the store has nothing for one"),
        (
            replace(WHOLE, journal=[("one", "A1", "reserved", "paper"), *WHOLE.journal[1:]]),
            "A1 was printed, the store says reserved",
        ),
        (
            replace(WHOLE, journal=[("one", "A1", "printed", ""), *WHOLE.journal[1:]]),
            "A1 was answered, the store has no",
        ),
        (replace(WHOLE, journal=[*WHOLE.journal, ("four", "HK001", "reserved", "")]), "number HK001 was given 2 times"),
        (replace(WHOLE, outbox=[], highest=0), "HK001 was answered, the hall will never hear of it"),
        (replace(WHOLE, outbox=[(2, "two", True)], highest=2), "the outbox is not contiguous: 1 rows, highest 2"),
        (replace(WHOLE, highest=0), "the outbox is not contiguous: 1 rows, highest 0"),
        (replace(WHOLE, outbox=[(1, "two", False)]), "rows up to 1 were acknowledged, 1 is not"),
    ],
)
def test_what_is_not_as_it_was_told_is_found(kept: Kept, words: str) -> None:
    assert any(one.startswith(words) for one in kiosk_findings(kept, told()))


def test_a_lost_number_that_another_ticket_has_now_was_given_twice() -> None:
    kept = replace(WHOLE, journal=[WHOLE.journal[0], ("four", "HK001", "reserved", "")])
    assert "number HK001 was given 2 times" in kiosk_findings(kept, told())
