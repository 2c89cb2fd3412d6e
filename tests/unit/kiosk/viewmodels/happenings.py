"""Whatever may happen to a visit, in one list: the test of tones and their visible twins plays all of it everywhere."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from devices.values.document_scanner import Verdict
from hall_server.contract.city.video import VideoState
from hall_server.contract.codes.refusals import Refusal
from hall_server.contract.help_calls import HelpState
from hall_server.contract.identity.words import Reason
from hall_server.contract.messages import UrgentNotice
from hall_server.contract.vocabulary import TicketState
from kiosk.codes.words import CodeReason
from kiosk.session import certificate_words as certificates
from kiosk.session import events as said
from kiosk.session import papers
from kiosk.session import setup_words as setup
from kiosk.session.apply_words import ApplicationFailed, ApplicationOpen, ApplicationTaken
from kiosk.session.complaining import ComplaintSent, ComplaintStep
from kiosk.session.corner import PinJudged
from kiosk.session.corner_words import LookStep, NumberChanged, NumbersFound
from kiosk.session.events import Choice, Chosen, CodeShown, Tick, Touch, Touched
from kiosk.session.help_slip import HelpSlipCame
from kiosk.session.helping import HelpStands, HelpUnheard
from kiosk.session.log_words import LogNotSaved, LogSaved, StickFault
from kiosk.session.mine import AgainPrinted, MineFound, NumberDropped
from kiosk.session.phone import TextsSet
from kiosk.session.progress import CasesCame, CasesUnheard
from kiosk.session.proxy import OtherWayPrinted
from kiosk.session.rating import RatingSent, RatingStep
from kiosk.session.referring import ReferralPrinted
from kiosk.session.remote import TalkAway, TalkHeard, TalkStands
from kiosk.session.scans import PageScanned, PagesKept, ScanFailed, ScanFault
from kiosk.session.self_test_words import BoxTried, CodeFelt, Lamp, Seen, TryStep
from kiosk.session.settings_words import SettingsFault, SettingTried
from kiosk.session.sharing import ScreenShared
from kiosk.session.shown import BookingShown, CodeRefused, OnlineShown, PersonShown, SlipShown
from kiosk.session.state import Devices
from kiosk.session.typing import NumberRecognised, NumberRefused
from kiosk.session.upgrade_words import ChangeRefusal, VersionRefused
from kiosk.values import replace
from tests.unit.kiosk.session import visits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.session.events import Event
    from kiosk.session.shown import Shown
    from kiosk.session.state import Session

NEW = "00000000-0000-4000-8000-0000000000ee"
ASKED_UNDER = {
    "look",
    "asked",
    "key",
    "job",
    "job_id",
    "talk",
    "call_id",
    "correlation",
    "ticket_id",
    "mine_look",
    "id",
}
VALUES = (
    *("", "0", "1", "2", "5", "back", "clear", "i01", "i05", "yes", "no", "j", "video", "door", "m_id", "m_lease"),
    *("mandate", "relative", "guardian", "company", "louder", "paper", "reprint", "pregnant"),
    *("id_card", "code_scanner", "speaker", "touch", "drill", "left", "right", "words", "both", "65", "3,4"),
    *("upgrade", "0.4.0", "settings", "kiosk.idle_s"),
)
PEOPLE = (visits.YOUNG, visits.OLD, visits.EXPIRED)
URGENT = UrgentNotice(id="u1", at=1, until=2**60, words="请从东门离开")


def everything(session: Session) -> Iterator[Event]:
    """Events that this session may meet now, those that make nothing happen among them."""
    at = session.now
    yield from _people(at)
    yield from _world(at)
    yield from _scanner(at)
    for key in sorted(set(_keys(replace(session, catalogue=None, hall=None)))):
        yield from _answers(at, key)


def _keys(value: object, name: str = "") -> Iterator[str]:
    """Every id that something may be waited for under."""
    if isinstance(value, str):
        if name in ASKED_UNDER and value and not isinstance(value, Enum):
            yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from _keys(getattr(value, field), field)
    elif isinstance(value, tuple):
        for one in value:
            yield from _keys(one, name)


def _people(at: float) -> Iterator[Event]:
    yield from (Touched(at, touch, NEW) for touch in Touch)
    yield from (Chosen(at, choice, value, NEW) for choice in Choice for value in VALUES)
    yield from (said.CardRead(at, person, NEW) for person in PEOPLE)
    yield from (said.CardUnreadable(at, reason) for reason in ("pulled_away", "unknown_card"))
    yield said.CardGone(at)
    codes: tuple[Shown, ...] = (
        *(PersonShown(one) for one in PEOPLE),
        PersonShown(visits.BY_CODE, company="公司"),
        OnlineShown(),
    )
    codes = (*codes, BookingShown("b"), SlipShown("s"), *(CodeRefused(one) for one in (*CodeReason, *Refusal)))
    yield from (CodeShown(at, code, NEW) for code in codes)
    yield from (PinJudged(at, right=right) for right in (True, False))
    yield CodeFelt(at, 12)
    yield SettingTried(at, "kiosk.idle_s", SettingsFault.VALUE, "Expected `float` >= 5")
    yield VersionRefused(at, "0.4.0", ChangeRefusal.NOBODY)


def _world(at: float) -> Iterator[Event]:
    yield from (Tick(at + later) for later in (0.5, 6, 11, 21, 31, 61, 91, 181))
    yield from (said.DevicesChanged(at, devices) for devices in (Devices(), visits.ALL_WELL))
    yield said.HallNews(at, structs.replace(visits.HALL, urgent=URGENT))


def _scanner(at: float) -> Iterator[Event]:
    for material in ("m_id", "m_lease", "letter"):
        yield from (PageScanned(at, material, 1, verdict) for verdict in (Verdict.GOOD, Verdict.BLUR))
        yield from (ScanFailed(at, material, fault, over=over) for fault in ScanFault for over in (True, False))
        yield PagesKept(at, material, (Verdict.GOOD,) * 99, 0)


def _answers(at: float, key: str) -> Iterator[Event]:
    yield from _hall(at, key)
    yield from _city(at, key)
    yield from _paper(at, key)
    yield from _far_away(at, key)
    yield from _setting_up(at, key)


def _setting_up(at: float, key: str) -> Iterator[Event]:
    for lamp in (Lamp.FINE, Lamp.FAULT):
        yield setup.NetworkSeen(at, key, "http://h:8080", (), Seen("network", lamp, "说"))
    yield setup.PairingShown(at, key, "K1", "1 号机", "大厅", "AAAA-BBBB")
    yield from (setup.Paired(at, key, "一楼"), setup.BoxesFound(at, key))
    yield setup.SetupFailed(at, key, setup.Said.OTHER, "不行")
    yield from (setup.SlipTried(at, key, well=well) for well in (True, False))
    yield setup.HandedOver(at, key, setup.Handed("K1.pdf", "ab" * 32))


def _hall(at: float, key: str) -> Iterator[Event]:
    waiting = visits.ticket(key, TicketState.WAITING)
    yield from (
        said.TicketReserved(at, visits.ticket(key)),
        said.HallSilent(at, key),
        said.TicketSeen(at, key, waiting),
    )
    yield from (
        said.TicketRefused(at, key, "queue_closed"),
        said.TicketRefused(at, key, "referred", visits.REFERRAL_TO),
    )
    yield from (said.NothingFound(at, key, "not_found"), MineFound(at, key, (waiting,)))
    yield from (said.BookingsFound(at, key, found, visits.NOON) for found in ((), (visits.booking(in_min=300),)))
    yield from (NumberDropped(at, key, done=done) for done in (True, False))
    yield from (TextsSet(at, key, heard=heard) for heard in (True, False))
    yield from (RatingSent(at, key, step) for step in RatingStep)
    yield from (ComplaintSent(at, key, step, "1") for step in ComplaintStep)
    yield from (HelpStands(at, key, key, state, "", 0) for state in HelpState)
    yield HelpUnheard(at, key, "hall_silent")
    yield from (NumberRecognised(at, key, visits.YOUNG, company) for company in ("", "公司"))
    yield from (BoxTried(at, key, how) for how in (TryStep.WELL, TryStep.NOTHING))
    yield from (LogSaved(at, key, "log", "AAAA-CCCC"), LogNotSaved(at, key, StickFault.FULL))
    yield from (NumbersFound(at, key, found) for found in ((), visits.ASSISTED))
    yield from (NumberChanged(at, key, step) for step in (LookStep.FIRST, LookStep.NOT_DONE))
    yield NumberRefused(at, key, Reason.WRONG_CHECK_DIGIT)


def _city(at: float, key: str) -> Iterator[Event]:
    yield from (CasesCame(at, key, cases) for cases in (visits.CASE_VIEWS, ()))
    yield CasesUnheard(at, key, "hall_silent")
    yield from (certificates.CertificatesCame(at, key, found) for found in (visits.CERTIFICATE_VIEWS, ()))
    yield certificates.CertificateHere(at, key)
    yield certificates.CertificateLinked(at, key, "https://hall.example/d/y", 2)
    yield certificates.CertificateUnheard(at, key, "hall_silent")
    yield from (ApplicationOpen(at, key, visits.BEGUN), ApplicationFailed(at, key, "city_away"))
    yield ApplicationTaken(at, key, visits.RECEIPT)


def _paper(at: float, key: str) -> Iterator[Event]:
    jam = papers.PaperFault.JAM
    yield from (said.SlipPrinted(at, key), said.SlipNotPrinted(at, key, "paper_out"), said.SlipUnknown(at, key, "x"))
    for came in (True, False):
        yield from (OtherWayPrinted(at, key, came), AgainPrinted(at, key, came), ReferralPrinted(at, key, came))
        yield HelpSlipCame(at, key, came)
    yield from (papers.PagesComing(at, key, 1, jam), papers.PagesPrinted(at, key), papers.PagesSeen(at, key, 1))
    yield from (papers.PagesNotPrinted(at, key, jam), papers.PagesUnknown(at, key, jam, None))
    yield papers.PagesUnseen(at, key, jam)


def _far_away(at: float, key: str) -> Iterator[Event]:
    yield from (TalkStands(at, key, state, 0, None, "") for state in VideoState)
    yield from (TalkHeard(at, key, state, (), 0) for state in VideoState)
    yield TalkAway(at, key, "hall_silent")
    yield from (ScreenShared(at, key, shared=shared) for shared in (True, False))
