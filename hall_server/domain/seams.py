"""What the flows are handed instead of reaching for it (definitions.md 22): clock, ids, transaction, promise.

Only shapes. Whoever runs the hall (a server, a simulation, a test) brings the things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from hall_server.domain.appointment.seams import BookingReader, BookingRows
from hall_server.domain.city.seams import CityReader, CityRows
from hall_server.domain.code_claims import ClaimRows
from hall_server.domain.fleet import HealthReader, HealthRows
from hall_server.domain.help_calls import HelpReader, HelpRows
from hall_server.domain.items.seams import ItemReader, ItemRows
from hall_server.domain.machines import MachineReader, MachineRows
from hall_server.domain.records import RecordReader, RecordRows
from hall_server.domain.seams_kiosks import KioskRows
from hall_server.domain.seams_staff import AccountReader, AccountRows

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from hall_server.contract.problems import HallProblem
    from hall_server.domain.hall_state import ApiKey, CounterSession, Incarnation
    from hall_server.domain.lease import KioskIdentity
    from hall_server.domain.numbering import NumberRow
    from hall_server.domain.staff import PinTries, StaffLogin
    from hall_server.domain.ticket import Ticket, TicketEvent

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Clock(Protocol):
    """The server's time."""

    def now(self) -> int:
        """UTC microseconds; may step when somebody sets the clock."""

    def steady(self) -> int:
        """Microseconds since some moment of this boot; never steps, means nothing to another process."""


class Ids(Protocol):
    """Makes identifiers that nobody else makes."""

    def new(self) -> str:
        """A UUID in its canonical 36 characters."""


class Promise(Protocol[T_co]):
    """An answer that is given after the commit: await it, or ask for its result once it is there.

    An asyncio future is one; so is the settled promise of a hall without a loop.
    """

    def result(self) -> T_co:
        """The answer, or the HallProblem that was its refusal."""

    def add_done_callback(self, fn: Callable[[Any], object], /) -> None:
        """Call `fn` with the promise once it is settled."""

    def __await__(self) -> Generator[Any, None, T_co]: ...


class KeptAnswer(Protocol):
    """The first answer to an idempotency key."""

    @property
    def fingerprint(self) -> bytes:
        """What was asked, as a hash."""

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""

    @property
    def body(self) -> bytes:
        """The answer as JSON."""


class TicketRows(Protocol):
    """Tickets and their events as a transaction sees them."""

    def ticket(self, ticket_id: str) -> Ticket | None:
        """The ticket as this transaction sees it."""

    def history(self, ticket_id: str) -> list[TicketEvent]:
        """All events of a ticket, in order."""

    def callable_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        """Waiting and unconfirmed tickets of a day in these queues, in the order of coming; the first few hundred."""

    def missed_tickets(self, queues: Sequence[str], business_day: str) -> list[Ticket]:
        """No-shows of a day in these queues, in the order of coming."""

    def open_tickets(self, until_day: str) -> list[Ticket]:
        """Tickets in line, held or missed, of that business day and all before it."""

    def carried(self, ticket_id: str) -> bool:
        """Whether a ticket of another day was carried over already."""

    def ahead(self, ticket: Ticket) -> int:
        """People of the same queue and day who hold a number and were there before this ticket."""

    def at_counter(self, no: int) -> Ticket | None:
        """The ticket that is called or served there."""

    def remember(self, event: TicketEvent, make: Callable[[TicketEvent], Ticket]) -> Ticket:
        """Number the event, chain it, and write it together with the ticket that `make` gets from it."""

    def remember_many(self, moves: Sequence[Planned]) -> None:
        """The same for many moves at once, in order; each ticket is written once, as it stands after all of them."""

    def is_ticket(self, ticket_id: str) -> bool:
        """Whether the id is a ticket's, for whoever makes a ticket of it when it is none: may say no unseen.

        See `AnswerRows.answered`.
        """

    def known(self, ticket_ids: Sequence[str]) -> set[str]:
        """Which of these ids are tickets."""

    def held(self, labels: Sequence[str], business_day: str) -> set[str]:
        """Which of these labels somebody bears on a day."""


class Planned(NamedTuple):
    """A move that was decided, with the ticket after it, to be remembered with others; both have no number yet."""

    event: TicketEvent
    after: Ticket


class NumberRows(Protocol):
    """Where the numbers stand."""

    def number_row(self, letter: str, business_day: str) -> NumberRow | None:
        """Where the numbers behind a letter (with its series: "AC") stand; locked until the transaction ends.

        By letter, not by queue: a letter that moves to another queue during the day must not count from 1 again.
        """

    def put_number_row(self, letter: str, business_day: str, row: NumberRow) -> None:
        """Remember where the numbers behind a letter stand."""

    def highest_number(self, letter: str, business_day: str) -> int:
        """The highest number that a ticket of a day bears behind a letter; 0 when there is none."""

    def rebirths(self) -> list[tuple[int, str]]:
        """When (UTC microseconds) lives began because the database had gone back in time, and their ids, in order."""


class CallRows(Protocol):
    """What a day counts about calls."""

    def calls_made(self, queue: str, business_day: str) -> int:
        """How many tickets of a queue were called on a day."""

    def put_calls_made(self, queue: str, business_day: str, calls: int) -> None:
        """Remember it."""

    def booked_run(self, counter: int, business_day: str) -> int:
        """How many booked visitors a counter has called in a row."""

    def put_booked_run(self, counter: int, business_day: str, calls: int) -> None:
        """Remember it."""


class SeatRows(Protocol):
    """Who sits where."""

    def session(self, no: int) -> CounterSession | None:
        """Who sits at a counter."""

    def session_of(self, clerk: str) -> CounterSession | None:
        """Where a clerk sits."""

    def put_session(self, session: CounterSession) -> None:
        """A clerk sits down, in the place of whoever sat there."""

    def drop_session(self, no: int) -> None:
        """A counter closes."""


class StaffRows(Protocol):
    """Consoles that are signed in, and PINs that were tried."""

    def put_staff_login(self, login: StaffLogin) -> None:
        """Keep a console's session, new or changed."""

    def drop_staff_login(self, secret_hash: bytes) -> None:
        """A console's session ends."""

    def forget_staff_logins(self, at: int) -> None:
        """Drop sessions whose time had run out at a moment."""

    def put_pin_tries(self, tries: PinTries) -> None:
        """Keep how often a staff number's PIN was tried."""

    def drop_pin_tries(self, staff_no: str) -> None:
        """The tries of a staff number are forgiven."""

    def forget_pin_tries(self, before: int) -> None:
        """Drop tries whose last one is older than a moment."""


class AnswerRows(Protocol):
    """First answers to idempotency keys."""

    def kept_answer(self, key: str) -> KeptAnswer | None:
        """The first answer to this idempotency key, if it was asked before."""

    def answered(self, key: str) -> KeptAnswer | None:
        """The same for whoever keeps an answer to the key in this transaction whenever there is none.

        May say None unseen: a second answer is found out before the commit, and everything is done again with a look.
        """

    def keep_answer(self, key: str, fingerprint: bytes, status: int, body: bytes, at: int) -> None:
        """Keep a first answer."""

    def answer_hours(self) -> list[int]:
        """The hours since 1970 in which the kept answers were given."""

    def forget_answers(self, before: int) -> None:
        """Drop kept answers older than a moment (definitions.md 8)."""


class LifeRows(Protocol):
    """The lives of the database, and how far the present one has come."""

    def newest_event(self) -> int:
        """The number of the newest event."""

    def lives(self) -> list[Incarnation]:
        """All of them, the present one last."""

    def open_incarnation(self, incarnation: str, at: int, cause: str) -> None:
        """A new life of the database begins (definitions.md 6): at that moment, or with the newest event if later."""


class Transaction(
    TicketRows,
    NumberRows,
    CallRows,
    SeatRows,
    StaffRows,
    AnswerRows,
    LifeRows,
    KioskRows,
    BookingRows,
    ItemRows,
    CityRows,
    RecordRows,
    ClaimRows,
    HelpRows,
    AccountRows,
    MachineRows,
    HealthRows,
    Protocol,
):
    """What one command may read and write. Everything is undone together when the command fails."""

    def undo(self) -> None:
        """Take back everything this command wrote so far; what it writes afterwards stands."""


class Reader(
    BookingReader,
    ItemReader,
    CityReader,
    RecordReader,
    HelpReader,
    AccountReader,
    MachineReader,
    HealthReader,
    Protocol,
):
    """What is committed, read beside the writer."""

    def head(self) -> int:
        """The number of the newest event."""

    def incarnations(self) -> list[Incarnation]:
        """The lives of this database, the present one last."""

    def events(self, after: int, limit: int) -> list[TicketEvent]:
        """Events with n > after, in order."""

    def ticket(self, ticket_id: str) -> Ticket | None:
        """One ticket."""

    def tickets_page(self, day: str, queue: str, state: str, after: int, limit: int) -> list[Ticket]:
        """Tickets of a day in the order of coming, with a place above `after`; "" = every queue, every state."""

    def labelled(self, label: str, day: str) -> Ticket | None:
        """The ticket of a day that bears a label."""

    def history(self, ticket_id: str) -> list[TicketEvent]:
        """All events of a ticket, in order."""

    def live_tickets(self, business_day: str) -> list[Ticket]:
        """Tickets of a day whose life goes on, and older ones that are still at a counter or unanswered."""

    def sessions(self) -> list[CounterSession]:
        """Who sits where."""

    def booked_runs(self, business_day: str) -> dict[int, int]:
        """By counter: how many booked visitors it has called in a row today."""

    def staff_logins(self) -> list[StaffLogin]:
        """Sessions of consoles, the oldest first."""

    def pin_tries(self) -> list[PinTries]:
        """PINs that were tried, the longest ago first."""

    def kiosks(self) -> list[KioskIdentity]:
        """Kiosks that were ever heard about numbers of their own."""

    def api_key(self, key_id: str) -> ApiKey | None:
        """A key that was made and not revoked."""


class Store(Protocol):
    """The synchronous core of a store."""

    def run(self, work: Callable[[Transaction], T | HallProblem]) -> T:
        """Do one piece of work in one transaction and commit it.

        Work that raises is undone. Work that returns a HallProblem is committed, then the problem is raised: a refusal
        that is remembered.
        """


class Commits(Protocol):
    """Commits work together with whatever else is waiting, and settles its promise after the commit (see Store.run)."""

    def submit(self, work: Callable[[Transaction], T | HallProblem], about: Sequence[str] = ()) -> Promise[T]:
        """Take work in; never blocks on anything but an inline commit.

        `about` names keys of first answers and tickets that the work will ask for: a store may fetch them for many
        works at once.
        """
