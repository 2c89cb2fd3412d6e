"""The reference city's seals over HTTP. For halls; nobody has to say who they are."""

from __future__ import annotations

from typing import Any

from litestar import Request, get, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.problems import body_as
from hall_server.city.reference.seal_desk import SealDesk
from hall_server.contract.city.seals import DOCUMENT_MAX, Sealed, SealKeys, SealWanted

BODY_LIMIT = DOCUMENT_MAX * 4 // 3 + 4_096


@post("/seals/seal", status_code=200, request_max_body_size=BODY_LIMIT)
async def seal(request: Request[Any, Any, Any], seal_desk: SealDesk) -> Sealed:
    """A document with a seal on it."""
    return seal_desk.seal(await body_as(request, SealWanted))


@get("/seals/keys", sync_to_thread=False)
def seal_keys(seal_desk: SealDesk) -> SealKeys:
    """What seals are checked with."""
    return seal_desk.keys()


SEAL_ROUTES = (seal, seal_keys)
SEALS = Contract(
    "seals",
    "How a hall has documents sealed and anybody checks a seal; what each word means: seals.md.",
    (
        Operation("POST", "/seals/seal", "A document with a seal on it.", SealWanted, 200, Sealed),
        Operation("GET", "/seals/keys", "What seals are checked with.", None, 200, SealKeys),
    ),
    SEAL_ROUTES,
)
