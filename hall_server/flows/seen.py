"""Has this hall forgotten something (definitions.md 6)? Judged from what a client has seen: `<incarnation>.<n>`.

A client that saw more than the hall knows proves that the database went back in time; the hall then opens a new life.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.hall_state import Incarnation

_SHAPE = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(0|[1-9][0-9]{0,17})")


class Verdict(Enum):
    """What a client's word means for the hall."""

    WELL = "well"
    LEFT_BEHIND = "left_behind"  # the client holds on to a life that is over: it must look again
    ROLLED_BACK = "rolled_back"  # news to the hall itself: a new life must begin


def parse_seen(seen: str) -> tuple[str, int]:
    """The incarnation and number of a `Kapok-Seen` header; HallProblem(bad_request) when it is none."""
    found = _SHAPE.fullmatch(seen)
    if found is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "expected <incarnation>.<n>", field="Kapok-Seen")
    return found[1], int(found[2])


def judge_seen(seen: str, lives: Sequence[Incarnation], n: int) -> Verdict:
    """Compare a header with the lives of this database (the present one last) and its newest event number."""
    life, seen_n = parse_seen(seen)
    index = next((index for index, one in enumerate(lives) if one.id == life), None)
    if index is None:
        noticed = any(f" {life}." in one.cause for one in lives)
        return Verdict.LEFT_BEHIND if noticed else Verdict.ROLLED_BACK
    if index == len(lives) - 1:
        return Verdict.WELL if seen_n <= n else Verdict.ROLLED_BACK
    return Verdict.WELL if seen_n <= lives[index + 1].n else Verdict.LEFT_BEHIND
