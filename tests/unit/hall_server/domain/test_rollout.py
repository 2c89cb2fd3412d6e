"""One kiosk, a tenth, all: what lets a roll-out widen, and what stops it."""

from __future__ import annotations

import msgspec
import pytest

from hall_server.domain.rollout import Next, Rollout, Seen, judge, members

SOAK, SILENT = 600, 300
AT = 10_000
NEW = Rollout("7", "6.3", 0, "0404")
KIOSKS = [f"K{number}" for number in range(1, 26)]


def seen(version: str = "6.2", failed: str = "", beat_at: int = AT, told_at: int | None = None) -> Seen:
    return Seen(version, failed, beat_at, told_at)


def told(rollout: Rollout, one: Seen, **others: Seen) -> dict[str, Seen]:
    """All whose turn it is alike, the rest untouched."""
    turn = members(rollout, KIOSKS)
    return {kiosk: others.get(kiosk, one if kiosk in turn else seen()) for kiosk in KIOSKS}


def verdict(rollout: Rollout, all_seen: dict[str, Seen]) -> Next:
    return judge(rollout, all_seen, AT, soak_us=SOAK, silent_us=SILENT)


def test_a_tenth_is_rounded_up_holds_the_first_and_is_another_tenth_each_time() -> None:
    stages = [members(msgspec.structs.replace(NEW, stage=stage), KIOSKS) for stage in range(3)]
    assert [len(stage) for stage in stages] == [1, 3, 25]
    assert stages[1][0] == stages[0][0]
    first = {members(Rollout(str(number), "6.3", 0, ""), KIOSKS)[0] for number in range(40)}
    assert len(first) > 5


def test_it_widens_when_all_of_a_stage_have_been_well_for_a_while() -> None:
    assert verdict(NEW, told(NEW, seen("6.3", told_at=AT - SOAK))) == Next(widen=True)
    assert verdict(NEW, told(NEW, seen("6.3", told_at=AT - SOAK + 1))) == Next()
    assert verdict(NEW, told(NEW, seen("6.2", told_at=AT - SILENT + 1))) == Next()


def test_it_is_done_when_all_of_all_have_it() -> None:
    last = msgspec.structs.replace(NEW, stage=2)
    assert verdict(last, told(last, seen("6.3", told_at=AT - SOAK))) == Next(done=True)


CAME_BACK, SILENT_SINCE = seen(failed="6.3", told_at=AT - 9), seen(beat_at=AT - SILENT, told_at=1)


@pytest.mark.parametrize("bad", [CAME_BACK, SILENT_SINCE])
def test_one_that_came_back_or_fell_silent_stops_it(bad: Seen) -> None:
    tenth = msgspec.structs.replace(NEW, stage=1)
    one = members(tenth, KIOSKS)[2]
    assert verdict(tenth, told(tenth, seen("6.3", told_at=1), **{one: bad})) == Next(bad=(one,))


def test_one_that_failed_an_older_version_or_was_away_before_its_turn_stops_nothing() -> None:
    tenth = msgspec.structs.replace(NEW, stage=1)
    one, other = members(tenth, KIOSKS)[:2]
    others = {one: seen("6.3", failed="6.1", told_at=1), other: seen("6.2", beat_at=1)}
    assert verdict(tenth, told(tenth, seen("6.3", told_at=1), **others)) == Next(widen=True)
