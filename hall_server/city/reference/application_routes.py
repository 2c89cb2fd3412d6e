"""Applications under /acceptance, and a look at those handed in. The fault `duplicate` loses a hand-in's answer."""

from __future__ import annotations

import re
from typing import Any

from litestar import Request, get, post

from hall_server.city.reference.application_desk import ApplicationDesk, Given
from hall_server.city.reference.document import Operation
from hall_server.city.reference.faults import FaultSwitch
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.contract.city.applications import (
    ApplicationNow,
    ApplicationOpened,
    ApplicationTaken,
    ApplicationWanted,
    Drop,
    HandIn,
    PartNow,
    Piece,
)
from hall_server.contract.city.wire import IDEMPOTENCY_KEY

Asked = Request[Any, Any, Any]
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ONE = "/acceptance/applications/{application:str}"


@post("/acceptance/applications", status_code=201)
async def open_application(request: Asked, application_desk: ApplicationDesk) -> ApplicationOpened:
    """One under the id that the question carries."""
    application = request.headers.get(IDEMPOTENCY_KEY, "")
    if _UUID.fullmatch(application) is None:
        raise CityError(CityProblem.BAD_REQUEST, field=IDEMPOTENCY_KEY)
    return application_desk.open(application, await body_as(request, ApplicationWanted))


@post(f"{_ONE}/pieces", status_code=200)
async def piece(request: Asked, application: str, application_desk: ApplicationDesk) -> PartNow:
    """A piece of a part."""
    return application_desk.piece(application, await body_as(request, Piece))


@get(_ONE, sync_to_thread=False)
def look(application: str, application_desk: ApplicationDesk) -> ApplicationNow:
    """How it stands."""
    return application_desk.look(application)


@post(f"{_ONE}/hand-in", status_code=200)
async def hand_in(
    request: Asked, application: str, application_desk: ApplicationDesk, switch: FaultSwitch
) -> ApplicationTaken:
    """It is complete."""
    taken, new = application_desk.hand_in(application, await body_as(request, HandIn))
    if new and switch.now.duplicate:
        raise CityError(CityProblem.CITY_DOWN)
    return taken


@post(f"{_ONE}/drop", status_code=200)
async def drop(request: Asked, application: str, application_desk: ApplicationDesk) -> ApplicationNow:
    """Nothing of it is wanted any more."""
    await body_as(request, Drop)
    return application_desk.drop(application)


@get("/applications", sync_to_thread=False)
def given(application_desk: ApplicationDesk) -> list[Given]:
    """What was handed in, for people and tests: no value, no picture."""
    return list(application_desk.given.values())


_PATH = "/acceptance/applications"
APPLICATION_OPERATIONS = (
    (
        Operation("POST", _PATH, "Begin one.", ApplicationWanted, 201, ApplicationOpened, keyed=True),
        open_application,
    ),
    (Operation("POST", f"{_PATH}/{{application}}/pieces", "A piece of a sealed part.", Piece, 200, PartNow), piece),
    (Operation("GET", f"{_PATH}/{{application}}", "How one stands.", None, 200, ApplicationNow), look),
    (
        Operation(
            "POST", f"{_PATH}/{{application}}/hand-in", "It is complete.", HandIn, 200, ApplicationTaken, keyed=True
        ),
        hand_in,
    ),
    (Operation("POST", f"{_PATH}/{{application}}/drop", "Let go of it.", Drop, 200, ApplicationNow), drop),
)
APPLICATION_SWITCHES = (given,)
