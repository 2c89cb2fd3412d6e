"""How the console is drawn and how a press is answered: the console as it stands, with a sentence when refused."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.contract.supplement import OTHERS_MOST
from hall_server.contract.vocabulary import Move, TicketState
from hall_server.domain.rights import Right, may
from hall_server.web import panels, papers, supplement
from hall_server.web.clerk import go_home, key_of, seat_of, session_of
from hall_server.web.problem_words import words_of
from hall_server.web.stage import Desk, Stage, StageIds, stage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from litestar import Response

    from hall_server.contract.licence_visits import LicencesFound
    from hall_server.contract.messages import TicketView
    from hall_server.flows.caller import Caller
    from hall_server.web.clerk import Seated
    from hall_server.web.panels import Panel
    from hall_server.web.place import PageRequest, Place

    Command = Callable[[Caller, str], Awaitable[object]]

OK = 200


async def act(place: Place, request: PageRequest, command: Command) -> Response[str]:
    """Ask the hall under the press's own key; the console as it stands afterwards."""
    session = session_of(place, request)
    seat = seat_of(place, session)
    if seat is None:
        return go_home()
    refused: HallProblem | None = None
    try:
        await command(seat.caller, key_of(request))
    except HallProblem as problem:
        refused = problem
    return show(place, seat, refused) if seat_of(place, session) == seat else go_home()


def show(place: Place, seat: Seated, refused: HallProblem | None = None, *, view: str = "") -> Response[str]:
    """The changing part."""
    words = words_of(refused.code, refused.retry_after_s) if refused else ""
    status = refused.problem().status if refused else OK
    values = {"refusal": words, "stage": stage_of(place, seat, picking=view == "outcome")}
    return place.page("counter/stage.html", values, status)


def show_panel(place: Place, seat: Seated, view: str, about: str, query: str) -> Response[str]:
    """An open panel; the console itself when what it was about is no more."""
    at_hand = place.hall.at_counter(seat.no)
    if view == "notice" and at_hand is not None and at_hand.state is TicketState.SERVING:
        return notice_panel(place, seat, at_hand)
    panel = _panel(place, seat, view, about, query)
    if panel is None:
        return show(place, seat, view=view)
    ids = tuple(str(uuid4()) for _ in range(len(panel.keys) + len(panel.rows)))
    return place.page("counter/panel.html", {"panel": panel, "idem": ids, "counter": seat.no})


def notice_panel(
    place: Place, seat: Seated, ticket: TicketView, *, refusal: str = "", form: Mapping[str, str] | None = None
) -> Response[str]:
    """一次性告知单, to be filled in; `form`: as it was filled in when it was refused (CL-D1)."""
    found = _licences(place, seat, ticket)
    values = {
        "ticket": ticket.id,
        "label": ticket.label,
        "lines": supplement.lack_lines(found.materials if found else ()),
        "lacks": supplement.LACK_WORDS,
        "others": OTHERS_MOST,
        "second": may(seat.session.roles, Right.SEAT_PEOPLE) and _noticed(place, ticket) > 0,
        "form": form or {},
        "refusal": refusal,
        "idem": str(uuid4()),
    }
    return place.page("counter/notice.html", values)


def _noticed(place: Place, ticket: TicketView | None) -> int:
    """How much the visit at hand has been told to bring; 0: it has no notice."""
    given = place.hall.supplements.of(ticket.correlation or ticket.id) if ticket else None
    return len(given.told) if given else 0


def stage_of(place: Place, seat: Seated, *, picking: bool = False) -> Stage:
    """What stands on the console of a clerk."""
    hall, today = place.hall, place.today()
    ticket = hall.at_counter(seat.no)
    taken = hall.session(seat.no)
    now = hall.now()
    missed, _ = hall.asides.counts(seat.no)
    desk = Desk(
        site=hall.site,
        now=now,
        counter=hall.counter(seat.no),
        line=hall.counter_queue(seat.no),
        ticket=ticket,
        ended=today.ended(seat.session.staff_no),
        last=today.last_at(seat.no),
        last_called_at=today.last_called(ticket.id) if ticket else None,
        signed_in_at=place.hall_time(taken.since if taken else hall.clock.now()).strftime("%H:%M"),
        missed=missed,
        held=hall.asides.held(seat.no),
        done=today.done_last(seat.no, seat.session.staff_no),
        words=hall.asides.words(ticket.id) if ticket else (),
        called_why=_called_why(place, ticket),
        first_served=_first_served(place, ticket),
        papers=papers.paper_marks(_licences(place, seat, ticket)),
        noticed=_noticed(place, ticket),
        may_reveal=may(seat.session.roles, Right.REVEAL),
        invited=ticket is not None and place.windows.invited_at(ticket.id) is not None,
        lead_called=place.lead_calls.of(hall.counter(seat.no)) is not None,
    )
    return stage(desk, StageIds(*(str(uuid4()) for _ in range(5))), picking=picking)


def _first_served(place: Place, ticket: TicketView | None) -> int | None:
    """首问负责 (CL-D1): the counter that served this ticket first and owns it through transfers; None: none has yet."""
    served: int | None = None
    before: Move | None = None
    for one in place.hall.history(ticket.id).events if ticket else ():
        if one.move is Move.SERVE and served is None:
            served = one.counter
        elif one.move is Move.UNDO and before is Move.SERVE and one.counter == served:
            served = None  # it was pressed too early
        before = one.move
    return served


def visit_of(place: Place, caller: Caller, ticket_id: str) -> str:
    """The visit of the ticket at the caller's counter. HallProblem(not_your_ticket) when another one is there."""
    ticket = place.hall.at_counter(caller.counter or 0)
    if ticket is None or ticket.id != ticket_id:
        raise HallProblem(ProblemCode.NOT_YOUR_TICKET)
    return ticket.correlation or ticket.id


def _licences(place: Place, seat: Seated, ticket: TicketView | None) -> LicencesFound | None:
    """Where the papers of the visit at hand are; None when it has just left the counter."""
    if ticket is None:
        return None
    try:
        return place.hall.licences.found(seat.caller, ticket.correlation or ticket.id)
    except HallProblem:
        return None


def _called_why(place: Place, ticket: TicketView | None) -> str:
    """Why the ticket at hand was called when it was."""
    calls = place.hall.why(ticket.id).calls if ticket else ()
    return calls[-1].zh if calls else ""


def _panel(place: Place, seat: Seated, view: str, about: str, query: str) -> Panel | None:
    hall = place.hall
    ticket = hall.at_counter(seat.no)
    match view:
        case "hold" if ticket is not None and ticket.state is TicketState.SERVING:
            return panels.hold_panel(ticket.id, ticket.label)
        case "transfer" | "transfer_first" if ticket is not None:
            first = view == "transfer_first"
            return panels.transfer_panel(hall.site, hall.now(), seat.no, ticket.id, ticket.label, first=first)
        case "pause" if ticket is None:
            return panels.pause_panel()
        case "papers" | "paper_why" if ticket is not None and (found := _licences(place, seat, ticket)):
            return _papers(view, about, ticket, found)
        case "name" if ticket is None and (label := _label_of(place, about)):
            return panels.call_panel(about, label)
        case _:
            draw = _LISTS.get(view)
            return draw(place, seat, query) if draw else None


def _papers(view: str, about: str, ticket: TicketView, found: LicencesFound) -> Panel | None:
    if view == "papers":
        return papers.papers_panel(ticket.id, ticket.label, found, serving=ticket.state is TicketState.SERVING)
    one = next((each for each in found.materials if each.id == about), None)
    return papers.paper_why_panel(ticket.id, ticket.label, one) if one else None


def _missed(place: Place, seat: Seated, _: str) -> Panel:
    return panels.missed_panel(place.hall.asides.missed(seat.no), place.hall.clock.now())


def _held(place: Place, seat: Seated, _: str) -> Panel:
    hall = place.hall
    return panels.held_panel(hall.asides.held(seat.no), hall.clock.now(), free=hall.at_counter(seat.no) is None)


def _search(place: Place, seat: Seated, query: str) -> Panel:
    hall = place.hall
    free = hall.at_counter(seat.no) is None
    return panels.search_panel(query, hall.asides.find(query), hall.clock.now(), free=free)


def _shift(place: Place, seat: Seated, _: str) -> Panel:
    session = place.hall.session(seat.no)
    since = place.hall_time(session.since if session else place.hall.clock.now()).strftime("%H:%M")
    return panels.shift_panel(place.today().shift(seat.session.staff_no), since)


def _keys(_: Place, __: Seated, ___: str) -> Panel:
    return panels.keys_panel()


_LISTS: dict[str, Callable[[Place, Seated, str], Panel]] = {
    "missed": _missed,
    "held": _held,
    "search": _search,
    "shift": _shift,
    "keys": _keys,
}


def _label_of(place: Place, ticket_id: str) -> str:
    """The number of a ticket that can still be called; "" for every other."""
    try:
        ticket = place.hall.ticket(ticket_id)
    except HallProblem as problem:
        if problem.code is not ProblemCode.TICKET_UNKNOWN:
            raise
        return ""
    return ticket.label if ticket.state in {TicketState.WAITING, TicketState.UNCONFIRMED} else ""
