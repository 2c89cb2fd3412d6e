"""What a kiosk has its hall ask the city for whoever stands there: certificates, cases, a person on a screen.

Blocking, like the rest of this room: each verb raises HallSilentError or HallRefusedError (`city_away`: offer the
counters; `not_found`: this hall has no such platform). Whose something is stands in the body of a question, never in an
address; nothing of an answer is kept here.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from hall_server.contract.certificates import (
    DOCUMENT_WITHIN_S,
    LIST_WITHIN_S,
    CertificateDocument,
    CertificateLink,
    Certificates,
    FetchCertificate,
    FindCertificates,
    PrintedAs,
    PrintKept,
    TellPrinted,
)
from hall_server.contract.city.links import Links
from hall_server.contract.progress_views import AskProgress, CasesFound

if TYPE_CHECKING:
    from hall_server.contract.certificates import Certificate
    from hall_server.contract.city.licences import Holder
    from hall_server.contract.city.links import LinkCategory
    from kiosk.hall_client.client import HallClient

CASES_WITHIN_S = 5.0  # the city has 3.5 s at the hall
TELL_WITHIN_S = 5.0


class CityDesk:
    """The verbs, over one hall's client. Safe to call from several threads."""

    def __init__(self, hall: HallClient) -> None:
        self._hall = hall

    def certificates(self, visit: str, holder: Holder) -> Certificates:
        """What can be printed for somebody who has just said yes; the yes is kept by the hall."""
        order = FindCertificates(visit=visit, holder=holder, consent=True)
        return self._hall.question("certificates/find", _key(), order, Certificates, LIST_WITHIN_S)

    def certificate(self, visit: str, holder: Holder, one: Certificate) -> CertificateDocument:
        """One of them as a PDF. Refused with `not_allowed` half an hour after the yes."""
        order = FetchCertificate(visit=visit, holder=holder, id=one.id)
        return self._hall.question("certificates/document", _key(), order, CertificateDocument, DOCUMENT_WITHIN_S)

    def certificate_link(self, visit: str, holder: Holder, one: Certificate) -> CertificateLink:
        """Where a telephone fetches it, once, within ten minutes; `not_found` in a hall without a public address."""
        order = FetchCertificate(visit=visit, holder=holder, id=one.id)
        return self._hall.question("certificates/link", _key(), order, CertificateLink, DOCUMENT_WITHIN_S)

    def certificate_printed(self, key: str, visit: str, type_: str, copies: int, came: PrintedAs) -> PrintKept:
        """What became of the paper; the same key says it once."""
        order = TellPrinted(visit=visit, type=type_, copies=copies, came=came)
        return self._hall.question("certificates/printed", key, order, PrintKept, TELL_WITHIN_S)

    def cases_of(self, holder: Holder) -> CasesFound:
        """Somebody's own cases, after card or code."""
        return self._cases(AskProgress(holder=holder))

    def case_by_number(self, number: str) -> CasesFound:
        """The case of a receipt; nobody is named. Refused with `bad_request` for what cannot be a number."""
        return self._cases(AskProgress(case=number))

    def case_of_slip(self, ticket_id: str) -> CasesFound:
        """The case of a slip; with a city that gives no answer what the hall knows (`asked` False)."""
        return self._cases(AskProgress(ticket=ticket_id))

    def links(self, category: LinkCategory) -> Links:
        """Places on the net in an order that nobody chose, another one each time."""
        return self._hall.read(f"city/links?category={category.value}", Links)

    def _cases(self, order: AskProgress) -> CasesFound:
        return self._hall.question("cases/find", _key(), order, CasesFound, CASES_WITHIN_S)


def _key() -> str:
    """For questions: asking again is another question."""
    return str(uuid.uuid4())
