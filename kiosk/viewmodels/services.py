"""UI-K3 and K4 in one: themes as tabs, four items a page, each with what to bring and how long people wait. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.viewmodels import themes

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue, ItemView
    from hall_server.contract.messages import HallNow
    from kiosk.session.state import Session

ROWS = 4
TABS = 6  # 常办, four themes, 更多 (or a fifth theme when that is all)
TILES = 16  # of themes behind 更多


@dataclass(frozen=True, slots=True)
class Tab:
    """One theme to choose; "" = 常办."""

    theme: str
    icon: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """How it stands in the queue of an item. `state`: band | none | closed | unknown."""

    state: str = "unknown"
    waiting: int = 0
    low_min: int = 0
    high_min: int = 0


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item to choose, as it is listed."""

    item_id: str
    name: str
    bring: str
    bring_more: int
    wait_state: str
    waiting: int
    low_min: int
    high_min: int


@dataclass(frozen=True, slots=True)
class ServicesProps:
    """`tiles` are all the themes, for 更多; empty when the tabs hold them."""

    tabs: tuple[Tab, ...] = ()
    rows: tuple[ItemRow, ...] = ()
    tiles: tuple[Tab, ...] = ()
    page_number: int = 1
    pages: int = 1
    code_note: str = ""  # to somebody who came with a code: known | hall_silent


def queue_wait(hall: HallNow | None, queue: str) -> Wait:
    """The wait for somebody who came to `queue` now."""
    found = next((entry for entry in hall.queues if entry.id == queue), None) if hall else None
    if found is None:
        return Wait()
    if not found.open_counters:
        return Wait("closed", waiting=found.waiting)
    if found.wait is None:
        return Wait("none")
    return Wait("band", found.waiting, found.wait.low_min, found.wait.high_min)


def bring(item: ItemView) -> tuple[str, int]:
    """The first thing to bring, and how many more there are."""
    return (item.materials[0].name, len(item.materials) - 1) if item.materials else ("", 0)


def _row(item: ItemView, hall: HallNow | None) -> ItemRow:
    wait, (first, more) = queue_wait(hall, item.queue), bring(item)
    return ItemRow(item.id, item.name, first, more, wait.state, wait.waiting, wait.low_min, wait.high_min)


def _by_use(catalogue: Catalogue) -> list[str]:
    """Themes with most items first; equal ones in the catalogue's order."""
    count = Counter(item.theme for item in catalogue.items)
    return sorted(catalogue.themes, key=lambda theme: (-count[theme], catalogue.themes.index(theme)))


def _tab(theme: str, chosen: str) -> Tab:
    return Tab(theme, themes.picture(theme), theme == chosen)


def _tabs(catalogue: Catalogue, chosen: str) -> tuple[Tab, ...]:
    found = _by_use(catalogue)
    all_fit = len(found) < TABS
    named = found if all_fit else found[: TABS - 2]
    if chosen in found and chosen not in named:
        named = [*named[:-1], chosen]
    common = Tab(themes.COMMON, "star", chosen == themes.COMMON)
    return (common, *(_tab(theme, chosen) for theme in named))


def _items(catalogue: Catalogue, chosen: str) -> list[ItemView]:
    if chosen == themes.COMMON:
        named = [item for item in catalogue.items if item.id != GENERAL_ITEM]  # it has a button of its own
        return [item for item in named if item.common] or named[:ROWS]
    return [item for item in catalogue.items if item.theme == chosen]


def services_props(session: Session) -> ServicesProps:
    """Derive the list. A page number past the end goes round to the first page."""
    catalogue = session.catalogue
    if catalogue is None:
        return ServicesProps()
    visit = session.current_visit()
    found = _items(catalogue, visit.theme)
    pages = max(1, -(-len(found) // ROWS))
    page = visit.list_page % pages
    return ServicesProps(
        tabs=_tabs(catalogue, visit.theme),
        rows=tuple(_row(item, session.hall) for item in found[page * ROWS : (page + 1) * ROWS]),
        tiles=_tiles(catalogue, visit.theme),
        page_number=page + 1,
        pages=pages,
        code_note=visit.code.note,
    )


def _tiles(catalogue: Catalogue, chosen: str) -> tuple[Tab, ...]:
    if len(catalogue.themes) < TABS:
        return ()
    return tuple(_tab(theme, chosen) for theme in _by_use(catalogue)[:TILES])
