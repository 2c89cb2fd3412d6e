"""Several items as one visit: which ones, who may be taken for them, where their one ticket stands (CL-A7, A9, D7, D9).

Puts the pure rules together with the hall of this moment. Answers questions and decides for 取号; changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.items import MAX_ITEMS, Order
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.visit_plan import PlanStop, VisitPlan
from hall_server.contract.visits import MaterialNeed, ReachAnswer, Referral
from hall_server.contract.wait_band import wait_band
from hall_server.domain.hall_state import free_for
from hall_server.domain.items.basket import basket
from hall_server.domain.items.combine import standing
from hall_server.domain.items.materials import merged
from hall_server.domain.items.offering import as_asked
from hall_server.domain.items.reach import Applicant, Taken, take_or_refer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hall_server.contract.messages import TakeTicket
    from hall_server.domain.items import reach
    from hall_server.domain.items.bundles import Bundle
    from hall_server.domain.items.materials import MergedMaterial
    from hall_server.domain.site import HallSite
    from hall_server.flows.live_hall import LiveHall


def items_of(site: HallSite, order: TakeTicket) -> tuple[str, ...]:
    """All items of a visit, each once, the first one first. HallProblem(item_unknown | bad_request)."""
    site.item(order.item)
    for index, one in enumerate(order.more_items):
        _known(site, one, f"$.more_items[{index}]")
    chosen = (order.item, *order.more_items, *_members(site, order.bundle, "$.bundle"))
    items = tuple(dict.fromkeys(chosen))
    if len(items) > MAX_ITEMS:
        raise HallProblem(ProblemCode.BAD_REQUEST, f"at most {MAX_ITEMS} items", field="$.more_items")
    return items


def queue_for(site: HallSite, live: LiveHall, items: Sequence[str], applicant: Applicant, at: int) -> str:
    """The queue in which one ticket for these items stands. HallProblem(referred) when one of them cannot be taken."""
    needs = {one: _taken(site, one, applicant) for one in items}
    if len(needs) == 1:
        return needs[items[0]]
    counters = open_counters(site, live, needs)
    found = standing(needs, counters, waits_of(site, live, counters, at)[0])
    return needs[items[0]] if found is None else found.queue


def may_come(site: HallSite, item_id: str, applicant: Applicant) -> ReachAnswer:
    """May this hall take an applicant for an item (CL-A9)? HallProblem(item_unknown)."""
    _known(site, item_id, "item")
    answer = _judged(site, item_id, applicant)
    if isinstance(answer, Taken):
        return ReachAnswer(item_id, taken=True, queue=answer.queue, cross_region=answer.cross_region)
    return ReachAnswer(item_id, taken=False, referral=referral_of(item_id, answer))


def plan_of(site: HallSite, live: LiveHall, chosen: Sequence[str], bundle_id: str, at: int) -> VisitPlan:
    """Several items before any number is asked for. HallProblem(item_unknown | bad_request)."""
    bundle = _bundle(site, bundle_id, "bundle")
    asked = tuple(dict.fromkeys((*chosen, *_members(site, bundle_id, "bundle"))))
    for one in asked:
        _known(site, one, "items")
    catalogue = as_asked(site, asked)
    counters = open_counters(site, live, {one: catalogue.items[one].queue for one in asked})
    order = bundle.order if bundle else Order.PARALLEL
    low, high = waits_of(site, live, counters, at)

    def service_s(item: str) -> int:
        return round(site.queues[catalogue.items[item].queue].service_s)

    found = basket(catalogue, asked, counters, wait=low, service_s=service_s, order=order)
    longest = found.plan.expected_s + sum(high(one.counter) - one.wait_s for one in found.plan.visits)
    return VisitPlan(
        catalogue=site.version,
        items=found.visit.items,
        queue=found.ticket.queue if found.ticket else "",
        counters=found.ticket.counters if found.ticket else (),
        stops=tuple(PlanStop(one.counter, one.items, site.counters[one.counter].place) for one in found.plan.visits),
        not_served=found.plan.not_served,
        materials=tuple(map(need_of, found.visit.materials)),
        expected=wait_band(found.plan.expected_s, longest),
        promise_days=found.visit.promise_days,
        form_fields=found.visit.form_fields,
        bundle=bundle_id,
    )


def materials_of(site: HallSite, items: Sequence[str]) -> tuple[MaterialNeed, ...]:
    """What several items want, each thing once."""
    catalogue = as_asked(site, items)
    lists = ((one.id, one.elements.materials) for one in catalogue.items.values())
    return tuple(map(need_of, merged(lists, catalogue.materials)))


def need_of(one: MergedMaterial) -> MaterialNeed:
    """A merged material as it is told."""
    return MaterialNeed(one.id, one.name, one.tolerable, one.licence, one.for_items)


def referral_of(item: str, found: reach.Referral) -> Referral:
    """A referral as it is told."""
    venue = found.venue
    if venue is None:
        return Referral(item, found.reason, help_queue=found.help_queue)
    return Referral(item, found.reason, venue.id, venue.name, venue.address, venue.phone, venue.hours, found.help_queue)


def open_counters(site: HallSite, live: LiveHall, needs: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    """The counters that work now, with their queues; all of the hall while none of those serves any of the needs."""
    wanted = set(needs.values())
    working = {no: site.counters[no].queues for no in live.working if no in site.counters}
    if any(wanted.intersection(queues) for queues in working.values()):
        return working
    return {no: rule.queues for no, rule in site.counters.items()}


class _Wait:
    """Whole seconds until a counter could take somebody who comes now, by the forecast of the shortest of its lines."""

    def __init__(self, waits: Mapping[str, int], counters: Mapping[int, Sequence[str]]) -> None:
        self._waits = waits
        self._counters = counters

    def __call__(self, no: int) -> int:
        return min((self._waits[queue] for queue in self._counters[no]), default=0)


def waits_of(site: HallSite, live: LiveHall, counters: Mapping[int, Sequence[str]], at: int) -> tuple[_Wait, _Wait]:
    """The low and the high end of the wait at each of these counters."""
    lows, highs = {}, {}
    for queue in {name for queues in counters.values() for name in queues}:
        lows[queue], highs[queue] = _span(site, live, queue, at)
    return _Wait(lows, counters), _Wait(highs, counters)


def _span(site: HallSite, live: LiveHall, queue: str, at: int) -> tuple[int, int]:
    people = live.waiting[queue]
    if people < free_for(site, queue, live.at_counter, live.working, live.waiting):
        return 0, 0
    told = live.waits.coming(site, live, queue, people, at)
    if told is None:  # nobody works there yet
        each = round(people * site.queues[queue].service_s / max(1, len(site.counters_of(queue))))
        return each, each
    return round(told.p10), round(told.p90)


def _taken(site: HallSite, item_id: str, applicant: Applicant) -> str:
    answer = _judged(site, item_id, applicant)
    if isinstance(answer, Taken):
        return answer.queue
    raise HallProblem(ProblemCode.REFERRED, answer.reason.value, field="$.item", referral=referral_of(item_id, answer))


def _judged(site: HallSite, item_id: str, applicant: Applicant) -> Taken | reach.Referral:
    item = site.offer.catalogue.items.get(item_id)
    if item is None:  # the general queue: a person answers everybody
        return Taken(site.items[item_id].queue)
    return take_or_refer(item, site.offer.here, applicant)


def _known(site: HallSite, item_id: str, field: str) -> None:
    if item_id not in site.items or item_id in site.not_now:
        raise HallProblem(ProblemCode.ITEM_UNKNOWN, item_id, field=field)


def _members(site: HallSite, bundle_id: str, field: str) -> tuple[str, ...]:
    bundle = _bundle(site, bundle_id, field)
    for one in bundle.items if bundle else ():
        _known(site, one, field)
    return bundle.items if bundle else ()


def _bundle(site: HallSite, bundle_id: str, field: str) -> Bundle | None:
    found = site.offer.bundles.get(bundle_id)
    if bundle_id and found is None:
        raise HallProblem(ProblemCode.ITEM_UNKNOWN, bundle_id, field=field)
    return found
