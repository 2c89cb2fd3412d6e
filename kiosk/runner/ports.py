"""What the loop needs of the hall, of a printer and of the paper; the real ones and those of tests fit alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from devices.values.receipt_printer import PrintDocument, PrintResult
    from hall_server.contract.bookings import BookingView, CheckIn
    from hall_server.contract.catalogue import Catalogue
    from hall_server.contract.certificates import (
        Certificate,
        CertificateDocument,
        CertificateLink,
        Certificates,
        PrintedAs,
        PrintKept,
    )
    from hall_server.contract.city.licences import Holder
    from hall_server.contract.city.links import LinkCategory, Links
    from hall_server.contract.code_claims import ClaimCode
    from hall_server.contract.hall_trust import HallTrust
    from hall_server.contract.help_calls import AskHelp, HelpCall
    from hall_server.contract.licence_visits import ConsentView, GiveConsent, LicencesFound
    from hall_server.contract.messages import CancelTicket, HallNow, TakeTicket, TicketView
    from hall_server.contract.notice_wishes import NoticesWished, WishNotices
    from hall_server.contract.offline import AskLease, LeaseGrant, Outbox, OutboxAck
    from hall_server.contract.priority import AssistedTicket, GivePriority
    from hall_server.contract.progress_views import CasesFound
    from hall_server.contract.visit_plan import VisitPlan
    from hall_server.contract.vocabulary import PrintAnswer
    from kiosk.codes.answers import Online
    from kiosk.hall_client import Taken
    from kiosk.session.events import Event
    from kiosk.session.shown import Shown


class Hall(Protocol):
    """Blocking calls to the hall; each raises HallSilentError or HallRefusedError. Called from several threads."""

    def take(self, ticket_id: str, command: TakeTicket) -> Taken:
        """取号."""

    def check_in(self, ticket_id: str, booking_id: str, command: CheckIn) -> Taken:
        """签到."""

    def bookings_of(self, pseudonym: str) -> tuple[BookingView, ...]:
        """What somebody has booked."""

    def booking(self, booking_id: str) -> BookingView:
        """One booking."""

    def ticket(self, ticket_id: str) -> TicketView:
        """One ticket."""

    def claim_code(self, key: str, order: ClaimCode) -> bool:
        """Whether a signed code is shown in this hall for the first time."""

    def confirm_print(self, ticket_id: str, answer: PrintAnswer) -> TicketView:
        """What became of the slip."""

    def lease(self, key: str, order: AskLease) -> LeaseGrant:
        """A block of numbers; the same key gives the same block."""

    def deliver(self, kiosk: str, rows: Outbox) -> OutboxAck:
        """Rows of the outbox, again and again until they are acknowledged."""

    def remember(self, incarnation: str, n: int) -> None:
        """What was seen of the hall before this process began."""

    def now(self) -> HallNow:
        """The hall in one snapshot."""

    def catalogue(self) -> Catalogue:
        """What can be offered."""

    def trust(self) -> HallTrust | None:
        """Whose signed codes count; None: nobody's."""

    def stream(self) -> Iterator[str]:
        """Names of pushed events; ends with HallSilentError."""

    def close(self) -> None:
        """Let go of every connection, also of a stream that is being read."""


class HelpVerbs(Protocol):
    """请人帮忙 at the hall; each raises HallSilentError or HallRefusedError. Called from several threads."""

    def ask_help(self, call_id: str, order: AskHelp) -> HelpCall:
        """Call somebody; the answer's own `id` counts."""

    def help_call(self, call_id: str) -> HelpCall:
        """A call as it stands."""

    def give_up_help(self, call_id: str) -> HelpCall:
        """不用了."""


class VisitVerbs(Protocol):
    """A visitor's own numbers at the hall; each raises HallSilentError or HallRefusedError."""

    def tickets_of(self, pseudonym: str) -> tuple[TicketView, ...]:
        """Those of today whose lives go on, the oldest first."""

    def plan(self, items: tuple[str, ...], bundle: str = "") -> VisitPlan:
        """Several items as one visit."""

    def cancel(self, key: str, ticket_id: str, order: CancelTicket) -> TicketView:
        """弃号."""


class AssistVerbs(Protocol):
    """What staff behind the PIN ask of the hall; each raises HallSilentError or HallRefusedError."""

    def assisted(self, of: str) -> tuple[AssistedTicket, ...]:
        """Numbers of today, by digits, label or ticket id."""

    def cancel(self, key: str, ticket_id: str, order: CancelTicket) -> TicketView:
        """取消号."""

    def put_first(self, key: str, ticket_id: str, order: GivePriority) -> TicketView:
        """请优先."""


class NoticeVerbs(Protocol):
    """有消息告诉我 at the hall; each raises HallSilentError or HallRefusedError."""

    def text(self, key: str, ticket_id: str, order: WishNotices) -> NoticesWished:
        """Tell this telephone."""

    def text_no_more(self, key: str, ticket_id: str) -> NoticesWished:
        """不用发了."""


class LicenceVerbs(Protocol):
    """征得同意 at the hall; each raises HallSilentError or HallRefusedError."""

    def consent(self, key: str, visit: str, order: GiveConsent) -> ConsentView:
        """A yes or a no."""

    def found(self, visit: str) -> LicencesFound:
        """What the hall has so far."""


class CityVerbs(Protocol):
    """What the hall asks its city for whoever stands there; each fails as those of `Hall`."""

    def cases_of(self, holder: Holder) -> CasesFound:
        """Somebody's own cases."""

    def case_by_number(self, number: str) -> CasesFound:
        """The case of a receipt."""

    def case_of_slip(self, ticket_id: str) -> CasesFound:
        """The case of a slip."""

    def certificates(self, visit: str, holder: Holder) -> Certificates:
        """What can be printed, after a yes."""

    def certificate(self, visit: str, holder: Holder, one: Certificate) -> CertificateDocument:
        """One as a PDF."""

    def certificate_link(self, visit: str, holder: Holder, one: Certificate) -> CertificateLink:
        """Where a telephone fetches it, once."""

    def certificate_printed(self, key: str, visit: str, type_: str, copies: int, came: PrintedAs) -> PrintKept:
        """What became of the paper."""

    def links(self, category: LinkCategory) -> Links:
        """Places on the net, neutrally."""


class HallListener(Protocol):
    """Hears on the loop's thread whether the hall is there."""

    def heard(self, now: HallNow, began: float, ended: float) -> None:
        """The hall has just answered: what it said, and when the look began and ended (monotonic seconds)."""

    def offered(self, catalogue: Catalogue | None) -> None:
        """The hall was looked at: what it offers, as far as that is known."""

    def lost(self, at: float) -> None:
        """The hall counts as gone."""

    def fenced(self) -> None:
        """The hall lets nobody in who has this machine's key."""


class TrustListener(Protocol):
    """Hears on the loop's thread whose signed codes count in the hall."""

    async def heard(self, told: HallTrust | None) -> None:
        """What the hall says; None: nobody's."""


class SlipPrinter(Protocol):
    """Prints one slip and says what became of it; never raises for what a printer does."""

    async def print(self, document: PrintDocument) -> PrintResult:
        """Print once."""


class Post(Protocol):
    """How pumps and workers hand an event to the loop, on the loop's own thread."""

    def __call__(self, event: Event) -> None:
        """Queue it."""


if TYPE_CHECKING:
    SlipOf = Callable[[TicketView, HallNow | None], PrintDocument]
    Clock = Callable[[], float]
    AskOnline = Callable[[Online], Awaitable[Shown]]  # a code that only its own city can read; never raises
