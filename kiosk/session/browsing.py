"""Home, the list of items, and asking for a person (UI-K1, K3/K4, K17)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.session.effects import CallStaff, PlayTone, Tone
from kiosk.session.leaving import IDLE_PAGES, Turn, forgotten_card, go_on
from kiosk.session.state import CardStep, Page, Person, Session, Visit

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from kiosk.session.events import Chosen, Touched

HELP_WANTED = "help_wanted"
NO_NUMBERS = "queue_closed"  # the problem code that the hall would answer with
HELP_PAGES = (IDLE_PAGES | {Page.HOME}) - {Page.HELP, Page.BUSY, Page.BOOKINGS}  # left for UI-K17; others keep a number


def start_visit(session: Session, person: Person | None = None) -> Session:
    """A new visit at the list of items."""
    visit = Visit(started_at=session.now, person=person)
    return replace(session, page=Page.SERVICES, visit=visit, page_ends_at=None, warning=None, last_touch=session.now)


def take_a_number(session: Session, _: Touched) -> Turn:
    """取号办事."""
    return start_visit(session), ()


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
    if event.value not in {"", *themes}:
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
    """On with this item; where its queue gives no numbers now, what can be done instead is said first."""
    if gives_numbers(session, item):
        return _with_item(session, item), ()
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


def _with_item(session: Session, item: ItemView) -> Session:
    visit = replace(session.current_visit(), item=item, card_failures=0)
    if visit.person is not None or visit.without_card or not session.devices.card_reader:
        return replace(session, page=Page.CONFIRM, visit=visit)
    return replace(session, page=Page.CARD, visit=replace(visit, card_step=CardStep.WAITING))


def back_to_services(session: Session, _: Touched) -> Turn:
    """返回 from the card page or from the check."""
    return replace(session, page=Page.SERVICES), ()


def ask_for_help(session: Session, _: Touched) -> Turn:
    """请人帮忙: tell staff; pages that show a number stay as they are."""
    session = go_on(session)
    effects = (CallStaff(HELP_WANTED),)
    if session.page not in HELP_PAGES or forgotten_card(session):
        return session, effects
    return replace(session, page=Page.HELP, visit=session.current_visit(), help_from=session.page), effects


def help_not_needed(session: Session, _: Touched) -> Turn:
    """不用了 or 我继续自己办: back to where help was asked for."""
    return leave_help(session), ()


def leave_help(session: Session) -> Session:
    """From UI-K17 back; from home the visit that only asked for help is dropped."""
    visit = None if session.help_from is Page.HOME else session.visit
    if visit is not None and session.help_from is Page.CARD:
        visit = replace(visit, card_step=_asked_again(session, visit))
    return replace(session, page=session.help_from, visit=visit, help_from=Page.HOME)


def _asked_again(session: Session, visit: Visit) -> CardStep:
    """What the card page says after a while away: the reader may have come or gone meanwhile."""
    if not session.devices.card_reader or visit.card_failures >= session.rules.card_failures:
        return CardStep.OTHER_WAY
    return CardStep.READING if session.card_on_glass and visit.card_step is CardStep.READING else CardStep.WAITING
