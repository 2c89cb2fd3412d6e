"""UI-K15 打印证明: card, yes, list, preview, paper, telephone. Pure; names are those of types, never of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.certificates import COPIES_MAX
from kiosk.session.certificate_words import certificate_way, one_of
from kiosk.session.state import MOUTHS, CardStep
from kiosk.values import Value
from kiosk.viewmodels.hall_time import clock_at
from kiosk.viewmodels.progress import PAGER, SLOW_S
from kiosk.viewmodels.qr import QrRun, qr_runs
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import said

if TYPE_CHECKING:
    from hall_server.contract.certificates import Certificate
    from kiosk.session.certificate_words import CertificateWay
    from kiosk.session.state import Session

QUIET_S = 0.3  # nothing is said before; then grey rows


class CertificateCardProps(Value, frozen=True):
    """Whose certificates: by card or code. `fault`: a CertificateFault, "" = none."""

    card_step: str = CardStep.WAITING
    card_reader: bool = False
    scanner: bool = False
    fault: str = ""
    desk: tuple[str, ...] = MOUTHS
    purpose: str = "certificates"  # or apply: the same page asks for both


def certificate_card_props(session: Session) -> CertificateCardProps:
    """Derive who is asked."""
    devices = session.devices
    fault = certificate_way(session).fault or ""
    step = session.current_visit().card_step
    return CertificateCardProps(step, devices.card_reader, devices.scanner, fault, session.mouths)


class CertificateRow(Value, frozen=True):
    """One certificate of the list, by its place in it."""

    place: str
    name: str
    issuer: str
    until: str  # 2031-05-01, "" = 长期


class CertificatesProps(Value, frozen=True):
    """The list, while it is waited for, and when there is none. `waiting`: "" | quiet | skeleton | slow."""

    waiting: str = ""
    fault: str = ""
    hotline: str = ""
    rows: tuple[CertificateRow, ...] = ()
    count: int = 0
    page_number: int = 1
    pages: int = 1


def _waiting(session: Session, way: CertificateWay) -> str:
    if not way.look:
        return ""
    since = session.now - way.asked_at
    return "quiet" if since < QUIET_S else "skeleton" if since < SLOW_S else "slow"


def certificates_props(session: Session) -> CertificatesProps:
    """Derive the list. A page number past either end goes round."""
    way, form = certificate_way(session), form_of(session)
    found, fit = way.certificates, form.rows()
    if len(found) > fit:
        fit = form.rows(taken=PAGER)
    pages = max(1, -(-len(found) // fit))
    page = session.current_visit().list_page % pages
    rows = tuple(_row(session, place, one) for place, one in enumerate(found))
    return CertificatesProps(
        waiting=_waiting(session, way),
        fault=way.fault or "",
        hotline=session.hall.hotline if session.hall else "",
        rows=rows[page * fit : (page + 1) * fit],
        count=len(found),
        page_number=page + 1,
        pages=pages,
    )


def _row(session: Session, place: int, one: Certificate) -> CertificateRow:
    return CertificateRow(str(place), said(session, one.type), said(session, one.issuer), one.valid_until)


class CopyChoice(Value, frozen=True):
    """How many copies, and whether that is chosen."""

    count: int
    chosen: bool


class CertificateProps(Value, frozen=True):
    """The preview. `preview`: a Preview; `shot` changes with each document; `ready`: it can be printed."""

    name: str = ""
    issuer: str = ""
    waiting: str = ""
    fault: str = ""
    preview: str = ""
    shot: str = ""
    pages: int = 0
    copies: tuple[CopyChoice, ...] = ()
    ready: bool = False


def certificate_props(session: Session) -> CertificateProps:
    """Derive the preview."""
    way = certificate_way(session)
    one = one_of(way)
    return CertificateProps(
        name=said(session, one.type) if one else "",
        issuer=said(session, one.issuer) if one else "",
        waiting=_waiting(session, way),
        fault=way.fault or "",
        preview=way.preview if way.key else "",
        shot=way.key,
        pages=way.pages,
        copies=tuple(CopyChoice(count, count == way.copies) for count in range(1, COPIES_MAX + 1)),
        ready=bool(way.key) and way.fault is None and session.devices.page_printer,
    )


class CertificatePaperProps(Value, frozen=True):
    """The job. `come`: a Come; `expected` sheets, 0 = nobody knows."""

    name: str = ""
    come: str = ""
    fault: str = ""
    sheets: int = 0
    expected: int = 0


def certificate_paper_props(session: Session) -> CertificatePaperProps:
    """Derive how the job stands."""
    way = certificate_way(session)
    one, job = one_of(way), way.printout
    return CertificatePaperProps(
        name=said(session, one.type) if one else "",
        come=job.come.value if job else "",
        fault=job.fault.value if job and job.fault else "",
        sheets=job.sheets if job else 0,
        expected=way.pages * way.copies,
    )


class CertificatePhoneProps(Value, frozen=True):
    """The code for a telephone, good for one fetch until `until`, on the hall's clock."""

    name: str = ""
    waiting: str = ""
    fault: str = ""
    until: str = ""
    qr_runs: tuple[QrRun, ...] = ()
    qr_side: int = 0


def certificate_phone_props(session: Session) -> CertificatePhoneProps:
    """Derive the code."""
    way = certificate_way(session)
    one = one_of(way)
    name = said(session, one.type) if one else ""
    runs, side = qr_runs(way.address) if way.address else ((), 0)
    until = clock_at(way.address_until, session.hall.utc_offset_s) if way.address_until and session.hall else ""
    return CertificatePhoneProps(name, _waiting(session, way), way.fault or "", until, runs, side)
