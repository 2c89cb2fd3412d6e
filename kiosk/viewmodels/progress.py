"""UI-K13 查进度: the three ways, the list, one case in five steps. Pure; nothing of a person is in any of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hall_server.contract.city.progress import CaseState
from kiosk.session.case_papers import progress_paper
from kiosk.session.papers import StepState
from kiosk.session.progress import HYPHEN, LONGEST, case_of, may_ask, progress_way
from kiosk.session.state import MOUTHS, CardStep
from kiosk.values import Value
from kiosk.viewmodels.pads import BACK, LETTER_COLUMNS, PadKey, letter_keys
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_called, said

if TYPE_CHECKING:
    from hall_server.contract.progress_views import CaseView
    from kiosk.session.printouts import Printout
    from kiosk.session.state import Session

SLOW_S = 3.0  # 还在查，请稍等


class ProgressProps(Value, frozen=True):
    """The three ways. `fault`: a ProgressFault, "" = none; `looking`, and `slow` after three seconds."""

    card_step: str = CardStep.WAITING
    card_reader: bool = False
    scanner: bool = False
    looking: bool = False
    slow: bool = False
    fault: str = ""
    hotline: str = ""
    desk: tuple[str, ...] = MOUTHS


def progress_props(session: Session) -> ProgressProps:
    """Derive the three ways."""
    way = progress_way(session)
    return ProgressProps(
        card_step=session.current_visit().card_step,
        card_reader=session.devices.card_reader,
        scanner=session.devices.scanner,
        looking=way.look != "",
        slow=way.look != "" and session.now - way.asked_at >= SLOW_S,
        fault=way.fault or "",
        hotline=session.hall.hotline if session.hall else "",
        desk=session.mouths,
    )


class CaseNumberProps(Value, frozen=True):
    """A pad with digits, letters and a hyphen, and what stands in the field."""

    shown: str = ""
    count: int = 0
    ready: bool = False
    full: bool = False
    keys: tuple[PadKey, ...] = ()
    columns: int = LETTER_COLUMNS


def case_number_props(session: Session) -> CaseNumberProps:
    """Derive the pad."""
    text = progress_way(session).text
    return CaseNumberProps(text, len(text), may_ask(text), len(text) >= LONGEST, _keys())


def _keys() -> tuple[PadKey, ...]:
    """Digits and letters; where clearing stands on other pads, the hyphen of numbers on receipts."""
    *signs, clear, back = letter_keys()
    return (*signs, PadKey(HYPHEN, clear.row, clear.column, clear.span), PadKey(BACK, back.row, back.column, back.span))


class CaseRow(Value, frozen=True):
    """One case of the list: its place in it, what it is about, how it stands."""

    place: str
    item: str
    number: str
    state: str


class CasesProps(Value, frozen=True):
    """Several cases, the newest first."""

    rows: tuple[CaseRow, ...] = ()
    count: int = 0
    page_number: int = 1
    pages: int = 1


PAGER = 172  # with its gap


def cases_props(session: Session) -> CasesProps:
    """Derive the list. A page number past either end goes round."""
    cases, form = progress_way(session).cases, form_of(session)
    fit = form.rows()
    if len(cases) > fit:
        fit = form.rows(taken=PAGER)
    pages = max(1, -(-len(cases) // fit))
    page = session.current_visit().list_page % pages
    rows = tuple(_row(session, place, case) for place, case in enumerate(cases))[page * fit : (page + 1) * fit]
    return CasesProps(rows, len(cases), page + 1, pages)


def _row(session: Session, place: int, case: CaseView) -> CaseRow:
    return CaseRow(
        str(place), item_called(session, case.item) or case.number, case.number if case.item else "", case.state.value
    )


class CaseStepProps(Value, frozen=True):
    """One of the five; `state`: done | now | to_come."""

    number: int
    state: str


class CaseProps(Value, frozen=True):
    """One case. `paper`: a4 | roll | "" without a printer; `come`: a Come, "" = nothing was printed yet."""

    number: str = ""
    item: str = ""
    state: str = ""
    steps: tuple[CaseStepProps, ...] = ()
    has_due: bool = False
    due_month: int = 0
    due_day: int = 0
    place: str = ""
    contact: str = ""
    by_hall: bool = False  # the city gave no answer
    several: bool = False
    paper: str = ""
    come: str = ""
    print_fault: str = ""


_OVER = frozenset({CaseState.CLOSED, CaseState.READY, CaseState.WITHDRAWN})


def case_props(session: Session) -> CaseProps:
    """Derive one case."""
    way, offset = progress_way(session), session.hall.utc_offset_s if session.hall else 0
    case = case_of(way)
    if case is None:
        return CaseProps()
    due = datetime.fromtimestamp(case.due_at / 1_000_000, UTC) + timedelta(seconds=offset)
    come, fault = _printed(way.printout)
    return CaseProps(
        number=case.number,
        item=item_called(session, case.item),
        state=case.state.value,
        steps=_steps(case, offset),
        has_due=bool(case.due_at) and case.state not in _OVER,
        due_month=due.month,
        due_day=due.day,
        place=said(session, case.place),
        contact=said(session, case.contact),
        by_hall=not way.answered,
        several=len(way.cases) > 1,
        paper="a4" if session.devices.page_printer else "roll" if session.devices.printer else "",
        come=come,
        print_fault=fault,
    )


def _printed(job: Printout | None) -> tuple[str, str]:
    return ("", "") if job is None else (job.come.value, job.fault.value if job.fault else "")


def _steps(case: CaseView, offset: int) -> tuple[CaseStepProps, ...]:
    paper = progress_paper(case, offset)
    return tuple(CaseStepProps(number, StepState(step.state).value) for number, step in enumerate(paper.steps, start=1))
