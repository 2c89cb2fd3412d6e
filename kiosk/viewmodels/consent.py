"""UI-K25 征得同意: what for, and which licences. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.session.consent import consent_way
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.state import Session

MOST_NAMES = 4  # rows that fit in every form; the rest is counted


@dataclass(frozen=True, slots=True)
class ConsentProps:
    """`names`: of the licences; `more`: how many there are besides those."""

    item: str = ""
    names: tuple[str, ...] = ()
    more: int = 0


def consent_props(session: Session) -> ConsentProps:
    """Derive the question."""
    way = consent_way(session)
    if way is None:
        return ConsentProps()
    items = session.catalogue.items if session.catalogue else ()
    first = next((one for one in items if one.id in way.purpose.items), session.current_visit().item)
    names = tuple(said(session, name) for name in way.purpose.names)
    shown = names if len(names) <= MOST_NAMES else names[: MOST_NAMES - 1]
    return ConsentProps(item_name(session, first) if first else "", shown, len(names) - len(shown))
