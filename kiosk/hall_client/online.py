"""Asking the hall about a code that only its own city can read: one question, answered within some seconds or not.

Blocking, like the rest of this room. The city has 3.5 seconds at the hall; whoever asks shows meanwhile that it is
being looked up. The same code is never asked again by itself: a good one is used up by the first answer.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from hall_server.contract.online_codes import CodeAnswer, VerifyCode

if TYPE_CHECKING:
    from kiosk.hall_client.client import HallClient

WITHIN_S = 5.0


def verify_online(hall: HallClient, service: str, code: str) -> CodeAnswer:
    """Whose code it is, or why it is no good.

    Raises HallSilentError when nobody knows, HallRefusedError with `city_away`, `city_refused`, or `not_found` where
    the hall has no such port.
    """
    order, shape = VerifyCode(service, code), CodeAnswer
    return hall.question("codes/verify", str(uuid.uuid4()), order, shape, WITHIN_S)  # type: ignore[arg-type]  # mypy takes a union for no type
