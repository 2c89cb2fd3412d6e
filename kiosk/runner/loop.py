"""The one loop of a kiosk: event → step → effects → events. Whoever shows the visit watches it through `observe`.

Everything happens on one asyncio loop; `submit` and the touch methods may be called from any thread (the screen's).
Logs carry pages, labels and codes, never a person.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, assert_never

from kiosk.runner.arrivals import Arrivals
from kiosk.runner.boxes import BoxWatch
from kiosk.runner.claiming import Claiming
from kiosk.runner.codes import CodeDesk, business_day, moment_by
from kiosk.runner.delivery import Delivery
from kiosk.runner.desk import Desk
from kiosk.runner.errands import Errands
from kiosk.runner.finding import Finder
from kiosk.runner.hall_watch import HallWatch
from kiosk.runner.hands import Hands
from kiosk.runner.heartbeat import beating
from kiosk.runner.holders import Holders
from kiosk.runner.log_desk import LogDesk
from kiosk.runner.machine_book import MachineBook, SensorWatch
from kiosk.runner.opinions import Opinions
from kiosk.runner.paper import PaperKeeper
from kiosk.runner.paperwork import Paperwork, about_paper
from kiosk.runner.performers import Performers
from kiosk.runner.self_test import SelfTest
from kiosk.runner.senses import Senses
from kiosk.runner.settings_desk import SettingsDesk
from kiosk.runner.signal_lamp import SignalLamp
from kiosk.runner.trust import TrustKeeper
from kiosk.runner.upgrading import upgrading
from kiosk.runner.voices import VoicePost
from kiosk.runner.watchers import Watchers
from kiosk.runner.works import Works
from kiosk.session.codes import listens
from kiosk.session.effects import (
    AskForCheckIn,
    AskForTicket,
    CallStaff,
    ConfirmPrint,
    Effect,
    FindBooking,
    FindBookings,
    FindTicket,
    Hush,
    KioskEffect,
    PlayTone,
    PrintSlip,
    Say,
    Wipe,
)
from kiosk.session.events import CatalogueCame, Event, HallNews, Tick
from kiosk.session.journey import Errand
from kiosk.session.self_test import waits_for
from kiosk.session.self_test_words import CodeFelt
from kiosk.session.staffing import StaffWanted
from kiosk.session.state import Session
from kiosk.session.step import step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from devices.values.access_pad import PadKey
    from devices.values.code_scanner import ScannedCode
    from kiosk.codes.scan import Moment
    from kiosk.paper.about import AboutPaper
    from kiosk.runner.parts import Parts

LOG = logging.getLogger("kapok.kiosk")

TICK_S = 0.25


class Kiosk(Hands):
    """A kiosk that runs. `run` until cancelled; `session` is the newest value; `observe` hears every new one."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.clock, self.fresh_id = parts.clock, parts.fresh_id  # for a screen that makes its own events
        self.scanner = parts.boxes.scanner  # a window hands its keys to one that types
        self.session = parts.session(parts.clock())
        self._events: asyncio.Queue[Event] = asyncio.Queue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._observers, self._listeners = Watchers[Session](), Watchers[Effect]()
        self._works = Works()
        self._journal = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self.holders = Holders(parts.pseudonym_key)
        self._boxes = BoxWatch(
            parts.boxes,
            post=self._post,
            clock=parts.clock,
            key=parts.pseudonym_key,
            day=self._business_day,
            hear=self._hear,
            fresh_id=parts.fresh_id,
            named=self.holders.remember,
        )
        self.errands = Errands()
        self._senses = Senses(
            parts.boxes, post=self._post, clock=parts.clock, on_health=self._boxes.health, quiet=parts.quiet
        )
        self.paperwork = Paperwork(
            parts.boxes, post=self._post, clock=parts.clock, about=self._about, on_health=self._boxes.health
        )
        voices = None if parts.voices is None else VoicePost(parts.voices, parts.store.voices, self._journal)
        self._opinions = Opinions(voices, self._post, parts.clock, self._boxes.printer)
        self._opinions.serve(self.errands)
        self.observe(self._opinions.look)
        self._book = MachineBook(parts.store, self._journal, parts.security, parts.fresh_id)
        self._sensors = SensorWatch(parts.boxes.sensors, self._book, self._boxes.health)
        performers = Performers(
            parts,
            self.errands,
            post=self._post,
            work=self._works.begin,
            holders=self.holders,
            printer=self._boxes.printer,
            paperwork=self.paperwork,
            about=self._about,
            hall=lambda: self.session.hall,
            day=self._business_day,
            book=self._book,
        )
        self._lamp = SignalLamp(parts.boxes.indicator, self._boxes.health, self._boxes.known.values)
        self.observe(self._lamp.see)
        self._self_test = SelfTest(
            parts.looks,
            self._boxes,
            self.paperwork.scanner,
            self._lamp,
            post=self._post,
            clock=parts.clock,
            session=self._now,
        )
        self._self_test.serve(self.errands)
        LogDesk(
            parts.kept_log,
            parts.log,
            parts.mounted,
            kiosk_id=parts.kiosk_id,
            post=self._post,
            clock=parts.clock,
        ).serve(self.errands)
        self.on_key(self._self_test.pressed)
        self.listen(self._self_test.hear)
        self._talks = performers.talks
        for hear in (*performers.listeners, self._forget_holders):
            self.listen(hear)
        self._desk = Desk(
            hall=parts.hall,
            store=parts.store,
            printer=self._boxes.printer,
            slip_of=parts.slip_of,
            post=self._post,
            clock=parts.clock,
            journal=self._journal,
            patience=parts.patience,
            fresh_id=parts.fresh_id,
        )
        self._codes = CodeDesk(parts.codes, self._moment)
        within_s, standby = parts.patience.take_s, self._desk.standby
        self._claiming = Claiming(parts.hall, standby, parts.clock, within_s)
        self._finder = Finder(parts.hall, standby, self._post, parts.clock, within_s, lambda: self._moment().hall_us)
        self._arrivals = Arrivals(
            self._post,
            parts.clock,
            parts.fresh_id,
            parts.pseudonym_key,
            self._business_day,
            self._claiming,
            parts.online,
            self.holders.handle,
        )
        self._trust = TrustKeeper(parts.codes, parts.store, self._journal)
        self._paper = PaperKeeper(parts.paper, parts.store, self._journal)
        self._delivery = Delivery(
            parts.kiosk_id, parts.hall, parts.store, self._desk.standby, self._journal, parts.delivery_pace
        )
        self._hall = HallWatch(
            parts.hall, self._post, parts.clock, parts.pace, listener=self._delivery, trust=self._trust
        )
        self._beating = beating(parts, self._journal, self._boxes, self._now)
        if self._beating:
            self.observe(self._beating.look)
        restart = None if self._beating is None else self._beating.restart
        SettingsDesk(parts.pushed, self._journal, self._post, parts.clock, restart).serve(self.errands)
        upgrading(parts, self._beating, self._post).serve(self.errands)
        self._hall.on_help = performers.helping.wake
        self._desk.standby.look = self._hall.look_soon
        self._desk.teller.posted = self._book.posted = self._delivery.wake

    @property
    def owes_the_hall(self) -> int:
        """How many numbers the hall has not heard the end of yet."""
        return self._desk.owes_the_hall

    @property
    def works(self) -> int:
        """How many numbers are being asked for or printed right now."""
        return len(self._works)

    def observe(self, callback: Callable[[Session], None]) -> None:
        """Call back with every new session, on the loop's thread. An observer that raises is a bug and is logged."""
        self._observers.add(callback)

    def listen(self, callback: Callable[[Effect], None]) -> None:
        """Call back with every effect (tones, wipes, calls for staff), on the loop's thread."""
        self._listeners.add(callback)

    def on_key(self, callback: Callable[[PadKey], None]) -> None:
        """Call back with every key of the pad below the screen, on the loop's thread."""
        self._senses.on_key(callback)

    def show_picture(self, picture: bytes) -> None:
        """The glass as somebody else may see it (共享屏幕); dropped when nobody does. Any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(lambda: self._works.begin(self._talks.picture(picture)))

    def photographed_by(self, shot: Callable[[], bytes | None]) -> None:
        """How its glass is photographed for the hall; see `Deeds.shot`."""
        if self._beating:
            self._beating.deeds.shot = shot

    def tick(self) -> None:
        """The small sound of a touch. Any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._senses.tick)

    def submit(self, event: Event) -> None:
        """Hand in an event from any thread; dropped when the kiosk does not run."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._events.put_nowait, event)

    async def run(self) -> None:
        """Run until cancelled; then everything is closed and nothing of a visitor is left."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._desk.recover()
            await self._trust.restore()
            self._take_up()
            async with asyncio.TaskGroup() as boxes:
                boxes.create_task(self._boxes.run())
                boxes.create_task(self._senses.run())
                boxes.create_task(self._sensors.run())
                boxes.create_task(self._lamp.run())
                boxes.create_task(self.paperwork.run())
                try:
                    async with asyncio.TaskGroup() as tasks:
                        tasks.create_task(self._steps())
                        tasks.create_task(self._ticks())
                        tasks.create_task(self._hall.run())
                        tasks.create_task(self._desk.run())
                        tasks.create_task(self._delivery.run())
                        tasks.create_task(self._paper.run())
                        tasks.create_task(self._opinions.run())
                        tasks.create_task(self._claiming.run())
                        if self._beating:
                            tasks.create_task(self._beating.run())
                finally:
                    await self._works.let_slips_out(self._parts.patience.last_slip_s)
        finally:
            await self._stop()

    def discard(self) -> None:
        """Close a kiosk that was built and never run."""
        self._journal.shutdown(wait=True)
        self._parts.store.close()
        self._parts.hall.close()

    def _take_up(self) -> None:
        """What was known of the hall before this process began: enough to give numbers when it does not answer."""
        standby = self._desk.standby
        if standby.contact is not None:
            self._parts.hall.remember(standby.contact.now.incarnation, standby.contact.now.n)
            self._post(HallNews(self.clock(), standby.contact.now))
        if standby.catalogue is not None:
            self._post(CatalogueCame(self.clock(), standby.catalogue))

    async def _stop(self) -> None:
        await self._works.stop()
        await self._paper.keep()
        self.discard()
        self._loop = None
        self.session = self._parts.session()

    def _post(self, event: Event) -> None:
        self._events.put_nowait(event)

    async def _ticks(self) -> None:
        while True:
            self._post(Tick(self.clock()))
            await asyncio.sleep(TICK_S)

    async def _steps(self) -> None:
        while True:
            event = await self._events.get()
            before = self.session
            self.session, effects = step(before, event)
            if self.session.page is not before.page:
                LOG.info("%s -> %s", before.page.value, self.session.page.value)
            self._observers.tell(self.session)
            for effect in effects:
                self._listeners.tell(effect)
                self._begin(effect) if isinstance(effect, Errand) else self._perform(effect)

    def _begin(self, errand: Errand) -> None:
        if (work := self.errands.begin(errand)) is not None:
            self._works.begin(work)

    def _perform(self, effect: KioskEffect) -> None:
        match effect:
            case AskForTicket():
                self._works.begin(self._desk.ask(effect))
            case AskForCheckIn():
                self._works.begin(self._desk.check_in(effect))
            case FindBookings() | FindBooking() | FindTicket():
                self._works.begin(self._finder.find(effect))
            case PrintSlip():
                self._works.begin(self._desk.print(effect, self.session.hall), slip=True)
            case ConfirmPrint():
                self._desk.tell(effect.ticket_id, effect.answer)
            case CallStaff():
                LOG.warning("a person is needed here: %s", effect.reason)
                self._post(StaffWanted(self.clock(), effect.reason, self._parts.fresh_id()))
            case PlayTone() | Say() | Hush() | Wipe():
                self._senses.sound(effect)
            case _:  # pragma: no cover - the type checker proves it
                assert_never(effect)

    def _forget_holders(self, effect: Effect) -> None:
        """At the end of a visit; the card that ended it may be the next visitor's."""
        if isinstance(effect, Wipe):
            person = self.session.current_visit().person
            self.holders.forget(but="" if person is None else person.pseudonym)

    def _hear(self, code: ScannedCode) -> None:
        if waits_for(self.session, "code_scanner"):
            self._post(CodeFelt(self.clock(), len(code.data)))
        elif listens(self.session):
            self._works.begin(self._arrivals.follow(self._codes.hear(code)))
        else:  # not even looked at: a signed code is not used up by it
            LOG.info("a code was passed over on %s", self.session.page.value)

    def _now(self) -> Session:
        return self.session

    def _moment(self) -> Moment:
        return moment_by(self._desk.standby.contact, self._parts.store.machine, self._business_day())

    def _about(self) -> AboutPaper:
        return about_paper(self.session.hall, self.session.catalogue, self._parts.kiosk_name, self._moment())

    def _business_day(self) -> date:
        return business_day(self.session.hall)
