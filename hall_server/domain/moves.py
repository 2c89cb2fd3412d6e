"""The table of a ticket's life (definitions.md 1, 2, 17): state, move, condition, next state. Nothing else.

The one home of what may happen to a ticket; `docs/ticket-life.md` is drawn from it. Locks, counters and the few
conditions named here are judged by `ticket.decide`. Of the lines for one state and move the first whose condition
holds counts.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from hall_server.contract.vocabulary import Move, PrintAnswer, TicketState

if TYPE_CHECKING:
    from collections.abc import Mapping

_S = TicketState
_M = Move


class When(StrEnum):
    """Under which condition a line holds."""

    ALWAYS = "always"
    SLIP_OUT = "slip_out"  # the answer is paper or screen
    SLIP_VOID = "slip_void"  # the printer said no, and nobody took the number from the screen
    SLIP_UNKNOWN = "slip_unknown"  # cannot tell, or no word in time
    UNCONFIRMED = "unconfirmed"  # nobody has ever said that the visitor holds the number
    UNCONFIRMED_VOID = "unconfirmed_void"  # both of the two above
    VOID_BY_SILENCE = "void_by_silence"  # burnt because nobody answered; now a slip turns up
    MISSED_BEFORE = "missed_before"  # a second no-show
    BY_STAFF = "by_staff"  # 回来了: a person says so
    DAY_OVER = "day_over"  # the hall closes its day
    BEFORE_IT = "before_it"  # the state that the undone move found


class Line(NamedTuple):
    """One line of the table; `target` None = the state before the move that is undone."""

    state: TicketState
    move: Move
    when: When
    target: TicketState | None


_SETTLED = (_S.WAITING, _S.CALLED, _S.SERVING, _S.HELD, _S.NO_SHOW, _S.COMPLETED, _S.CANCELLED, _S.EXPIRED)
_LEAVABLE = (_S.WAITING, _S.UNCONFIRMED, _S.CALLED, _S.HELD, _S.NO_SHOW)
_MOVABLE = (_S.WAITING, _S.CALLED, _S.SERVING, _S.HELD)

TABLE: tuple[Line, ...] = (
    # the slip 号票
    Line(_S.RESERVED, _M.CONFIRM_PRINT, When.SLIP_OUT, _S.WAITING),
    Line(_S.RESERVED, _M.CONFIRM_PRINT, When.SLIP_VOID, _S.VOID),
    Line(_S.RESERVED, _M.CONFIRM_PRINT, When.SLIP_UNKNOWN, _S.UNCONFIRMED),
    Line(_S.UNCONFIRMED, _M.CONFIRM_PRINT, When.SLIP_OUT, _S.WAITING),
    Line(_S.UNCONFIRMED, _M.CONFIRM_PRINT, When.SLIP_VOID, _S.VOID),
    Line(_S.UNCONFIRMED, _M.CONFIRM_PRINT, When.SLIP_UNKNOWN, _S.UNCONFIRMED),
    Line(_S.VOID, _M.CONFIRM_PRINT, When.VOID_BY_SILENCE, _S.WAITING),  # a late answer always wins
    Line(_S.VOID, _M.CONFIRM_PRINT, When.SLIP_VOID, _S.VOID),
    Line(_S.VOID, _M.CONFIRM_PRINT, When.SLIP_UNKNOWN, _S.VOID),
    Line(_S.CALLED, _M.CONFIRM_PRINT, When.UNCONFIRMED_VOID, _S.VOID),
    *(Line(state, _M.CONFIRM_PRINT, when, state) for state in _SETTLED for when in (When.SLIP_OUT, When.SLIP_UNKNOWN)),
    # the counter 窗口
    Line(_S.WAITING, _M.CALL, When.ALWAYS, _S.CALLED),
    Line(_S.UNCONFIRMED, _M.CALL, When.ALWAYS, _S.CALLED),
    Line(_S.CALLED, _M.RECALL, When.ALWAYS, _S.CALLED),
    Line(_S.CALLED, _M.SERVE, When.ALWAYS, _S.SERVING),
    Line(_S.SERVING, _M.COMPLETE, When.ALWAYS, _S.COMPLETED),
    Line(_S.SERVING, _M.HOLD, When.ALWAYS, _S.HELD),
    Line(_S.HELD, _M.RESUME, When.ALWAYS, _S.SERVING),
    *(Line(state, _M.TRANSFER, When.ALWAYS, _S.WAITING) for state in _MOVABLE),
    # nobody came
    Line(_S.CALLED, _M.NO_SHOW, When.UNCONFIRMED, _S.VOID),
    Line(_S.CALLED, _M.NO_SHOW, When.MISSED_BEFORE, _S.EXPIRED),
    Line(_S.CALLED, _M.NO_SHOW, When.ALWAYS, _S.NO_SHOW),
    Line(_S.NO_SHOW, _M.RETURN, When.ALWAYS, _S.WAITING),
    Line(_S.EXPIRED, _M.RETURN, When.BY_STAFF, _S.WAITING),  # until the day is over
    # it ends without service
    Line(_S.UNCONFIRMED, _M.CANCEL, When.DAY_OVER, _S.VOID),
    *(Line(state, _M.CANCEL, When.DAY_OVER, _S.EXPIRED) for state in (_S.WAITING, _S.HELD, _S.NO_SHOW)),
    *(Line(state, _M.CANCEL, When.ALWAYS, _S.CANCELLED) for state in _LEAVABLE),
    # a slip of the finger
    Line(_S.CALLED, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.SERVING, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.HELD, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.COMPLETED, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.NO_SHOW, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.EXPIRED, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.CANCELLED, _M.UNDO, When.BEFORE_IT, None),
    Line(_S.WAITING, _M.UNDO, When.BEFORE_IT, None),  # a transfer, or 回来了
)
"""The whole life. An answer about the slip that adds nothing to what is known changes nothing and is no event."""

UNDOABLE = frozenset({
    _M.CALL, _M.SERVE, _M.HOLD, _M.RESUME, _M.TRANSFER, _M.NO_SHOW, _M.RETURN, _M.COMPLETE, _M.CANCEL
})  # fmt: skip
"""Moves that the clerk who made them may take back for some seconds (definitions.md 17)."""

BIRTHS = frozenset({_M.TAKE, _M.CHECK_IN})
"""Moves that begin a life: at a kiosk or a greeter's desk, or of a booking."""

ENDED = frozenset({_S.COMPLETED, _S.CANCELLED, _S.VOID, _S.EXPIRED})
"""States in which nobody waits for anything any more."""


def _by_state_and_move() -> Mapping[tuple[TicketState, Move], tuple[Line, ...]]:
    found: dict[tuple[TicketState, Move], tuple[Line, ...]] = {}
    for line in TABLE:
        pair = (line.state, line.move)
        found[pair] = (*found.get(pair, ()), line)
    return MappingProxyType(found)


LINES = _by_state_and_move()
"""The table by state and move."""

SLIP: Mapping[PrintAnswer, When] = MappingProxyType(
    {
        PrintAnswer.PAPER: When.SLIP_OUT,
        PrintAnswer.SCREEN: When.SLIP_OUT,
        PrintAnswer.VOID: When.SLIP_VOID,
        PrintAnswer.CANNOT_TELL: When.SLIP_UNKNOWN,
    }
)
"""What an answer about the slip says."""
