"""What the hall's own books say of a run, beside what the consoles wrote down: owners, order, last states."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hall_server.store.place import place_of
from tests.drills.history.operations import Operation, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from hall_server.domain.ticket import TicketEvent

_AT_A_COUNTER = frozenset({"called", "serving"})
_PAGE = 5_000
_NO_EVENT = frozenset({"confirm_print", "read"})  # their answers may show an older number


def rows(where: Path | str, hall: str) -> dict[str, Seen]:
    """How every ticket stands in the store."""
    with closing(place_of(where).reader(hall)) as reader:
        return {
            one.id: Seen(one.state.value, one.counter, one.queue, one.recalls, one.no_shows, one.directed_to)
            for one in reader.tickets()
        }


def two_owners(where: Path | str, hall: str) -> list[str]:
    """Tickets that were at two counters at once, and counters at which two tickets were, by the hall's events."""
    with closing(place_of(where).reader(hall)) as reader:
        return shared(_events(reader))


def shared(events: Iterable[TicketEvent]) -> list[str]:
    """The same of events in their order."""
    counters: dict[str, int] = {}
    tickets: dict[int, str] = {}
    found = []
    for event in events:
        was = counters.pop(event.ticket, None)
        if was is not None:
            tickets.pop(was, None)
        if event.state.value not in _AT_A_COUNTER or event.counter is None:
            continue
        if was not in {None, event.counter}:
            found.append(f"event {event.n}: {event.label} comes to counter {event.counter} and is still at {was}")
        if event.counter in tickets:
            found.append(f"event {event.n}: {event.label} comes to counter {event.counter}, somebody is there")
        counters[event.ticket], tickets[event.counter] = event.counter, event.ticket
    return found


def _events(reader: object) -> Iterator[TicketEvent]:
    after = 0
    while page := reader.events(after, _PAGE):
        yield from page
        after = page[-1].n


def out_of_order(histories: Mapping[str, Sequence[Operation]]) -> list[str]:
    """Events that were told before another was asked for, but come behind it in the hall's numbers.

    One order for the whole hall, all tickets together: what was answered before you asked has a smaller number.
    """
    told = [one for history in histories.values() for one in history if one.n and one.verb not in _NO_EVENT]
    answers = iter(sorted(told, key=lambda one: one.answered))
    answer, newest, found = next(answers, None), None, []
    for one in sorted(told, key=lambda one: one.invoked):
        while answer is not None and answer.answered < one.invoked:
            newest = answer if newest is None or answer.n > newest.n else newest
            answer = next(answers, None)
        if newest is not None and one.n <= newest.n:
            found.append(f"{one.verb} is event {one.n}, asked for after event {newest.n} was told")
    return found
