"""The hall's own words in the visitor's language: names of items carry theirs, everything else the catalogue has. Pure.

What the interface itself says is translated where it is written; here are only words that come from the hall's data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hall_server.contract.catalogue import ItemView
    from hall_server.contract.messages import TicketView
    from kiosk.session.state import Session


def _english(session: Session) -> bool:
    return session.modes.language is Language.EN


def said(session: Session, word: str) -> str:
    """One word of the hall: a theme, a queue, a place, a thing to bring. As it is where nobody translated it."""
    if session.catalogue is None or not _english(session):
        return word
    return session.catalogue.english.get(word, word)


def item_name(session: Session, item: ItemView) -> str:
    """What an item is called."""
    return item.name_en if item.name_en and _english(session) else item.name


def ticket_item(session: Session, ticket: TicketView) -> str:
    """What a ticket is for; the catalogue may have gone on without its item."""
    return item_called(session, ticket.item_name, ticket.item)


def ticket_items(session: Session, ticket: TicketView) -> tuple[str, ...]:
    """Everything that a ticket is for, the first item first."""
    more = zip(ticket.items[1:], ticket.more_names, strict=False)
    return (ticket_item(session, ticket), *(item_called(session, name, one) for one, name in more))


def item_called(session: Session, name: str, item_id: str = "") -> str:
    """What somebody else told of an item, by its id or else by its name; as it was told where nobody knows it."""
    items = session.catalogue.items if session.catalogue else ()
    found = next((item for item in items if (item.id == item_id if item_id else item.name == name)), None)
    return said(session, name) if found is None else item_name(session, found)


def listed(session: Session, words: Iterable[str]) -> str:
    """Words in a row: 4、9 or 4, 9."""
    return (", " if _english(session) else "、").join(said(session, word) for word in words)
