"""请人帮忙 over HTTP: a kiosk calls and gives up, staff see it and come. Both hear of it on the stream (`help`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, get, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import clerk_of, enter, idempotency_key, kiosk_of, order_of
from hall_server.contract.help_calls import AnswerHelp, AskHelp, HelpCall, HelpCalls, HelpState
from hall_server.contract.messages import Empty
from hall_server.contract.vocabulary import Role
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from litestar.handlers import HTTPRouteHandler

    from hall_server.flows.caller import Caller

Asked = Request[Any, Any, Any]
_HELP = "/halls/{hall_id:str}/help"
_CALL = "/halls/{hall_id:str}/help/{help_id:str}"


@post(_HELP, right=Right.VISIT, status_code=HTTP_201_CREATED, summary="请人帮忙 call for help")
async def ask(request: Asked, hall_id: FromPath[str]) -> HelpCall:
    """The Idempotency-Key is the call's id. A kiosk has one open call: pressing again answers with that one."""
    hall = await enter(request, hall_id)
    key, order = idempotency_key(request), await order_of(request, AskHelp)
    return await hall.help.ask(kiosk_of(request), key, order)


@get(_HELP, right=Right.SERVE, summary="Calls for help that are open")
async def calls(request: Asked, hall_id: FromPath[str]) -> HelpCalls:
    """The longest ago first."""
    return (await enter(request, hall_id)).help.calls()


@get(_CALL, right=Right.ASSIST, summary="One call for help")
async def call(request: Asked, hall_id: FromPath[str], help_id: FromPath[str]) -> HelpCall:
    """As it stands now: who has seen it, who comes and in how many minutes. A kiosk sees its own."""
    return (await enter(request, hall_id)).help.call(_caller(request), help_id.lower())


@post(f"{_CALL}/give_up", right=Right.VISIT, status_code=HTTP_200_OK, summary="不用了 give a call up")
async def give_up(request: Asked, hall_id: FromPath[str], help_id: FromPath[str]) -> HelpCall:
    """By the kiosk that called."""
    hall = await enter(request, hall_id)
    key, _ = idempotency_key(request), await order_of(request, Empty)
    return await hall.help.give_up(kiosk_of(request), key, help_id.lower())


def _answering(state: HelpState, summary: str, told: str) -> HTTPRouteHandler:
    """The route by which staff say something of a call."""

    @post(
        f"{_CALL}/{state.value}",
        right=Right.SERVE,
        status_code=HTTP_200_OK,
        summary=summary,
        description=told,
        operation_id=f"help_{state.value}",
    )
    async def answer(request: Asked, hall_id: FromPath[str], help_id: FromPath[str]) -> HelpCall:
        hall = await enter(request, hall_id)
        key, order = idempotency_key(request), await order_of(request, AnswerHelp)
        by = msgspec.structs.replace(clerk_of(request), id=order.by)
        return await hall.help.answer(by, key, help_id.lower(), state, order)

    return answer


def _caller(request: Asked) -> Caller:
    return kiosk_of(request) if request.state.api_key.role is Role.KIOSK else clerk_of(request)


HANDLERS = [
    ask,
    calls,
    call,
    give_up,
    _answering(HelpState.SEEN, "看到了 somebody has seen it", "Refused when somebody else has, or it is over."),
    _answering(HelpState.COMING, "来了 somebody is on the way", "With `minutes`; the kiosk shows who comes, and when."),
    _answering(HelpState.DONE, "办好了 done", "The call is over."),
]
