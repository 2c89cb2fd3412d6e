"""What 打印证明 asks the world and hears of it, and how far a visitor is on it. Pure; documents are never here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.session.printouts import PaperWay
from kiosk.values import Hushed

if TYPE_CHECKING:
    from hall_server.contract.certificates import Certificate
    from kiosk.session.state import Session


class CertificateFault(StrEnum):
    """Why it does not go on, each with a way on."""

    CITY_AWAY = "city_away"
    HALL_SILENT = "hall_silent"
    NONE = "none"  # nothing can be printed for them
    SIGN_IN = "sign_in"
    TOO_LATE = "too_late"  # the yes was said too long ago
    NO_LINK = "no_link"  # this hall sends nothing to telephones
    DOCUMENT = "document"  # it came, and cannot be used
    OTHER_CODE = "other_code"


class Preview(StrEnum):
    """What is known of the first page."""

    LOADING = "loading"
    SEEN = "seen"
    HIDDEN = "hidden"  # blurred: nobody can tell where its numbers stand
    UNSEEN = "unseen"  # no picture; it may be printed all the same


class CertificateWay(Hushed, PaperWay, frozen=True):
    """`visit`: the id under which the yes was said; `key`: of the document in the drawer, "" = none is there."""

    visit: str = ""
    look: str = ""
    asked_at: float = 0.0
    fault: CertificateFault | None = None
    certificates: tuple[Certificate, ...] = ()
    chosen: int = 0
    key: str = ""
    preview: Preview = Preview.LOADING
    pages: int = 0
    copies: int = 1
    address: str = ""  # for a telephone
    address_until: int = 0  # hall microseconds


class FindCertificates(Hushed, Errand, frozen=True):
    """What can be printed for somebody who has just said yes → CertificatesCame or CertificateUnheard."""

    look: str
    visit: str
    pseudonym: str


class FetchCertificate(Hushed, Errand, frozen=True):
    """Put one into the drawer under `look` → CertificateHere or CertificateUnheard."""

    look: str
    visit: str
    pseudonym: str
    certificate: Certificate


class LinkCertificate(Hushed, Errand, frozen=True):
    """发到手机: an address that works once → CertificateLinked or CertificateUnheard."""

    look: str
    visit: str
    pseudonym: str
    certificate: Certificate


class CertificatesCame(Hushed, JourneyEvent, frozen=True):
    """The hall's answer; none is an answer too."""

    look: str
    certificates: tuple[Certificate, ...]


class CertificateHere(JourneyEvent, frozen=True):
    """The document lies in the drawer under `look`."""

    look: str


class CertificateLinked(Hushed, JourneyEvent, frozen=True):
    """Where a telephone fetches it, once, until then."""

    look: str
    address: str
    until: int


class CertificateUnheard(JourneyEvent, frozen=True):
    """No answer, or a no: `code` is a problem code, a paper's code or `hall_silent`."""

    look: str
    code: str


def certificate_way(session: Session) -> CertificateWay:
    """How far the visitor is."""
    way = session.current_visit().way
    return way if isinstance(way, CertificateWay) else CertificateWay()


def one_of(way: CertificateWay) -> Certificate | None:
    """The certificate that was chosen."""
    return way.certificates[way.chosen] if way.chosen < len(way.certificates) else None
