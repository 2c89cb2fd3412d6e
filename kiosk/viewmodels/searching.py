"""UI-K14s 搜事项: the letters so far, and the hits with what to mark in them. Pure but for the newest index kept.

An index is made once for a catalogue; the last one is kept, because each key asks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict

from kiosk.guides.search import Search
from kiosk.session.guiding import GuidesWay
from kiosk.session.searching import search_way
from kiosk.values import Value
from kiosk.viewmodels.pads import INITIALS_COLUMNS, PadKey, initials_keys
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.services import ItemRow, listed

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.guides import BundleView
    from kiosk.guides.search import Hit
    from kiosk.session.state import Session

MOST = 3
KEYS = initials_keys()
_newest: list[tuple[Catalogue, Search]] = []


class HitRow(ItemRow, frozen=True):
    """One hit. `before`, `marked`, `after` are its name in three parts; in English nothing is marked."""

    before: str = ""
    marked: str = ""
    after: str = ""


class SearchProps(Value, frozen=True):
    """`found`: how many items and bundles fit the letters; `nothing`: letters were typed and nothing fits."""

    text: str = ""
    found: int = 0
    nothing: bool = False
    rows: tuple[HitRow, ...] = ()
    keys: tuple[PadKey, ...] = KEYS
    columns: int = INITIALS_COLUMNS
    guides: bool = False  # it leads to a guide, not to a number


def search_props(session: Session) -> SearchProps:
    """Derive the page."""
    way, catalogue = search_way(session), session.catalogue
    if way is None or catalogue is None:
        return SearchProps()
    guides = isinstance(way.held, GuidesWay)
    if not way.text:
        return SearchProps(guides=guides)
    lines: dict[str, ItemView | BundleView] = {one.id: one for one in catalogue.items}
    lines |= {one.id: one for one in catalogue.bundles}
    hits = [hit for hit in _search(catalogue).find(way.text) or () if hit.id in lines]
    rows = []
    for hit in hits[: _rows(session)]:
        row = listed(session, lines[hit.id])
        before, marked, after = _parts(hit) if row.name == hit.name else (row.name, "", "")
        rows.append(HitRow(**asdict(row), before=before, marked=marked, after=after))
    return SearchProps(way.text, len(hits), not hits, tuple(rows), guides=guides)


def _rows(session: Session) -> int:
    form = form_of(session)
    return max(1, MOST - (form.low + form.large + form.landscape))  # keys stay large enough for a finger


def _parts(hit: Hit) -> tuple[str, str, str]:
    if not hit.spans:
        return hit.name, "", ""
    first, last = hit.spans[0]
    return hit.name[:first], hit.name[first:last], hit.name[last:]


def _search(catalogue: Catalogue) -> Search:
    if not _newest or _newest[0][0] is not catalogue:
        _newest[:] = [(catalogue, Search(catalogue))]
    return _newest[0][1]
