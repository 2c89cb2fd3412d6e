"""打印证明 and 查进度 over HTTP: what a kiosk asks for whoever has shown card, code, receipt or slip (CL-E9, E18, E21).

The city is asked while somebody waits. Nothing of question or answer is kept but that it was asked, for which type of
licence, and what came of it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.asking_routes import asked, line_to
from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.city.licences import CityLicences
from hall_server.city.progress import case_status, cases_of
from hall_server.contract.certificates import (
    LINK_US,
    CertificateDocument,
    CertificateLink,
    Certificates,
    FetchCertificate,
    FindCertificates,
    PrintKept,
    TellPrinted,
)
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.progress import CasesWanted
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.progress_views import AskProgress, CasesFound
from hall_server.domain.rights import Right
from hall_server.flows.case_views import case_view, visit_view
from hall_server.flows.certificates import fetch_certificate, find_certificates

if TYPE_CHECKING:
    from hall_server.city.line import Line
    from hall_server.contract.certificates import Certificate
    from hall_server.flows.certificates import Wanted
    from hall_server.flows.hall import Hall

Asked = Request[Any, Any, Any]
_HALL = "/halls/{hall_id:str}"
_NO_WORD = frozenset({ProblemCode.NOT_FOUND, ProblemCode.CITY_AWAY, ProblemCode.CITY_REFUSED})


@post(
    f"{_HALL}/certificates/find",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="打印证明 what somebody may have printed",
)
async def find(request: Asked, hall_id: FromPath[str]) -> Certificates:
    """With their consent, which is kept; without it nobody is asked. Refused with `city_away` after 3.5 seconds."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order, caller = await order_of(request, FindCertificates), kiosk_of(request)
    line_to(request, PortName.LICENCES)
    await hall.certificates.agreed(caller, order)
    wanted = hall.certificates.wanted(caller, order)
    found = await asked(request, PortName.LICENCES, partial(_find, wanted))
    return Certificates(wanted.visit, found)


@post(
    f"{_HALL}/certificates/document",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="One of them as a PDF",
)
async def document(request: Asked, hall_id: FromPath[str]) -> CertificateDocument:
    """Only where they said yes within half an hour; twenty of one visit at most. Each use is kept."""
    return await _fetched(request, await enter(request, hall_id), "screen")


@post(
    f"{_HALL}/certificates/link",
    right=Right.VISIT,
    status_code=HTTP_201_CREATED,
    summary="A link by which a telephone fetches one, once",
)
async def link(request: Asked, hall_id: FromPath[str]) -> CertificateLink:
    """Good for ten minutes and one fetch. Refused with `not_found` where visitors' pages have no public address."""
    hall = await enter(request, hall_id)
    public = hall.site.public_address
    if not public:
        raise HallProblem(ProblemCode.NOT_FOUND, "this hall has no public address")
    found = await _fetched(request, hall, "link")
    name = hall.files.put(found.document, LINK_US)
    return CertificateLink(f"{public.rstrip('/')}/d/{name}", hall.clock.now() + LINK_US)


@post(
    f"{_HALL}/certificates/printed",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="What became of the paper",
)
async def printed(request: Asked, hall_id: FromPath[str]) -> PrintKept:
    """Printed, voided after a jam, or given up; the type and the visit are kept."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, TellPrinted)
    return await hall.certificates.printed(kiosk_of(request), key, order)


@post(f"{_HALL}/cases/find", right=Right.VISIT, status_code=HTTP_200_OK, summary="查进度 where cases are")
async def find_cases(request: Asked, hall_id: FromPath[str]) -> CasesFound:
    """By holder, by number or by slip. To a slip a city without an answer is no refusal.

    Then the hall says what it knows itself, and `asked` is false.
    """
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order, caller = await order_of(request, AskProgress), kiosk_of(request)
    hotline = hall.site.hotline
    if order.holder is not None:
        wanted = CasesWanted(holder=order.holder, place=caller.id)
        mine = await asked(request, PortName.PROGRESS, lambda line: cases_of(line, wanted))
        return CasesFound(tuple(case_view(one, hotline, to_holder=True) for one in mine))
    if order.case is not None:
        name = order.case
        one = await asked(request, PortName.PROGRESS, lambda line: case_status(line, name))
        return CasesFound((case_view(one, hotline),) if one else ())
    return await _of_slip(request, hall, order.ticket.lower())


async def _of_slip(request: Asked, hall: Hall, ticket_id: str) -> CasesFound:
    ticket = hall.ticket(ticket_id)
    said = True
    try:
        name = ticket.correlation or ticket.id
        one = await asked(request, PortName.PROGRESS, lambda line: case_status(line, name))
    except HallProblem as problem:
        if problem.code not in _NO_WORD:
            raise
        one, said = None, False
    if one is not None:
        return CasesFound((case_view(one, hall.site.hotline),))
    known = visit_view(ticket, ticket.served_at or ticket.taken_at, hall.site.hotline)
    return CasesFound((known,) if known else (), said)


async def _fetched(request: Asked, hall: Hall, way: str) -> CertificateDocument:
    idempotency_key(request)
    order, caller, desk = await order_of(request, FetchCertificate), kiosk_of(request), hall.certificates
    line_to(request, PortName.LICENCES)
    desk.may_fetch(caller, order)
    wanted = desk.wanted(caller, order)
    try:
        found = await asked(request, PortName.LICENCES, partial(_document, wanted, order.id))
    except HallProblem as problem:
        await desk.used(caller, order, order.id, way, problem.detail or problem.code.value)
        raise
    await desk.used(caller, order, found.type, way)
    return found


def _find(wanted: Wanted, line: Line) -> tuple[Certificate, ...]:
    return find_certificates(CityLicences(line), wanted)


def _document(wanted: Wanted, id_: str, line: Line) -> CertificateDocument:
    return fetch_certificate(CityLicences(line), wanted, id_)


HANDLERS = [find, document, link, printed, find_cases]
