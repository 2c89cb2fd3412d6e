"""UI-K3 and K4 in one: themes as tabs, as many items a page as fit, each with how long people wait. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hall_server.contract.guides import BundleView
from hall_server.contract.vocabulary import GENERAL_ITEM
from kiosk.session.basket import items_of
from kiosk.session.browsing import HKMO
from kiosk.session.modes import Language
from kiosk.values import Value
from kiosk.viewmodels import themes
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, said
from kiosk.viewmodels.waits import hall_now, queue_wait

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Catalogue, ItemView
    from kiosk.session.state import Session
    from kiosk.viewmodels.room import Form

TABS = 6  # 常办, four themes, 更多 (or a fifth theme when that is all)
TILES = 16  # of themes behind 更多
COMMON_MOST = 4  # stand for 常办 where the catalogue marks none
SEARCH = 98  # as in PageMetrics.qml, which a test compares


class Shelf(Value, frozen=True):
    """Heights on this page, in pixels; the same as in PageMetrics.qml."""

    tab: int
    row: int
    gap: int
    search_among_tabs: bool

    @property
    def taken(self) -> int:
        """By the search and the tabs above the rows."""
        return self.tab + self.gap + (0 if self.search_among_tabs else SEARCH + self.gap)


def shelf_of(form: Form) -> Shelf:
    """In 大字 and 往下移 tabs are words alone, and in 往下移 rows have one line; what is dropped is never a choice."""
    lying, large, low = form.landscape, form.large, form.low
    tab = 88 if low or (large and lying) else 100 if large else 140
    row = form.row if not low else 150 if large else 100 if lying else 88
    gap = 12 if low and not lying and not large else 20
    return Shelf(tab, row, gap, search_among_tabs=low or lying)


class Tab(Value, frozen=True):
    """One theme to choose; "" = 常办."""

    theme: str
    icon: str
    chosen: bool = False
    name: str = ""  # in full, in the visitor's language


class ItemRow(Value, frozen=True):
    """One item or bundle to choose, as it is listed; `wait_state` and what belongs to it: `waits.Wait`."""

    item_id: str
    name: str
    bring: str = ""
    bring_more: int = 0
    wait_state: str = ""
    waiting: int = 0
    low_min: int = 0
    high_min: int = 0
    when: str = ""
    month: int = 0
    day: int = 0
    warned: bool = False
    resting: bool = False  # no number to be had now: grey, and still to be touched
    together: int = 0  # of a bundle 一件事: so many things with one number; it has no wait of its own
    hkmo: str = ""  # "yes" or "no" to residents of Hong Kong and Macau; "" to others


class ServicesProps(Value, frozen=True):
    """`tiles` are all the themes, for 更多; empty when the tabs hold them."""

    tabs: tuple[Tab, ...] = ()
    rows: tuple[ItemRow, ...] = ()
    tiles: tuple[Tab, ...] = ()
    page_number: int = 1
    pages: int = 1
    chosen: int = 0  # items of the number so far, while one more is being looked for
    code_note: str = ""  # to somebody who came with a code: known | hall_silent
    hkmo: bool = False  # 港澳居民 is the list that stands there


def bring(item: ItemView) -> tuple[str, int]:
    """The first thing to bring, and how many more there are."""
    return (item.materials[0].name, len(item.materials) - 1) if item.materials else ("", 0)


def listed_item(session: Session, item: ItemView) -> ItemRow:
    """An item as it stands in a list."""
    wait, (first, more) = queue_wait(hall_now(session), item.queue), bring(item)
    return ItemRow(
        item_id=item.id,
        name=item_name(session, item),
        bring=said(session, first),
        bring_more=more,
        wait_state=wait.state,
        waiting=wait.waiting,
        low_min=wait.low_min,
        high_min=wait.high_min,
        when=wait.when,
        month=wait.month,
        day=wait.day,
        warned=wait.warned,
        resting=not wait.gives_numbers,
        hkmo=_taken(session, item),
    )


def bundle_name(session: Session, bundle: BundleView) -> str:
    """In the visitor's language."""
    return bundle.name_en if bundle.name_en and session.modes.language is Language.EN else bundle.name


def listed_bundle(session: Session, bundle: BundleView) -> ItemRow:
    """A bundle as it stands in a list."""
    count = len(bundle.items) + len(bundle.elsewhere)
    return ItemRow(bundle.id, bundle_name(session, bundle), together=max(1, count))


def listed(session: Session, one: ItemView | BundleView) -> ItemRow:
    """Either of them."""
    return listed_bundle(session, one) if isinstance(one, BundleView) else listed_item(session, one)


def from_hong_kong(session: Session) -> bool:
    """Whether it is said which items take the documents of Hong Kong and Macau: to who asked, reads or came so."""
    visit = session.current_visit()
    known = visit.person is not None and visit.person.hkmo
    return known or visit.theme == HKMO or session.modes.language is Language.ZH_HK


def _taken(session: Session, item: ItemView) -> str:
    if not from_hong_kong(session):
        return ""
    return "yes" if item.hkmo else "no"


def _by_use(catalogue: Catalogue) -> list[str]:
    """Themes with most items first; equal ones in the catalogue's order."""
    count = Counter(item.theme for item in catalogue.items)
    return sorted(catalogue.themes, key=lambda theme: (-count[theme], catalogue.themes.index(theme)))


def _tab(session: Session, theme: str) -> Tab:
    name = "" if theme == HKMO else said(session, theme)
    return Tab(theme, themes.picture(theme), theme == session.current_visit().theme, name)


def _tabs(session: Session, catalogue: Catalogue, places: int) -> tuple[Tab, ...]:
    found, chosen = _by_use(catalogue), session.current_visit().theme
    all_fit = len(found) < places
    named = found if all_fit else found[: places - 2]
    if from_hong_kong(session):
        named = [HKMO, *named[: places - 3]]
    if chosen in found and chosen not in named:
        named = [*named[:-1], chosen]
    common = Tab(themes.COMMON, "star", chosen == themes.COMMON)
    return (common, *(_tab(session, theme) for theme in named))


def _lines(catalogue: Catalogue, chosen: str) -> list[ItemView | BundleView]:
    """What stands under a theme, its bundles first; none of those under 常办."""
    if chosen == themes.COMMON:
        named = [item for item in catalogue.items if item.id != GENERAL_ITEM]  # it has a button of its own
        return [*([item for item in named if item.common] or named[:COMMON_MOST])]
    if chosen == HKMO:
        return [*sorted((one for one in catalogue.items if one.id != GENERAL_ITEM), key=lambda one: not one.hkmo)]
    bundles = [one for one in catalogue.bundles if one.theme == chosen]
    return [*bundles, *(one for one in catalogue.items if one.theme == chosen)]


def services_props(session: Session) -> ServicesProps:
    """Derive the list. A page number past either end goes round."""
    catalogue = session.catalogue
    if catalogue is None:
        return ServicesProps()
    visit, form = session.current_visit(), form_of(session)
    shelf = shelf_of(form)
    places = TABS - (shelf.search_among_tabs and not form.landscape)
    found, rows = _lines(catalogue, visit.theme), rows_of(form)
    pages = max(1, -(-len(found) // rows))
    page = visit.list_page % pages
    return ServicesProps(
        tabs=_tabs(session, catalogue, places),
        rows=tuple(listed(session, one) for one in found[page * rows : (page + 1) * rows]),
        tiles=_tiles(session, catalogue, places),
        page_number=page + 1,
        pages=pages,
        chosen=len(items_of(visit)) if visit.adding else 0,
        code_note=visit.code.note,
        hkmo=visit.theme == HKMO,
    )


def rows_of(form: Form) -> int:
    """How many items stand on a page."""
    shelf = shelf_of(form)
    return form.rows(taken=shelf.taken, row=shelf.row, gap=shelf.gap)


def _tiles(session: Session, catalogue: Catalogue, places: int) -> tuple[Tab, ...]:
    if len(catalogue.themes) < places:
        return ()
    return tuple(_tab(session, theme) for theme in (*_by_use(catalogue)[:TILES], HKMO))
