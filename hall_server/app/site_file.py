"""The site file as the rules see it: a checked file's tables in, plain values out.

Refuses what only the rules can judge (a word that is no outcome, a time zone that nobody knows). Knows no store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from config.errors import ConfigError
from config.site import Item
from config.site.sso import in_clear
from hall_server.app.booking_file import booking_policy
from hall_server.app.calendar_file import hall_calendar, minutes
from hall_server.app.complaint_file import complaint_categories
from hall_server.app.holidays import public_holidays
from hall_server.app.item_file import offer
from hall_server.contract.catalogue import ItemView
from hall_server.contract.items import VenueLevel
from hall_server.contract.vocabulary import GENERAL_ITEM, Outcome
from hall_server.domain.dispatch import DispatchRules
from hall_server.domain.items.offering import offering
from hall_server.domain.site import CounterRule, HallSite, ItemRule, Limits, QueueRule, place_of

if TYPE_CHECKING:
    from config.site import Queue, Site


def hall_site(site: Site, file: str = "site file") -> HallSite:
    """A checked site file as the values that the rules work with; ConfigError for a word that no rule knows."""
    zone = _zone(site.defaults.timezone, file)
    queues = {queue.id: queue for queue in site.queue}
    counters = {
        one.no: CounterRule(one.no, one.name, one.queues, one.place, one.kinds, one.accessible) for one in site.counter
    }
    general = _general(site, file)
    items = (*site.item, *general)
    hall = HallSite(
        id=site.hall.id,
        name=site.hall.name,
        hotline=site.hall.hotline,
        public_address=site.hall.public_address,
        complaint_categories=complaint_categories(site.hall.complaint_categories, file),
        help_hosts=frozenset(site.city.help_hosts) if site.city else frozenset(),
        queues={queue.id: _queue_rule(queue) for queue in site.queue},
        counters=counters,
        items={item.id: _item_rule(item, queues[item.queue], file) for item in items},
        limits=Limits(
            print_answer_s=site.defaults.print_answer_s,
            unconfirmed_call_s=site.defaults.unconfirmed_call_s,
            recall_lock_s=site.defaults.recall_lock_s,
            recalls_max=site.hall.recall_max,
            no_show_lock_s=site.defaults.no_show_lock_s,
            undo_s=site.defaults.undo_s,
            return_after_calls=site.hall.requeue_after_noshow,
            requests_per_s=site.defaults.requests_per_s,
            request_burst=site.defaults.request_burst,
            heartbeat_s=site.defaults.heartbeat_s,
            alert_paper_under=site.alerts.paper_under,
            day_rolls_at_min=minutes(site.defaults.day_rolls_at),
        ),
        catalogue=tuple(_general_view(item, place_of(counters, item.queue)) for item in general),
        english_name=site.hall.english_name,
        zone=zone,
        calendar=hall_calendar(site, zone, public_holidays()),
        level=VenueLevel(site.hall.level),
        dispatch=_dispatch(site),
        booking=booking_policy(site),
        offer=offer(site),
        numbers_when_closed=site.hall.numbers_when_closed,
        kiosks={kiosk.id: kiosk.name for kiosk in site.kiosk},
        kiosk_places={kiosk.id: kiosk.where for kiosk in site.kiosk if kiosk.where},
        staff_looks={user.staff_no: user.looks for user in site.user if user.looks},
        staff={user.staff_no: user.counters for user in site.user},
        issuer_in_clear=site.sso.issuer if site.sso and in_clear(site.sso.issuer) else "",
    )
    return offering(hall, hall.offer.catalogue)


def _dispatch(site: Site) -> DispatchRules:
    walk_ins, booked = (int(part) for part in site.hall.booking_priority_ratio.split(":"))
    return DispatchRules(
        booked_credit_min=site.defaults.booked_credit_min,
        priority_credit_min=site.defaults.priority_credit_min,
        longest_wait_min=site.defaults.longest_wait_min,
        booked_in_a_row=max(1, booked // walk_ins),
        affinity_min=site.defaults.affinity_min,
    )


def _zone(name: str, file: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown; no name at all; a folder of names
        known = bool(available_timezones())
        hint = "a name as in Asia/Shanghai" if known else "no time zones on this machine: install the package tzdata"
        raise ConfigError(file, "defaults.timezone", f"{name!r} is not known here; {hint}") from None


def _queue_rule(queue: Queue) -> QueueRule:
    return QueueRule(
        queue.id, queue.letter, queue.name, queue.width, service_s=queue.service_min * 60, book_share=queue.book_share
    )


def _item_rule(item: Item, queue: Queue, file: str) -> ItemRule:
    word = item.default_outcome or queue.default_outcome
    if word not in set(Outcome):
        table = f"item {item.id}" if item.default_outcome else f"queue {queue.id}"
        raise ConfigError(file, f"{table}: default_outcome", f"{word!r} is none of: {', '.join(Outcome)}")
    outcome = Outcome(word)
    return ItemRule(item.id, item.name, item.queue, outcome, tuple(name for _, name, _, _ in item.materials))


def _general(site: Site, file: str) -> list[Item]:
    if any(item.id == GENERAL_ITEM for item in site.item):
        raise ConfigError(file, f"item {GENERAL_ITEM}: id", "another id; this one is made by hall.general_queue")
    named = [queue for queue in site.queue if queue.id == site.hall.general_queue]
    return [Item(id=GENERAL_ITEM, name=queue.name, queue=queue.id, theme="") for queue in named]


def _general_view(item: Item, place: str) -> ItemView:
    return ItemView(item.id, item.name, item.theme, item.queue, place=place)
