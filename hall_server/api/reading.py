"""The reading half of the API: health, the hall now, events after n, stream, tickets, a counter's line."""

from __future__ import annotations

import gzip
from typing import Annotated, Any, cast

import msgspec
from litestar import MediaType, Request, Response, get
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_304_NOT_MODIFIED

from hall_server.api.door import enter, visitor_of
from hall_server.contract.lists import HallSummary, TicketHistory, TicketPage, TicketWhy
from hall_server.contract.messages import CounterQueue, EventPage, HallNow, Health, TicketView
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Role, TicketState
from hall_server.domain.rights import Right

MOST = 2**53
_QUICKLY = 1  # a level of gzip
Asked = Request[Any, Any, Any]
After = Annotated[int, QueryParameter(ge=0, le=MOST, description="the newest event number that the reader has seen")]
OnFrom = Annotated[int | None, QueryParameter(ge=0, le=MOST, description="the newest event number seen; empty: now")]
Bare = Annotated[bool, QueryParameter(description="numbers without their events, for a thin line")]
Limit = Annotated[int, QueryParameter(ge=1, le=500)]
Page = Annotated[int, QueryParameter(ge=1, le=200)]
Day = Annotated[
    str, QueryParameter(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", description="business day; empty: today")
]
InState = Annotated[TicketState | None, QueryParameter(name="state")]  # the name `state` is the framework's
Word = Annotated[str, QueryParameter(max_length=32)]


@get("/health", right=Right.OPEN, summary="Is the hall there, and which life of it", security=[{}])
async def health(request: Asked) -> Health:
    """Open to everybody."""
    answer: Health = request.app.state.hall.health()
    return answer


@get("/halls/{hall_id:str}/now", right=Right.WATCH, summary="The hall in one snapshot")
async def now(request: Asked, hall_id: FromPath[str]) -> Response[HallNow]:
    """Whoever then asks for events after its `n` misses nothing.

    Squeezed for a kiosk that accepts gzip: it looks after each push, perhaps over a line of 200 kbit/s.
    """
    told = (await enter(request, hall_id)).now()
    if request.state.api_key.role is not Role.KIOSK or "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(told)
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    body = gzip.compress(msgspec.json.encode(told), _QUICKLY, mtime=0)
    return cast("Response[HallNow]", Response(body, media_type=MediaType.JSON, headers=headers))


@get("/halls/{hall_id:str}/events", right=Right.WATCH, summary="Events after a number, in order")
async def events(request: Asked, hall_id: FromPath[str], after: After = 0, limit: Limit = 100) -> EventPage:
    """More remain while the last event's `n` is below the page's."""
    return (await enter(request, hall_id)).events(after, limit)


@get("/halls/{hall_id:str}/tickets", right=Right.SERVE, summary="Tickets of a day, page by page")
async def tickets(
    request: Asked,
    hall_id: FromPath[str],
    *,
    day: Day = "",
    queue: Word = "",
    in_state: InState = None,
    after: After = 0,
    limit: Page = 50,
) -> TicketPage:
    """In the order of coming; nothing of the people."""
    hall = await enter(request, hall_id)
    return hall.tickets(day, queue=queue, state=in_state.value if in_state else "", after=after, limit=limit)


@get(
    "/halls/{hall_id:str}/tickets/{ticket_id:str}/events",
    right=Right.SERVE,
    summary="Everything that happened to a ticket",
)
async def history(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketHistory:
    """Who, where, when and why, in order."""
    return (await enter(request, hall_id)).history(ticket_id.lower())


@get(
    "/halls/{hall_id:str}/tickets/{ticket_id:str}/why",
    right=Right.ASSIST,
    summary="Why a ticket was called when it was",
)
async def why(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketWhy:
    """One Chinese and one English sentence for each call."""
    return (await enter(request, hall_id)).why(ticket_id.lower())


@get("/halls/{hall_id:str}/summary", right=Right.SUMMARISE, summary="What one hall tells another")
async def summary(request: Asked, hall_id: FromPath[str]) -> Response[HallSummary | None]:
    """With `If-None-Match`: 304 while nothing happened since."""
    told = (await enter(request, hall_id)).summary()
    etag = f'"{told.incarnation}.{told.n}"'
    if request.headers.get("if-none-match") == etag:
        return Response(None, status_code=HTTP_304_NOT_MODIFIED, headers={"ETag": etag})
    return Response(told, headers={"ETag": etag})


@get("/halls/{hall_id:str}/tickets/mine", right=Right.ASSIST, summary="Numbers that a person has")
async def mine(request: Asked, hall_id: FromPath[str]) -> list[TicketView]:
    """Whose pseudonym stands in the header `Kapok-Visitor`: tickets of today whose life goes on, the oldest first."""
    hall = await enter(request, hall_id)
    return hall.tickets_of(visitor_of(request))


@get("/halls/{hall_id:str}/tickets/{ticket_id:str}", right=Right.ASSIST, summary="One ticket")
async def ticket(request: Asked, hall_id: FromPath[str], ticket_id: FromPath[str]) -> TicketView:
    """As it stands now; nothing of the person."""
    return (await enter(request, hall_id)).ticket(ticket_id.lower())


@get("/halls/{hall_id:str}/counters/{no:int}/queue", right=Right.SERVE, summary="Whom a counter may call")
async def counter_queue(request: Asked, hall_id: FromPath[str], no: FromPath[int]) -> CounterQueue:
    """The next one first, at most twenty."""
    return (await enter(request, hall_id)).counter_queue(no)


_STREAM = "news, help, beat and build as server-sent events"


@get("/halls/{hall_id:str}/stream", right=Right.WATCH, summary=_STREAM)
async def other_stream(request: Asked, hall_id: FromPath[str], *, after: OnFrom = None, bare: Bare = False) -> None:
    """From `after`, or the header Last-Event-ID, on; the hall's own stream is answered by `front`."""
    del after, bare
    await enter(request, hall_id)
    raise HallProblem(ProblemCode.NOT_FOUND)


HANDLERS = [
    health, now, summary, events, tickets, mine, ticket, history, why, counter_queue, other_stream,
]  # fmt: skip
