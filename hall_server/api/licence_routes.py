"""免证办 over HTTP: consent, what was found, paper that is not needed, corrections.

Everything is answered at once; the city is asked beside it. Whose licences stands in the body of the consent only: not
in addresses, answers or what is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.asking_routes import asked
from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.city.credit import CityCredit
from hall_server.city.licences import CityLicences
from hall_server.contract.city.credit import MayDefer
from hall_server.contract.city.licences import Shown
from hall_server.contract.city.ports import PortName
from hall_server.contract.licence_visits import (
    AskDeferral,
    ConsentView,
    Deferral,
    DemandPaper,
    GiveConsent,
    LicenceReported,
    LicencesFound,
    LicenceShown,
    LookUpCounts,
    OverridePaper,
    PaperAnswer,
    ReportLicence,
    ShowLicence,
)
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Role
from hall_server.domain.city.credit import deferral
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from hall_server.flows.caller import Caller

Asked = Request[Any, Any, Any]
Since = Annotated[int, QueryParameter(ge=0, le=2**53, description="UTC microseconds; 0: all")]
After = Annotated[int, QueryParameter(ge=0, le=2**53, description="`next` of the page before")]
_VISIT = "/halls/{hall_id:str}/visits/{visit:str}/licences"
_NO_WORD = frozenset({ProblemCode.NOT_FOUND, ProblemCode.CITY_AWAY, ProblemCode.CITY_REFUSED})


@get(_VISIT, right=Right.ASSIST, summary="免证办 what a visitor need not bring")
async def found(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> LicencesFound:
    """For the kiosk of the consent and the counter of the ticket; `looking` while the city is being asked."""
    return (await enter(request, hall_id)).licences.found(_caller(request), visit.lower())


@post(f"{_VISIT}/consent", right=Right.ASSIST, status_code=HTTP_201_CREATED, summary="征得同意 consent or refusal")
async def consent(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> ConsentView:
    """Kept without a name or number; with a consent the city is asked. A refusal leads to scanning, not to an end."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, GiveConsent)
    return await hall.licences.consent(_caller(request), key, visit.lower(), order)


@post(f"{_VISIT}/demand_paper", right=Right.SERVE, status_code=HTTP_200_OK, summary="要求纸质 ask for paper")
async def demand_paper(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> PaperAnswer:
    """Refused with `paper_not_needed` for a material that the hall has as an electronic licence."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, DemandPaper)
    return await hall.licences.demand(clerk_of(request), key, visit.lower(), order)


@post(
    f"{_VISIT}/override_paper",
    right=Right.SERVE,
    status_code=HTTP_200_OK,
    summary="仍要纸质 ask for paper all the same",
)
async def override_paper(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> PaperAnswer:
    """With a reason; who did it is kept for good."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, OverridePaper)
    return await hall.licences.override(clerk_of(request), key, visit.lower(), order)


@post(f"{_VISIT}/report", right=Right.ASSIST, status_code=HTTP_201_CREATED, summary="证照信息有误 report an error")
async def report(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> LicenceReported:
    """Kept, and told to the city."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ReportLicence)
    return await hall.licences.report(_caller(request), key, visit.lower(), order)


@post(f"{_VISIT}/show", right=Right.SERVE, status_code=HTTP_200_OK, summary="扫码亮证 a licence is shown")
async def show(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> LicenceShown:
    """Asked of the city while somebody waits; a good one that the ticket at the counter wants counts as held."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, ShowLicence)
    caller = clerk_of(request)
    shown = Shown(purpose=hall.licences.purpose(caller, visit.lower()), text=order.text)
    said = await asked(request, PortName.LICENCES, lambda line: CityLicences(line).verify(shown))
    return await hall.licences.shown(caller, key, visit.lower(), said)


@post(
    "/halls/{hall_id:str}/visits/{visit:str}/may_defer",
    right=Right.SERVE,
    status_code=HTTP_200_OK,
    summary="可否容缺 may something be handed in later",
)
async def may_defer(request: Asked, hall_id: FromPath[str], visit: FromPath[str]) -> Deferral:
    """A question to the city's credit information; nothing of it is kept, and the same key asks again."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order = await order_of(request, AskDeferral)
    purpose = hall.licences.purpose(clerk_of(request), visit.lower(), order.item)
    question = MayDefer(
        item=purpose.item,
        business=purpose.business,
        place=purpose.place,
        staff=purpose.staff,
        holder=order.holder,
        materials=order.materials,
    )
    try:
        answer = await asked(request, PortName.CREDIT, lambda line: CityCredit(line).may_defer(question))
    except HallProblem as problem:
        if problem.code not in _NO_WORD:
            raise
        return Deferral(deferral(None), asked=False)
    return Deferral(deferral(answer), asked=True)


@get("/halls/{hall_id:str}/licences/counts", right=Right.SERVE, summary="How look-ups of licences ended")
async def counts(request: Asked, hall_id: FromPath[str], since: Since = 0, after: After = 0) -> LookUpCounts:
    """By type: found, expired, wrong, not found, slow, no answer (CL-E20); a thousand uses a page."""
    return (await enter(request, hall_id)).licences.counts(since, after)


def _caller(request: Asked) -> Caller:
    return kiosk_of(request) if request.state.api_key.role is Role.KIOSK else clerk_of(request)


HANDLERS = [found, consent, demand_paper, override_paper, report, show, may_defer, counts]
