"""在自助机上申办 over HTTP: begun, its sealed parts passed on to the city as they come, handed in, dropped.

No part is ever written down here, whole or in pieces: a piece is in memory while it goes from one wire to the other.
A city that is away is said so at once (`city_away`), and the visitor is shown the counters: the hall gives no receipt
for what the city does not have (ADR 0014).
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.asking_routes import asked, line_to
from hall_server.api.door import bytes_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.city.applications import CityApplications
from hall_server.contract.applications import (
    ApplicationBegun,
    ApplicationReceipt,
    BeginApplication,
    HandInApplication,
)
from hall_server.contract.city.applications import MOST_PARTS, PART_MAX, PIECE_MAX, ApplicationNow, PartNow, Piece
from hall_server.contract.city.ports import PortName
from hall_server.contract.messages import Empty
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]
Offset = Annotated[int, QueryParameter(ge=0, lt=PART_MAX, description="where the piece begins")]
Size = Annotated[int, QueryParameter(ge=1, le=PART_MAX, description="bytes of the whole sealed part")]
_ALL = "/halls/{hall_id:str}/applications"
_ONE = f"{_ALL}/{{application:str}}"
_PARTS_MISSING = "parts_missing"  # the city's own word
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@post(_ALL, right=Right.VISIT, status_code=HTTP_201_CREATED, summary="申办 begin an application")
async def begin(request: Asked, hall_id: FromPath[str]) -> ApplicationBegun:
    """The Idempotency-Key is its id: asking again begins no second one. Without a yes nobody is asked."""
    hall = await enter(request, hall_id)
    application, order = idempotency_key(request), await order_of(request, BeginApplication)
    caller, desk = kiosk_of(request), hall.applications
    line_to(request, PortName.ACCEPTANCE)
    there, wanted = desk.asked(order), desk.wanted(caller, order)
    await desk.begun(caller, application, order)
    opened = await asked(request, PortName.ACCEPTANCE, lambda line: CityApplications(line).open(application, wanted))
    return desk.view(application, there, opened)


@post(
    f"{_ONE}/parts/{{part:int}}",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="A piece of a sealed part",
    request_max_body_size=PIECE_MAX,
)
async def piece(
    request: Asked,
    hall_id: FromPath[str],
    *,
    application: FromPath[str],
    part: FromPath[int],
    offset: Offset,
    size: Size,
) -> PartNow:
    """Bytes as they are, 96 KiB at most. The answer says where the next piece begins: after a cut line too.

    A piece that does not follow on what is there changes nothing; the same one again neither.
    """
    await enter(request, hall_id)
    idempotency_key(request)
    name, data = _name(application), await bytes_of(request)
    if part >= MOST_PARTS or offset + len(data) > size:
        raise HallProblem(ProblemCode.BAD_REQUEST, "no such part, or more than its size")
    one = Piece(part=part, size=size, offset=offset, data=data)
    return await asked(request, PortName.ACCEPTANCE, lambda line: CityApplications(line).piece(name, one))


@get(_ONE, right=Right.VISIT, summary="How an application stands")
async def look(request: Asked, hall_id: FromPath[str], application: FromPath[str]) -> ApplicationNow:
    """How much of each part the city has."""
    await enter(request, hall_id)
    name = _name(application)
    return await asked(request, PortName.ACCEPTANCE, lambda line: CityApplications(line).look(name))


@post(f"{_ONE}/hand_in", right=Right.VISIT, status_code=HTTP_200_OK, summary="提交 hand it in")
async def hand_in(request: Asked, hall_id: FromPath[str], application: FromPath[str]) -> ApplicationReceipt:
    """Refused with `materials_missing` or `parts_missing` while something is.

    After `city_away` the same again does no harm.
    """
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order, caller, name = await order_of(request, HandInApplication), kiosk_of(request), _name(application)
    line_to(request, PortName.ACCEPTANCE)
    ready = hall.applications.ready(caller, name, order)
    if ready.receipt is not None:
        return ready.receipt
    try:
        taken = await asked(
            request, PortName.ACCEPTANCE, lambda line: CityApplications(line).hand_in(name, ready.whole)
        )
    except HallProblem as problem:
        if problem.detail == _PARTS_MISSING:
            raise HallProblem(ProblemCode.PARTS_MISSING) from None
        raise
    return await hall.applications.handed_in(caller, order, taken, ready.materials)


@post(f"{_ONE}/drop", right=Right.VISIT, status_code=HTTP_200_OK, summary="不办了 let go of it")
async def drop(request: Asked, hall_id: FromPath[str], application: FromPath[str]) -> ApplicationNow:
    """The city forgets what came; one that was handed in stays handed in."""
    await enter(request, hall_id)
    idempotency_key(request)
    await order_of(request, Empty)
    name = _name(application)
    return await asked(request, PortName.ACCEPTANCE, lambda line: CityApplications(line).drop(name))


def _name(text: str) -> str:
    if not _UUID.fullmatch(text.lower()):
        raise HallProblem(ProblemCode.NOT_FOUND, "an application's id is a UUID")
    return text.lower()


HANDLERS = [begin, piece, look, hand_in, drop]
