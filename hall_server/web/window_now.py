"""What a window's own screen is told: the state of its counter, nothing of a person (UI-W1 to W8). Decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.counter_screen import (
    CALLED,
    CLOSED,
    IDLE,
    NOTES,
    PAUSED,
    SERVING,
    WORDS,
    CounterScreen,
    Invite,
)
from hall_server.contract.vocabulary import CounterState, TicketState

if TYPE_CHECKING:
    from hall_server.contract.messages import CounterNow, HallNow, TicketView
    from hall_server.web.place import Place
    from hall_server.web.today import Ended

RATE_US = 20_000_000  # how long a visit may be rated at its window; then it is 未评价
SHOWN_QUEUES = 4
_STATES = {CounterState.IDLE: IDLE, CounterState.CALLING: CALLED, CounterState.SERVING: SERVING}


def window_now(place: Place, no: int) -> CounterScreen:
    """The screen of a counter that exists."""
    hall, now, rule = place.hall, place.hall.now(), place.hall.site.counters[no]
    counter = next(one for one in now.counters if one.no == no)
    ticket = hall.at_counter(no)
    state = _STATES.get(counter.state) or (CLOSED if now.closed_because else PAUSED)
    back = place.hall_time(counter.back_at).strftime("%H:%M") if state == PAUSED and counter.back_at else ""
    return CounterScreen(
        n=now.n,
        at=now.at,
        counter=no,
        name=rule.name,
        state=state,
        label=counter.label,
        words=WORDS.get(state, ""),
        note=f"{back} 回来" if back else NOTES.get(state, ""),
        clerk=counter.clerk,
        does=tuple(hall.site.queues[one].name for one in rule.queues[:SHOWN_QUEUES]),
        waiting=sum(one.waiting for one in now.queues if one.id in rule.queues),
        instead=_instead(place, now, counter) if state == PAUSED else 0,
        back=back,
        captions=place.windows.captions(no, ticket.id) if ticket else (),
        invite=_invited_here(place, ticket, now.at) or _invite(place, place.today().last_at(no), now.at),
    )


def invited(place: Place, no: int, at: str) -> str:
    """The ticket of a visit that may be rated at a window now; "" when there is none of that moment."""
    there, last, now = place.hall.at_counter(no), place.today().last_at(no), place.hall.clock.now()
    if there is not None and (here := _invited_here(place, there, now)) and str(here.at) == at:
        return there.id
    found = _invite(place, last, now)
    return last.ticket if last and found and str(found.at) == at else ""


def _invited_here(place: Place, ticket: TicketView | None, at: int) -> Invite | None:
    """By the clerk's key, while the visitor is still served."""
    if ticket is None or ticket.state is not TicketState.SERVING or not place.windows.may_ask(ticket.id):
        return None
    since = place.windows.invited_at(ticket.id)
    return Invite(since, ticket.label, since + RATE_US) if since is not None and at < since + RATE_US else None


def _invite(place: Place, last: Ended | None, at: int) -> Invite | None:
    if last is None or last.served_us is None or at >= last.at + RATE_US or not place.windows.may_ask(last.ticket):
        return None
    if place.windows.invited_at(last.ticket) is not None:
        return None  # one invitation for a visit
    return Invite(last.at, last.label, last.at + RATE_US)


def _instead(place: Place, now: HallNow, here: CounterNow) -> int:
    """A counter that works now and calls a queue of this one."""
    counters = place.hall.site.counters
    mine = set(counters[here.no].queues)
    open_ones = (one.no for one in now.counters if one.state not in {CounterState.CLOSED, CounterState.PAUSED})
    return next((no for no in open_ones if mine & set(counters[no].queues)), 0)
