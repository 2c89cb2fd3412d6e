"""The reference city's electronic licences over HTTP. For halls; nobody has to say who they are."""

from __future__ import annotations

from typing import Any

from litestar import Request, post

from hall_server.city.reference.document import Contract, Operation
from hall_server.city.reference.licence_desk import LicenceDesk
from hall_server.city.reference.problems import CityError, CityProblem, body_as
from hall_server.contract.city.licences import (
    Correction,
    LicenceData,
    LicenceDocument,
    Licences,
    Shown,
    Use,
    UseCode,
    UseCodeWanted,
    Verified,
)
from hall_server.contract.city.wire import IDEMPOTENCY_KEY, Receipt

Asked = Request[Any, Any, Any]
_KEY_MAX = 64  # as a receipt can name


@post("/licences/use-codes", status_code=201)
async def use_code(request: Asked, licence_desk: LicenceDesk) -> UseCode:
    """用证码."""
    return licence_desk.use_code(await body_as(request, UseCodeWanted))


@post("/licences/find", status_code=200)
async def find(request: Asked, licence_desk: LicenceDesk) -> Licences:
    """Which licences a use code opens."""
    return licence_desk.find(await body_as(request, Use))


@post("/licences/data", status_code=200)
async def data(request: Asked, licence_desk: LicenceDesk) -> LicenceData:
    """What one of them says."""
    return licence_desk.data(await body_as(request, Use))


@post("/licences/document", status_code=200)
async def licence_document(request: Asked, licence_desk: LicenceDesk) -> LicenceDocument:
    """One of them as a document."""
    return licence_desk.document(await body_as(request, Use))


@post("/licences/verify", status_code=200)
async def verify(request: Asked, licence_desk: LicenceDesk) -> Verified:
    """Whether what is shown is genuine."""
    return licence_desk.verify(await body_as(request, Shown))


@post("/licences/corrections", status_code=200)
async def correct(request: Asked, licence_desk: LicenceDesk) -> Receipt:
    """Something is wrong with a licence."""
    key = request.headers.get(IDEMPOTENCY_KEY, "")
    if not 0 < len(key) <= _KEY_MAX:
        raise CityError(CityProblem.BAD_REQUEST, field=IDEMPOTENCY_KEY)
    licence_desk.correct(key, await body_as(request, Correction))
    return Receipt(key)


LICENCE_ROUTES = (use_code, find, data, licence_document, verify, correct)
LICENCES = Contract(
    "licences",
    "How a hall asks for electronic licences; what each word means: licences.md.",
    (
        Operation("POST", "/licences/use-codes", "A use code for a purpose.", UseCodeWanted, 201, UseCode),
        Operation("POST", "/licences/find", "Which licences a use code opens.", Use, 200, Licences),
        Operation("POST", "/licences/data", "What one of them says.", Use, 200, LicenceData),
        Operation("POST", "/licences/document", "One of them as a document.", Use, 200, LicenceDocument),
        Operation("POST", "/licences/verify", "Whether what is shown is genuine.", Shown, 200, Verified),
        Operation(
            "POST", "/licences/corrections", "Something is wrong with one.", Correction, 200, Receipt, keyed=True
        ),
    ),
    LICENCE_ROUTES,
)
