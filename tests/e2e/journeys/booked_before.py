"""Bookings that were made before the journey began, for a time that lies a little in the past: no clock is waited for.

The hall's own rules make them, on its own database, by a clock that stands a minute before the slot. Slots of other
lengths than the site file's are taken where they lie better: what counts at check-in is when one begins and ends.
"""

from __future__ import annotations

import asyncio
import time
import tomllib
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from config.site.checks import load_site
from devices.id_card.console import made_up_card
from hall_server.app.site_file import hall_site
from hall_server.contract.bookings import Book, Channel
from hall_server.contract.messages import VisitorMask
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.appointment import BookingPolicy
from hall_server.domain.business_day import business_day
from hall_server.flows.caller import Caller
from hall_server.flows.hall import Hall
from hall_server.push.hub import Hub
from hall_server.store.direct_commit import DirectCommit
from hall_server.store.sqlite_store import SqliteReader, SqliteStore
from kiosk.privacy import person_from
from tests.unit.hall_server.halls import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.contract.bookings import BookingView
    from hall_server.domain.site import HallSite
    from tests.e2e.journeys.floor import Floor
    from tests.tour.people import Person
    from tests.tour.stage import Stage

MINUTE = 60_000_000
LENGTHS = (15, 20, 24, 30, 32, 40, 48, 60, 80, 96, 120, 160, 240)  # minutes; divide a day, and the 8 h to UTC
LATE_MIN = 10  # of the site file: on time until so long after the slot's beginning, and the grace after its end
DESK = Caller(ActorKind.CLERK, "1001")


class Times(NamedTuple):
    """A slot in the past, in microseconds."""

    starts_at: int
    length_min: int


def within_grace(now: int) -> Times:
    """It has begun one to six minutes ago."""
    step = 5 * MINUTE
    return Times((now - MINUTE) // step * step, 5)


def beyond_grace(now: int) -> Times:
    """Its grace is over and it is not: of several the one for which both is true the longest."""

    def margin(slot: Times) -> int:
        over = slot.starts_at + (slot.length_min + LATE_MIN) * MINUTE
        return min(now - slot.starts_at - LATE_MIN * MINUTE, over - now)

    begun = [Times(now // (length * MINUTE) * length * MINUTE, length) for length in LENGTHS]
    return max(begun, key=margin)


def over(now: int) -> Times:
    """Its end and the grace after it lie behind."""
    step = 30 * MINUTE
    return Times((now - 45 * MINUTE) // step * step - step, 30)


def too_early(now: int) -> Times:
    """It begins in an hour and a half; late in the evening tomorrow at noon, for the hall is open until 23:59."""
    step, day, east = 5 * MINUTE, 1440 * MINUTE, 480 * MINUTE
    begins, midnight = (now + 80 * MINUTE) // step * step + step, (now + east) // day * day + day - east
    return Times(begins if begins + step < midnight else midnight + day // 2, 5)


def of_today(booking: BookingView) -> bool:
    """Of another day a kiosk says nothing."""
    return booking.day == business_day(time.time_ns() // 1000, ZoneInfo("Asia/Shanghai"))


class _Ids:
    """Ids that nobody has."""

    def new(self) -> str:
        return str(uuid.uuid4())


async def has_booked(floor: Floor, who: Person, item: str, when: Callable[[int], Times]) -> BookingView:
    """A booking by telephone under somebody's own card, made before its slot."""
    stage, now = floor.stage, time.time_ns() // 1000
    credential = tomllib.loads(stage.credential.read_text(encoding="utf-8"))
    card = made_up_card(who.name, who.number)
    key = bytes.fromhex(credential["pseudonym_key"])
    visitor = VisitorMask(person_from(card, key, datetime.now(UTC).date()).pseudonym)
    slot = when(now)
    order = Book(item, slot.starts_at, Channel.PHONE, visitor)
    return await asyncio.to_thread(_book, stage, order, slot, now)


def _book(stage: Stage, order: Book, slot: Times, now: int) -> BookingView:
    site = _with_slots(hall_site(load_site(stage.site)), slot)
    store, reader = SqliteStore(stage.database, site.id), SqliteReader(stage.database, site.id)
    try:
        clock = HandClock(min(now, slot.starts_at - MINUTE))
        commits = DirectCommit(store)
        hall = Hall(site=site, commits=commits, reader=reader, hub=Hub(), clock=clock, ids=_Ids(), key=b"k" * 32)
        commits.announce = hall.announce
        return hall.bookings.book(DESK, str(uuid.uuid4()), order).result()
    finally:
        reader.close()
        store.close()


def _with_slots(site: HallSite, slot: Times) -> HallSite:
    """The hall with slots of this length and room in each."""
    rules = tuple(msgspec.structs.replace(rule, slot_min=slot.length_min) for rule in site.booking.rules)
    queues = {name: msgspec.structs.replace(queue, service_s=30) for name, queue in site.queues.items()}
    policy = BookingPolicy(rules, site.booking.walk_in_floor)
    return msgspec.structs.replace(site, queues=queues, booking=policy)
