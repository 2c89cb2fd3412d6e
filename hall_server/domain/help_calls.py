"""What may happen to a call for help (CL-D14), as a table and a few rules. Pure.

One call per kiosk: whoever presses again while somebody is called has called already, and whoever presses soon after
不用了 goes on with the same call. So a child that plays with the button makes one line on the greeter's screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from hall_server.contract.help_calls import HELP_IS_OPEN, HelpCall, HelpState
from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from hall_server.contract.help_calls import AskHelp

SECOND = 1_000_000
AGAIN_S = 60  # so long after 不用了 pressing again is the same call
OVER_S = 30 * 60  # so long after it began a call that nobody ended is over
KEPT_S = 30 * 24 * 3600

_FROM: dict[HelpState, frozenset[HelpState]] = {
    HelpState.SEEN: frozenset({HelpState.CALLED}),
    HelpState.COMING: frozenset({HelpState.CALLED, HelpState.SEEN}),
    HelpState.DONE: HELP_IS_OPEN,
    HelpState.GIVEN_UP: HELP_IS_OPEN,
}
ENDS = frozenset({HelpState.DONE, HelpState.GIVEN_UP})


class Greeter(msgspec.Struct, frozen=True):
    """Who answers: a work number, how one knows them, and when they will be there."""

    by: str
    looks: str = ""
    minutes: int | None = None


class Spot(msgspec.Struct, frozen=True):
    """Which kiosk calls, and where it stands."""

    kiosk: str
    name: str = ""
    place: str = ""


def asked(call_id: str, order: AskHelp, spot: Spot, at: int, last: HelpCall | None) -> HelpCall:
    """The call that a press makes or goes on with; `last` itself while it is open: nothing changes."""
    if last is not None and last.state in HELP_IS_OPEN:
        return last
    if last is not None and last.state is HelpState.GIVEN_UP and 0 <= at - (last.ended_at or 0) < AGAIN_S * SECOND:
        again = msgspec.structs.replace(last, page=order.page, speech=order.speech, modes=order.modes)
        fresh = {"by": "", "looks": "", "minutes": None, "seen_at": None, "coming_at": None, "ended_at": None}
        return msgspec.structs.replace(again, state=HelpState.CALLED, presses=last.presses + 1, **fresh)
    return HelpCall(
        id=call_id,
        n=0,
        kiosk=spot.kiosk,
        kiosk_name=spot.name,
        place=spot.place,
        page=order.page,
        speech=order.speech,
        modes=order.modes,
        at=at,
    )


def moved(call: HelpCall, state: HelpState, at: int, who: Greeter | None = None) -> HelpCall | None:
    """The call in another state; None when the same person said so before.

    Raises HallProblem(illegal_move): somebody else is on it already, or it is over.
    """
    if call.state is state and (who is None or who.by == call.by):
        return None
    if call.state not in _FROM[state]:
        raise HallProblem(ProblemCode.ILLEGAL_MOVE, f"{call.state.value} by {call.by}" if call.by else call.state.value)
    changes: dict[str, object] = {"state": state}
    if who is not None:
        changes |= {"by": who.by, "looks": who.looks}
    if state is HelpState.SEEN:
        changes["seen_at"] = at
    if state is HelpState.COMING:
        changes |= {"coming_at": at, "minutes": who.minutes if who else None}
    if state in ENDS:
        changes["ended_at"] = at
    return msgspec.structs.replace(call, **changes)


def is_over(call: HelpCall, at: int) -> bool:
    """Whether nobody will come any more: nobody has ended it for long, or the clock was set back far behind it.

    Not a little: the clocks of two servers of a hall differ.
    """
    return call.state in HELP_IS_OPEN and abs(at - call.at) >= OVER_S * SECOND


class HelpRows(Protocol):
    """Calls for help inside a transaction."""

    def help_call(self, call_id: str) -> HelpCall | None:
        """One call."""

    def last_help_of(self, kiosk: str) -> HelpCall | None:
        """The call of a kiosk that changed last."""

    def put_help_call(self, call: HelpCall) -> HelpCall:
        """Remember a call, new or changed, under the next `n`."""

    def forget_help_calls(self, before: int) -> None:
        """Drop calls that ended before a moment, but never the newest: changes are counted on from it."""


class HelpReader(Protocol):
    """Committed calls for help."""

    def help_call(self, call_id: str) -> HelpCall | None:
        """One call."""

    def open_help_calls(self) -> list[HelpCall]:
        """Those that are not over, the longest ago first."""

    def newest_help(self) -> int:
        """The number of the newest change."""
