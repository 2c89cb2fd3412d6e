"""What the counters are doing and how much of them each queue has, told from tickets and sign-ins. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.help_calls import HelpCall
from hall_server.contract.messages import CounterNow
from hall_server.contract.vocabulary import CounterState, Role, TicketState
from hall_server.domain.staff import PinTries, StaffLogin
from hall_server.domain.ticket import Ticket, TicketEvent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hall_server.domain.site import CounterRule, HallSite

AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})


class CounterSession(msgspec.Struct, frozen=True):
    """A clerk sits at a counter since a moment (UTC microseconds)."""

    counter: int
    clerk: str
    since: int


class Incarnation(msgspec.Struct, frozen=True):
    """One life of the database (definitions.md 6): its id, the newest event when it began, and why it began."""

    id: str
    n: int
    at: int
    cause: str


class ApiKey(msgspec.Struct, frozen=True):
    """A key of a machine (definitions.md 20). `place` is the kiosk or counter it is bound to; empty = none."""

    id: str
    role: Role
    name: str
    place: str
    secret_hash: bytes
    created_at: int
    revoked_at: int | None = None


class Moved(msgspec.Struct, frozen=True, gc=False):
    """A committed move: the event and the ticket after it."""

    ticket: Ticket
    event: TicketEvent


class Helped(msgspec.Struct, frozen=True):
    """A committed change of a call for help."""

    call: HelpCall


class Seated(msgspec.Struct, frozen=True):
    """A committed change of who sits at a counter; None = closed."""

    counter: int
    session: CounterSession | None


class Reborn(msgspec.Struct, frozen=True):
    """A committed new incarnation."""

    incarnation: Incarnation


class Staffed(msgspec.Struct, frozen=True):
    """What another process of this hall did at the consoles' door: sessions and tries as they are, and what ended."""

    logins: tuple[StaffLogin, ...] = ()
    tries: tuple[PinTries, ...] = ()
    ended: tuple[bytes, ...] = ()
    forgiven: tuple[str, ...] = ()


Change = Moved | Seated | Helped | Reborn | Staffed


def counter_now(rule: CounterRule, session: CounterSession | None, at_hand: Ticket | None) -> CounterNow:
    """One counter at this moment: its ticket decides, then its sign-in."""
    clerk = session.clerk if session else ""
    if at_hand is not None and at_hand.state in AT_COUNTER:
        serving = at_hand.state is TicketState.SERVING
        state = CounterState.SERVING if serving else CounterState.CALLING
        since = (at_hand.served_at if serving else at_hand.called_at) or 0
        return CounterNow(no=rule.no, name=rule.name, state=state, label=at_hand.label, since=since, clerk=clerk)
    if session is None:
        return CounterNow(no=rule.no, name=rule.name, state=CounterState.CLOSED)
    return CounterNow(no=rule.no, name=rule.name, state=CounterState.IDLE, since=session.since, clerk=clerk)


def counters_for(site: HallSite, queue: str, open_counters: Collection[int], waiting: Mapping[str, int]) -> float:
    """How many counters' worth of work a queue gets; an open counter is divided among its queues by who waits."""
    share = 0.0
    known: dict[tuple[str, ...], float] = {}  # most counters have the queues of their neighbour
    for no in site.counters_of(queue):
        if no in open_counters:
            queues = site.counters[no].queues
            part = known.get(queues)
            if part is None:
                crowd = {name: waiting.get(name, 0) + (name == queue) for name in queues}
                part = known[queues] = crowd[queue] / sum(crowd.values())
            share += part
    return share


def free_for(
    site: HallSite,
    queue: str,
    at_hand: Mapping[int, object],
    open_counters: Collection[int],
    waiting: Mapping[str, int],
) -> int:
    """How many open counters of a queue have nobody at hand and nobody to call from their other queues."""
    free = 0
    known: dict[tuple[str, ...], bool] = {}
    for no in site.counters_of(queue):
        if no in open_counters and no not in at_hand:
            queues = site.counters[no].queues
            idle = known.get(queues)
            if idle is None:
                idle = known[queues] = not any(waiting.get(name, 0) for name in queues if name != queue)
            free += idle
    return free
