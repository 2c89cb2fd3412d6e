"""What goes wrong during one slip, when, and for how long: drawn from the seed. Knows no printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from devices.receipt_printer.machine import Fault

if TYPE_CHECKING:
    from random import Random

ODDS_OF_PEACE = 0.25
ODDS_OF_TWO = 0.2
ODDS_AT_THE_END = 0.2  # of those that come with the paper: in its last rows, or in the feed behind them
LAST_ROWS = 6
SOON_S, LONG_S = 6.0, 15.0


class Cut(StrEnum):
    """What cuts the printer off."""

    CABLE = "cable"  # it goes on with what it holds
    POWER = "power"  # it forgets what it holds


Trouble = Fault | Cut
TROUBLES: tuple[Trouble, ...] = (*Fault, *Cut)
LEAST_S: dict[Trouble, float] = {Fault.PAPER_OUT: 5.0, Fault.COVER_OPEN: 1.0}  # a person's hands need so long
EXCUSES = frozenset({Fault.MUTE, *Cut})  # in these, and only in these, nobody can tell what became of a slip


@dataclass(frozen=True, slots=True)
class Incident:
    """`trouble` comes `after_rows` rows of paper, or `at_s` seconds from the start, and is over `for_s` later."""

    trouble: Trouble
    for_s: float
    at_s: float = 0.0
    after_rows: int = 0

    def __str__(self) -> str:
        when = f"after {self.after_rows} rows" if self.after_rows else f"at {self.at_s:.2f} s"
        return f"{self.trouble.value} {when} for {self.for_s:.2f} s"


def incidents(chance: Random, rows: int) -> list[Incident]:
    """What happens during a slip of so many rows."""
    if chance.random() < ODDS_OF_PEACE:
        return []
    return [_incident(chance, rows) for _ in range(2 if chance.random() < ODDS_OF_TWO else 1)]


def _incident(chance: Random, rows: int) -> Incident:
    trouble = chance.choice(TROUBLES)
    for_s = chance.uniform(LEAST_S.get(trouble, 0.05), SOON_S if chance.random() < 0.7 else LONG_S)
    if isinstance(trouble, Cut) or chance.random() < 0.5:
        return Incident(trouble, for_s, at_s=chance.choice((0.0, chance.uniform(0, 1), chance.uniform(0, SOON_S))))
    at_the_end = chance.random() < ODDS_AT_THE_END
    after = rows + chance.randint(-LAST_ROWS, LAST_ROWS) if at_the_end else chance.randint(1, rows)
    return Incident(trouble, for_s, after_rows=max(1, after))
