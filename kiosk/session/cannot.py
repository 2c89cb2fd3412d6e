"""这台机器办不了 (UI-K36, CL-E13): why, where else, and a number for a counter. Nothing is hidden, nothing a dead end.

What it can do is reckoned in `self_service`. Pure.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.arriving import begin_arrival
from kiosk.session.browsing import begin_item, find_item, not_sure
from kiosk.session.events import Touch
from kiosk.session.journey import Journey, Way
from kiosk.session.leaving import back_to_home
from kiosk.session.self_service import function_here, record_function
from kiosk.session.state import Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.leaving import Turn


class CannotWay(Way, frozen=True):
    """What was wanted: a function by its id, or a tile of the first page. 返回 leads to `came_from` with `held`."""

    service: str = ""
    tile: str = ""
    came_from: Page = Page.HOME
    held: Way | None = None


def cannot_way(session: Session) -> CannotWay | None:
    """What cannot be done; None when another page stands."""
    way = session.current_visit().way
    return way if isinstance(way, CannotWay) else None


def cannot(session: Session, service: str = "", tile: str = "") -> Turn:
    """Say why, and where else."""
    visit = session.visit or Visit(started_at=session.now)
    way = CannotWay(service, tile, came_from=session.page, held=visit.way)
    shown = replace(session, page=Page.ELSEWHERE, visit=replace(visit, way=way), page_ends_at=None)
    return replace(shown, last_touch=session.now), ()


def cannot_print_records(session: Session) -> Turn:
    """打印证明 is grey."""
    found = record_function(session)
    service = found.service.id if found is not None and not found.usable else ""
    return cannot(session, service, "" if service else Touch.PRINT_RECORD)


def back(session: Session, _: Touched) -> Turn:
    """返回 to where it was wanted."""
    way = cannot_way(session)
    if way is None:
        return session, ()
    if way.came_from is Page.HOME:
        return back_to_home(session)
    return replace(session, page=way.came_from, visit=replace(session.current_visit(), way=way.held)), ()


def number_for_counter(session: Session, event: Touched) -> Turn:
    """取号到窗口办: the number of the function's item, else the general one."""
    way = cannot_way(session)
    if way is None:
        return session, ()
    found = function_here(session, way.service)
    items = () if found is None else (find_item(session, one) for one in found.service.items)
    item = next((one for one in items if one is not None), None)
    after, effects = not_sure(session, event) if item is None else begin_item(session, item)
    if cannot_way(after) is None or after.page in {Page.ELSEWHERE, Page.HELP}:  # 返回 leads here again
        return after, effects
    return replace(after, visit=replace(after.current_visit(), way=None)), effects


def check_in(session: Session, _: Touched) -> Turn:
    """预约报到: without the hall, or outside its hours, what else; else whose booking it is."""
    hall = session.hall
    closed = hall is not None and bool(hall.closed_because) and not any(queue.numbers for queue in hall.queues)
    return cannot(session, tile=Touch.CHECK_IN) if closed or not session.online else (begin_arrival(session), ())


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.CHECK_IN): check_in,
            (Page.ELSEWHERE, Touch.BACK): back,
            (Page.ELSEWHERE, Touch.TAKE_A_NUMBER): number_for_counter,
        }
    )
)
