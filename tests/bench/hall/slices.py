"""Slices in turns: every arm of a comparison works for a second, then the next, so that a busy minute slows all."""

from __future__ import annotations

import os
import statistics
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.bench.hall.floor import Slice

SLICES = int(os.environ.get("SLICES", "20"))
SLICE_S = 1.0

Round = dict[str, "Slice"]


def in_turns(title: str, arms: Mapping[str, Callable[[float], Slice]], slices: int = 0) -> list[Round]:
    """As many rounds as asked for (default: SLICES), each arm once in each, in turning order; a warm one before."""
    names = list(arms)
    rounds: list[Round] = []
    for at in range(-1, slices or SLICES):
        turn = at % len(names)
        one = {name: arms[name](SLICE_S) for name in names[turn:] + names[:turn]}
        if at >= 0:
            rounds.append(one)
        print(f"\r{title}: {at + 1}/{slices or SLICES} ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return rounds


def ratio(rounds: Sequence[Round], of: Callable[[Round], float], to: Callable[[Round], float]) -> float:
    """The median over the rounds of one figure divided by another of the same round."""
    return statistics.median(of(one) / to(one) for one in rounds if to(one))


def middle(rounds: Sequence[Round], of: Callable[[Round], float]) -> float:
    """The median of a figure over the rounds."""
    return statistics.median(of(one) for one in rounds)
