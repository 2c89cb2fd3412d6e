"""The table of a ticket's life: state and move, or state and answer about the slip, to the next state. Nothing else.

What stands here may be allowed; locks, counters and the few conditions named beside the lines are `ticket.decide`'s.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import Move, PrintAnswer, TicketState

if TYPE_CHECKING:
    from collections.abc import Mapping

MOVES: Mapping[tuple[TicketState, Move], TicketState] = MappingProxyType(
    {
        (TicketState.UNCONFIRMED, Move.CALL): TicketState.CALLED,
        (TicketState.WAITING, Move.CALL): TicketState.CALLED,
        (TicketState.CALLED, Move.RECALL): TicketState.CALLED,
        (TicketState.CALLED, Move.SERVE): TicketState.SERVING,
        (TicketState.CALLED, Move.NO_SHOW): TicketState.NO_SHOW,
        (TicketState.SERVING, Move.COMPLETE): TicketState.COMPLETED,
    }
)
"""Moves of staff. A no-show of a ticket that nobody confirmed ends void instead: see `ticket.decide`."""

PRINT_ANSWERS: Mapping[tuple[TicketState, PrintAnswer], TicketState] = MappingProxyType(
    {
        (TicketState.RESERVED, PrintAnswer.PAPER): TicketState.WAITING,
        (TicketState.RESERVED, PrintAnswer.SCREEN): TicketState.WAITING,
        (TicketState.RESERVED, PrintAnswer.VOID): TicketState.VOID,
        (TicketState.RESERVED, PrintAnswer.CANNOT_TELL): TicketState.UNCONFIRMED,
        (TicketState.UNCONFIRMED, PrintAnswer.PAPER): TicketState.WAITING,
        (TicketState.UNCONFIRMED, PrintAnswer.SCREEN): TicketState.WAITING,
        (TicketState.UNCONFIRMED, PrintAnswer.VOID): TicketState.VOID,
        (TicketState.UNCONFIRMED, PrintAnswer.CANNOT_TELL): TicketState.UNCONFIRMED,
        (TicketState.CALLED, PrintAnswer.VOID): TicketState.VOID,  # only while unconfirmed
        (TicketState.VOID, PrintAnswer.PAPER): TicketState.WAITING,  # only from void by time-out: the late answer wins
        (TicketState.VOID, PrintAnswer.SCREEN): TicketState.WAITING,  # the same
        (TicketState.VOID, PrintAnswer.VOID): TicketState.VOID,
        (TicketState.VOID, PrintAnswer.CANNOT_TELL): TicketState.VOID,
    }
    | {
        (state, answer): state
        for state in (
            TicketState.WAITING,
            TicketState.CALLED,
            TicketState.SERVING,
            TicketState.NO_SHOW,
            TicketState.COMPLETED,
        )
        for answer in (PrintAnswer.PAPER, PrintAnswer.SCREEN, PrintAnswer.CANNOT_TELL)
    }
)
"""What each answer about the slip does.

An answer that adds nothing to what is known changes nothing and is no event.
"""
