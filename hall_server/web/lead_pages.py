"""现在: the hall at a glance for whoever leads it: waits by queue and counter, predictions, findings.

Changes nothing; drawn anew with all news.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from litestar import Response, get

from hall_server.contract.problems import HallProblem, ProblemCode
from hall_server.domain.findings import findings
from hall_server.domain.rights import Right
from hall_server.web.alert_view import alert_lines
from hall_server.web.clerk import session_of
from hall_server.web.day_curve import day_curve
from hall_server.web.lead_view import CaseLine, counter_lines, finding_lines, lead_lines, queue_lines
from hall_server.web.place import PageRequest, Place
from hall_server.web.ways import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.web.staff_sessions import StaffSession

LEAD = "/lead"


@get(LEAD, right=Right.LEAD, page=True, sync_to_thread=False)
def page(place: Place, request: PageRequest) -> Response[str]:
    """The whole page."""
    session = _session(place, request)
    found = finding_lines(findings(place.hall.site, date.fromisoformat(place.hall.now().business_day)))
    cases = case_lines(place, place.hall.voices.cases())
    values = {"clerk": session, "ways": ways_of(session), "findings": found, "cases": cases, **_now(place)}
    return place.page("lead/lead.html", values)


@get(f"{LEAD}/now", right=Right.LEAD, sync_to_thread=False)
def now(place: Place) -> Response[str]:
    """What changes by itself."""
    return place.page("lead/now.html", _now(place))


LEAD_ROUTES = (page, now)


def _now(place: Place) -> dict[str, object]:
    hall = place.hall
    seen = hall.now()
    lines = {one.no: hall.counter_queue(one.no) for one in seen.counters}
    counters = counter_lines(hall.site, seen, lines, place.staff)
    return {
        "now": seen,
        "queues": queue_lines(seen),
        "counters": counters,
        "calls": lead_lines(hall.site, seen, place.lead_calls, place.staff),
        "curve": day_curve(place.today().tally.halves(seen.at), lambda at: f"{place.hall_time(at):%H:%M}"),
        "alerts": alert_lines(hall, place.hall_time),
        "others": hall.supplements.others_since(place.day_began()),
        "longest_min": max((one.longest_min for one in counters), default=0),
    }


def case_lines(place: Place, tickets: Iterable[str]) -> tuple[CaseLine, ...]:
    """回访: which visits, in words; neither who came nor who served them."""
    seen = [place.hall.ticket(one) for one in tickets]
    return tuple(CaseLine(one.label, one.item_name, f"{place.hall_time(one.taken_at):%m-%d %H:%M}") for one in seen)


def _session(place: Place, request: PageRequest) -> StaffSession:
    session = session_of(place, request)
    if session is None:
        raise HallProblem(ProblemCode.NOT_AUTHENTICATED)
    return session
