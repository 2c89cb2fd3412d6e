"""The hall as its rules see it: queues, counters, items and limits as plain values.

Knows no files: the composition root turns a checked site file into these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta, timezone, tzinfo
from typing import NamedTuple

import msgspec

from hall_server.contract.catalogue import ItemView
from hall_server.contract.items import VenueLevel
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Outcome
from hall_server.contract.voices import ComplaintCategory
from hall_server.domain.appointment.rules import NO_BOOKINGS, BookingPolicy
from hall_server.domain.calendar import (
    ROUND_THE_CLOCK,
    HallCalendar,
    IntakeAnswer,
    Pause,
    door_spans,
    doors_closed,
    intake,
)
from hall_server.domain.city.voices import CATEGORIES
from hall_server.domain.dispatch import DispatchRules
from hall_server.domain.items.offer import NOTHING, Offer

HALL_ZONE = timezone(timedelta(hours=8))  # unless the site file says otherwise
PLACES_SHOWN = 2
LEASE_FROM = 601  # first number of the band that leased blocks come from (definitions.md 3)


class QueueRule(msgspec.Struct, frozen=True):
    """One queue 队列. `service_s` is the mean service time until the hall has learned one."""

    id: str
    letter: str
    name: str
    width: int = 3
    lease_from: int = LEASE_FROM
    service_s: float = 480.0
    book_share: float = 0.0  # of its counters' time; what is left belongs to walk-ins (CL-C10)


class CounterRule(msgspec.Struct, frozen=True):
    """One counter 窗口, the queues it may call from, where it stands ("二楼 A 区"), and what kinds of counter it is."""

    no: int
    name: str
    queues: tuple[str, ...]
    place: str = ""
    kinds: tuple[str, ...] = ()
    accessible: bool = False  # low, with room for a wheelchair (CL-G3)


class ItemRule(msgspec.Struct, frozen=True):
    """One service item 事项 as the queueing rules need it."""

    id: str
    name: str
    queue: str
    default_outcome: Outcome
    bring: tuple[str, ...] = ()


class DayHours(msgspec.Struct, frozen=True):
    """From when to when the hall is open on a day, "09:00"; both empty: closed."""

    opens: str = ""
    closes: str = ""


CLOSED = DayHours()


class Limits(msgspec.Struct, frozen=True):
    """Times and counts of definitions.md 2 and 17; seconds."""

    print_answer_s: int = 90
    unconfirmed_call_s: int = 60
    recall_lock_s: int = 20
    recalls_max: int = 3
    no_show_lock_s: int = 50
    undo_s: int = 10
    requests_per_s: int = 100  # of one key
    request_burst: int = 500
    heartbeat_s: int = 30
    alert_paper_under: int = 50  # slips
    return_after_calls: int = 3  # further calls of the queue after which a no-show has its turn again, once
    day_rolls_at_min: int = 4 * 60  # minutes after midnight, hall time


class HallSite(msgspec.Struct, frozen=True):
    """Everything of a site file that a rule or a view of the hall needs."""

    id: str
    name: str
    hotline: str
    queues: Mapping[str, QueueRule]
    counters: Mapping[int, CounterRule]
    items: Mapping[str, ItemRule]
    limits: Limits
    themes: tuple[str, ...] = ()
    catalogue: tuple[ItemView, ...] = ()
    version: str = ""
    english_name: str = ""
    public_address: str = ""  # of the visitors' ticket pages; empty: they have none
    complaint_categories: tuple[ComplaintCategory, ...] = CATEGORIES
    help_hosts: frozenset[str] = frozenset()  # whose pages a person of the city may push to a kiosk
    issuer_in_clear: str = ""  # who says who staff are, when asked without TLS over more than this machine
    zone: tzinfo = HALL_ZONE
    calendar: HallCalendar = ROUND_THE_CLOCK
    level: VenueLevel = VenueLevel.DISTRICT
    dispatch: DispatchRules = DispatchRules()
    booking: BookingPolicy = NO_BOOKINGS
    offer: Offer = NOTHING  # elements of the items, reach, bundles; `items` is what queueing needs of them
    not_now: frozenset[str] = frozenset()  # known `items` that the catalogue in force does not have
    staff: Mapping[str, tuple[int, ...]] = msgspec.field(default_factory=dict)  # staff number: counters, () = any

    numbers_when_closed: bool = False
    kiosks: Mapping[str, str] = msgspec.field(default_factory=dict)  # id: name
    kiosk_places: Mapping[str, str] = msgspec.field(default_factory=dict)  # id: where it stands
    staff_looks: Mapping[str, str] = msgspec.field(default_factory=dict)  # staff number: by what one knows them

    def may_sit(self, clerk: str, counter: int) -> bool:
        """Whether the site file lets a clerk open a counter; one that names no staff leaves that to the machines."""
        if not self.staff:
            return True
        counters = self.staff.get(clerk)
        return counters is not None and (not counters or counter in counters)

    def item(self, item_id: str) -> ItemRule:
        """The item, or HallProblem(item_unknown)."""
        found = self.items.get(item_id)
        if found is None or item_id in self.not_now:
            raise HallProblem(ProblemCode.ITEM_UNKNOWN, item_id, field="$.item")
        return found

    def counter(self, no: int) -> CounterRule:
        """The counter, or HallProblem(counter_unknown)."""
        found = self.counters.get(no)
        if found is None:
            raise HallProblem(ProblemCode.COUNTER_UNKNOWN, str(no))
        return found

    def counters_of(self, queue: str) -> tuple[int, ...]:
        """Which counters may call from this queue, in order of their numbers."""
        return _served(self.counters, queue).counters

    def hours_on(self, business_day: str) -> DayHours:
        """The opening hours of a business day: the hall's own; on a day without, those of its counters that open."""
        spans = door_spans(self.calendar, self.counters, date.fromisoformat(business_day))
        return DayHours(clock(spans[0].opens), clock(spans[-1].closes)) if spans else CLOSED

    def doors_closed(self, at: int) -> Pause | None:
        """Why the doors are closed, and until when; None while they are open."""
        return doors_closed(self.calendar, self.counters, at)

    def intake(self, queue: str, at: int, backlog_s: float) -> IntakeAnswer:
        """May a number of this queue be given now (CL-C13)? `backlog_s`: see `calendar.intake`."""
        return intake(self.calendar, self.counters_of(queue), at, backlog_s)

    def place_of(self, queue: str) -> str:
        """Where to wait for a queue."""
        return _served(self.counters, queue).place


class _Served(NamedTuple):
    """By whom and where a queue is served."""

    of: Mapping[int, CounterRule]  # held, so that its id stays its own
    counters: tuple[int, ...]
    place: str


_SERVED: dict[tuple[int, str], _Served] = {}
_SERVED_AT_MOST = 1_024


def _served(counters: Mapping[int, CounterRule], queue: str) -> _Served:
    """Asked several times for every ticket that is shown; a site's counters never change, so it is worked out once."""
    found = _SERVED.get((id(counters), queue))
    if found is None:
        if len(_SERVED) >= _SERVED_AT_MOST:
            _SERVED.clear()
        numbers = tuple(no for no in sorted(counters) if queue in counters[no].queues)
        found = _SERVED[id(counters), queue] = _Served(counters, numbers, place_of(counters, queue))
    return found


def place_of(counters: Mapping[int, CounterRule], queue: str) -> str:
    """Where the counters stand that may call from a queue, most of them first: at most two places, "" when unknown."""
    rules = (counters[no] for no in sorted(counters))
    places = Counter(rule.place for rule in rules if rule.place and queue in rule.queues)
    return "、".join(place for place, _ in places.most_common(PLACES_SHOWN))


def clock(minute: int) -> str:
    """A minute after midnight as people read it: "09:00"; the end of the day is "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"
