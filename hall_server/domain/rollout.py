"""A new version for all kiosks: one, then a tenth, then all; one bad kiosk stops it. Pure."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

STAGES = 3


class RolloutState(StrEnum):
    """How it stands."""

    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


class Rollout(msgspec.Struct, frozen=True):
    """One roll-out; `stage` 0 one kiosk, 1 a tenth, 2 all. Times are UTC microseconds."""

    id: str
    version: str
    began_at: int
    by: str
    stage: int = 0
    stage_at: int = 0
    state: RolloutState = RolloutState.RUNNING
    reason: str = ""


class Seen(NamedTuple):
    """What is known of a kiosk. `told_at`: when it was first told of the new version, None = not yet."""

    version: str
    failed: str
    beat_at: int
    told_at: int | None


class Next(NamedTuple):
    """What to do: nothing, widen, finish, or stop with the kiosks that are bad."""

    widen: bool = False
    done: bool = False
    bad: tuple[str, ...] = ()


def members(rollout: Rollout, kiosks: Collection[str]) -> tuple[str, ...]:
    """Whose turn it is in the present stage: another order for each roll-out, the same for everybody who asks."""
    ordered = sorted(kiosks, key=lambda kiosk: hashlib.sha256(f"{rollout.id} {kiosk}".encode()).digest())
    return tuple(ordered[: (1, ceil(len(ordered) / 10), len(ordered))[rollout.stage]])


def judge(rollout: Rollout, seen: Mapping[str, Seen], at: int, *, soak_us: int, silent_us: int) -> Next:
    """How it goes on. A kiosk is bad that came back from the version, or fell silent after it was told of it."""
    turn = members(rollout, seen)
    told = {kiosk: seen[kiosk] for kiosk in turn if seen[kiosk].told_at is not None}
    bad = tuple(kiosk for kiosk, one in sorted(told.items()) if _bad(rollout, one, at, silent_us))
    if bad:
        return Next(bad=bad)
    there = [one for one in (seen[kiosk] for kiosk in turn) if one.told_at is not None or at - one.beat_at < silent_us]
    ready = bool(there) and all(one.version == rollout.version for one in there)
    if not ready or at - max(rollout.stage_at, *(one.told_at or 0 for one in there)) < soak_us:
        return Next()
    last = rollout.stage == STAGES - 1 or len(turn) == len(seen)
    return Next(done=True) if last else Next(widen=True)


def _bad(rollout: Rollout, one: Seen, at: int, silent_us: int) -> bool:
    return one.failed == rollout.version or at - max(one.beat_at, one.told_at or 0) >= silent_us
