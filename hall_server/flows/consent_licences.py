"""免证办 inside a transaction: consents and uses are kept, paper is asked for or not, a correction is kept and told.

Every entry of the book of records names the visit, the place and the member of staff; never the visitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hall_server.contract.city.licences import Correction, LicenceState
from hall_server.contract.city.ports import PortName
from hall_server.contract.licence_visits import (
    ConsentState,
    ConsentView,
    HeldState,
    LicenceReported,
    LicenceShown,
    MaterialHeld,
    PaperAnswer,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.paperless import (
    CORRECTION,
    KIND,
    Consent,
    Corrected,
    Entry,
    Overridden,
    ShownThere,
    Used,
    standing,
    types_wanted,
    visit_record,
)
from hall_server.domain.city.post import CityMessage, message_id
from hall_server.domain.records import Record
from hall_server.domain.ticket import SERVER
from hall_server.flows.desk import staff
from hall_server.flows.visits import materials_of

if TYPE_CHECKING:
    from hall_server.contract.city.licences import Verified
    from hall_server.contract.licence_visits import GiveConsent, OverridePaper, ReportLicence
    from hall_server.domain.city.licences import Got
    from hall_server.domain.city.paperless import LookingFor, VisitRecord
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import Actor
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here


class AtCounter(NamedTuple):
    """A visit whose ticket is at a counter, the items of the ticket, and the caller as that counter."""

    visit: str
    items: tuple[str, ...]
    by: Caller


def consent(tx: Transaction, here: Here, visit: str, order: GiveConsent, by: Caller) -> ConsentView:
    """The visitor's word, kept. HallProblem(item_unknown | bad_request)."""
    items = tuple(dict.fromkeys(order.items))
    for index, one in enumerate(items):
        if one not in here.site.items or one in here.site.not_now:
            raise HallProblem(ProblemCode.ITEM_UNKNOWN, one, field=f"$.items[{index}]")
    types = types_wanted(materials_of(here.site, items), order.licences)
    at, state = here.clock.now(), ConsentState.GIVEN if order.given else ConsentState.REFUSED
    _write(tx, visit, staff(tx, by), Consent(state, items, types, place_of(by)), at)
    return ConsentView(visit, state, items, types, at, looking=order.given and bool(types))


def used(tx: Transaction, here: Here, wanted: LookingFor, got: tuple[Got, ...]) -> None:
    """What was asked of the city, and what came of it."""
    outcomes = {one.type: one.outcome for one in got}
    issuers = {one.type: one.issuer for one in got if one.issuer}
    items = tuple(one.item for one in wanted.asked)
    what = Used(items, wanted.place, wanted.staff, wanted.role, outcomes, issuers)
    _write(tx, wanted.visit, SERVER, what, here.clock.now())


def shown(tx: Transaction, here: Here, at: AtCounter, said: Verified) -> LicenceShown:
    """A licence was shown at the counter; a good one that the visit wants is kept as held."""
    good = said.genuine and said.state is LicenceState.VALID
    needs = [one for one in _materials(tx, here, at) if one.licence == said.type]
    if good and needs:
        _write(tx, at.visit, staff(tx, at.by), ShownThere(said.type, place_of(at.by)), here.clock.now())
    held = tuple(one.id for one in needs) if good else ()
    return LicenceShown(at.visit, said.genuine, said.type, said.state, held)


def demand_paper(tx: Transaction, here: Here, at: AtCounter, material: str) -> PaperAnswer:
    """May a counter ask for it on paper? HallProblem(paper_not_needed | bad_request)."""
    one = _material(tx, here, at, material)
    if one.state is HeldState.HELD and not one.paper_asked:
        raise HallProblem(ProblemCode.PAPER_NOT_NEEDED, one.licence, field="$.material")
    return PaperAnswer(at.visit, material, overridden=one.paper_asked)


def override_paper(tx: Transaction, here: Here, at: AtCounter, order: OverridePaper) -> PaperAnswer:
    """A member of staff takes it on themselves. HallProblem(bad_request | counter_closed)."""
    one = _material(tx, here, at, order.material)
    if one.state is HeldState.HELD and not one.paper_asked:
        what = Overridden(order.material, one.licence, order.reason, order.note)
        _write(tx, at.visit, staff(tx, at.by), what, here.clock.now())
    return PaperAnswer(at.visit, order.material, overridden=one.state is HeldState.HELD)


def report(tx: Transaction, here: Here, visit: str, order: ReportLicence, by: Caller, *, told: bool) -> LicenceReported:
    """Something is wrong with a licence: kept, and told to the city. HallProblem(bad_request | item_unknown)."""
    if order.licence not in visit_record(tx.records_about(visit)).outcomes:
        raise HallProblem(ProblemCode.BAD_REQUEST, "nobody has asked for this licence", field="$.licence")
    if order.item not in here.site.items:
        raise HallProblem(ProblemCode.ITEM_UNKNOWN, order.item, field="$.item")
    at = here.clock.now()
    message = message_id(CORRECTION, visit, order.licence, order.reason.value, order.field) if told else ""
    what = Corrected(order.licence, order.reason, order.item, order.field, message)
    _write(tx, visit, staff(tx, by), what, at)
    if told:
        body = Correction(
            type=order.licence,
            reason=order.reason,
            field=order.field,
            item=item_code(here.site, order.item),
            business=visit,
        )
        tx.post(
            CityMessage(
                id=message,
                port=PortName.LICENCES,
                kind="corrections",
                subject=f"{visit}.{order.licence}"[:64],
                correlation=visit,
                made_at=at,
                body=msgspec.json.encode(body),
            )
        )
    return LicenceReported(visit, order.licence, message)


def materials(
    site: HallSite, record: VisitRecord, items: tuple[str, ...] = (), looking: tuple[str, ...] = ()
) -> tuple[MaterialHeld, ...]:
    """Where each material of a visit is, by the book of records. `items`: the ticket's, where nobody was asked."""
    needs = materials_of(site, record.consent.items if record.consent else items)
    return standing(needs, record.outcomes, looking=looking, overridden=record.overridden)


def item_code(site: HallSite, item: str) -> str:
    """A service item's code as the city knows it; its id where the catalogue has none."""
    known = site.offer.catalogue.items.get(item)
    codes = known.elements.codes if known else None
    return (codes.implementation or codes.basic or item)[:64] if codes else item


def place_of(by: Caller) -> str:
    """Where the caller is, in a word."""
    if by.kind is ActorKind.CLERK:
        return "desk" if by.counter is None else f"counter-{by.counter}"
    return by.id


def _materials(tx: Transaction, here: Here, at: AtCounter) -> tuple[MaterialHeld, ...]:
    return materials(here.site, visit_record(tx.records_about(at.visit)), at.items)


def _material(tx: Transaction, here: Here, at: AtCounter, material: str) -> MaterialHeld:
    for one in _materials(tx, here, at):
        if one.id == material:
            return one
    raise HallProblem(ProblemCode.BAD_REQUEST, "no material of this visit", field="$.material")


def _write(tx: Transaction, visit: str, actor: Actor, what: Entry, at: int) -> None:
    told = msgspec.Raw(msgspec.json.encode(what))
    tx.add_record(Record(at=at, kind=KIND[type(what)], about=visit, actor_kind=actor.kind, actor=actor.id, what=told))
