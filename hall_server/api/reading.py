"""The reading half of the API: health, the hall now, catalogue, events after n, stream, tickets, a counter's line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from litestar import Request, asgi, get
from litestar.params import Parameter
from litestar.types import Receive, Scope, Send  # noqa: TC002 - the framework reads the signature

from hall_server.api.door import enter, needs
from hall_server.contract.messages import Catalogue, CounterQueue, EventPage, HallNow, Health, TicketView
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Role

if TYPE_CHECKING:
    from litestar.handlers import ASGIRouteHandler

    from hall_server.push.stream import Stream

MOST = 2**53
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
Asked = Request[Any, Any, Any]
After = Annotated[int, Parameter(ge=0, le=MOST, description="the newest event number that the reader has seen")]
Limit = Annotated[int, Parameter(ge=1, le=500)]
_EVERYBODY = (Role.KIOSK, Role.BOARD, Role.COUNTER)


@get("/health", summary="Is the hall there, and which life of it", security=[{}])
async def health(request: Asked) -> Health:
    """Open to everybody."""
    answer: Health = request.app.state.hall.health()
    return answer


@get("/halls/{hall_id:str}/now", guards=[needs(*_EVERYBODY)], summary="The hall in one snapshot")
async def now(request: Asked, hall_id: str) -> HallNow:
    """Whoever then asks for events after its `n` misses nothing."""
    return (await enter(request, hall_id)).now()


@get("/halls/{hall_id:str}/catalogue", guards=[needs(Role.KIOSK, Role.COUNTER)], summary="What a kiosk can offer")
async def catalogue(request: Asked, hall_id: str) -> Catalogue:
    """All items with what to bring."""
    return (await enter(request, hall_id)).catalogue()


@get("/halls/{hall_id:str}/events", guards=[needs(*_EVERYBODY)], summary="Events after a number, in order")
async def events(request: Asked, hall_id: str, after: After = 0, limit: Limit = 100) -> EventPage:
    """More remain while the last event's `n` is below the page's."""
    return (await enter(request, hall_id)).events(after, limit)


@get("/halls/{hall_id:str}/tickets/{ticket_id:str}", guards=[needs(Role.KIOSK, Role.COUNTER)], summary="One ticket")
async def ticket(request: Asked, hall_id: str, ticket_id: str) -> TicketView:
    """As it stands now; nothing of the person."""
    return (await enter(request, hall_id)).ticket(ticket_id.lower())


@get("/halls/{hall_id:str}/counters/{no:int}/queue", guards=[needs(Role.COUNTER)], summary="Whom a counter may call")
async def counter_queue(request: Asked, hall_id: str, no: int) -> CounterQueue:
    """The next one first, at most twenty."""
    return (await enter(request, hall_id)).counter_queue(no)


@get("/halls/{hall_id:str}/stream", guards=[needs(*_EVERYBODY)], summary="news, beat and build as server-sent events")
async def other_stream(request: Asked, hall_id: str, after: After | None = None) -> None:
    """From `after`, or the header Last-Event-ID, on; the hall's own stream is the raw handler of `stream_of`."""
    del after
    await enter(request, hall_id)
    raise HallProblem(ProblemCode.NOT_FOUND)


def stream_of(hall_id: str) -> ASGIRouteHandler:
    """The raw handler of one hall's stream; its path is spelt out: Litestar 2.25 cannot give a raw one parameters."""

    @asgi(f"/halls/{hall_id}/stream", guards=[needs(*_EVERYBODY)], copy_scope=False)
    async def stream(scope: Scope, receive: Receive, send: Send) -> None:
        if scope.get("method") != "GET":
            raise HallProblem(ProblemCode.METHOD_NOT_ALLOWED)
        request: Asked = Request(scope, receive, send)
        await enter(request, hall_id)
        after = request.query_params.get("after", request.headers.get("last-event-id"))
        if after is not None and _NUMBER.fullmatch(after) is None:
            raise HallProblem(ProblemCode.BAD_REQUEST, "expected an event number", field="after")
        talk: Stream = request.app.state.stream
        await talk.run(None if after is None else int(after), receive, send)

    return stream


HANDLERS = [health, now, catalogue, events, ticket, counter_queue, other_stream]
