"""About whoever is at the counter: see the masked person in full for a moment, ask for paper with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from litestar import Response, post

from hall_server.contract.licence_visits import OverridePaper
from hall_server.contract.problems import STATUS, HallProblem, ProblemCode
from hall_server.domain.rights import Right
from hall_server.web.clerk import seat_of, session_of
from hall_server.web.console import act, visit_of
from hall_server.web.panel_pages import note_of, one_of
from hall_server.web.papers import PAPER_WHY, PersonShown, person_shown
from hall_server.web.place import PAGE_HEADERS, PageRequest, Place
from hall_server.web.problem_words import words_of

if TYPE_CHECKING:
    from hall_server.contract.licence_visits import PaperAnswer
    from hall_server.flows.caller import Caller


@post("/counter/reveal/{ticket_id:str}", right=Right.REVEAL, status_code=200)
async def reveal(place: Place, request: PageRequest, ticket_id: str) -> Response[bytes]:
    """按住看全. The page shows it while the key is held and keeps nothing of it."""
    seat = seat_of(place, session_of(place, request))
    if seat is None:
        return _told(PersonShown(note=words_of(ProblemCode.COUNTER_CLOSED)), STATUS[ProblemCode.COUNTER_CLOSED])
    try:
        seen = await place.hall.reveals.look(seat.caller, ticket_id)
    except HallProblem as problem:
        return _told(PersonShown(note=words_of(problem.code, problem.retry_after_s)), problem.problem().status)
    return _told(person_shown(seen))


@post("/counter/paper/{ticket_id:str}", right=Right.SERVE, status_code=200)
async def paper(place: Place, request: PageRequest, ticket_id: str, material: str = "", why: str = "") -> Response[str]:
    """仍要纸质: a paper that the hall has is asked for all the same, with a reason that is kept."""
    note = await note_of(request)

    async def work(caller: Caller, key: str) -> PaperAnswer:
        reason, _ = one_of(PAPER_WHY, why)
        order = OverridePaper(material[:64], reason, note())
        return await place.hall.licences.override(caller, key, visit_of(place, caller, ticket_id), order)

    return await act(place, request, work)


PAPER_ROUTES = (reveal, paper)


def _told(shown: PersonShown, status: int = 200) -> Response[bytes]:
    return Response(msgspec.json.encode(shown), status_code=status, headers=PAGE_HEADERS, media_type="application/json")
