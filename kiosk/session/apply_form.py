"""填表 (UI-K27, CL-D11, E17): each field with its source and its pad; how the result comes; a last look.

Chinese is not typed here: a value that is wrong is left for the counter. Pure.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.item_words import ResultWay
from kiosk.session.apply_scanning import turn_tiles
from kiosk.session.apply_way import PHONE, ApplyWay, Entry, FieldKind, addresses, apply_way, entry_of, missing
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.scan_way import at_page, with_scan
from kiosk.session.state import Page, Session
from kiosk.session.typing import BACK, CLEAR, DIGITS, LETTERS
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

LONGEST = 20
LEAST_PHONE = 5
_PHONE = re.compile(r"[0-9]{5,20}")


def field_chosen(session: Session, event: Chosen) -> Turn:
    """改一改: one field by itself; who somebody is cannot be changed here."""
    way = apply_way(session)
    if way is None:
        return session, ()
    looked = replace(way, field=event.value)
    entry = entry_of(session, looked)
    if entry is None or entry.kind is FieldKind.FIXED or (entry.kind is FieldKind.WORDS and not entry.was):
        return session, ()
    return at_page(session, Page.APPLY_FIELD, replace(looked, text=entry.value)), ()


def key_pressed(session: Session, event: Chosen) -> Turn:
    """A key of the pad; one that is not there, or that finds no room, changes nothing."""
    way = apply_way(session)
    entry = None if way is None else entry_of(session, way)
    if way is None or entry is None or entry.kind is not FieldKind.TYPED:
        return session, ()
    text = _typed(way, event.value)
    return (session, ()) if text is None else (with_scan(session, replace(way, text=text)), ())


def _typed(way: ApplyWay, key: str) -> str | None:
    signs = DIGITS if way.field == PHONE else DIGITS + LETTERS
    match key:
        case _ if key == BACK:
            return way.text[:-1]
        case _ if key == CLEAR:
            return ""
        case _ if len(key) == 1 and key in signs and len(way.text) < LONGEST:
            return way.text + key
        case _:
            return None


def may_stand(way: ApplyWay) -> bool:
    """Whether 确定 would take what is typed; empty is an answer."""
    return not way.text or way.field != PHONE or _PHONE.fullmatch(way.text) is not None


def typed(session: Session, _: Touched) -> Turn:
    """确定."""
    way = apply_way(session)
    entry = None if way is None else entry_of(session, way)
    if way is None or entry is None or not may_stand(way):
        return session, ()
    return _form(session, _edited(way, entry, way.text)), ()


def left_out(session: Session, _: Touched) -> Turn:
    """不对，先空着: the counter asks for it."""
    way = apply_way(session)
    entry = None if way is None else entry_of(session, way)
    return (session, ()) if way is None or entry is None else (_form(session, _edited(way, entry, "")), ())


def as_found(session: Session, _: Touched) -> Turn:
    """对的，就用它."""
    way = apply_way(session)
    entry = None if way is None else entry_of(session, way)
    return (session, ()) if way is None or entry is None else (_form(session, _edited(way, entry, entry.was)), ())


def _edited(way: ApplyWay, entry: Entry, value: str) -> ApplyWay:
    others = tuple(one for one in way.edits if one[0] != entry.field)
    return replace(way, edits=others if value == entry.was else (*others, (entry.field, value)))


def _form(session: Session, way: ApplyWay) -> Session:
    return at_page(session, Page.APPLY_FORM, replace(way, field="", text=""))


def back_to_form(session: Session, _: Touched) -> Turn:
    """返回: the field stays as it was."""
    way = apply_way(session)
    return (session, ()) if way is None else (_form(session, way), ())


def back_to_materials(session: Session, _: Touched) -> Turn:
    """返回 to the pages."""
    way = apply_way(session)
    return (session, ()) if way is None else (at_page(session, Page.APPLY_MATERIALS, replace(way, page=0)), ())


def filled(session: Session, _: Touched) -> Turn:
    """填好了: how the result comes, where there is a choice."""
    way = apply_way(session)
    if way is None or way.begun is None:
        return session, ()
    several = len(way.begun.deliveries) > 1
    way = _with_address(session, replace(way, page=0))
    return at_page(session, Page.APPLY_DELIVERY if several else Page.APPLY_CHECK, way), ()


def delivery_chosen(session: Session, event: Chosen) -> Turn:
    """怎么拿结果; by post only where an address was found, `post:` and its field."""
    way = apply_way(session)
    word, _, field = event.value.partition(":")
    if way is None or way.begun is None or word not in set(way.begun.deliveries):
        return session, ()
    known = {one.field for one in addresses(session, way)}
    if word == ResultWay.POST and field not in known:
        return session, ()
    chosen = replace(way, delivery=ResultWay(word), address_field=field if word == ResultWay.POST else "")
    return with_scan(session, chosen), ()


def _with_address(session: Session, way: ApplyWay) -> ApplyWay:
    """By post needs an address that still stands; else the first other way."""
    if way.begun is None or way.delivery is not ResultWay.POST:
        return way
    known = [one.field for one in addresses(session, way)]
    if way.address_field in known:
        return way
    if known:
        return replace(way, address_field=known[0])
    others = [one for one in way.begun.deliveries if one is not ResultWay.POST]
    return replace(way, delivery=others[0] if others else ResultWay.COUNTER, address_field="")


def to_check(session: Session, _: Touched) -> Turn:
    """接着: the last look."""
    way = apply_way(session)
    if way is None or missing(session, way):
        return session, ()
    return at_page(session, Page.APPLY_CHECK, way), ()


def back_from_delivery(session: Session, _: Touched) -> Turn:
    """返回 to the form."""
    way = apply_way(session)
    return (session, ()) if way is None else (_form(session, way), ())


def back_from_check(session: Session, _: Touched) -> Turn:
    """返回 to how the result comes, or to the form."""
    way = apply_way(session)
    if way is None or way.begun is None:
        return session, ()
    if len(way.begun.deliveries) > 1:
        return at_page(session, Page.APPLY_DELIVERY, way), ()
    return _form(session, way), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.APPLY_FORM, Touch.BACK): back_to_materials,
            (Page.APPLY_FORM, Touch.TYPED): filled,
            (Page.APPLY_FORM, Touch.PREVIOUS_LIST_PAGE): turn_tiles,
            (Page.APPLY_FORM, Touch.NEXT_LIST_PAGE): turn_tiles,
            (Page.APPLY_FIELD, Touch.BACK): back_to_form,
            (Page.APPLY_FIELD, Touch.TYPED): typed,
            (Page.APPLY_FIELD, Touch.LEAVE_OUT): left_out,
            (Page.APPLY_FIELD, Touch.AS_FOUND): as_found,
            (Page.APPLY_DELIVERY, Touch.BACK): back_from_delivery,
            (Page.APPLY_DELIVERY, Touch.TYPED): to_check,
            (Page.APPLY_CHECK, Touch.BACK): back_from_check,
        }
    ),
    choices=MappingProxyType(
        {
            (Page.APPLY_FORM, Choice.FIELD): field_chosen,
            (Page.APPLY_FIELD, Choice.KEY): key_pressed,
            (Page.APPLY_DELIVERY, Choice.DELIVERY): delivery_chosen,
        }
    ),
)
