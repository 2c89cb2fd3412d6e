"""The one id of a visit through booking, queue, acceptance and rating (CL-H4): one question finds all.

Whoever begins makes it: a booking, else the taking of a number, whose UUID then serves. Other systems' numbers
(预约号, 受理号) are kept beside it, never instead of it.
"""

from __future__ import annotations

import re

from hall_server.contract.problems import HallProblem, ProblemCode

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def correlation_of(ticket: str, begun_as: str = "") -> str:
    """The id of a visit: that of what began it, else the ticket's own; HallProblem(bad_request) when it is no UUID."""
    found = begun_as or ticket
    if _UUID.fullmatch(found) is None:
        raise HallProblem(ProblemCode.BAD_REQUEST, "a UUID in its canonical form", field="$.correlation")
    return found
