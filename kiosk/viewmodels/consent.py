"""UI-K25 征得同意: what for, and which licences, drawn. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides.pictures import picture_named
from kiosk.session.consent import consent_way
from kiosk.values import Value
from kiosk.viewmodels.precheck import BRING, MaterialLine
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.state import Session


class ConsentProps(Value, frozen=True):
    """`licences`: as many as fit; `more`: how many there are besides those."""

    item: str = ""
    licences: tuple[MaterialLine, ...] = ()
    more: int = 0


def consent_props(session: Session) -> ConsentProps:
    """Derive the question."""
    way = consent_way(session)
    if way is None:
        return ConsentProps()
    items = session.catalogue.items if session.catalogue else ()
    first = next((one for one in items if one.id in way.purpose.items), session.current_visit().item)
    form = form_of(session)
    rows = type(form)(form.landscape, form.large).rows() - (
        not form.large or not form.landscape
    )  # for how long stands below
    names = way.purpose.names
    shown = names if len(names) <= rows else names[: rows - 1]
    lines = tuple(MaterialLine(said(session, one), BRING, picture=picture_named(one)) for one in shown)
    return ConsentProps(item_name(session, first) if first else "", lines, len(names) - len(shown))
