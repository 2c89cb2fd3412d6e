"""Words in a session under /video, and the switch that plays the person of the city."""

from __future__ import annotations

import re
from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import Parameter

from hall_server.city.reference.document import Operation
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.city.reference.talk_desk import TalkDesk
from hall_server.contract.city.links import WebPage
from hall_server.contract.city.talk import Say, ShareScreen, Talk, Words
from hall_server.contract.city.wire import IDEMPOTENCY_KEY

Asked = Request[Any, Any, Any]
After = Annotated[int, Parameter(ge=0, le=100_000)]
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ONE = "/video/sessions/{session:str}"


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person of the city writes or pushes."""

    words: Words = ""
    page: WebPage | None = None


@get(f"{_ONE}/lines", sync_to_thread=False)
def hear(talk_desk: TalkDesk, session: str, after: After = 0) -> Talk:
    """What was said."""
    return talk_desk.hear(session, after)


@post(f"{_ONE}/lines", status_code=200)
async def say(request: Asked, talk_desk: TalkDesk, session: str) -> Talk:
    """A line of the visitor's."""
    line = request.headers.get(IDEMPOTENCY_KEY, "").lower()
    if not _UUID.fullmatch(line):
        raise CityError(CityProblem.BAD_REQUEST, field=IDEMPOTENCY_KEY)
    said: Say = await body_as(request, Say)
    return talk_desk.say(session, line, said.words)


@post(f"{_ONE}/screen", status_code=200)
async def screen(request: Asked, talk_desk: TalkDesk, session: str) -> Talk:
    """Whether the visitor's screen may be seen."""
    wanted: ShareScreen = await body_as(request, ShareScreen)
    return talk_desk.screen(session, shared=wanted.shared)


@post("/video/talks/{session:str}", status_code=200)
async def write(request: Asked, talk_desk: TalkDesk, session: str) -> Talk:
    """As the person of the city would (the reference city's alone)."""
    wanted: Written = await body_as(request, Written)
    return talk_desk.answer(session, wanted.words, wanted.page)


_PATH = "/video/sessions/{session}"
TALK_OPERATIONS = (
    Operation("GET", f"{_PATH}/lines", "What was said.", None, 200, Talk, query=("after",)),
    Operation("POST", f"{_PATH}/lines", "Say something.", Say, 200, Talk, keyed=True),
    Operation("POST", f"{_PATH}/screen", "May they see the screen.", ShareScreen, 200, Talk),
    Operation("POST", "/video/talks/{session}", "Answer (the reference city's alone).", Written, 200, Talk),
)
TALK_ROUTES = (hear, say, screen)
TALK_SWITCHES = (write,)
