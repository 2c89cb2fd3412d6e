"""远程帮办 over HTTP: the words of a session that `asking_routes` opened. Nothing of them is kept in the hall."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK

from hall_server.api.asking_routes import asked, session_of
from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.city.talk import CityTalk
from hall_server.contract.city.ports import PortName
from hall_server.contract.remote_help import AllowScreen, SayWords, TalkView
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
    return hall.talks.shown(talk, 0)


HANDLERS = [hear, say, screen]
