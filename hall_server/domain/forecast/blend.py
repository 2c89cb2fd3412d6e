"""Median regression: the non-negative weights with which several opinions come nearest to what happened.

Least absolute error by iteratively reweighted least squares (Schlossmacher 1973), the non-negative solution of each
step by coordinate descent, drawn to given weights as if `PRIOR_ROWS` records spoke for them. Plain lists of floats.
"""

from __future__ import annotations

from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 12
SWEEPS = 60
PRIOR_ROWS = 300
_NEAR_S = 30.0  # errors below this count as this: the rows that fit perfectly must not decide alone


def blend(columns: Sequence[Sequence[float]], actual: Sequence[float], prior: Sequence[float]) -> tuple[float, ...]:
    """Weights for opinions; `columns` hold one opinion each, row by row beside `actual` (seconds)."""
    weights = list(prior)
    if not actual:
        return tuple(weights)
    for _ in range(ROUNDS):
        errors = _errors(columns, actual, weights)
        trust = [1.0 / max(abs(error), _NEAR_S) for error in errors]
        trusted = [list(map(mul, trust, column)) for column in columns]
        grams = _grams(trusted, columns)
        aims = [sum(map(mul, one, actual)) for one in trusted]
        weights = _solved(grams, aims, weights, prior, PRIOR_ROWS / len(actual))
    return tuple(weights)


def _grams(trusted: Sequence[Sequence[float]], columns: Sequence[Sequence[float]]) -> list[list[float]]:
    grams = [[0.0] * len(columns) for _ in columns]
    for i, one in enumerate(trusted):
        for j in range(i + 1):
            grams[i][j] = grams[j][i] = sum(map(mul, one, columns[j]))
    return grams


def _errors(columns: Sequence[Sequence[float]], actual: Sequence[float], weights: Sequence[float]) -> list[float]:
    told = [0.0] * len(actual)
    for column, weight in zip(columns, weights, strict=True):
        if weight:
            told = [so_far + weight * said for so_far, said in zip(told, column, strict=True)]
    return [happened - said for happened, said in zip(actual, told, strict=True)]


def _solved(
    grams: list[list[float]], aims: list[float], weights: list[float], prior: Sequence[float], draw: float
) -> list[float]:
    found = list(weights)
    for _ in range(SWEEPS):
        for i, row in enumerate(grams):
            if row[i] > 0:
                others = sum(map(mul, row, found)) - row[i] * found[i]
                found[i] = max(0.0, (aims[i] - others + draw * row[i] * prior[i]) / (row[i] * (1 + draw)))
    return found
