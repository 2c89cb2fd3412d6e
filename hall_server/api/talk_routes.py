"""远程帮办 over HTTP: words and screen of a session that `asking_routes` opened. The hall keeps nothing of them."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK

from hall_server.api.asking_routes import asked, session_of
from hall_server.api.door import bytes_of, clerk_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.city.talk import CityTalk
from hall_server.contract.city.ports import PortName
from hall_server.contract.remote_help import (
    PICTURE_LIFE_S,
    PICTURE_MOST,
    AllowScreen,
    SayWords,
    ScreenTaken,
    SharedScreens,
    TalkView,
)
from hall_server.domain.rights import Right

Asked = Request[Any, Any, Any]
After = Annotated[int, QueryParameter(ge=0, le=100_000, description="`next` of the answer before; 0: all")]
_SESSION = "/halls/{hall_id:str}/city/video/{session:str}"


@get(f"{_SESSION}/lines", right=Right.VISIT, summary="文字交流 what was said")
async def hear(request: Asked, hall_id: FromPath[str], session: FromPath[str], after: After = 0) -> TalkView:
    """After a line, fifty at most. Pages of hosts that the hall does not name are left out, logged and counted."""
    hall = await enter(request, hall_id)
    name = session_of(session)
    talk = await asked(request, PortName.VIDEO, lambda line: CityTalk(line, name).hear(after))
    return hall.talks.shown(talk, after)


@post(f"{_SESSION}/say", right=Right.VISIT, status_code=HTTP_200_OK, summary="文字交流 say something")
async def say(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> TalkView:
    """The Idempotency-Key is the line's id: sent again it is one line. What was said is heard by asking."""
    hall = await enter(request, hall_id)
    key, order, name = idempotency_key(request), await order_of(request, SayWords), session_of(session)
    talk = await asked(request, PortName.VIDEO, lambda line: CityTalk(line, name).say(key, order.words))
    return hall.talks.shown(talk, 0)


@post(f"{_SESSION}/screen", right=Right.VISIT, status_code=HTTP_200_OK, summary="共享屏幕 may they see it")
async def screen(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> TalkView:
    """A yes is kept before the city hears of it; a no is said until the city has heard it."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order, name, caller = await order_of(request, AllowScreen), session_of(session), kiosk_of(request)
    await hall.talks.screen(caller, name, shared=order.shared)
    talk = await asked(
        request, PortName.VIDEO, lambda line: CityTalk(line, name).screen(caller.id, shared=order.shared)
    )
    if order.shared:
        hall.talks.allow(caller, talk)
    return hall.talks.shown(talk, 0)


@post(
    f"{_SESSION}/picture",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="共享屏幕 a picture of it",
    request_max_body_size=PICTURE_MOST,
)
async def put_picture(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> ScreenTaken:
    """A small JPEG with everything personal blanked, in place of the one before; gone after five seconds.

    Refused with `screen_not_shared` without the yes of this kiosk's visitor.
    """
    hall = await enter(request, hall_id)
    idempotency_key(request)
    name, picture, screens = session_of(session), await bytes_of(request), hall.talks.screens
    screens.put(name, kiosk_of(request).id, picture)
    asyncio.get_running_loop().call_later(PICTURE_LIFE_S + 0.1, screens.age)  # also when nobody asks any more
    return ScreenTaken(session=name, size=len(picture))


@get("/halls/{hall_id:str}/screens", right=Right.SERVE, summary="Screens that may be looked at now")
async def screens(request: Asked, hall_id: FromPath[str]) -> SharedScreens:
    """Of visitors who said yes, and may say no at any moment."""
    return (await enter(request, hall_id)).talks.screens.now()


@get(f"{_SESSION}/picture", right=Right.SERVE, summary="共享屏幕 look at it")
async def picture(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> Response[bytes]:
    """The last picture, a JPEG; ask again after a second. That somebody looked is kept; `not_found`: there is none."""
    hall, name = await enter(request, hall_id), session_of(session)
    found = hall.talks.screens.picture(name)
    who = msgspec.structs.replace(clerk_of(request), id=request.state.api_key.name)
    if (kept := hall.talks.seen(who, name)) is not None:
        await kept
    return Response(found, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


HANDLERS = [hear, say, screen, put_picture, screens, picture]
