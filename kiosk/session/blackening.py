"""涂黑 (UI-K26, CL-E16): parts of a page that was scanned are blackened before anybody gets it. Pure.

A part is drawn with a finger, or whole bands are taken one by one, which keys do too. Until 涂好了 each can be taken
back; then the page that was scanned is gone, and the blackened one is all there is.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey
from kiosk.session.scan_way import at_page, scan_way, with_scan
from kiosk.session.scans import WHOLE, BlackenPage, Blot
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

BANDS = 24  # of a page, from its top; about a line of a letter each
MOST_BLOTS = 60
LEAST = 8  # a finger that only touched draws nothing


def begin(session: Session, _: Touched) -> Turn:
    """涂黑, of the page that stands in the picture."""
    way = scan_way(session)
    if way is None or not way.selected:
        return session, ()
    return at_page(session, Page.APPLY_BLACKEN, replace(way, blots=(), band=0)), ()


def drawn(session: Session, event: Chosen) -> Turn:
    """A finger has drawn a part: left, top, right, bottom in thousandths, with blanks between."""
    numbers = [int(one) for one in event.value[:24].split() if one.isascii() and one.isdecimal()]
    if len(numbers) != len(Blot.__struct_fields__):
        return session, ()
    left, top, right, bottom = (min(WHOLE, one) for one in numbers)
    return (session, ()) if min(right - left, bottom - top) < LEAST else _with(session, Blot(left, top, right, bottom))


def band_up(session: Session, _: Touched) -> Turn:
    """往上."""
    return _moved(session, -1)


def band_down(session: Session, _: Touched) -> Turn:
    """往下."""
    return _moved(session, 1)


def band(session: Session, _: Touched) -> Turn:
    """涂这一行, over the whole width."""
    way = scan_way(session)
    if way is None:
        return session, ()
    return _with(session, Blot(0, way.band * WHOLE // BANDS, WHOLE, -(-(way.band + 1) * WHOLE // BANDS)))


def undo(session: Session, _: Touched) -> Turn:
    """撤回: the last one is taken back."""
    way = scan_way(session)
    return (session, ()) if way is None else (with_scan(session, replace(way, blots=way.blots[:-1])), ())


def done(session: Session, _: Touched) -> Turn:
    """涂好了: for good."""
    way = scan_way(session)
    if way is None or not way.blots or not way.selected:
        return session, ()
    return _back(session), (BlackenPage(way.selected, way.blots),)


def leave(session: Session, _: Touched) -> Turn:
    """不涂了: the page stays as it was."""
    return _back(session), ()


def _back(session: Session) -> Session:
    way = scan_way(session)
    return session if way is None else at_page(session, Page.APPLY_SCAN, replace(way, blots=()))


def _moved(session: Session, by: int) -> Turn:
    way = scan_way(session)
    if way is None:
        return session, ()
    return with_scan(session, replace(way, band=max(0, min(BANDS - 1, way.band + by)))), ()


def _with(session: Session, blot: Blot) -> Turn:
    way = scan_way(session)
    if way is None or blot in way.blots or len(way.blots) >= MOST_BLOTS:
        return session, ()
    return with_scan(session, replace(way, blots=(*way.blots, blot))), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.APPLY_SCAN, Touch.BLACKEN): begin,
            (Page.APPLY_BLACKEN, Touch.BACK): leave,
            (Page.APPLY_BLACKEN, Touch.BAND_UP): band_up,
            (Page.APPLY_BLACKEN, Touch.BAND_DOWN): band_down,
            (Page.APPLY_BLACKEN, Touch.BLACKEN): band,
            (Page.APPLY_BLACKEN, Touch.UNDO): undo,
            (Page.APPLY_BLACKEN, Touch.TYPED): done,
        }
    ),
    choices=MappingProxyType({(Page.APPLY_BLACKEN, Choice.BLOT): drawn}),
)
