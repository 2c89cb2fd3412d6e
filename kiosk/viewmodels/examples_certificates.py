"""Made-up certificates for UI-K15. Pure; they belong to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.certificates import Certificate
from hall_server.contract.city.licences import LicenceState
from kiosk.session.certificate_words import CertificateFault, CertificateWay, Preview
from kiosk.session.papers import PaperFault
from kiosk.session.printouts import Come, Printout
from kiosk.session.state import CardStep, Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Person

_TYPES = ("社会保障卡", "居住证", "结婚证", "不动产权证", "医保电子凭证", "户口簿", "居民身份证")
FOUND = tuple(
    Certificate(
        id=f"{place:016x}",
        type=name,
        state=LicenceState.VALID,
        issuer="广州市公安局" if place % 2 else "广州市人力资源和社会保障局",
        valid_until="2031-05-01" if place % 2 else "",
    )
    for place, name in enumerate(_TYPES)
)


def certificate_examples(idle: Session, person: Person, at_us: int) -> dict[str, Session]:
    """Every page of the journey, and what may go wrong on it."""
    asking = CertificateWay(visit="v", look="x", asked_at=idle.now - 1)
    listed = CertificateWay(visit="v", certificates=FOUND)
    chosen = replace(listed, key="k", preview=Preview.SEEN, pages=2)

    def at(page: Page, way: CertificateWay, step: CardStep = CardStep.WAITING) -> Session:
        known = None if page is Page.CERTIFICATE_CARD else person
        visit = Visit(started_at=idle.now, way=way, card_step=step, person=known)
        ends_at = idle.now + 7 if way.look else None
        devices = replace(idle.devices, page_printer=True)
        return replace(idle, page=page, visit=visit, devices=devices, page_ends_at=ends_at)

    def paper(job: Printout) -> Session:
        return at(Page.CERTIFICATE_PAPER, replace(chosen, copies=2, printout=job))

    return {
        "certificate_card": at(Page.CERTIFICATE_CARD, CertificateWay()),
        "certificate_card_again": at(Page.CERTIFICATE_CARD, CertificateWay(), CardStep.TRY_AGAIN),
        "certificate_consent": at(Page.CERTIFICATE_CONSENT, CertificateWay()),
        "certificates_waiting": at(Page.CERTIFICATES, asking),
        "certificates_slow": at(Page.CERTIFICATES, replace(asking, asked_at=idle.now - 5)),
        "certificates": at(Page.CERTIFICATES, listed),
        "certificates_none": at(Page.CERTIFICATES, CertificateWay(visit="v", fault=CertificateFault.NONE)),
        "certificates_away": at(Page.CERTIFICATES, CertificateWay(visit="v", fault=CertificateFault.CITY_AWAY)),
        "certificate_waiting": at(Page.CERTIFICATE, replace(listed, look="x", asked_at=idle.now - 4)),
        "certificate": at(Page.CERTIFICATE, chosen),
        "certificate_hidden": at(Page.CERTIFICATE, replace(chosen, preview=Preview.HIDDEN, copies=3)),
        "certificate_fault": at(Page.CERTIFICATE, replace(listed, fault=CertificateFault.CITY_AWAY)),
        "certificate_printing": paper(Printout("j", sheets=1)),
        "certificate_stands": paper(Printout("j", Come.STANDS, 1, PaperFault.JAM)),
        "certificate_done": paper(Printout("j", Come.DONE, 4)),
        "certificate_jam": paper(Printout("j", Come.PART, 1, PaperFault.JAM)),
        "certificate_phone": at(
            Page.CERTIFICATE_PHONE,
            replace(chosen, address="https://hall.example/d/AbCdEfGhIjKlMnOpQrStUv", address_until=at_us + 600_000_000),
        ),
        "certificate_no_link": at(Page.CERTIFICATE_PHONE, replace(chosen, fault=CertificateFault.NO_LINK)),
    }
