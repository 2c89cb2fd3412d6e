"""查进度 (UI-K13): by card or code, by the number on the receipt, or by a slip's code; one case as five steps (CL-E21).

Whoever shows card or code sees a list with names of items; by number or slip nothing is told but where the case is.
Knows no hall and no paper: cases come as the hall tells them, papers are made by `case_papers`.
"""

from __future__ import annotations

from enum import StrEnum
from string import ascii_uppercase, digits
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from kiosk.session.browsing import next_list_page, previous_list_page, start_visit
from kiosk.session.cannot import cannot
from kiosk.session.case_papers import progress_paper
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardRead, Choice, Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent
from kiosk.session.leaving import HALL_SILENT, back_to_home, end_visit
from kiosk.session.modes import Mode
from kiosk.session.papers import LeavePages, PrintPages
from kiosk.session.printouts import PaperWay, Printout, printing
from kiosk.session.roll_slips import CaseSlip, PrintRoll
from kiosk.session.showing import card_for, code_for
from kiosk.session.shown import PersonShown, SlipShown
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import Hushed, replace

if TYPE_CHECKING:
    from hall_server.contract.progress_views import CaseView
    from kiosk.session.events import Chosen, CodeShown, Touched
    from kiosk.session.leaving import Turn

SIGNS = digits + ascii_uppercase + "-"
LEAST, LONGEST = 4, 32
HYPHEN = "-"


class AskedBy(StrEnum):
    """Which of the three ways."""

    NOTHING = ""
    HOLDER = "holder"
    NUMBER = "number"
    SLIP = "slip"


class ProgressFault(StrEnum):
    """Why there is nothing to show, each with a way on."""

    NOT_FOUND = "not_found"
    CITY_AWAY = "city_away"
    HALL_SILENT = "hall_silent"
    SIGN_IN = "sign_in"  # whoever asks must be known better: by a card
    OTHER_CODE = "other_code"  # a code that names no case


_FAULTS = {
    ProblemCode.NOT_ALLOWED: ProgressFault.SIGN_IN,
    ProblemCode.CITY_AWAY: ProgressFault.CITY_AWAY,
    ProblemCode.NOT_FOUND: ProgressFault.CITY_AWAY,  # this hall has no such platform
    ProblemCode.TICKET_UNKNOWN: ProgressFault.NOT_FOUND,
    ProblemCode.BAD_REQUEST: ProgressFault.NOT_FOUND,
    HALL_SILENT: ProgressFault.HALL_SILENT,
}


class ProgressWay(Hushed, PaperWay, frozen=True):
    """`look`: under what the hall is being asked, "" = it is not. `text`: the number as it is typed."""

    asked_by: AskedBy = AskedBy.NOTHING
    look: str = ""
    asked_at: float = 0.0
    text: str = ""
    fault: ProgressFault | None = None
    cases: tuple[CaseView, ...] = ()
    chosen: int = 0
    answered: bool = True  # False: the city gave no answer, the hall says what it knows itself


class FindCases(Hushed, Errand, frozen=True):
    """Where cases are → CasesCame or CasesUnheard under `look`. Exactly one of the three says whose."""

    look: str
    pseudonym: str = ""
    number: str = ""
    ticket_id: str = ""


class CasesCame(Hushed, JourneyEvent, frozen=True):
    """The hall's answer; none is an answer too."""

    look: str
    cases: tuple[CaseView, ...]
    answered: bool = True


class CasesUnheard(JourneyEvent, frozen=True):
    """No answer, or a no: `code` is a problem code or `hall_silent`."""

    look: str
    code: str


def progress_way(session: Session) -> ProgressWay:
    """How far the visitor is; an empty way when none was begun."""
    way = session.current_visit().way
    return way if isinstance(way, ProgressWay) else ProgressWay()


def case_of(way: ProgressWay) -> CaseView | None:
    """The case that stands on the screen."""
    return way.cases[way.chosen] if way.chosen < len(way.cases) else None


def begin(session: Session, _: Touched) -> Turn:
    """查进度, on the first page; without the hall it is grey, and says so."""
    if not session.online:
        return cannot(session, tile=Touch.TRACK_CASE)
    return _at(start_visit(session), Page.PROGRESS, ProgressWay()), ()


def _at(session: Session, page: Page, way: ProgressWay, ends_at: float | None = None) -> Session:
    visit = replace(session.current_visit(), way=way)
    return replace(session, page=page, visit=visit, page_ends_at=ends_at, last_touch=session.now)


def _ask(session: Session, by: AskedBy, errand: FindCases) -> Turn:
    if not session.online:
        return _nothing(session, ProgressFault.HALL_SILENT)
    way = replace(progress_way(session), asked_by=by, look=errand.look, asked_at=session.now, fault=None, cases=())
    return _at(session, Page.PROGRESS, way, session.now + session.rules.hall_s), (errand,)


def _card(session: Session, event: CardRead) -> Turn:
    """Their own cases; while something else is being asked, that is first answered."""
    if progress_way(session).look or not event.fresh_id:
        return session, ()
    return _ask(session, AskedBy.HOLDER, FindCases(event.fresh_id, pseudonym=event.person.pseudonym))


def _code(session: Session, event: CodeShown) -> Turn:
    if progress_way(session).look:
        return session, ()
    match event.shown:
        case PersonShown(person=person):
            return _ask(session, AskedBy.HOLDER, FindCases(event.fresh_id, pseudonym=person.pseudonym))
        case SlipShown(ticket_id=ticket_id):
            return _ask(session, AskedBy.SLIP, FindCases(event.fresh_id, ticket_id=ticket_id))
        case _:
            return _nothing(session, ProgressFault.OTHER_CODE)


def _type_number(session: Session, _: Touched) -> Turn:
    """输受理编号."""
    way = progress_way(session)
    return (session, ()) if way.look else (_at(session, Page.CASE_NUMBER, replace(way, text="", fault=None)), ())


def _key(session: Session, event: Chosen) -> Turn:
    way = progress_way(session)
    text = _typed(way.text, event.value)
    return (session, ()) if text is None else (_at(session, Page.CASE_NUMBER, replace(way, text=text)), ())


def _typed(text: str, key: str) -> str | None:
    match key:
        case "back":
            return text[:-1]
        case "clear":
            return ""
        case _ if len(key) == 1 and key in SIGNS and len(text) < LONGEST:
            return text + key
        case _:
            return None


def may_ask(text: str) -> bool:
    """Whether 确定 would do anything."""
    return len(text.strip(HYPHEN)) >= LEAST


def _typed_number(session: Session, event: Touched) -> Turn:
    text = progress_way(session).text
    if not may_ask(text) or not event.fresh_id:
        return session, ()
    return _ask(session, AskedBy.NUMBER, FindCases(event.fresh_id, number=text.strip(HYPHEN)))


def _came(session: Session, event: CasesCame) -> Turn:
    """One case stands there at once; several are a list; none says so."""
    way = progress_way(session)
    if session.page is not Page.PROGRESS or not way.look or way.look != event.look:
        return session, ()
    if not event.cases:
        return _nothing(session, ProgressFault.NOT_FOUND if event.answered else ProgressFault.CITY_AWAY)
    way = replace(way, look="", text="", cases=event.cases, answered=event.answered, chosen=0)
    page = Page.CASE if len(event.cases) == 1 else Page.CASES
    return _at(session, page, way), (PlayTone(Tone.OK),)


def _unheard(session: Session, event: CasesUnheard) -> Turn:
    way = progress_way(session)
    if session.page is not Page.PROGRESS or not way.look or way.look != event.look:
        return session, ()
    return _nothing(session, _FAULTS.get(event.code, ProgressFault.CITY_AWAY))


def _nobody_answered(session: Session) -> Turn:
    """UI-K13 as every page that waits: ten seconds, then another way."""
    return _nothing(session, ProgressFault.HALL_SILENT)


def _nothing(session: Session, fault: ProgressFault) -> Turn:
    way = replace(progress_way(session), look="", fault=fault)
    after = _at(session, Page.PROGRESS, way)
    visit = replace(after.current_visit(), card_step=CardStep.WAITING)
    return replace(after, visit=visit), (PlayTone(Tone.WARN),)


def _chosen(session: Session, event: Chosen) -> Turn:
    """A row of the list, by its place."""
    way = progress_way(session)
    if not event.value.isascii() or not event.value.isdecimal() or int(event.value[:4]) >= len(way.cases):
        return session, ()
    return _at(session, Page.CASE, replace(way, chosen=int(event.value[:4]), printout=None)), ()


def _print(session: Session, event: Touched) -> Turn:
    """打印这一页: A4 where there is a printer for it, else a slip with the line that counts."""
    way, devices = progress_way(session), session.devices
    case = case_of(way)
    if case is None or printing(way) or not event.fresh_id or not (devices.page_printer or devices.printer):
        return session, ()
    large = Mode.LARGE in session.modes.on
    offset = session.hall.utc_offset_s if session.hall else 0
    errand: Errand = PrintRoll(event.fresh_id, CaseSlip(case), large)
    if devices.page_printer:
        errand = PrintPages(event.fresh_id, progress_paper(case, offset), large=large)
    return _at(session, Page.CASE, replace(way, printout=Printout(event.fresh_id))), (errand,)


def _back_from_case(session: Session, _: Touched) -> Turn:
    """To the list, or to the three ways; a job that stands still is taken back."""
    way = progress_way(session)
    left = (LeavePages(),) if printing(way) else ()
    if len(way.cases) > 1:
        return _at(session, Page.CASES, replace(way, printout=None)), left
    return _asked_anew(session)[0], left


def _asked_anew(session: Session) -> Turn:
    """The three ways again, with nothing of whoever asked before."""
    visit = replace(session.current_visit(), person=None, card_step=CardStep.WAITING, card_failures=0)
    return _at(replace(session, visit=visit), Page.PROGRESS, ProgressWay()), ()


def _back_to_ways(session: Session, _: Touched) -> Turn:
    return _asked_anew(session)


def _back(session: Session, _: Touched) -> Turn:
    return back_to_home(session)


def _finish(session: Session, _: Touched) -> Turn:
    return end_visit(session)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.HOME, Touch.TRACK_CASE): begin,
            (Page.PROGRESS, Touch.BACK): _back,
            (Page.PROGRESS, Touch.TYPE_CASE): _type_number,
            (Page.CASE_NUMBER, Touch.BACK): _back_to_ways,
            (Page.CASE_NUMBER, Touch.TYPED): _typed_number,
            (Page.CASES, Touch.BACK): _back_to_ways,
            (Page.CASES, Touch.PREVIOUS_LIST_PAGE): previous_list_page,
            (Page.CASES, Touch.NEXT_LIST_PAGE): next_list_page,
            (Page.CASE, Touch.BACK): _back_from_case,
            (Page.CASE, Touch.PRINT_CASE): _print,
            (Page.CASE, Touch.FINISH): _finish,
        }
    ),
    choices=MappingProxyType({(Page.CASE_NUMBER, Choice.KEY): _key, (Page.CASES, Choice.CASE): _chosen}),
    answers=MappingProxyType({CasesCame: _came, CasesUnheard: _unheard}),
    ends=MappingProxyType({Page.PROGRESS: _nobody_answered}),
    cards=MappingProxyType({Page.PROGRESS: card_for(_card)}),
    codes=MappingProxyType({Page.PROGRESS: code_for(_code)}),
)
