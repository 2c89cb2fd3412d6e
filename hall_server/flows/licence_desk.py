"""免证办 of one hall: consent, what was found, paper that is not needed; behind one object of `Hall`.

Answers come at once from memory and committed rows, with "still looking" while somebody else asks the city (`ask`,
which the app brings); the hall never waits for it. What licences say stays in `FoundLicences` and nowhere else.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hall_server.contract.city.licences import Purpose, UseReason
from hall_server.contract.licence_visits import (
    ConsentState,
    ConsentView,
    DemandPaper,
    FilledField,
    GiveConsent,
    HeldState,
    LicenceReported,
    LicencesFound,
    LicenceShown,
    LookUpCounts,
    OverridePaper,
    PaperAnswer,
    ReportLicence,
)
from hall_server.contract.messages import Empty
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind
from hall_server.domain.city.licences import filled
from hall_server.domain.city.paperless import (
    USE,
    Asked,
    LookingFor,
    counts,
    standing,
    to_bring,
    visit_record,
)
from hall_server.domain.hall_state import Moved
from hall_server.domain.items.correlation import correlation_of
from hall_server.domain.moves import ENDED
from hall_server.flows.consent_licences import (
    AtCounter,
    consent,
    demand_paper,
    item_code,
    materials,
    override_paper,
    place_of,
    report,
    shown,
    used,
)
from hall_server.flows.found_licences import Found, FoundLicences
from hall_server.flows.once import InFlight, Request, once
from hall_server.flows.records_since import before_moment
from hall_server.flows.visits import materials_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hall_server.contract.city.licences import Verified
    from hall_server.contract.messages import TicketView
    from hall_server.domain.city.licences import Got
    from hall_server.domain.hall_state import Change
    from hall_server.domain.seams import Commits, Promise, Reader, Transaction
    from hall_server.flows.caller import Caller
    from hall_server.flows.here import Here
    from hall_server.flows.live_hall import LiveHall

T = TypeVar("T")
_PAGE = 1_000
KIOSK_READS_US = 10 * 60 * 1_000_000
_ROLE = "counter"  # 岗位, as the city hears it


class LicenceDesk:
    """Everything about licences that kiosks and counters ask. `ask`: sends for an answer that `heard` gets later."""

    def __init__(
        self, here: Here, commits: Commits, keys: InFlight, reader: Reader, live: Callable[[], LiveHall]
    ) -> None:
        self.ask: Callable[[LookingFor], None] | None = None  # None: this hall has no such platform
        self._here = here
        self._commits = commits
        self._keys = keys
        self._reader = reader
        self._live = live
        self._memory = FoundLicences()

    # -- questions -----------------------------------------------------------------------------------------------

    def found(self, caller: Caller, visit: str) -> LicencesFound:
        """A visit's materials and form. HallProblem(bad_request | not_allowed | not_your_ticket).

        For the kiosk of the consent and for the counter where the ticket is; nobody else.
        """
        visit = correlation_of(visit)
        found = self._memory.get(visit)  # before the record: what is remembered as settled is recorded
        record = visit_record(self._reader.records_about(visit))
        items: tuple[str, ...] = ()
        if caller.kind is ActorKind.CLERK:
            items = self._at_counter(caller, visit).items
        elif record.consent is not None and record.consent.place != place_of(caller):
            raise HallProblem(ProblemCode.NOT_ALLOWED, "the consent was given elsewhere")
        looking = found.looking if found else ()
        held = materials(self._here.site, record, items, looking)
        open_ = found is not None and record.state is ConsentState.GIVEN and self._may_read(caller, found)
        fields = filled(found.form_fields, found.got) if found and open_ else ()
        return LicencesFound(
            visit,
            record.state,
            bool(looking),
            len(to_bring(held)),
            held,
            tuple(FilledField(one.field, one.label, one.value, f"{one.source} 电子证照") for one in fields),
        )

    def counts(self, since: int = 0, after: int = 0) -> LookUpCounts:
        """How look-ups ended by type of licence (CL-E20), since a moment (UTC microseconds), page by page."""
        page = self._reader.records(USE, after or before_moment(self._reader, USE, since), _PAGE)
        return LookUpCounts(since, counts(page), page[-1].n if len(page) == _PAGE else None)

    def lighter(self, view: TicketView) -> TicketView:
        """A ticket without what its visitor need not bring (CL-C2)."""
        found = self._memory.get(view.correlation or view.id) if len(self._memory) else None
        if found is None or not found.got:
            return view
        held = {one.id: one.name for one in standing(found.needs, found.outcomes) if one.state is HeldState.HELD}
        return msgspec.structs.replace(
            view,
            bring=tuple(name for name in view.bring if name not in held.values()),
            materials=tuple(one for one in view.materials if one.id not in held),
        )

    # -- commands ------------------------------------------------------------------------------------------------

    def consent(self, caller: Caller, key: str, visit: str, order: GiveConsent) -> Promise[ConsentView]:
        """征得同意. Whose licences goes to the city and nowhere else: not into the record, nor what is kept of this.

        HallProblem(item_unknown | bad_request | not_your_ticket).
        """
        visit = correlation_of(visit)
        if order.given and order.holder is None:
            raise HallProblem(ProblemCode.BAD_REQUEST, "whose licences?", field="$.holder")
        if caller.kind is ActorKind.CLERK:
            caller = self._at_counter(caller, visit).by
        nameless = msgspec.structs.replace(order, holder=None, principal=None, mandate="")
        request = Request(key, "consent", visit, caller, nameless)
        promise = self._command(request, ConsentView, lambda tx: consent(tx, self._here, visit, nameless, caller))
        promise.add_done_callback(lambda done: self._begin(done, caller, order))
        return promise

    def demand(self, caller: Caller, key: str, visit: str, order: DemandPaper) -> Promise[PaperAnswer]:
        """要求纸质: refused for what is held. HallProblem(paper_not_needed | bad_request | not_your_ticket)."""
        at = self._at_counter(caller, correlation_of(visit))

        def flow(tx: Transaction) -> PaperAnswer:
            return demand_paper(tx, self._here, at, order.material)

        return self._command(Request(key, "demand_paper", at.visit, at.by, order), PaperAnswer, flow)

    def override(self, caller: Caller, key: str, visit: str, order: OverridePaper) -> Promise[PaperAnswer]:
        """仍要纸质, with a reason that is kept. HallProblem(bad_request | not_your_ticket)."""
        at = self._at_counter(caller, correlation_of(visit))

        def flow(tx: Transaction) -> PaperAnswer:
            return override_paper(tx, self._here, at, order)

        return self._command(Request(key, "override_paper", at.visit, at.by, order), PaperAnswer, flow)

    def purpose(self, caller: Caller, visit: str, item: str = "") -> Purpose:
        """What a counter asks the city for, about an item of the ticket at it ("" = its first one).

        HallProblem(bad_request | not_your_ticket).
        """
        at = self._at_counter(caller, correlation_of(visit))
        if item and item not in at.items:
            raise HallProblem(ProblemCode.BAD_REQUEST, "no item of this ticket", field="$.item")
        staff_no = self._staff_no(at.by)
        return Purpose(
            item=item_code(self._here.site, item or at.items[0]),
            business=at.visit,
            place=place_of(at.by),
            reason=UseReason.ACCEPTANCE,
            staff=staff_no,
            role=_ROLE if staff_no else "",
        )

    def shown(self, caller: Caller, key: str, visit: str, said: Verified) -> Promise[LicenceShown]:
        """扫码亮证: what the city says of a licence that was shown; bound to the ticket at the counter, no other."""
        at = self._at_counter(caller, correlation_of(visit))

        def flow(tx: Transaction) -> LicenceShown:
            return shown(tx, self._here, at, said)

        return self._command(Request(key, "show_licence", at.visit, at.by, Empty()), LicenceShown, flow)

    def report(self, caller: Caller, key: str, visit: str, order: ReportLicence) -> Promise[LicenceReported]:
        """证照信息有误 (CL-E4)."""
        visit, told = correlation_of(visit), self.ask is not None

        def flow(tx: Transaction) -> LicenceReported:
            return report(tx, self._here, visit, order, caller, told=told)

        return self._command(Request(key, "report_licence", visit, caller, order), LicenceReported, flow)

    # -- what happens beside -------------------------------------------------------------------------------------

    def heard(self, wanted: LookingFor, got: tuple[Got, ...]) -> Promise[None]:
        """The city has answered, or has not: kept without what it said, then remembered.

        In this order: whoever is told that nobody looks any more finds every outcome beside it.
        """
        done = self._commits.submit(lambda tx: used(tx, self._here, wanted, got))
        done.add_done_callback(lambda _: self._memory.heard(wanted.visit, got))
        return done

    def hear(self, changes: Iterable[Change]) -> None:
        """A ticket that has ended takes with it what was found for it."""
        for change in changes if len(self._memory) else ():
            if isinstance(change, Moved) and change.ticket.state in ENDED:
                self._memory.forget(change.ticket.correlation or change.ticket.id)

    def tick(self) -> None:
        """Drop what is too old."""
        if len(self._memory):
            self._memory.age(self._here.clock.now())

    def _begin(self, done: Promise[ConsentView], caller: Caller, order: GiveConsent) -> None:
        """The word is kept: send for the licences. A repeat asks again only when something is not known."""
        with suppress(HallProblem):
            view = done.result()
            known = self._memory.get(view.visit)
            if view.state is not ConsentState.GIVEN:
                self._memory.forget(view.visit)
            elif known is None or known.lacks(view.licences):
                self._look(view, caller, order)

    def _look(self, view: ConsentView, caller: Caller, order: GiveConsent) -> None:
        site, ask = self._here.site, self.ask
        needs = materials_of(site, view.items)
        if ask is None or order.holder is None or not view.licences:
            return
        left, asked = list(view.licences), []
        for item in view.items:
            types = tuple(one.licence for one in materials_of(site, (item,)) if one.licence in left)
            left = [one for one in left if one not in types]
            if types:
                asked.append(Asked(item_code(site, item), types))
        staff_no = self._staff_no(caller)
        wanted = LookingFor(
            visit=view.visit,
            holder=order.holder,
            asked=tuple(asked),
            place=place_of(caller),
            principal=order.principal,
            mandate=order.mandate,
            staff=staff_no,
            role=_ROLE if staff_no else "",
        )
        form = tuple(
            dict.fromkeys(
                field
                for item in view.items
                if (known := site.offer.catalogue.items.get(item))
                for field in known.form_fields
            )
        )
        self._memory.put(view.visit, Found(self._here.clock.now(), wanted.place, needs, form, wanted.types))
        ask(wanted)

    def _staff_no(self, caller: Caller) -> str:
        if caller.kind is not ActorKind.CLERK:
            return ""
        session = self._live().sessions.get(caller.counter or 0)
        return session.clerk if session else caller.id

    def _may_read(self, caller: Caller, found: Found) -> bool:
        """A kiosk has another visitor soon: it reads what licences say for some minutes only."""
        return caller.kind is ActorKind.CLERK or self._here.clock.now() - found.at < KIOSK_READS_US

    def _at_counter(self, caller: Caller, visit: str) -> AtCounter:
        """The visit at the caller's counter; the caller as that counter, so that entries name who sits there."""
        for no, ticket in list(self._live().at_counter.items()):
            if (ticket.correlation or ticket.id) == visit and caller.counter in {None, no}:
                return AtCounter(visit, ticket.items or (ticket.item,), msgspec.structs.replace(caller, counter=no))
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET, "this visit is not at the counter")

    def _command(self, request: Request, shape: type[T], answer: Callable[[Transaction], T]) -> Promise[T]:
        self._keys.enter(request.key)
        at = self._here.clock.now
        promise = self._commits.submit(lambda tx: once(tx, request, at(), shape, answer), (request.key,))
        return self._keys.leave_with(request.key, promise)
