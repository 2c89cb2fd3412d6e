"""Free combination 自由组合: the fewest counters for any choice of items, and the queue to stand in (CL-A7, D9).

Knows no hall: queues of items, counters with their queues and expected waits are handed in.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from hall_server.contract.items import MAX_ITEMS
from hall_server.contract.problems import HallProblem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    Needs: TypeAlias = Mapping[str, str]  # item → its queue, in the visitor's order
    Counters: TypeAlias = Mapping[int, Collection[str]]  # counter → queues that it may call
    Wait: TypeAlias = Callable[[int], int]  # counter → whole seconds until it could take this visitor


class Visit(msgspec.Struct, frozen=True):
    """One counter and what is settled there."""

    counter: int
    items: tuple[str, ...]
    wait_s: int


class Plan(msgspec.Struct, frozen=True):
    """The fewest counters. `expected_s`: waits one after the other and services; less if numbers are taken at once."""

    visits: tuple[Visit, ...]
    not_served: tuple[str, ...]  # items that no counter serves now: said, never dropped
    expected_s: int


class Standing(msgspec.Struct, frozen=True):
    """Where one ticket for several items stands. `counters`: those of the queue that settle all; empty: none does."""

    queue: str
    counters: tuple[int, ...]
    visits: Fraction  # mean number of counters, over the counters that may call from this queue


def fewest_counters(needs: Needs, counters: Counters, wait: Wait, service_s: Callable[[str], int]) -> Plan:
    """The smallest set of counters that serves all items: exact; of several, the least wait, then the lowest numbers.

    HallProblem(bad_request) for more than MAX_ITEMS items. Waits are whole seconds, at least 0.
    """
    _few(needs)
    served = {item: queue for item, queue in needs.items() if any(queue in queues for queues in counters.values())}
    waits = {no: wait(no) for no, queues in counters.items() if not set(served.values()).isdisjoint(queues)}
    chosen = _covering(counters, waits)(frozenset(served.values()))
    visits = _share_out(served, chosen, counters, waits)
    return Plan(
        visits=visits,
        not_served=tuple(item for item in needs if item not in served),
        expected_s=sum(visit.wait_s for visit in visits) + sum(service_s(item) for item in served),
    )


def standing(needs: Needs, counters: Counters, wait: Wait) -> Standing | None:
    """The queue from which the fewest counters settle all items; None when no counter serves any of them.

    Any counter of a queue may call its ticket, so queues are compared by the mean number of counters over those that
    may; then by the least wait, then by the visitor's order of items. HallProblem as for `fewest_counters`.
    """
    _few(needs)
    by_queue = {queue: sorted(no for no in counters if queue in counters[no]) for queue in needs.values()}
    whole = frozenset(queue for queue, callers in by_queue.items() if callers)
    waits = {no: wait(no) for no in sorted({no for callers in by_queue.values() for no in callers})}
    cover = _covering(counters, waits)

    def mean(callers: list[int]) -> Fraction:
        return Fraction(sum(1 + len(cover(whole - set(counters[no]))) for no in callers), len(callers))

    found = [
        (mean(callers), min(waits[no] for no in callers), index, queue)
        for index, (queue, callers) in enumerate(by_queue.items())
        if callers
    ]
    if not found:
        return None
    visits, _, _, queue = min(found)
    return Standing(queue, tuple(no for no in by_queue[queue] if whole <= set(counters[no])), visits)


def _few(needs: Needs) -> None:
    if len(needs) > MAX_ITEMS:
        raise HallProblem(ProblemCode.BAD_REQUEST, f"at most {MAX_ITEMS} items", field="$.items")


def _covering(counters: Counters, waits: Mapping[int, int]) -> Callable[[frozenset[str]], tuple[int, ...]]:
    """Asked for queues, answers with counters that cover them: fewest, then least wait, then lowest numbers.

    Exact: whatever covers everything covers the first queue, so only its counters are tried, and what is left is the
    same question again, answered once. Every queue asked for has a counter among `waits`.
    """

    @cache
    def best(left: frozenset[str]) -> tuple[int, int, tuple[int, ...]]:
        if not left:
            return 0, 0, ()
        first = min(left)
        return min(_with(no, best(left - set(counters[no]))) for no in waits if first in counters[no])

    def _with(no: int, rest: tuple[int, int, tuple[int, ...]]) -> tuple[int, int, tuple[int, ...]]:
        count, total, others = rest
        return count + 1, total + waits[no], tuple(sorted((no, *others)))

    return lambda needed: best(needed)[2]


def _share_out(
    served: Needs, chosen: tuple[int, ...], counters: Counters, waits: Mapping[int, int]
) -> tuple[Visit, ...]:
    """Each item to the chosen counter with the least wait that serves it; visits in the order of the items."""
    ranked = sorted(chosen, key=lambda no: (waits[no], no))
    at: dict[int, list[str]] = {}
    for item, queue in served.items():
        at.setdefault(next(no for no in ranked if queue in counters[no]), []).append(item)
    return tuple(Visit(no, tuple(items), waits[no]) for no, items in at.items())
