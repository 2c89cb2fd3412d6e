"""What kiosks have their hall ask the city while somebody waits: a code, a file, a person on a screen, links.

Nothing of question or answer is kept, and nothing of it stands in an address or a log. No answer is one too: the kiosk
has another way for everybody.
"""

from __future__ import annotations

import re
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from litestar import Request, get, post
from litestar.params import FromPath, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from hall_server.api.door import enter, idempotency_key, kiosk_of, order_of
from hall_server.city.codes import CityCodes
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.city.links import CityLinks
from hall_server.city.profile import CityProfile
from hall_server.city.video import CityVideo
from hall_server.contract.city.links import LinkCategory, Links
from hall_server.contract.city.ports import PortName
from hall_server.contract.city.profile import Profile, ProfileWanted
from hall_server.contract.city.video import VideoSession, VideoWanted
from hall_server.contract.city_questions import AskVideo, ReadProfile
from hall_server.contract.online_codes import CodeAnswer, VerifyCode
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.city.links import neutral
from hall_server.domain.rights import Right

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.asking import Asking
    from hall_server.city.line import Line

Asked = Request[Any, Any, Any]
Category = Annotated[LinkCategory, QueryParameter(description="which kind of places")]
T = TypeVar("T")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def line_to(request: Asked, port: PortName) -> Asking:
    """The hall's way to ask. HallProblem(not_found) without such a port."""
    asking: Asking = request.app.state.asking
    if port not in asking.lines.names:
        raise HallProblem(ProblemCode.NOT_FOUND, f"this hall has no port {port.value}")
    return asking


async def asked(request: Asked, port: PortName, question: Callable[[Line], T]) -> T:
    """The city's answer. HallProblem(not_found) without such a port, else city_away or city_refused."""
    asking = line_to(request, port)
    try:
        return await asking.ask(port, question)
    except CityAwayError as error:
        raise HallProblem(ProblemCode.CITY_AWAY, error.why, retry_after_s=error.after_s) from None
    except CityRefusedError as error:
        raise HallProblem(ProblemCode.CITY_REFUSED, error.why) from None


@post(
    "/halls/{hall_id:str}/codes/verify",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="Whose code this is, by the city that alone can read it",
)
async def verify(request: Asked, hall_id: FromPath[str]) -> CodeAnswer:
    """A handle and how sure it is, or why the code is no good. A question: the same key asks again.

    Refused with `city_away` when the city gives no answer of use within 3.5 seconds.
    """
    await enter(request, hall_id)
    idempotency_key(request)
    order = await order_of(request, VerifyCode)
    return await asked(request, PortName.CODES, lambda line: CityCodes(line).verify(order))


@post(
    "/halls/{hall_id:str}/city/profile",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="What the city has on file about a visitor, with their consent",
)
async def profile(request: Asked, hall_id: FromPath[str]) -> Profile:
    """For this kiosk and this visit. Without consent nobody is asked; that there was one is all that the hall keeps."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    order, caller = await order_of(request, ReadProfile), kiosk_of(request)
    line_to(request, PortName.PROFILE)
    await hall.profile.agreed(caller, order)
    wanted = ProfileWanted(holder=order.holder, consent=True, cards=order.cards, place=caller.id)
    return await asked(request, PortName.PROFILE, lambda line: CityProfile(line).read(wanted))


@get("/halls/{hall_id:str}/city/links", right=Right.VISIT, summary="Places on the net, neutrally")
async def links(request: Asked, hall_id: FromPath[str], category: Category) -> Links:
    """In another order each time; of agencies two at least or none (CL-G10)."""
    await enter(request, hall_id)
    told = await asked(request, PortName.LINKS, lambda line: CityLinks(line).links(category))
    return neutral(told, SystemRandom().shuffle)


@post(
    "/halls/{hall_id:str}/city/video",
    right=Right.VISIT,
    status_code=HTTP_201_CREATED,
    summary="A person of the city on a screen",
)
async def open_video(request: Asked, hall_id: FromPath[str]) -> VideoSession:
    """The Idempotency-Key is the session's id: asking again opens no second one."""
    await enter(request, hall_id)
    session, order = idempotency_key(request), await order_of(request, AskVideo)
    wanted = VideoWanted(place=kiosk_of(request).id, item=order.item, speech=order.speech)
    return await asked(request, PortName.VIDEO, lambda line: CityVideo(line).open(session, wanted))


@get("/halls/{hall_id:str}/city/video/{session:str}", right=Right.VISIT, summary="How a session stands")
async def look_at_video(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> VideoSession:
    """Whose turn it is; the address when somebody is there."""
    hall = await enter(request, hall_id)
    session_id = session_of(session)
    view = await asked(request, PortName.VIDEO, lambda line: CityVideo(line).look(session_id))
    hall.talks.stands(session_id, view.state)
    return view


@post(
    "/halls/{hall_id:str}/city/video/{session:str}/hang_up",
    right=Right.VISIT,
    status_code=HTTP_200_OK,
    summary="A session is over",
)
async def hang_up(request: Asked, hall_id: FromPath[str], session: FromPath[str]) -> VideoSession:
    """Again is the same."""
    hall = await enter(request, hall_id)
    idempotency_key(request)
    session_id = session_of(session)
    hall.talks.screens.end(session_id)
    return await asked(request, PortName.VIDEO, lambda line: CityVideo(line).hang_up(session_id))


def session_of(text: str) -> str:
    """A session's id; HallProblem(not_found) for what is none."""
    if not _UUID.fullmatch(text.lower()):
        raise HallProblem(ProblemCode.NOT_FOUND, "a session's id is a UUID")
    return text.lower()


HANDLERS = [verify, profile, links, open_video, look_at_video, hang_up]
