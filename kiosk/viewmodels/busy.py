"""UI-K20: no number this time. What happened, what can be done now, where a person is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.leaving import HALL_SILENT
from kiosk.values import Value
from kiosk.viewmodels.tongue import item_name
from kiosk.viewmodels.waits import Wait, queue_wait

if TYPE_CHECKING:
    from kiosk.session.state import Session


class BusyProps(Value, frozen=True):
    """`fault`: why, by problem code. `state`, `when`, `month`, `day`: when numbers are given again (waits.Wait)."""

    fault: str = ""
    asking: bool = False  # the hall is still being asked; its answer becomes a slip
    item: str = ""
    hotline: str = ""
    state: str = ""
    when: str = ""
    month: int = 0
    day: int = 0


def busy_props(session: Session) -> BusyProps:
    """Derive the page."""
    visit, hall = session.current_visit(), session.hall
    wait = queue_wait(hall, visit.item.queue) if visit.item else Wait()
    again = Wait() if wait.gives_numbers else wait
    return BusyProps(
        fault=visit.fault,
        asking=visit.fault == HALL_SILENT and bool(visit.ticket_id),
        item=item_name(session, visit.item) if visit.item else "",
        hotline=hall.hotline if hall else "",
        state="" if wait.gives_numbers else again.state,
        when=again.when,
        month=again.month,
        day=again.day,
    )
