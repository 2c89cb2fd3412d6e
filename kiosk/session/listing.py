"""打印清单: a guide, or what is to be brought, on A4, else on the roll; without either that is said at once. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.modes import Mode
from kiosk.session.papers import LeavePages, PaperFault, PrintPages
from kiosk.session.printouts import Come, Printout, printing
from kiosk.session.roll_slips import PrintRoll
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import Touched
    from kiosk.session.journey import Errand
    from kiosk.session.leaving import Turn
    from kiosk.session.papers import ChecklistPaper, GuidePaper
    from kiosk.session.printouts import PaperWay
    from kiosk.session.state import Session


def print_list(session: Session, way: PaperWay, event: Touched, paper: GuidePaper | ChecklistPaper) -> Turn:
    """Print it; while a job is under way nothing more is asked of the printer."""
    if printing(way) or not event.fresh_id:
        return session, ()
    has, large = session.devices, Mode.LARGE in session.modes.on
    if not has.page_printer and not has.printer:
        absent = Printout(event.fresh_id, Come.VOID, fault=PaperFault.OFFLINE)
        return _with(session, replace(way, printout=absent)), ()
    on_sheets, job = has.page_printer, event.fresh_id
    errand: Errand = PrintPages(job, paper, large=large) if on_sheets else PrintRoll(job, paper, large)
    return _with(session, replace(way, printout=Printout(event.fresh_id))), (errand,)


def left(way: PaperWay | None) -> tuple[LeavePages, ...]:
    """What is to be done when the page is left: a job that runs is taken back."""
    return (LeavePages(),) if way is not None and printing(way) else ()


def _with(session: Session, way: PaperWay) -> Session:
    return replace(session, visit=replace(session.current_visit(), way=way), last_touch=session.now)
