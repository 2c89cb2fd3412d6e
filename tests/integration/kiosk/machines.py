"""Machines for tests: a boot, a fingerprint and two clocks that stand still until they are told to move."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from kiosk.local_store.machine import Machine

T0 = 1_792_000_000_000_000  # UTC microseconds, some day in October 2026
SECOND = 1_000_000
FIRST = ((T0 // SECOND + 8 * 3600 - 4 * 3600) % 86_400) // 5 + 1  # emergency number of a process that begins at T0


@dataclass
class Times:
    boottime_us: int = 1000 * SECOND
    wall_us: int = T0


@dataclass(frozen=True)
class Bench:
    """Hands out `Machine` values that share clocks."""

    boot: str = "11111111-1111-4111-8111-111111111111"
    fingerprint: str = "a" * 64
    times: Times = field(default_factory=Times)

    def machine(self) -> Machine:
        return Machine(self.boot, self.fingerprint, lambda: self.times.boottime_us, lambda: self.times.wall_us)

    def passes(self, seconds: float) -> None:
        """Time goes by."""
        self.times.boottime_us += int(seconds * SECOND)
        self.times.wall_us += int(seconds * SECOND)

    def rebooted(self, boot: str = "22222222-2222-4222-8222-222222222222") -> Self:
        """The same machine after a start: the same clock on the wall, another boot that has just begun."""
        return replace(self, boot=boot, times=Times(5 * SECOND, self.times.wall_us))
