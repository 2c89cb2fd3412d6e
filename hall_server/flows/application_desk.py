"""申办 at the kiosks of one hall: what may be handed in, that somebody said yes, what the city said. Behind `Hall`.

Form and pages never come here: the doorway passes them on to the city while they come, sealed. The book of records has
the visit, the kiosk, the item and the city's receipt, and names nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.applications import ApplicationBegun, ApplicationReceipt
from hall_server.contract.city.applications import (
    PART_MAX,
    PIECE_MAX,
    TOTAL_MAX,
    ApplicationWanted,
    HandIn,
)
from hall_server.contract.licence_visits import HeldState
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.city.applications import (
    BEGUN,
    HANDED_IN,
    Begun,
    HandedIn,
    Judged,
    judged,
    receipt_of,
    wanted_of,
)
from hall_server.domain.city.paperless import standing, visit_record
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.items.guide import SILENT
from hall_server.domain.records import Record
from hall_server.flows.consent_licences import item_code, place_of
from hall_server.flows.visits import need_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hall_server.contract.applications import BeginApplication, HandInApplication
    from hall_server.contract.city.applications import ApplicationOpened, ApplicationTaken
    from hall_server.contract.item_words import ResultWay
    from hall_server.contract.visits import MaterialNeed
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


class Asked(NamedTuple):
    """What an item asks for in this visit, and what of it the hall has."""

    item: str
    name: str
    needs: tuple[MaterialNeed, ...]
    held: frozenset[str]
    form_fields: tuple[str, ...]
    ways: tuple[ResultWay, ...]


class Ready(NamedTuple):
    """What goes to the city, or, when it has been there before, the receipt of that time."""

    whole: HandIn
    materials: Judged
    receipt: ApplicationReceipt | None = None


class ApplicationDesk:
    """Everything about applications that a hall answers for."""

    def __init__(self, here: Here, commits: Commits, reader: Reader) -> None:
        self._here = here
        self._commits = commits
        self._reader = reader

    def asked(self, order: BeginApplication) -> Asked:
        """What there is to fill and to scan. HallProblem(item_unknown | bad_request)."""
        if not order.consent:
            raise HallProblem(ProblemCode.BAD_REQUEST, "nobody said yes", field="$.consent")
        return self._asked(correlation_of(order.visit), order.item, order.answers)

    def wanted(self, caller: Caller, order: BeginApplication) -> ApplicationWanted:
        """The question to the city."""
        site = self._here.site
        return ApplicationWanted(
            item=item_code(site, order.item),
            business=correlation_of(order.visit),
            place=place_of(caller),
            name=site.item(order.item).name[:64],
        )

    def begun(self, caller: Caller, application: str, order: BeginApplication) -> Promise[None]:
        """Keep that they said yes, once."""
        visit, what, at = correlation_of(order.visit), Begun(application, order.item), self._here.clock.now()

        def flow(tx: Transaction) -> None:
            if not any(_is_of(one, BEGUN, application) for one in tx.records_about(visit)):
                tx.add_record(_record(caller, BEGUN, visit, what, at))

        return self._commits.submit(flow)

    def view(self, application: str, asked: Asked, opened: ApplicationOpened) -> ApplicationBegun:
        """What the kiosk is told."""
        return ApplicationBegun(
            application=application,
            item=asked.item,
            item_name=asked.name,
            key=opened.key,
            expires_at=opened.expires_at,
            piece_max=PIECE_MAX,
            part_max=PART_MAX,
            total_max=TOTAL_MAX,
            materials=asked.needs,
            held=tuple(one.id for one in asked.needs if one.id in asked.held),
            form_fields=asked.form_fields,
            deliveries=asked.ways,
        )

    def ready(self, caller: Caller, application: str, order: HandInApplication) -> Ready:
        """Whether it is complete as far as the hall can see.

        HallProblem(not_allowed: it was begun elsewhere | item_unknown | bad_request | materials_missing).
        """
        visit = correlation_of(order.visit)
        records = self._reader.records_about(visit)
        begun = [one for one in records if _is_of(one, BEGUN, application) and one.actor == caller.id]
        if not begun or begun[0].as_(Begun).item != order.item:
            raise HallProblem(ProblemCode.NOT_ALLOWED, "this application was not begun here in this visit")
        whole = HandIn(parts=order.parts, materials=order.materials, delivery=order.delivery)
        told = [one.as_(HandedIn).receipt for one in records if one.kind == HANDED_IN]
        known = next((one for one in told if one.application == application), None)
        if known is not None:
            return Ready(whole, Judged(known.by_licence, known.later), known)
        asked = self._asked(visit, order.item, order.answers)
        if order.delivery not in asked.ways:
            raise HallProblem(ProblemCode.BAD_REQUEST, "not a way of this item", field="$.delivery")
        return Ready(whole, judged(asked.needs, asked.held, order))

    def handed_in(
        self, caller: Caller, order: HandInApplication, taken: ApplicationTaken, materials: Judged
    ) -> Promise[ApplicationReceipt]:
        """The city has it: kept once, and answered the same however often it is handed in."""
        site, visit, at = self._here.site, correlation_of(order.visit), self._here.clock.now()
        item = next(one for one in site.catalogue if one.id == order.item)
        receipt = receipt_of(item, order, taken, materials, site.hotline)

        def flow(tx: Transaction) -> ApplicationReceipt:
            for one in tx.records_about(visit):
                if one.kind == HANDED_IN and one.as_(HandedIn).receipt.application == taken.application:
                    return one.as_(HandedIn).receipt
            tx.add_record(_record(caller, HANDED_IN, visit, HandedIn(receipt), at))
            return receipt

        return self._commits.submit(flow)

    def _asked(self, visit: str, item_id: str, answers: Mapping[str, str]) -> Asked:
        site = self._here.site
        rule, item = site.item(item_id), site.offer.catalogue.items.get(item_id)
        if item is None:
            raise HallProblem(ProblemCode.ITEM_UNKNOWN, "nothing to apply for", field="$.item")
        needs = tuple(map(need_of, wanted_of(site.offer.catalogue, item, answers)))
        outcomes = visit_record(self._reader.records_about(visit)).outcomes
        held = frozenset(one.id for one in standing(needs, outcomes) if one.state is HeldState.HELD)
        ways = site.offer.catalogue.guides.get(item_id, SILENT).result_ways
        return Asked(item_id, rule.name, needs, held, item.form_fields, ways)


def _is_of(record: Record, kind: str, application: str) -> bool:
    return record.kind == kind and record.as_(Begun).application == application


def _record(caller: Caller, kind: str, visit: str, what: msgspec.Struct, at: int) -> Record:
    told = msgspec.Raw(msgspec.json.encode(what))
    return Record(at=at, kind=kind, about=visit, actor_kind=caller.kind, actor=caller.id, what=told)
