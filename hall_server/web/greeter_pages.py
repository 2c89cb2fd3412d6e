"""导办台: calls for help as they come, and what a greeter does about numbers. Each press answers with its own part.

The live part (calls, map, counts) is drawn anew with all news; the desk below it never, so nobody's typing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4, uuid5

from litestar import Response, get, post

from hall_server.contract.help_calls import AnswerHelp, HelpState
from hall_server.contract.messages import ConfirmPrint, TakeTicket
from hall_server.contract.priority import BACK_WITHIN_S, GivePriority, PriorityReason, TakePriorityBack
from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.vocabulary import ActorKind, PrintAnswer
from hall_server.domain.rights import Right
from hall_server.flows.caller import Caller
from hall_server.web.clerk import form_of, key_of, session_of
from hall_server.web.greeter_view import (
    REASONS,
    WISHES,
    FoundView,
    calls_seen,
    cost_words,
    counters_drawn,
    found_view,
    items_like,
    lines_drawn,
    places_seen,
)
from hall_server.web.place import PageRequest, Place
from hall_server.web.problem_words import words_of
from hall_server.web.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from hall_server.web.staff_sessions import StaffSession

    Doing = Callable[[Caller, str, dict[str, str]], Awaitable[dict[str, object]]]

GREETER = "/greeter"
_OK = 200
_TOLD = "the number was told by the greeter"
_DESK, _LIVE = "greeter/desk.html", "greeter/live.html"
_NO_NUMBER = "今天没有这个号，请看清再填，像 A042 或 42。"
_NO_REASON = "请先选为什么优先，再按。"
_NO_ITEM = "请先选办什么，再按。"


@get(GREETER, right=Right.GREET, page=True, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str]:
    """The whole page."""
    session = _session(place, request)
    values = {"clerk": session, "ways": ways_of(session), **_live(place, session), **_desk(place, "issue")}
    return place.page("greeter/greeter.html", values)


@get(f"{GREETER}/live", right=Right.GREET, sync_to_thread=False)
def live(place: Place, request: PageRequest) -> Response[str]:
    """What changes by itself."""
    return place.page(_LIVE, _live(place, _session(place, request)))


@post(f"{GREETER}/coming/{{call_id:str}}", right=Right.GREET, status_code=200)
async def coming(place: Place, request: PageRequest, call_id: str) -> Response[str]:
    """我过去."""
    return await _answer(place, request, call_id, HelpState.COMING)


@post(f"{GREETER}/done/{{call_id:str}}", right=Right.GREET, status_code=200)
async def done(place: Place, request: PageRequest, call_id: str) -> Response[str]:
    """办好了."""
    return await _answer(place, request, call_id, HelpState.DONE)


@get(f"{GREETER}/desk/{{what:str}}", right=Right.GREET, sync_to_thread=False)
def desk(place: Place, what: str) -> Response[str]:
    """What the desk is for: issue, slip, priority or cancel."""
    return place.page(_DESK, _desk(place, what))


@get(f"{GREETER}/items", right=Right.GREET, sync_to_thread=False)
def items(place: Place, q: str = "") -> Response[str]:
    """Items to choose from."""
    return place.page("greeter/items.html", {"items": items_like(place.hall.site, q[:40])})


@get(f"{GREETER}/find", right=Right.GREET, sync_to_thread=False)
def find(place: Place, what: str = "slip", label: str = "") -> Response[str]:
    """Today's tickets with a number."""
    found = tuple(_found(place, one.id) for one in place.hall.asides.find(label))
    return place.page(_DESK, {**_desk(place, what, found), "refusal": "" if found else _NO_NUMBER, "label": label[:9]})


@post(f"{GREETER}/issue", right=Right.GREET, status_code=200)
async def issue(place: Place, request: PageRequest) -> Response[str]:
    """替人取号: the number is told and noted down, for a greeter has no printer."""

    async def doing(caller: Caller, key: str, form: dict[str, str]) -> dict[str, object]:
        if not form.get("item"):
            raise HallProblem(ProblemCode.BAD_REQUEST, _NO_ITEM)
        chips = tuple(chip for chip in WISHES if form.get(f"wish_{chip.value}"))
        ticket = await place.hall.take_ticket(caller, key, TakeTicket(item=form["item"], chips=chips))
        told = ConfirmPrint(answer=PrintAnswer.SCREEN)
        await place.hall.confirm_print(caller, str(uuid5(UUID(key), _TOLD)), ticket.id, told)
        return {**_desk(place, "issue", (_found(place, ticket.id),)), "said": f"{ticket.label} 取好了"}

    return await _do(place, request, "issue", doing)


@post(f"{GREETER}/priority/{{ticket_id:str}}", right=Right.GREET, status_code=200)
async def priority(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """请优先, with a reason."""

    async def doing(caller: Caller, key: str, form: dict[str, str]) -> dict[str, object]:
        if form.get("reason") not in set(PriorityReason):
            raise HallProblem(ProblemCode.BAD_REQUEST, _NO_REASON)
        order = GivePriority(PriorityReason(form["reason"]))
        ticket = await place.hall.greeters.give_priority(caller, key, ticket_id, order)
        return {**_desk(place, "slip", (_found(place, ticket.id),)), "said": f"{ticket.label} 排到前面了"}

    return await _do(place, request, "priority", doing, ticket_id)


@post(f"{GREETER}/priority_back/{{ticket_id:str}}", right=Right.GREET, status_code=200)
async def priority_back(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """收回优先: it was a mistake."""

    async def doing(caller: Caller, key: str, form: dict[str, str]) -> dict[str, object]:
        del form
        ticket = await place.hall.greeters.take_back(caller, key, ticket_id, TakePriorityBack())
        return {**_desk(place, "priority", (_found(place, ticket.id),)), "said": f"{ticket.label} 回到原来的位置了"}

    return await _do(place, request, "priority", doing, ticket_id)


@post(f"{GREETER}/cancel/{{ticket_id:str}}", right=Right.GREET, status_code=200)
async def cancel(place: Place, request: PageRequest, ticket_id: str) -> Response[str]:
    """取消号, after the question."""

    async def doing(caller: Caller, key: str, form: dict[str, str]) -> dict[str, object]:
        del form
        ticket = await place.hall.cancel(caller, key, ticket_id)
        return {**_desk(place, "cancel"), "said": f"{ticket.label} 取消了"}

    return await _do(place, request, "cancel", doing, ticket_id)


GREETER_ROUTES = (page, live, coming, done, desk, items, find, issue, priority, priority_back, cancel)


async def _answer(place: Place, request: PageRequest, call_id: str, state: HelpState) -> Response[str]:
    session, refusal, status = _session(place, request), "", _OK
    try:
        await place.hall.help.answer(_caller(session), key_of(request), call_id, state, AnswerHelp())
    except HallProblem as problem:
        refusal, status = words_of(problem.code), problem.problem().status
    return place.page(_LIVE, {**_live(place, session), "refusal": refusal}, status)


async def _do(place: Place, request: PageRequest, what: str, doing: Doing, ticket_id: str = "") -> Response[str]:
    session, form = _session(place, request), await form_of(request)
    try:
        return place.page(_DESK, await doing(_caller(session), key_of(request), form))
    except HallProblem as problem:
        own = problem.code is ProblemCode.BAD_REQUEST and problem.detail
        words, status = own or words_of(problem.code), problem.problem().status
        known = ticket_id and problem.code is not ProblemCode.TICKET_UNKNOWN
    found = (_found(place, ticket_id),) if known else ()
    return place.page(_DESK, {**_desk(place, what, found), "refusal": words}, status)


def _live(place: Place, session: StaffSession) -> dict[str, object]:
    calls, now = place.hall.help.calls(), place.hall.now()
    return {
        "calls": calls_seen(calls.calls, place.staff, session.staff_no),
        "newest": max((call.at for call in calls.calls), default=0),
        "places": places_seen(place.hall.site, calls.calls),
        "now": now,
        "counters": counters_drawn(now.counters),
        "lines": lines_drawn(now.queues),
        "idem": str(uuid4()),
        "refusal": "",
    }


def _desk(place: Place, what: str, found: tuple[FoundView, ...] = ()) -> dict[str, object]:
    costs = {one.id: cost for one in found if (cost := place.hall.greeters.cost(one.id)) is not None}
    return {
        "what": what if what in {"issue", "slip", "priority", "cancel"} else "issue",
        "found": found,
        "given": {
            one.id: min_ago for one in found if (min_ago := place.hall.greeters.given_min_ago(one.id)) is not None
        },
        "back_min": BACK_WITHIN_S // 60,
        "costs": {ticket: (cost.new_place, cost.place, cost_words(cost)) for ticket, cost in costs.items()},
        "items": items_like(place.hall.site, ""),
        "reasons": REASONS,
        "wishes": WISHES,
        "idem": str(uuid4()),
        "label": "",
        "refusal": "",
        "said": "",
    }


def _found(place: Place, ticket_id: str) -> FoundView:
    hall = place.hall
    return found_view(hall.ticket(ticket_id), hall.clock.now(), hall.site.public_address)


def _caller(session: StaffSession) -> Caller:
    return Caller(ActorKind.CLERK, session.staff_no)


def _session(place: Place, request: PageRequest) -> StaffSession:
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session
