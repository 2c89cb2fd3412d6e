"""How a kiosk is, told from heartbeats; and when its paper ends (CL-E14, CL-C14)."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.contract.fleet import BoxHealth, Heartbeat, Trouble
from hall_server.domain.fleet import HOUR_US, SLOT_US, Condition, Slot, into, paper_end, slot_at, troubles_of, worse

BOOT = "5e0c1a3b-7d44-4f0e-9a61-2c1f0b8d7e90"
WELL = Heartbeat("6.2", BOOT, (BoxHealth("id_card", ready=True),), 390, 20_000)
NOW = 100 * HOUR_US


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"update_failed": "6.3"}, Trouble.UPDATE_FAILED),
        ({"paper_left": 0}, Trouble.PAPER_OUT),
        ({"boxes": (BoxHealth("id_card", ready=False, reason="cable"),)}, Trouble.BOX_FAULT),
        ({"disk_free_mb": 499}, Trouble.DISK_LOW),
        ({"paper_left": 49}, Trouble.PAPER_LOW),
        ({"clock_off_s": -61}, Trouble.CLOCK_OFF),
        ({"outbox_pending": 51}, Trouble.OUTBOX_WAITS),
        ({"paused": True}, Trouble.PAUSED),
    ],
)
def test_each_trouble_is_told(change: dict[str, object], trouble: Trouble) -> None:
    assert troubles_of(WELL) == ()
    assert troubles_of(msgspec.structs.replace(WELL, **change)) == (trouble,)


def test_the_gravest_comes_first_and_the_worst_of_five_minutes_stands() -> None:
    both = msgspec.structs.replace(WELL, paused=True, paper_left=0)
    assert troubles_of(both) == (Trouble.PAPER_OUT, Trouble.PAUSED)
    assert worse(Condition.WELL, Condition.WATCH) is Condition.WATCH
    first = Slot("K1", slot_at(NOW), Condition.AWAY, 40, "6.2")
    grown = into(into([], first), msgspec.structs.replace(first, condition=Condition.WELL, paper=39))
    assert grown == [msgspec.structs.replace(first, paper=39)]
    assert len(into(grown, Slot("K1", first.at + SLOT_US, Condition.WELL))) == 2


def timeline(*papers: int | None) -> list[Slot]:
    """A slot every half hour until now."""
    first = NOW - len(papers) * HOUR_US // 2
    return [Slot("K1", first + no * HOUR_US // 2, Condition.WELL, paper) for no, paper in enumerate(papers)]


def test_paper_ends_in_a_band_around_the_pace_of_the_last_hours() -> None:
    end = paper_end(timeline(100, 90, 80, 70), 60, NOW)  # 20 an hour: three hours are left
    assert end is not None
    assert NOW + 2 * HOUR_US < end.early < NOW + 3 * HOUR_US < end.late < NOW + 4 * HOUR_US


def test_a_new_roll_begins_the_count_anew() -> None:
    end, as_before = paper_end(timeline(20, 10, 400, 390), 380, NOW), paper_end(timeline(400, 390), 380, NOW)
    assert end == as_before is not None


@pytest.mark.parametrize(("papers", "left"), [((), 60), ((61,), 60), ((None, None), 60), ((100, 90), None)])
def test_nobody_guesses_from_nothing(papers: tuple[int | None, ...], left: int | None) -> None:
    assert paper_end(timeline(*papers), left, NOW) is None
