"""打印证明 (UI-K15a–c): a card, a yes, which one, a look at it, on paper or to a telephone (CL-E9, E18).

The document itself is never here: the runner keeps it in its drawer under a key until its page is left. What became of
each job is told to the hall by the runner, a jam included.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.certificates import COPIES_MAX
from hall_server.contract.problems import ProblemCode
from kiosk.session.browsing import next_list_page, previous_list_page, start_visit
from kiosk.session.cannot import cannot_print_records
from kiosk.session.certificate_words import (
    CertificateFault,
    CertificateHere,
    CertificateLinked,
    CertificatesCame,
    CertificateUnheard,
    CertificateWay,
    FetchCertificate,
    FindCertificates,
    LinkCertificate,
    Preview,
    certificate_way,
    one_of,
)
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardRead, Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.leaving import HALL_SILENT, back_to_home, end_visit
from kiosk.session.papers import (
    CertificatePaper,
    LeavePages,
    LookAtPages,
    PagesSeen,
    PagesUnseen,
    PaperFault,
    PrintPages,
)
from kiosk.session.printouts import Printout, printing
from kiosk.session.showing import card_for, code_for
from kiosk.session.shown import PersonShown
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, CodeShown, Touched
    from kiosk.session.leaving import Turn


_FAULTS = {
    HALL_SILENT: CertificateFault.HALL_SILENT,
    ProblemCode.NOT_ALLOWED: CertificateFault.TOO_LATE,
    "nobody_known": CertificateFault.SIGN_IN,
    "drawer_full": CertificateFault.DOCUMENT,
}
UNPRINTABLE = frozenset({PaperFault.GONE, PaperFault.DOCUMENT})


def _at(session: Session, page: Page, way: CertificateWay, wait_s: float | None = None) -> Session:
    visit = replace(session.current_visit(), way=way)
    ends_at = None if wait_s is None else session.now + wait_s
    return replace(session, page=page, visit=visit, page_ends_at=ends_at, last_touch=session.now)


def begin(session: Session, _: Touched) -> Turn:
    """打印证明; without the hall or an A4 printer it is grey, and the touch says where else."""
    if not session.online or not session.devices.page_printer:
        return cannot_print_records(session)
    return _at(start_visit(session), Page.CERTIFICATE_CARD, CertificateWay()), ()


def _known(session: Session, event: CardRead) -> Turn:
    return (_at(session, Page.CERTIFICATE_CONSENT, CertificateWay()) if event.fresh_id else session), ()


def _code(session: Session, event: CodeShown) -> Turn:
    if isinstance(event.shown, PersonShown):
        return _at(session, Page.CERTIFICATE_CONSENT, CertificateWay()), ()
    fault = replace(certificate_way(session), fault=CertificateFault.OTHER_CODE)
    return _at(session, Page.CERTIFICATE_CARD, fault), (PlayTone(Tone.WARN),)


def _agreed(session: Session, event: Touched) -> Turn:
    """同意: only now the city is asked."""
    if not event.fresh_id or session.visit is None or session.visit.person is None:
        return session, ()
    return _find(session, event.fresh_id, event.fresh_id)


def _find(session: Session, visit: str, look: str) -> Turn:
    pseudonym = session.visit.person.pseudonym if session.visit and session.visit.person else ""
    way = CertificateWay(visit=visit, look=look, asked_at=session.now)
    asked = _at(session, Page.CERTIFICATES, way, session.rules.hall_s)
    return asked, (FindCertificates(look, visit, pseudonym),)


def _waits(session: Session, look: str, *pages: Page) -> CertificateWay | None:
    way = certificate_way(session)
    return way if way.look and way.look == look and session.page in pages else None


def _came(session: Session, event: CertificatesCame) -> Turn:
    way = _waits(session, event.look, Page.CERTIFICATES)
    if way is None:
        return session, ()
    good = tuple(one for one in event.certificates if one.printable)
    fault = None if good else CertificateFault.NONE
    tone = PlayTone(Tone.OK if good else Tone.WARN)
    return _at(session, Page.CERTIFICATES, replace(way, look="", certificates=good, fault=fault)), (tone,)


def _chosen(session: Session, event: Chosen) -> Turn:
    """One of the list, by its place: it is fetched while its page stands."""
    way = certificate_way(session)
    known = event.value.isascii() and event.value.isdecimal() and int(event.value[:4]) < len(way.certificates)
    if way.look or not known or not event.fresh_id or session.visit is None or session.visit.person is None:
        return session, ()
    chosen = replace(_fresh(way), chosen=int(event.value[:4]), look=event.fresh_id, asked_at=session.now)
    one = way.certificates[chosen.chosen]
    fetch = FetchCertificate(event.fresh_id, way.visit, session.visit.person.pseudonym, one)
    return _at(session, Page.CERTIFICATE, chosen, session.rules.hall_s), (fetch,)


def _fresh(way: CertificateWay) -> CertificateWay:
    """The list alone is left."""
    return CertificateWay(visit=way.visit, certificates=way.certificates)


def _here(session: Session, event: CertificateHere) -> Turn:
    way = _waits(session, event.look, Page.CERTIFICATE)
    if way is None:
        return session, (LeavePages(),) if session.page not in _WITH_PAPER else ()
    return _at(session, Page.CERTIFICATE, replace(way, look="", key=event.look)), (LookAtPages(event.look),)


def _seen(session: Session, event: PagesSeen) -> Turn:
    way = certificate_way(session)
    if not way.key or way.key != event.key:
        return session, ()
    preview = Preview.HIDDEN if event.hidden else Preview.SEEN
    return _with(session, replace(way, preview=preview, pages=event.pages)), ()


def _unseen(session: Session, event: PagesUnseen) -> Turn:
    way = certificate_way(session)
    if not way.key or way.key != event.key:
        return session, ()
    if event.fault in UNPRINTABLE:
        return _nothing(session, CertificateFault.DOCUMENT)
    return _with(session, replace(way, preview=Preview.UNSEEN)), ()


def _with(session: Session, way: CertificateWay) -> Session:
    return replace(session, visit=replace(session.current_visit(), way=way))


def _copies(session: Session, event: Chosen) -> Turn:
    """1 to 5."""
    if event.value not in {str(count) for count in range(1, COPIES_MAX + 1)}:
        return session, ()
    return _with(session, replace(certificate_way(session), copies=int(event.value))), ()


def _print(session: Session, event: Touched) -> Turn:
    """打印: the job's page stands until the printer has said how it ended."""
    way = certificate_way(session)
    one = one_of(way)
    if one is None or not way.key or not event.fresh_id or printing(way) or not session.devices.page_printer:
        return session, ()
    job = PrintPages(event.fresh_id, CertificatePaper(way.key, one.type), copies=way.copies)
    return _at(session, Page.CERTIFICATE_PAPER, replace(way, printout=Printout(event.fresh_id))), (job,)


def _to_phone(session: Session, event: Touched) -> Turn:
    """发到手机: a code that works once."""
    way = certificate_way(session)
    one = one_of(way)
    if one is None or not way.key or not event.fresh_id or session.visit is None or session.visit.person is None:
        return session, ()
    asked = replace(way, look=event.fresh_id, asked_at=session.now, address="", fault=None)
    link = LinkCertificate(event.fresh_id, way.visit, session.visit.person.pseudonym, one)
    return _at(session, Page.CERTIFICATE_PHONE, asked, session.rules.hall_s), (link,)


def _linked(session: Session, event: CertificateLinked) -> Turn:
    way = _waits(session, event.look, Page.CERTIFICATE_PHONE)
    if way is None:
        return session, ()
    shown = replace(way, look="", address=event.address, address_until=event.until)
    return _at(session, Page.CERTIFICATE_PHONE, shown), (PlayTone(Tone.OK),)


def _unheard(session: Session, event: CertificateUnheard) -> Turn:
    way = _waits(session, event.look, *_ASKING)
    if way is None:
        return session, ()
    fault = _FAULTS.get(event.code, CertificateFault.CITY_AWAY)
    if session.page is Page.CERTIFICATE_PHONE and event.code == ProblemCode.NOT_FOUND:
        fault = CertificateFault.NO_LINK
    return _nothing(session, fault)


def _nothing(session: Session, fault: CertificateFault) -> Turn:
    way = replace(certificate_way(session), look="", fault=fault)
    return _at(session, session.page, way), (PlayTone(Tone.WARN),)


def _nobody_answered(session: Session) -> Turn:
    return _nothing(session, CertificateFault.HALL_SILENT)


def _back_to_list(session: Session, _: Touched) -> Turn:
    """返回: what lay in the drawer is shredded."""
    return _at(session, Page.CERTIFICATES, _fresh(certificate_way(session))), (LeavePages(),)


def _back_to_one(session: Session, _: Touched) -> Turn:
    """From the telephone back to the preview; its address is gone from the screen."""
    way = replace(certificate_way(session), look="", address="", address_until=0, fault=None)
    return _at(session, Page.CERTIFICATE, way), ()


def _another(session: Session, event: Touched) -> Turn:
    """再打一样, once the job is over."""
    return (session, ()) if printing(certificate_way(session)) else _back_to_list(session, event)


def _again(session: Session, event: Touched) -> Turn:
    """再查一次, where nothing was heard."""
    way = certificate_way(session)
    if way.fault is None or way.fault is CertificateFault.NONE or not event.fresh_id or not way.visit:
        return session, ()
    return _find(session, event.fresh_id if way.fault is CertificateFault.TOO_LATE else way.visit, event.fresh_id)


def _home(session: Session, _: Touched) -> Turn:
    return back_to_home(session)


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


_ASKING = (Page.CERTIFICATES, Page.CERTIFICATE, Page.CERTIFICATE_PHONE)
_WITH_PAPER = frozenset({Page.CERTIFICATE, Page.CERTIFICATE_PAPER, Page.CERTIFICATE_PHONE})

JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.PRINT_RECORD): begin,
            (Page.CERTIFICATE_CARD, Touch.BACK): _home,
            (Page.CERTIFICATE_CONSENT, Touch.LOOK_UP): _agreed,
            (Page.CERTIFICATE_CONSENT, Touch.FINISH): _finish,
            (Page.CERTIFICATES, Touch.FINISH): _finish,
            (Page.CERTIFICATES, Touch.LOOK_UP): _again,
            (Page.CERTIFICATES, Touch.PREVIOUS_LIST_PAGE): previous_list_page,
            (Page.CERTIFICATES, Touch.NEXT_LIST_PAGE): next_list_page,
            (Page.CERTIFICATE, Touch.BACK): _back_to_list,
            (Page.CERTIFICATE, Touch.PRINT_PAGES): _print,
            (Page.CERTIFICATE, Touch.TO_PHONE): _to_phone,
            (Page.CERTIFICATE_PAPER, Touch.BACK): _another,
            (Page.CERTIFICATE_PAPER, Touch.FINISH): _finish,
            (Page.CERTIFICATE_PHONE, Touch.BACK): _back_to_one,
            (Page.CERTIFICATE_PHONE, Touch.FINISH): _finish,
        }
    ),
    choices=MappingProxyType(
        {(Page.CERTIFICATES, Choice.CERTIFICATE): _chosen, (Page.CERTIFICATE, Choice.COPIES): _copies}
    ),
    answers=MappingProxyType(
        {
            CertificatesCame: _came,
            CertificateHere: _here,
            CertificateLinked: _linked,
            CertificateUnheard: _unheard,
            PagesSeen: _seen,
            PagesUnseen: _unseen,
        }
    ),
    ends=MappingProxyType(dict.fromkeys(_ASKING, _nobody_answered)),
    cards=MappingProxyType({Page.CERTIFICATE_CARD: card_for(_known)}),
    codes=MappingProxyType({Page.CERTIFICATE_CARD: code_for(_code)}),
)
