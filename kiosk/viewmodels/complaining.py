"""别的办法 and UI-K30 投诉、办不成事、建议: rows page by page, then a number. Pure; nothing of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.complaining import SENTENCES, ComplaintStep, complaint_way
from kiosk.values import Value
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.complaining import ComplaintWay
    from kiosk.session.state import Session


class WaysProps(Value, frozen=True):
    """What else helps. `online`: with the hall."""

    online: bool = False
    hotline: str = ""


def ways_props(session: Session) -> WaysProps:
    """Derive the page."""
    return WaysProps(online=session.online, hotline=session.hall.hotline if session.hall else "")


class ComplaintRow(Value, frozen=True):
    """A category by its name in the hall's table, or a sentence by its code alone."""

    code: str
    name: str = ""
    on: bool = False


class ComplaintProps(Value, frozen=True):
    """`step`: a ComplaintStep. `slip`: "out", "none", or "" while it is printed."""

    step: str = ComplaintStep.LOADING
    rows: tuple[ComplaintRow, ...] = ()
    category: str = ""
    about: str = ""  # the item whose guide it was begun on
    said: int = 0
    number: str = ""
    slip: str = ""
    hotline: str = ""
    page_number: int = 1
    pages: int = 1


def complaint_props(session: Session) -> ComplaintProps:
    """Derive the page. A page number past the end goes round to the first page."""
    way = complaint_way(session)
    if way is None:
        return ComplaintProps()
    rows = _rows(session, way)
    fit = form_of(session).rows()
    pages = max(1, -(-len(rows) // fit))
    page = way.list_page % pages
    return ComplaintProps(
        step=way.step,
        rows=rows[page * fit : (page + 1) * fit],
        category=next((said(session, one.name) for one in way.categories if one.code == way.category), ""),
        about=_about(session, way.about),
        said=len(way.said),
        number=way.number,
        slip={True: "out", False: "none", None: ""}[way.slip],
        hotline=session.hall.hotline if session.hall else "",
        page_number=page + 1,
        pages=pages,
    )


def _about(session: Session, name: str) -> str:
    """The item by its name, in the visitor's language."""
    items = session.catalogue.items if session.catalogue else ()
    return next((item_name(session, item) for item in items if item.name == name), name)


def _rows(session: Session, way: ComplaintWay) -> tuple[ComplaintRow, ...]:
    if way.step is ComplaintStep.CATEGORY:
        return tuple(ComplaintRow(one.code, said(session, one.name)) for one in way.categories)
    if way.step is ComplaintStep.WORDS:
        return tuple(ComplaintRow(code, on=code in way.said) for code in SENTENCES)
    return ()
