"""One print job of a journey, as the visitor sees it: coming, standing still, out, or void (UI-K15c, K20j). Pure.

Any journey that prints has a `PaperWay`; what the printer says of the job it waits for is noted here, once for all.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.session.effects import PlayTone, Tone
from kiosk.session.journey import Journey, Way
from kiosk.session.leaving import stirred
from kiosk.session.papers import PagesComing, PagesNotPrinted, PagesPrinted, PagesUnknown
from kiosk.values import Value, replace

if TYPE_CHECKING:
    from kiosk.session.leaving import Turn
    from kiosk.session.papers import PaperFault
    from kiosk.session.state import Session


class Come(StrEnum):
    """How far a job is."""

    COMING = "coming"
    STANDS = "stands"  # it wants a hand
    DONE = "done"
    VOID = "void"  # nothing came, and nothing will
    PART = "part"  # some sheets may be out; the rest was taken back


OVER = frozenset({Come.DONE, Come.VOID, Come.PART})


class Printout(Value, frozen=True):
    """A job by its id; `sheets` that are out, where the printer counts."""

    job_id: str
    come: Come = Come.COMING
    sheets: int = 0
    fault: PaperFault | None = None


class PaperWay(Way, frozen=True):
    """A way on which something is printed."""

    printout: Printout | None = None


def printing(way: PaperWay) -> bool:
    """Whether a job is under way."""
    return way.printout is not None and way.printout.come not in OVER


def _told(session: Session, event: PagesComing | PagesPrinted | PagesNotPrinted | PagesUnknown) -> Turn:
    """The printer's word on the job that is waited for; on any other it changes nothing."""
    way = session.current_visit().way
    if not isinstance(way, PaperWay) or way.printout is None or way.printout.job_id != event.job_id:
        return session, ()
    before = way.printout
    if before.come in OVER:
        return session, ()
    after = _after(before, event)
    sounds = (_TONES[after.come],) if after.come is not before.come and after.come in _TONES else ()
    visit = replace(session.current_visit(), way=replace(way, printout=after))
    return replace(stirred(session), visit=visit), sounds


def _after(job: Printout, event: PagesComing | PagesPrinted | PagesNotPrinted | PagesUnknown) -> Printout:
    match event:
        case PagesComing():
            come = Come.COMING if event.fault is None else Come.STANDS
            return replace(job, come=come, sheets=max(job.sheets, event.sheets), fault=event.fault)
        case PagesPrinted():
            return replace(job, come=Come.DONE, fault=None)
        case PagesNotPrinted():
            return replace(job, come=Come.VOID, sheets=0, fault=event.fault)
        case PagesUnknown():
            return replace(job, come=Come.PART, sheets=event.sheets or job.sheets, fault=event.fault)


_TONES = {
    Come.STANDS: PlayTone(Tone.WARN),
    Come.DONE: PlayTone(Tone.OK),
    Come.VOID: PlayTone(Tone.WARN),
    Come.PART: PlayTone(Tone.WARN),
}

JOURNEY = Journey(
    answers=MappingProxyType(dict.fromkeys((PagesComing, PagesPrinted, PagesNotPrinted, PagesUnknown), _told))
)
