"""Home and the list of items (UI-K1, K3/K4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.session.basket import add, basket_way, look_at_plan
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.helping import ask_for_help
from kiosk.session.prechecking import back_to_materials, look_at_materials
from kiosk.session.state import Page, Person, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

HKMO = "hkmo"  # in the place of a theme: what residents of Hong Kong and Macau can settle here (CL-G6)
NO_NUMBERS = "queue_closed"  # the problem code that the hall would answer with


def start_visit(session: Session, person: Person | None = None) -> Session:
    """A new visit at the list of items."""
    visit = Visit(started_at=session.now, person=person)
    return replace(session, page=Page.SERVICES, visit=visit, page_ends_at=None, warning=None, last_touch=session.now)


def take_a_number(session: Session, _: Touched) -> Turn:
    """取号办事."""
    return start_visit(session), ()


def from_hong_kong(session: Session, _: Touched) -> Turn:
    """港澳居民, on the first page: the items that take their documents first, the others with where to go."""
    started = start_visit(session)
    return replace(started, visit=replace(started.current_visit(), theme=HKMO)), ()


def next_list_page(session: Session, _: Touched) -> Turn:
    """下一页; the last page is followed by the first."""
    visit = session.current_visit()
    return replace(session, visit=replace(visit, list_page=visit.list_page + 1)), ()


def previous_list_page(session: Session, _: Touched) -> Turn:
    """上一页; the first page follows the last."""
    visit = session.current_visit()
    return replace(session, visit=replace(visit, list_page=visit.list_page - 1)), ()


def theme_chosen(session: Session, event: Chosen) -> Turn:
    """Show another theme's items from their first page; a theme that is not in the catalogue changes nothing."""
    themes = () if session.catalogue is None else session.catalogue.themes
    if event.value not in {"", HKMO, *themes}:
        return session, ()
    return replace(session, visit=replace(session.current_visit(), theme=event.value, list_page=0)), ()


def item_chosen(session: Session, event: Chosen) -> Turn:
    """A row of the list; an item that is not in the catalogue changes nothing."""
    item = find_item(session, event.value)
    return (session, ()) if item is None else begin_item(session, item)


def not_sure(session: Session, event: Touched) -> Turn:
    """不清楚？取综合号; a hall without such an item sends a person instead."""
    item = find_item(session, GENERAL_ITEM)
    return ask_for_help(session, event) if item is None else begin_item(session, item)


def begin_item(session: Session, item: ItemView) -> Turn:
    """On with this item, or one more of the number; where its queue gives none now, what can be done is said first."""
    if session.current_visit().adding:
        return add(session, item)
    if gives_numbers(session, item):
        return look_at_materials(
            replace(session, visit=replace(session.current_visit(), item=item, more_items=(), bundle="", bring=None))
        )
    visit = replace(session.current_visit(), item=item, ticket_id="", ticket=None, fault=NO_NUMBERS)
    return replace(session, page=Page.BUSY, visit=visit, page_ends_at=None), (PlayTone(Tone.WARN),)


def gives_numbers(session: Session, item: ItemView) -> bool:
    """False when the hall says that it gives none in the item's queue now; a hall that is silent forbids nothing."""
    queues = session.hall.queues if session.online and session.hall else ()
    return all(queue.numbers for queue in queues if queue.id == item.queue)


def find_item(session: Session, item_id: str) -> ItemView | None:
    """The item as the hall offers it now."""
    items = () if session.catalogue is None else session.catalogue.items
    return next((item for item in items if item.id == item_id), None)


def back_to_services(session: Session, _: Touched) -> Turn:
    """返回 from the card page or from the check: to the materials, or the plan, where they stood on the way."""
    if (way := basket_way(session)) is not None:
        return look_at_plan(session, way.came_from, way.held)
    return back_to_materials(session) or replace(session, page=Page.SERVICES), ()
