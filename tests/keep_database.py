"""Keeps a hall's database as this program makes it at its newest revision: run at a release that has new tables.

    python -m tests.keep_database        writes tests/golden/hall_server/v<revision>.sql, unless it is there

A small hall lives through two business days by its own flows: every state of a ticket, seats, a visitor's masks, a
life that ended, a kiosk with a block of numbers and a delivered outbox, calls for help, bookings in every state, a
publication of the catalogue, post to the city in every state, an entry in the book of records. Clock and ids are the
script's own, so the same program writes the same file. A kept file is never changed: every later program must bring it
up to its own tables.
Everybody in it is made up. Knows no older revision.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.bookings import Book, CancelBooking, Channel, CheckIn, ConfirmBooking
from hall_server.contract.city.ports import PortName
from hall_server.contract.enrolment import MachineState
from hall_server.contract.help_calls import AnswerHelp, AskHelp, HelpState
from hall_server.contract.messages import (
    CallTicket,
    CompleteTicket,
    ConfirmPrint,
    HoldTicket,
    OnBehalf,
    SignIn,
    TakeTicket,
    Transfer,
    VisitorMask,
)
from hall_server.contract.offline import AskLease, LeaseGrant, OfflineAnswer, OfflineTake, Outbox
from hall_server.contract.problems import HallProblem
from hall_server.contract.staff import StaffRole
from hall_server.contract.vocabulary import Chip, Origin, Outcome, PrintAnswer, Relation, Role
from hall_server.domain.accounts import StaffAccount
from hall_server.domain.appointment import BookingPolicy, BookingRule, OutOfHours
from hall_server.domain.calendar import Span
from hall_server.domain.city.post import CityMessage, message_id, refused, taken
from hall_server.domain.code_claims import CodeClaim, code_mark
from hall_server.domain.fleet import SLOT_US, Condition, Slot, slot_at
from hall_server.domain.items.catalogue import Catalogue, version_of
from hall_server.domain.items.element import Elements, Material, ServiceItem
from hall_server.domain.items.offering import offering
from hall_server.domain.machines import EnrolmentCode, Machine
from hall_server.domain.records import Record
from hall_server.domain.ticket import SECOND
from hall_server.flows.caller import Caller
from hall_server.flows.staff_door import StaffDoor
from hall_server.store.keys import make_key
from hall_server.store.migrate import newest_revision
from tests.integration.hall_server.made import KIOSK, MadeHall, clerk
from tests.unit.hall_server.halls import NOON, SITE, HandClock

if TYPE_CHECKING:
    from hall_server.domain.seams import Transaction
    from hall_server.domain.site import HallSite

GOLDEN = Path(__file__).parent / "golden" / "hall_server"
ABOUT = """\
-- A hall as the program made it at its schema {revision}: two business days, two lives, tickets in every state that
-- it knew. Never changed; every later program brings it up to its own tables. Made by tests/keep_database.py.
"""
DAY_S, DAYS = 24 * 3_600, 5  # after so many days the first answers of the first one are forgotten: a smaller file
VISITOR = VisitorMask("ab" * 16, "陈*明", "123X")
OTHER = VisitorMask("cd" * 16, "欧阳**", "0042")
BEHALF = OnBehalf(Relation.RELATIVE, OTHER, "木棉科技")
BOOT, HARDWARE = "20000000-0000-4000-8000-000000000001", "a" * 64
_BLOB = re.compile(r"X'([0-9A-F]+)'")


def kept_site() -> HallSite:
    """The test hall, with appointments and a catalogue of two items."""
    rule = BookingRule(out_of_hours=(OutOfHours((1, 2, 3, 4, 5), Span(19 * 60, 21 * 60), places=1),))
    queues = {**SITE.queues, "A": msgspec.structs.replace(SITE.queues["A"], book_share=0.5)}
    hall = msgspec.structs.replace(SITE, queues=queues, booking=BookingPolicy((rule,)))
    needs = Elements(name="居住证", materials=(Material("m1", "身份证"),))
    items = {
        "i1": ServiceItem(id="i1", elements=needs, queue="A", default_outcome=Outcome.ACCEPTED),
        "i2": ServiceItem(id="i2", elements=Elements(name="登记"), queue="C", default_outcome=Outcome.DONE_AT_ONCE),
    }
    return offering(hall, Catalogue(version_of(items, {}), "", items))


def keep(folder: Path) -> Path:
    """Make the database in an empty folder."""
    story = Story(folder)
    story.made.tick()  # publishes the catalogue
    story.first_bookings()
    waited = story.first_day()
    story.days_between()
    story.staff()
    story.second_day(waited)
    story.outbox(story.lease())
    story.second_bookings()
    story.take(item="i2")
    story.help()
    story.city()
    story.people()
    story.machines()
    path = story.made.path
    make_key(path, SITE.id, Role.KIOSK, KIOSK.id, place="K1", at=NOON)
    story.made.close()
    with contextlib.closing(sqlite3.connect(path)) as db:  # a key that nobody has, and the same each time
        db.execute("UPDATE api_key SET id = 'k1', secret_hash = ?", (b"k" * 32,))
        db.commit()
    return path


def dump(path: Path) -> str:
    """A database as SQL; what is JSON in it can be read."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        return "".join(f"{_BLOB.sub(_readable, line)}\n" for line in db.iterdump())


def _readable(found: re.Match[str]) -> str:
    blob = bytes.fromhex(found[1])
    if not blob.startswith(b'{"'):
        return found[0]
    words = blob.decode().replace("'", "''")
    return f"CAST('{words}' AS BLOB)"


class Story:
    """What happens in the hall, in order. Each command bears the next id."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(NOON)
        self.made = MadeHall(folder, self.clock, kept_site())
        self.hall = self.made.hall
        self._keys = 0

    def key(self) -> str:
        self._keys += 1
        return f"10000000-0000-4000-8000-{self._keys:012}"

    # -- the days ------------------------------------------------------------------------------------------------

    def first_day(self) -> str:
        """Everything that ends, and a ticket that waits when the day is over."""
        one, hall = self.open(1), self.hall
        self.open(2)
        served = self.called(one, visitor=VISITOR, chips=(Chip.ELDER, Chip.WHEELCHAIR))
        self.clock.forward(25)
        hall.recall(one, self.key(), served).result()
        hall.serve(one, self.key(), served).result()
        self.clock.forward(300)
        hall.complete(one, self.key(), served, CompleteTicket()).result()
        moved = self.called(one)
        hall.undo(one, self.key(), moved).result()
        hall.transfer(one, self.key(), moved, Transfer(counter=2)).result()
        self.take(PrintAnswer.VOID)
        hall.cancel(KIOSK, self.key(), self.take(PrintAnswer.SCREEN)).result()
        with contextlib.suppress(HallProblem):  # somebody saw more than this hall knows: another life begins
            promise = hall.check_seen(f"{hall.incarnation}.{hall.n + 5}")
            assert promise is not None
            promise.result()
        return self.take(PrintAnswer.PAPER, visitor=VISITOR)

    def days_between(self) -> None:
        """Nobody comes; the hall closes its days and forgets what it answered on the first."""
        for _ in range(DAYS):
            self.clock.forward(DAY_S)
            self.made.tick()
        self.clock.forward((NOON - self.clock.at) / SECOND + DAYS * DAY_S)

    def second_day(self, waited: str) -> None:
        """Everything that is going on."""
        one, two, hall = self.open(1), self.open(2), self.hall
        serving = self.called(two, item="i2", for_other=True, on_behalf=BEHALF, modes="LH")
        hall.serve(two, self.key(), serving).result()
        held = self.called(one)
        hall.serve(one, self.key(), held).result()
        hall.hold(one, self.key(), held, HoldTicket("去复印")).result()
        missed = self.called(one, visitor=OTHER)
        self.clock.forward(60)
        hall.no_show(one, self.key(), missed).result()
        self.take(PrintAnswer.PAPER, visitor=VISITOR, carry_over=waited)
        hall.call_next(one, self.key(), 1).result()

    # -- tickets and seats ---------------------------------------------------------------------------------------

    def open(self, counter: int) -> Caller:
        who = clerk(counter)
        self.hall.sign_in(who, self.key(), counter, SignIn(who.id)).result()
        return who

    def take(self, answer: PrintAnswer | None = None, item: str = "i1", **more: object) -> str:
        ticket, order = self.key(), msgspec.structs.replace(TakeTicket(item), **more)
        self.hall.take_ticket(KIOSK, ticket, order).result()
        if answer is not None:
            self.hall.confirm_print(KIOSK, self.key(), ticket, ConfirmPrint(answer)).result()
        return ticket

    def called(self, who: Caller, item: str = "i1", **more: object) -> str:
        ticket = self.take(PrintAnswer.PAPER, item, **more)
        assert who.counter is not None
        self.hall.call(who, self.key(), ticket, CallTicket(who.counter)).result()
        return ticket

    def staff(self) -> None:
        """A session at a console, and a PIN that was wrong. The hashes are of nothing."""
        door = StaffDoor(self.made.commits, self.made.reader, self.clock)
        door.try_pin("1009", "192.0.2.9").result()
        door.let_in(b"h" * 32, "1001", b"m" * 32).result()
        door.sat_down(b"h" * 32, 1)

    def people(self) -> None:
        """Everybody who sits somewhere has an account; one is locked, one has a one-time PIN. Hashes of nothing."""
        desk = self.made.hall.people
        for no in (1, 2, 3):
            account = StaffAccount(staff_no=clerk(no).id, name=f"甲{no}", roles=(StaffRole.CLERK, StaffRole.LEAD))
            desk.add(account, "$argon2id$nothing", "1009").result()
        desk.change_pin(clerk(1).id, "$argon2id$other").result()
        desk.add(StaffAccount(staff_no="1008", name="乙", counters=(1, 2)), "", "1009").result()
        desk.lock("1008", "1009").result()

    def machines(self) -> None:
        """One that waits, one that was let in and heard in two boots, one that is out; a code nobody used."""
        states = (MachineState.WAITING, MachineState.WELL, MachineState.OUT)
        for no, state in enumerate(states, 1):
            one = Machine(
                key_id=f"m{no}",
                kiosk=f"K{no}",
                public_key=b"p" * 32,
                box_key=b"b" * 32,
                hardware=HARDWARE,
                comparing="7KQ2-M4XA-9P0C-ZT3W",
                state=state,
                asked_at=self.clock.now(),
                boots=("b" * 16, "a" * 16) if state is MachineState.WELL else (),
            )
            self.made.commits.submit(lambda tx, one=one: tx.put_machine(one)).result()
        now = self.clock.now()
        began = slot_at(now)
        slots = (Slot("K1", began - SLOT_US, Condition.WATCH, 40, "6.2"), Slot("K1", began, Condition.AWAY))
        self.made.commits.submit(lambda tx: tx.put_health_slots(slots)).result()
        code = EnrolmentCode(b"c" * 32, "K4", self.clock.now(), "1009")
        self.made.commits.submit(lambda tx: tx.put_enrolment_code(code)).result()

    # -- help ----------------------------------------------------------------------------------------------------

    def help(self) -> None:
        """One call that ended, one that was given up, one to which somebody comes."""
        desk, states = self.hall.help, (HelpState.SEEN, HelpState.COMING, HelpState.DONE)
        for kiosk, states_said in (("K1", states), ("K2", ()), ("K3", states[:2])):
            call, by = self.key(), Caller(KIOSK.kind, kiosk)
            desk.ask(by, call, AskHelp("K5", modes="L")).result()
            for state in states_said:
                self.clock.forward(10)
                desk.answer(clerk(1), self.key(), call, state, AnswerHelp(minutes=2)).result()
            if not states_said:
                desk.give_up(by, self.key(), call).result()

    # -- the city ------------------------------------------------------------------------------------------------

    def city(self) -> None:
        """One message that waits, one that was taken, a dead letter; a stream that is followed; an entry."""
        at, ticket = self.clock.now(), self.key()

        def work(tx: Transaction) -> None:
            for kind in ("called", "missed", "done"):
                tx.post(
                    CityMessage(
                        id=message_id(kind),
                        port=PortName.NOTICES,
                        kind=kind,
                        subject=ticket,
                        correlation=ticket,
                        made_at=at,
                        body=b'{"label":"A001"}',
                    )
                )
            for settled in (taken(_found(tx, "called"), at), refused(_found(tx, "missed"), "http_422", at)):
                tx.put_city_message(settled)
            tx.put_city_cursor("events", "3")
            tx.add_code_claim(CodeClaim(code_mark("city.demo", "0" * 24), KIOSK.id, ticket, at))
            what = msgspec.Raw(b'{"given":true}')
            tx.add_record(Record(at=at, kind="consent", about=ticket, actor_kind=KIOSK.kind, actor=KIOSK.id, what=what))

        self.made.commits.submit(work).result()

    # -- a kiosk without the hall --------------------------------------------------------------------------------

    def lease(self) -> LeaseGrant:
        hall = self.hall
        order = AskLease(KIOSK.id, BOOT, HARDWARE, hall.incarnation, hall.n, "A")
        return hall.kiosks.lease(KIOSK, self.key(), order).result()

    def outbox(self, lease: LeaseGrant) -> None:
        """Two leased numbers, an emergency number of which nobody knows, and one that the hall must refuse."""
        self.clock.forward(120)
        first, emergency = offline(lease, 1, lease.first), lease.letter[0] + lease.emergency_letter
        second = offline(lease, 2, lease.first + 1, answer=None)
        unknown = offline(lease, 4, 1, emergency, answer=PrintAnswer.CANNOT_TELL)
        rows = (first, second, OfflineAnswer(3, second.ticket, PrintAnswer.SCREEN), unknown, offline(lease, 5, 1, "ZZ"))
        body = Outbox(BOOT, HARDWARE, lease.incarnation, rows, lease.epoch)
        self.hall.kiosks.outbox(KIOSK, self.key(), KIOSK.id, body).result()

    # -- appointments --------------------------------------------------------------------------------------------

    def first_bookings(self) -> None:
        """One that will be missed, one that is cancelled."""
        self.book(120, VISITOR)
        self.hall.bookings.cancel(KIOSK, self.key(), self.book(240, OTHER), CancelBooking()).result()

    def second_bookings(self) -> None:
        """One checked in; outside the opening hours one confirmed, one that nobody has confirmed."""
        bookings = self.hall.bookings
        bookings.check_in(KIOSK, self.key(), self.book(30, VISITOR), CheckIn()).result()
        bookings.confirm(clerk(1), self.key(), self.book(420, OTHER), ConfirmBooking("1001")).result()
        self.book(450, OTHER)

    def book(self, minutes: int, visitor: VisitorMask) -> str:
        """For so many minutes after noon."""
        booking, noon = self.key(), self.clock.at - (self.clock.at - NOON) % (DAY_S * SECOND)
        order = Book("i1", noon + minutes * 60 * SECOND, Channel.KIOSK, visitor)
        self.hall.bookings.book(KIOSK, booking, order).result()
        return booking


def _found(tx: Transaction, kind: str) -> CityMessage:
    message = tx.city_message(message_id(kind))
    assert message is not None
    return message


def offline(
    lease: LeaseGrant, seq: int, number: int, letter: str = "", answer: PrintAnswer | None = PrintAnswer.PAPER
) -> OfflineTake:
    """A number that the kiosk gave a minute before: of its lease, or, behind another letter, of an emergency."""
    origin, epoch = (Origin.EMERGENCY, 0) if letter else (Origin.LEASE, lease.epoch)
    letter = letter or lease.letter
    return OfflineTake(
        seq=seq,
        ticket=f"30000000-0000-4000-8000-{seq:012}",
        label=f"{letter}{number:03}",
        number=number,
        letter=letter,
        queue="A",
        business_day=lease.business_day,
        origin=origin,
        order=TakeTicket("i1", OTHER if seq == 1 else None),
        epoch=epoch,
        age_us=60 * SECOND,
        answer=answer,
    )


def main() -> int:
    """0 when the file was written, 1 when it is there."""
    revision = newest_revision()
    target = GOLDEN / f"v{revision}.sql"
    if target.exists():
        print(f"{target.name} is there and is never changed", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        text = ABOUT.format(revision=revision) + dump(keep(Path(folder)))
    target.write_text(text, encoding="utf-8")
    print(f"{target.name}: {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
