"""Has this hall forgotten something (definitions.md 6)? Judged from what a client has seen: `<incarnation>.<n>`.

A client that saw more than the hall knows proves that the database went back in time; the hall then opens a new life.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.numbering import letters_of
from hall_server.domain.ticket import SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hall_server.domain.hall_state import Incarnation
    from hall_server.domain.seams import Ids

FOREIGN_EVERY_S = 600  # a word about a life that nobody here knows proves little: one new life in so long, no more
LIVES_AT_MOST = 3  # that clients make begin in so long: no database is put back more often, but a client may be broken
_TRIES = 64  # for letters that no life has; after 3,610 lives there are none, and `series` makes them longer
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


def judge_seen(seen: str, lives: Sequence[Incarnation], n: int, at: int) -> Verdict:
    """Compare a header with the lives of this database (the present one last), its newest event number and the time.

    A client that saw more of a life that the hall knows proves that the hall forgot. One that names a life nobody here
    knows may be right too (the life began after the backup), but could go on for ever with made-up ones.
    """
    life, seen_n = parse_seen(seen)
    index = next((index for index, one in enumerate(lives) if one.id == life), None)
    if index is None:
        noticed = any(_seen_life(one) == life for one in lives)
        return Verdict.LEFT_BEHIND if noticed or _foreign_lately(lives, at) else Verdict.ROLLED_BACK
    if index == len(lives) - 1:
        return Verdict.WELL if seen_n <= n else Verdict.ROLLED_BACK
    return Verdict.WELL if seen_n <= lives[index + 1].n else Verdict.LEFT_BEHIND


def may_begin_now(lives: Sequence[Incarnation], at: int) -> bool:
    """Whether a client's word may make another life begin: the first does at once, and no client does it for ever."""
    return sum(1 for one in lives if _seen_life(one) and _lately(one, at)) < LIVES_AT_MOST


def another_life(ids: Ids, lives: Sequence[Incarnation], seen: str) -> str:
    """A new life's id: with other letters for its numbers than any life has that is known here, while there are any."""
    known = {one.id for one in lives} | {_seen_life(one) for one in lives} | {parse_seen(seen)[0]}
    taken = {letters_of(one) for one in known}
    life = ids.new()
    for _ in range(_TRIES):
        if letters_of(life) not in taken:
            break
        life = ids.new()
    return life


def _seen_life(life: Incarnation) -> str:
    """Which life was named by the client that made this one begin; "" when none did."""
    return life.cause.removeprefix("seen ").split(".")[0] if life.cause.startswith("seen ") else ""


def _foreign_lately(lives: Sequence[Incarnation], at: int) -> bool:
    known = {one.id for one in lives}
    foreign = (one for one in lives if (named := _seen_life(one)) and named not in known)
    return any(_lately(one, at) for one in foreign)


def _lately(life: Incarnation, at: int) -> bool:
    return abs(at - life.at) < FOREIGN_EVERY_S * SECOND
