"""The hall as its doorways use it: every question and every command of one hall behind one object.

How to use it (api and web alike)::

    view = await hall.take_ticket(caller, key, order)      # a command: a promise, kept after the commit
    desk = hall.counter_queue(3)                           # a question: answered at once from memory

Nothing here waits, sleeps or knows an event loop: a command returns a `Promise` that whoever commits will settle, so
the same object serves a running server (whose promises are its loop's futures), a simulation and a test. Refusals are
HallProblem, raised by the call or by the promise. Idempotency (definitions.md 8) has its one home in `once`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.ports import PortName
from hall_server.contract.lists import HallSummary, TicketHistory, TicketPage, TicketWhy
from hall_server.contract.messages import CounterNow, CounterQueue, EventPage, EventView, HallNow, Health, TicketView
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.forecast.model import UNTRAINED
from hall_server.domain.hall_state import Change, CounterSession, Helped, Moved, Reborn, Staffed, counter_now
from hall_server.flows.announcing_desk import AnnouncingDesk
from hall_server.flows.application_desk import ApplicationDesk
from hall_server.flows.aside_desk import AsideDesk
from hall_server.flows.booking_desk import BookingDesk
from hall_server.flows.certificate_desk import CertificateDesk
from hall_server.flows.city_archive import CityArchive
from hall_server.flows.city_bookings import CityBookings
from hall_server.flows.city_capacity import CityCapacity
from hall_server.flows.city_index import CityIndex
from hall_server.flows.city_post import CityPost
from hall_server.flows.claim_code import CodeClaims
from hall_server.flows.elapsed import Elapsed
from hall_server.flows.enrol_desk import EnrolDesk
from hall_server.flows.expire_unanswered import due, expire_unanswered
from hall_server.flows.fleet_desk import FleetDesk
from hall_server.flows.greeter_desk import GreeterDesk
from hall_server.flows.hall_commands import HallCommands
from hall_server.flows.help_desk import HelpDesk
from hall_server.flows.here import Here
from hall_server.flows.item_desk import ItemDesk
from hall_server.flows.kiosk_desk import KioskDesk
from hall_server.flows.licence_desk import LicenceDesk
from hall_server.flows.lists import hall_summary, ticket_line, ticket_why
from hall_server.flows.live_hall import LiveHall
from hall_server.flows.machine_door import MachineDoor
from hall_server.flows.notice_desk import NoticeDesk
from hall_server.flows.once import InFlight
from hall_server.flows.one_time_files import OneTimeFiles
from hall_server.flows.pause_desk import PauseDesk
from hall_server.flows.people_desk import PeopleDesk
from hall_server.flows.profile_desk import ProfileDesk
from hall_server.flows.progress_book import ProgressBook
from hall_server.flows.reveal_desk import RevealDesk
from hall_server.flows.screen_desk import ScreenDesk
from hall_server.flows.seen import Verdict, another_life, judge_seen, may_begin_now
from hall_server.flows.supplement_desk import SupplementDesk
from hall_server.flows.talk_desk import TalkDesk
from hall_server.flows.tidy import Tidying
from hall_server.flows.urgent_desk import UrgentDesk
from hall_server.flows.views import counter_queue, event_view, hall_now, ticket_view
from hall_server.flows.voice_desk import VoiceDesk
from hall_server.flows.waits import Waits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hall_server.contract.hall_trust import HallTrust
    from hall_server.contract.urgent_notice import UrgentNow
    from hall_server.domain.forecast import Model
    from hall_server.domain.seams import Clock, Commits, Ids, Promise, Reader, Transaction
    from hall_server.domain.site import HallSite
    from hall_server.domain.ticket import TicketEvent
    from hall_server.push.hub import Hub

_log = logging.getLogger("kapok.hall")


class Hall(HallCommands):
    """One hall. Questions are answered from memory or committed rows; commands are promises."""

    def __init__(
        self,
        *,
        site: HallSite,
        commits: Commits,
        reader: Reader,
        hub: Hub,
        clock: Clock,
        ids: Ids,
        build: str = "dev",
        model: Model = UNTRAINED,
        city: Sequence[PortName] = (),
        key: bytes = b"",
    ) -> None:
        self.hub = hub
        self.stored = True  # whether the store was there when the timers last ran
        self.clock = clock
        self.build = build
        self.waits = Waits(model)
        self.trust: HallTrust | None = None  # whose signed codes count, for its kiosks to know
        self.codes = CodeClaims(clock, commits)
        self._elapsed = Elapsed(clock)
        self._here = Here(site, clock, self._elapsed)
        self._commits = commits
        self._reader = reader
        self._ids = ids
        self.items = ItemDesk(self._here, commits, reader, lambda: self._live)
        self._keys = InFlight()
        self.kiosks = KioskDesk(self._here, commits, self._keys, reader)
        self.enrolment = EnrolDesk(self._here, commits, reader, ids)
        self.fleet = FleetDesk(self._here, commits, reader, lambda: self.enrolment.keys)
        self.machine_door = MachineDoor(clock, commits, reader, self.kiosks.look)
        self.licences = LicenceDesk(self._here, commits, self._keys, reader, lambda: self._live)
        self.supplements = SupplementDesk(
            self._here, commits, self._keys, lambda: self._live, reader=reader, licences=self.licences
        )
        self.reveals = RevealDesk(self._here, commits, self.licences, lambda: self._live)
        self.bookings = BookingDesk(self._here, commits, self._keys, reader, self._shown)
        self.notices = NoticeDesk(self._here, commits, self._keys, city)
        self.post = CityPost(self._here, commits, reader, city, self.notices)
        self.city_bookings = CityBookings(self._here, commits, reader, key)
        self.city_capacity = CityCapacity(self.bookings, commits, clock)
        self.voices = VoiceDesk(self._here, commits, self._keys, reader, city)
        self.help = HelpDesk(self._here, commits, self._keys, reader)
        self.progress = ProgressBook(clock, there=PortName.PROGRESS in city)
        self.profile = ProfileDesk(self._here, commits)
        self.certificates = CertificateDesk(self._here, commits, self._keys, reader)
        self.files = OneTimeFiles(clock, ids)
        self.applications = ApplicationDesk(self._here, commits, reader)
        self.talks = TalkDesk(self._here, commits)
        self.people = PeopleDesk(self._here, commits, reader)
        self.urgent = UrgentDesk(self._here, commits, self._keys, reader)
        self.announcing = AnnouncingDesk(self._here, commits)
        self.screens = ScreenDesk(self._here, commits, reader)
        self.city_archive = CityArchive(self._here, commits, reader)
        self.city_index = CityIndex(self._here, commits, reader)
        self._tidying = Tidying(self._here)
        self._lives = reader.incarnations()
        hub.n = reader.head()  # before the rows: what comes between the two is told again and changes nothing
        self._look_again(self.today())
        self.pauses = PauseDesk(self._here, commits, self._keys, reader, lambda: self._live)
        self.pauses.look = self._look_into_the_book
        self.asides = AsideDesk(self._here, reader, lambda: self._live)
        self.greeters = GreeterDesk(self._here, commits, self._keys, lambda: self._live, self._shown, reader=reader)

    # -- questions -----------------------------------------------------------------------------------------------

    @property
    def n(self) -> int:
        """The number of the newest committed event."""
        return self.hub.n

    @property
    def incarnation(self) -> str:
        """Which life of the database this is."""
        return self._lives[-1].id

    @property
    def quiet(self) -> bool:
        """Nobody holds a number that is still good."""
        return self._live.empty

    def health(self) -> Health:
        """Open to everybody."""
        return Health("ok", self.site.id, self.incarnation, self.n, self.clock.now(), self.build, self.kiosks.alarms)

    def now(self) -> HallNow:
        """The hall in one snapshot."""
        now = hall_now(self.site, self._live, self.n, self.incarnation, self.clock.now())
        counters = tuple(map(self.pauses.shown, now.counters))
        return msgspec.structs.replace(now, notices=self.notices.anybody, urgent=self.urgent.now(), counters=counters)

    def events(self, after: int, limit: int = 100) -> EventPage:
        """Events with a number above `after`, in order, at most `limit`."""
        found = self._reader.events(after, limit)
        n = max(self.n, found[-1].n if found else 0)
        return EventPage(n, self.incarnation, self._live.business_day, tuple(event_view(event) for event in found))

    def tickets(self, day: str, *, queue: str = "", state: str = "", after: int = 0, limit: int = 50) -> TicketPage:
        """Tickets of a business day ("" = today) in the order of coming; HallProblem(queue_unknown)."""
        if queue and queue not in self.site.queues:
            raise HallProblem(ProblemCode.QUEUE_UNKNOWN, queue, field="queue")
        day = day or self._live.business_day
        found = self._reader.tickets_page(day, queue, state, after, limit + 1)
        shown = found[:limit]
        more = shown[-1].place if len(found) > limit else None
        return TicketPage(self.n, day, tuple(map(ticket_line, shown)), more)

    def history(self, ticket_id: str) -> TicketHistory:
        """All events of a ticket. Raises HallProblem(ticket_unknown)."""
        return TicketHistory(ticket_id, tuple(map(event_view, self._events_of(ticket_id))))

    def why(self, ticket_id: str) -> TicketWhy:
        """Why a ticket was called, each time. Raises HallProblem(ticket_unknown)."""
        return ticket_why(ticket_id, self._events_of(ticket_id))

    def summary(self) -> HallSummary:
        """What other halls may know."""
        return hall_summary(self.site, self.now())

    def _events_of(self, ticket_id: str) -> list[TicketEvent]:
        events = self._reader.history(ticket_id)
        if not events:
            raise HallProblem(ProblemCode.TICKET_UNKNOWN, ticket_id)
        return events

    def ticket(self, ticket_id: str, *, to_counter: bool = False) -> TicketView:
        """A ticket as it stands. Raises HallProblem(ticket_unknown). The masks go to its own counter only."""
        ticket = self._live.ticket(ticket_id) or self._reader.ticket(ticket_id)
        if ticket is None:
            raise HallProblem(ProblemCode.TICKET_UNKNOWN, ticket_id)
        site = self.items.shelf.under(ticket.catalogue)
        ahead, at = self._live.ahead(ticket), self.clock.now()
        return self.licences.lighter(ticket_view(site, self._live, ticket, ahead, at, to_counter=to_counter))

    def tickets_of(self, pseudonym: str) -> list[TicketView]:
        """A person's tickets of today whose lives go on, the oldest first; without masks."""
        return [self.ticket(one.id) for one in self._live.of(pseudonym)]

    def counter_queue(self, no: int) -> CounterQueue:
        """Whom a counter may call, the next first. Raises HallProblem(counter_unknown)."""
        return counter_queue(self.site, self._live, no, self.n, self.clock.now())

    def counter(self, no: int) -> CounterNow:
        """What a counter is doing. Raises HallProblem(counter_unknown)."""
        rule, live = self.site.counter(no), self._live
        return self.pauses.shown(counter_now(rule, live.sessions.get(no), live.at_counter.get(no)))

    def at_counter(self, no: int) -> TicketView | None:
        """The ticket called or served at a counter, with the visitor's masks; None when nobody is there."""
        ticket = self._live.at_counter.get(no)
        if ticket is None:
            return None
        site = self.items.shelf.under(ticket.catalogue)
        return self.licences.lighter(ticket_view(site, self._live, ticket, 0, self.clock.now(), to_counter=True))

    def session(self, no: int) -> CounterSession | None:
        """Who sits at a counter."""
        return self._live.sessions.get(no)

    # -- the hall's own doings -----------------------------------------------------------------------------------

    def tick(self) -> list[Promise[object]]:
        """Let timers run out and the day roll over; to be called about once a second."""
        at, today = self.clock.now(), self.today()
        self.licences.tick()
        self.notices.tick()
        self._look_into_the_book()
        self.people.look()
        promises: list[Promise[object]] = []
        if today != self._live.business_day:
            self._look_again(today)
        if forget := self._tidying.work(today):
            tidied = self._commits.submit(forget)
            tidied.add_done_callback(self._tidying.heard)
            promises.append(tidied)
        limits = self.site.limits
        late = [ticket.id for ticket in self._live.unanswered.values() if due(self._here.timed(ticket, at), at, limits)]
        promises.extend(self._commits.submit(self._expiry(ticket_id)) for ticket_id in late)
        return promises + self.items.shelf.tick() + self.bookings.tick() + self.help.tick() + self.fleet.tick()

    def check_seen(self, seen: str, *, may_begin: bool = True) -> Promise[object] | None:
        """Compare a client's `Kapok-Seen` with what this hall knows (definitions.md 6).

        None when all is well. Raises HallProblem(hall_rolled_back) for a client that must look again. A client that
        says it saw more is judged again where the newest event is certain, for another process may have written it a
        moment ago: a promise of nothing when it did, of that same refusal when the hall went back in time. Then a new
        incarnation is opened first, if the client is one that `may_begin` it.
        """
        verdict = judge_seen(seen, self._lives, self.n, self.clock.now())
        if verdict is Verdict.WELL:
            return None
        refusal = HallProblem(ProblemCode.HALL_ROLLED_BACK, "look at the hall again; Kapok-Seen names its present life")
        if verdict is Verdict.LEFT_BEHIND:
            raise refusal

        def judge_again(tx: Transaction) -> HallProblem | None:
            at = self.clock.now()
            lives = tx.lives()
            certain = judge_seen(seen, lives, tx.newest_event(), at)
            if certain is Verdict.ROLLED_BACK and may_begin and may_begin_now(lives, at):
                tx.open_incarnation(another_life(self._ids, lives, seen), at, f"seen {seen}")
            return None if certain is Verdict.WELL else refusal

        return self._commits.submit(judge_again)

    def announce(self, changes: Sequence[Change]) -> None:
        """Take in what was committed and tell everybody. Called by whoever commits, before promises are settled."""
        views: list[EventView] = []
        if self.help.hear(changes):
            self.hub.announce_help(self.help.n)
        changes = [change for change in changes if not isinstance(change, Staffed | Helped)]  # the staff door's
        for change in changes:
            if isinstance(change, Moved):
                if change.event.n <= self.n:
                    continue  # this hall was made from rows that had it
                day = change.event.business_day
                if day != self._live.business_day:
                    if change.event.birth is not None and day == self.today():
                        self._look_again(day)  # the first ticket may come before the tick sees the day
                    self._tidying.was_moved(day, self.today())
                self._elapsed.note(change)
                views.append(event_view(change.event))
            elif isinstance(change, Reborn) and change.incarnation not in self._lives:
                self._lives.append(change.incarnation)
                _log.warning("new incarnation=%s cause=%r", change.incarnation.id, change.incarnation.cause)
            self._live.apply(change)
        self.licences.hear(changes)
        self.notices.hear(changes)
        if changes:
            self.hub.announce(views[-1].n if views else self.n, views)

    def tell_urgent(self, promise: Promise[UrgentNow]) -> Promise[UrgentNow]:
        """Whoever posts or lifts a notice: everybody looks at once, not at the next tick."""
        promise.add_done_callback(lambda _: self._look_into_the_book())
        return promise

    def _look_into_the_book(self) -> None:
        if self.urgent.changed() | self.pauses.changed():
            self.hub.announce(self.n, [])

    def _look_again(self, day: str) -> None:
        reader = self._reader
        self._live = LiveHall(
            day,
            reader.live_tickets(day),
            reader.sessions(),
            self.waits,
            reader.booked_runs(day),
            is_away=self._is_away,
        )

    def _is_away(self, counter: int) -> bool:
        return self.pauses.is_away(counter)

    def today(self) -> str:
        """The business day of this moment."""
        return self._here.day(self.clock.now())

    def _expiry(self, ticket_id: str) -> Callable[[Transaction], object]:
        return lambda tx: expire_unanswered(tx, self._here, ticket_id)
