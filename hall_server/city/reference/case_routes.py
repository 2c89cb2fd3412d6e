"""Questions for a case's progress and for somebody's cases, and the switch by which somebody plays the department."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, get, post

from hall_server.city.reference.case_desk import CaseDesk
from hall_server.city.reference.document import Operation
from hall_server.city.reference.problems import body_as
from hall_server.contract.bookings import Moment
from hall_server.contract.city.progress import CaseState, CaseStatus, CasesWanted, HolderCases

Asked = Request[Any, Any, Any]


class GoOn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a department did."""

    state: CaseState
    due_at: Moment = 0
    place: str = ""


@get("/progress/cases/{case:str}", sync_to_thread=False)
def case_now(case: str, case_desk: CaseDesk) -> CaseStatus:
    """Where a case is."""
    return case_desk.status(case)


@post("/progress/mine", status_code=200)
async def mine(request: Asked, case_desk: CaseDesk) -> HolderCases:
    """Somebody's cases."""
    wanted: CasesWanted = await body_as(request, CasesWanted)
    return HolderCases(case_desk.mine(wanted.holder))


@post("/departments/cases/{case:str}", status_code=200)
async def go_on(request: Asked, case: str, case_desk: CaseDesk) -> CaseStatus:
    """As the department's own system would."""
    wanted: GoOn = await body_as(request, GoOn)
    return case_desk.go_on(case, wanted.state, wanted.due_at, wanted.place)


CASE_OPERATION = Operation("GET", "/progress/cases/{case}", "Where one case is.", None, 200, CaseStatus)
MINE_OPERATION = Operation("POST", "/progress/mine", "Somebody's own cases.", CasesWanted, 200, HolderCases)
CASE_SWITCHES = (go_on,)
