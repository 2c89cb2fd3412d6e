"""The post to the city over HTTP, for administrators: how it stands, its letters, a dead one sent again."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, get, post
from litestar.params import FromPath, Parameter, QueryParameter
from litestar.status_codes import HTTP_200_OK

from hall_server.api.door import enter, idempotency_key
from hall_server.contract.post import PostLetter, PostNow, PostPage
from hall_server.domain.rights import Right
from hall_server.flows.post_desk import letter, page_of, post_now

Asked = Request[Any, Any, Any]
PortWord = Annotated[str, QueryParameter(pattern="^[a-z]{0,16}$", description="a platform's name; empty: all")]
StateWord = Annotated[
    str, QueryParameter(name="state", pattern="^(waiting|taken|dead)?$", description="empty: every state")
]
After = Annotated[int, Parameter(ge=0, le=2**53, description="`next` of the page before")]
Limit = Annotated[int, Parameter(ge=1, le=200)]


@get("/halls/{hall_id:str}/city/post", right=Right.RUN_HALL, summary="How the post to the city stands")
async def now(request: Asked, hall_id: FromPath[str]) -> PostNow:
    """By platform: waiting, taken within three days, dead."""
    hall = await enter(request, hall_id)
    return post_now(hall.post.ports, hall.post.counts())


@get("/halls/{hall_id:str}/city/letters", right=Right.RUN_HALL, summary="Letters to the city, page by page")
async def letters(
    request: Asked,
    hall_id: FromPath[str],
    *,
    port: PortWord = "",
    is_state: StateWord = "",
    after: After = 0,
    limit: Limit = 50,
) -> PostPage:
    """In the order of writing."""
    hall = await enter(request, hall_id)
    return page_of(hall.post.page(port, is_state, after, limit + 1), limit)


@post(
    "/halls/{hall_id:str}/city/letters/{letter_id:str}/send_again",
    right=Right.RUN_HALL,
    status_code=HTTP_200_OK,
    summary="Send a dead letter again",
)
async def send_again(request: Asked, hall_id: FromPath[str], letter_id: FromPath[str]) -> PostLetter:
    """Under the same id: if the city has it after all, it is not doubled. A letter that is not dead stays as it is."""
    hall = await enter(request, hall_id)
    idempotency_key(request)  # doing it twice is the same as once: nothing more is kept of it
    return letter(await hall.post.send_again(letter_id.lower()))


HANDLERS = [now, letters, send_again]
