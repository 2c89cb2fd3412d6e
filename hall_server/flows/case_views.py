"""Cases as a kiosk shows them: the city's words in five steps, with whom to call; else what the hall knows itself.

Pure. Of a case that was asked for by paper nothing is told but where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.progress_views import ENDED_AS, STEP, CaseView, ToldBy

if TYPE_CHECKING:
    from hall_server.contract.city.progress import CaseStatus
    from hall_server.contract.messages import TicketView


def case_view(status: CaseStatus, hotline: str, *, to_holder: bool = False) -> CaseView:
    """As the city has it."""
    return CaseView(
        number=status.number or status.case,
        state=status.state,
        step=STEP[status.state],
        at=status.at,
        due_at=status.due_at,
        place=status.place,
        contact=status.contact or hotline,
        item=status.item if to_holder else "",
    )


def visit_view(ticket: TicketView, at: int, hotline: str) -> CaseView | None:
    """How a visit ended, as the hall knows it; None for one that is not over, or ended without a case."""
    state = ENDED_AS.get(ticket.outcome) if ticket.outcome else None
    if state is None:
        return None
    number = ticket.correlation or ticket.id
    return CaseView(number=number, state=state, step=STEP[state], at=at, contact=hotline, told_by=ToldBy.HALL)
