"""What kiosks have their hall ask the city while somebody waits: a code that only the city can read.

Nothing of question or answer is kept, and nothing of it stands in an address or a log. No answer is one too: the kiosk
has another way for everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from litestar import Request, post
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK

from hall_server.api.door import enter, idempotency_key, needs, order_of
from hall_server.city.codes import CityCodes
from hall_server.city.errors import CityAwayError, CityRefusedError
from hall_server.contract.city.ports import PortName
from hall_server.contract.online_codes import CodeAnswer, VerifyCode
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from hall_server.city.asking import Asking
    from hall_server.city.line import Line

Asked = Request[Any, Any, Any]
T = TypeVar("T")


async def asked(request: Asked, port: PortName, question: Callable[[Line], T]) -> T:
    """The city's answer. HallProblem(not_found) without such a port, else city_away or city_refused."""
    asking: Asking = request.app.state.asking
    if port not in asking.lines.names:
        raise HallProblem(ProblemCode.NOT_FOUND, f"this hall has no port {port.value}")
    try:
        return await asking.ask(port, question)
    except CityAwayError as error:
        raise HallProblem(ProblemCode.CITY_AWAY, error.why, retry_after_s=error.after_s) from None
    except CityRefusedError as error:
        raise HallProblem(ProblemCode.CITY_REFUSED, error.why) from None


@post(
    "/halls/{hall_id:str}/codes/verify",
    guards=[needs(Role.KIOSK)],
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


HANDLERS = [verify]
