"""The 云窗口 under /video, and the switch that plays somebody who picks up."""

from __future__ import annotations

import re
from typing import Any

from litestar import Request, get, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.city.reference.talk_routes import TALK_OPERATIONS, TALK_ROUTES, TALK_SWITCHES
from hall_server.city.reference.video_desk import VideoDesk
from hall_server.contract.city.video import HangUp, VideoSession, VideoWanted
from hall_server.contract.city.wire import IDEMPOTENCY_KEY

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Asked = Request[Any, Any, Any]


@post("/video/sessions", status_code=201)
async def open_session(request: Asked, video_desk: VideoDesk) -> VideoSession:
    """A session, under the id that the question carries."""
    session = request.headers.get(IDEMPOTENCY_KEY, "").lower()
    if not _UUID.fullmatch(session):
        raise CityError(CityProblem.BAD_REQUEST, field=IDEMPOTENCY_KEY)
    return video_desk.open(session, await body_as(request, VideoWanted))


@get("/video/sessions/{session:str}", sync_to_thread=False)
def look(video_desk: VideoDesk, session: str) -> VideoSession:
    """How it stands."""
    return video_desk.look(session)


@post("/video/sessions/{session:str}/hang-up", status_code=200)
async def hang_up(request: Asked, video_desk: VideoDesk, session: str) -> VideoSession:
    """It is over."""
    await body_as(request, HangUp)
    return video_desk.hang_up(session)


@post("/video/answer", status_code=200, sync_to_thread=False)
def answer(video_desk: VideoDesk) -> VideoSession:
    """Somebody picks up whoever waited longest."""
    return video_desk.answer()


VIDEO_ROUTES = (open_session, look, hang_up, *TALK_ROUTES)
VIDEO_SWITCHES = (answer, *TALK_SWITCHES)
VIDEO = Contract(
    "video",
    "How a hall asks for a person on a screen; what each word means: video.md.",
    (
        Operation("POST", "/video/sessions", "Open one.", VideoWanted, 201, VideoSession, keyed=True),
        Operation("GET", "/video/sessions/{session}", "How it stands.", None, 200, VideoSession),
        Operation("POST", "/video/sessions/{session}/hang-up", "It is over.", HangUp, 200, VideoSession),
        Operation("POST", "/video/answer", "Pick up (the reference city's alone).", None, 200, VideoSession),
        *TALK_OPERATIONS,
    ),
    (*VIDEO_ROUTES, *VIDEO_SWITCHES),
)
