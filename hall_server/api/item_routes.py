"""Service items 事项 over HTTP: the catalogue in force, several as one visit, who may be taken, what one id finds."""

from __future__ import annotations

from typing import Annotated, Any, cast

from litestar import MediaType, Request, Response, get
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_304_NOT_MODIFIED

from hall_server.api.door import enter
from hall_server.contract.catalogue import Catalogue
from hall_server.contract.visit_plan import VisitPlan
from hall_server.contract.visits import ReachAnswer, VisitFound
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]
Items = Annotated[str, QueryParameter(max_length=800, description="ids of items with commas between, at most 12")]
Word = Annotated[str, QueryParameter(max_length=64)]
Region = Annotated[
    str,
    QueryParameter(pattern=r"^([1-9][0-9]{5})?$", description="first six digits of an identity number; empty: none"),
]
Lives = Annotated[bool, QueryParameter(description="whether the applicant declares to live here")]


@get("/halls/{hall_id:str}/catalogue", right=Right.ASSIST, summary="What a kiosk can offer today")
async def catalogue(request: Asked, hall_id: FromPath[str]) -> Response[Catalogue | None]:
    """The version in force, all items with what to bring. With `If-None-Match`: 304 while it is the same.

    Squeezed for whoever accepts gzip: a kiosk may hang on a line of 200 kbit/s.
    """
    told = (await enter(request, hall_id)).items.told()
    headers = {"ETag": told.etag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == told.etag:
        return Response(None, status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    body = told.plain
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = told.squeezed, "gzip"
    return cast("Response[Catalogue | None]", Response(body, media_type=MediaType.JSON, headers=headers))


@get("/halls/{hall_id:str}/plan", right=Right.ASSIST, summary="Several items as one visit")
async def plan(request: Asked, hall_id: FromPath[str], items: Items = "", bundle: Word = "") -> VisitPlan:
    """Where to go, what to bring, how long it takes; before any number is asked for."""
    hall = await enter(request, hall_id)
    return hall.items.plan(tuple(one for one in items.split(",") if one), bundle)


@get("/halls/{hall_id:str}/reach", right=Right.ASSIST, summary="May an applicant be taken here?")
async def reach(
    request: Asked, hall_id: FromPath[str], item: Word, region: Region = "", *, lives_here: Lives = False
) -> ReachAnswer:
    """A queue, or why not and the nearest venue that can. Nothing of it is kept."""
    return (await enter(request, hall_id)).items.reach(item, region.strip(), lives_here=lives_here)


@get(
    "/halls/{hall_id:str}/by-correlation/{correlation:str}",
    right=Right.SERVE,
    summary="What one id finds",
)
async def by_correlation(request: Asked, hall_id: FromPath[str], correlation: FromPath[str]) -> VisitFound:
    """Tickets and bookings of one visit, from booking to rating."""
    return (await enter(request, hall_id)).items.of_visit(correlation.lower())


HANDLERS = [catalogue, plan, reach, by_correlation]
