"""The online verifier under /codes, and the made-up services whose codes it reads."""

from __future__ import annotations

from typing import Any

from litestar import Request, post

from hall_server.city.reference.problems import body_as
from hall_server.city.reference.verify_desk import OnlineCode, OnlineWanted, VerifyDesk
from hall_server.contract.online_codes import CodeAnswer, VerifyCode


@post("/codes/verify", status_code=200)
async def verify(request: Request[Any, Any, Any], verify_desk: VerifyDesk) -> CodeAnswer:
    """Judge one code."""
    return verify_desk.verify(await body_as(request, VerifyCode))


@post("/codes/online", status_code=201)
async def online(request: Request[Any, Any, Any], verify_desk: VerifyDesk) -> OnlineCode:
    """A code of one of the made-up services."""
    return verify_desk.issue(await body_as(request, OnlineWanted))


VERIFY_ROUTES = (verify, online)
