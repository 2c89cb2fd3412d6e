"""免证办 over HTTP: consent, what was found, paper that is not needed, corrections.

Everything is answered at once; the city is asked beside it. Whose licences stands in the body of the consent only: not
in addresses, answers or what is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, needs, order_of
from hall_server.contract.licence_visits import (
    ConsentView,
    DemandPaper,
    GiveConsent,
    LicenceReported,
    LicencesFound,
    LookUpCounts,
    OverridePaper,
    PaperAnswer,
    ReportLicence,
)
from hall_server.contract.vocabulary import Role

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller

Asked = Request[Any, Any, Any]
Since = Annotated[int, QueryParameter(ge=0, le=2**53, description="UTC microseconds; 0: all")]
_VISIT = "/halls/{hall_id:str}/visits/{visit:str}/licences"
_ANYBODY = (Role.KIOSK, Role.COUNTER)


@get(_VISIT, guards=[needs(*_ANYBODY)], summary="免证办 what a visitor need not bring")
async def found(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> LicencesFound:
    """For the kiosk of the consent and the counter of the ticket; `looking` while the city is being asked."""
    return (await enter(request, hall_id)).licences.found(_caller(request), visit.lower())


@post(
    f"{_VISIT}/consent", guards=[needs(*_ANYBODY)], status_code=HTTP_201_CREATED, summary="征得同意 consent or refusal"
)
async def consent(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> ConsentView:
    """Kept without a name or number; with a consent the city is asked. A refusal leads to scanning, not to an end."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, GiveConsent)
    return await hall.licences.consent(_caller(request), key, visit.lower(), order)


@post(f"{_VISIT}/demand_paper", guards=[needs(Role.COUNTER)], status_code=HTTP_200_OK, summary="要求纸质 ask for paper")
async def demand_paper(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> PaperAnswer:
    """Refused with `paper_not_needed` for a material that the hall has as an electronic licence."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, DemandPaper)
    return await hall.licences.demand(clerk_of(request), key, visit.lower(), order)


@post(
    f"{_VISIT}/override_paper",
    guards=[needs(Role.COUNTER)],
    status_code=HTTP_200_OK,
    summary="仍要纸质 ask for paper all the same",
)
async def override_paper(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> PaperAnswer:
    """With a reason; who did it is kept for good."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, OverridePaper)
    return await hall.licences.override(clerk_of(request), key, visit.lower(), order)


@post(
    f"{_VISIT}/report", guards=[needs(*_ANYBODY)], status_code=HTTP_201_CREATED, summary="证照信息有误 report an error"
)
async def report(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> LicenceReported:
    """Kept, and told to the city."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ReportLicence)
    return await hall.licences.report(_caller(request), key, visit.lower(), order)


@get("/halls/{hall_id:str}/licences/counts", guards=[needs(Role.COUNTER)], summary="How look-ups of licences ended")
async def counts(request: Asked, hall_id: FromPath[str], since: Since = 0) -> LookUpCounts:
    """By type: found, expired, wrong, not found, slow, no answer (CL-E20)."""
    return (await enter(request, hall_id)).licences.counts(since)


def _caller(request: Asked) -> Caller:
    return kiosk_of(request) if request.state.api_key.role is Role.KIOSK else clerk_of(request)


HANDLERS = [found, consent, demand_paper, override_paper, report, counts]
