"""一次性告知单 at the counter: give it, and the sheet to be printed, which is drawn from the book (CL-D1, B8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, get, post

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.slip_code import slip_address, slip_code
from hall_server.domain.rights import Right, may
from hall_server.web.clerk import form_of, go_home, seat_of, session_of
from hall_server.web.console import act, notice_panel, visit_of
from hall_server.web.lead_calls import LeadCall
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.qr import qr_path
from hall_server.web.supplement import basis_of, order_of, sheet_lines

if TYPE_CHECKING:
    from hall_server.contract.messages import TicketView
    from hall_server.contract.supplement import NoticeGiven
    from hall_server.flows.caller import Caller
    from hall_server.web.clerk import Seated

_NO_SHEET = "这一位还没有告知单，或者已经离开窗口了。"


@post("/counter/notice/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def give(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """出告知单. What is not right is said beside the form, which keeps what was filled in."""
    form, seat = await form_of(request), seat_of(place, session_of(place, request))
    if seat is None:
        return go_home()
    refused: list[HallProblem] = []

    async def work(caller: Caller, key: str) -> None:
        try:
            visit = visit_of(place, caller, ticket_id)
            order = order_of(form, place.hall.licences.found(caller, visit).materials)
            leads = may(seat.session.roles, Right.SEAT_PEOPLE)
            await place.hall.supplements.give(caller, key, ticket_id, order, leads=leads)
        except HallProblem as problem:
            refused.append(problem)
            raise

    answer = await act(place, request, work)
    ticket = place.hall.at_counter(seat.no)
    if not refused or ticket is None or ticket.id != ticket_id:
        return answer
    return _again(place, seat, ticket, refused[0], form)


@get("/counter/notice/{ticket_id:str}", right=Right.SERVE, page=True, sync_to_thread=False)
def sheet(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """The sheet, for as long as the visit is at this counter; drawn again it is the same one."""
    seat = seat_of(place, session_of(place, request))
    ticket = place.hall.at_counter(seat.no) if seat else None
    given = place.hall.supplements.of(ticket.correlation or ticket.id) if ticket else None
    if ticket is None or ticket.id != ticket_id or given is None:
        return place.not_found(_NO_SHEET)
    return place.page("counter/notice_sheet.html", _sheet(place, ticket, given))


SUPPLEMENT_ROUTES = (give, sheet)


def _again(place: Place, seat: Seated, ticket: TicketView, refused: HallProblem, form: dict[str, str]) -> Response[str]:
    """The form once more; a second notice calls whoever leads."""
    if refused.code is ProblemCode.NOTICE_GIVEN:
        place.lead_calls.put(LeadCall(seat.no, place.hall.clock.now(), label=ticket.label))
    own = refused.code is ProblemCode.BAD_REQUEST and _said(refused)
    return notice_panel(place, seat, ticket, refusal=own or words_of(refused.code), form=form)


def _said(refused: HallProblem) -> str:
    return {"nothing is missing": "还没有勾缺什么，请勾好再按。"}.get(refused.detail, refused.detail)


def _sheet(place: Place, ticket: TicketView, given: NoticeGiven) -> dict[str, object]:
    site = place.hall.site
    code = slip_address(site.public_address, slip_code(bytes.fromhex(ticket.id.replace("-", "")), ticket.modes))
    return {
        "given": given,
        "lines": sheet_lines(given),
        "basis": basis_of(site, ticket.items or (ticket.item,)),
        "when": f"{place.hall_time(given.at):%Y 年 %-m 月 %-d 日 %H:%M}",
        "hotline": site.hotline,
        "code": code,
        "qr": qr_path(code),
    }
