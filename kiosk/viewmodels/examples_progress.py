"""Made-up cases for UI-K13. Pure; numbers and items belong to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from hall_server.contract.city.progress import CaseState
from hall_server.contract.progress_views import STEP, CaseView
from kiosk.session.papers import PaperFault
from kiosk.session.printouts import Come, Printout
from kiosk.session.progress import AskedBy, ProgressFault, ProgressWay
from kiosk.session.state import CardStep, Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Person

DAY_US = 86_400_000_000
_ITEMS = (
    "社会保障卡挂失补换",
    "广东省居住证申领",
    "基本医疗保险异地就医备案",
    "失业登记",
    "租房提取住房公积金",
    "个体工商户设立登记",
    "不动产登记资料查询",
)


def _case(place: int, state: CaseState, at_us: int, item: str = "") -> CaseView:
    return CaseView(
        number=f"20261016-{42 + place:04d}",
        state=state,
        step=STEP[state],
        at=at_us,
        due_at=at_us + 4 * DAY_US,
        place="一楼 3 号窗口" if state is CaseState.READY else "",
        contact="020-12345",
        item=item,
    )


def progress_examples(idle: Session, person: Person, at_us: int) -> dict[str, Session]:
    """The three ways and what may go wrong, the pad, the list, a case in its states."""
    states = (CaseState.IN_WORK, CaseState.READY, CaseState.SUPPLEMENT, CaseState.CLOSED)
    cases = tuple(_case(at, states[at % len(states)], at_us, item) for at, item in enumerate(_ITEMS))
    bare = msgspec.structs.replace(cases[0], item="")

    def at(page: Page, way: ProgressWay, step: CardStep = CardStep.WAITING) -> Session:
        visit = Visit(started_at=idle.now, way=way, card_step=step, person=person if way.cases else None)
        devices = replace(idle.devices, page_printer=True)
        ends_at = idle.now + 7 if way.look else None
        return replace(idle, page=page, visit=visit, devices=devices, page_ends_at=ends_at)

    def one(case: CaseView, job: Printout | None = None) -> Session:
        return at(Page.CASE, ProgressWay(cases=(case,), printout=job))

    return {
        "progress": at(Page.PROGRESS, ProgressWay()),
        "progress_reading": at(Page.PROGRESS, ProgressWay(), CardStep.READING),
        "progress_looking": at(Page.PROGRESS, ProgressWay(asked_by=AskedBy.HOLDER, look="x", asked_at=idle.now - 4)),
        "progress_none": at(Page.PROGRESS, ProgressWay(asked_by=AskedBy.NUMBER, fault=ProgressFault.NOT_FOUND)),
        "progress_city_away": at(Page.PROGRESS, ProgressWay(fault=ProgressFault.CITY_AWAY)),
        "progress_sign_in": at(Page.PROGRESS, ProgressWay(fault=ProgressFault.SIGN_IN)),
        "case_number": at(Page.CASE_NUMBER, ProgressWay(text="20261016-00")),
        "case_number_empty": at(Page.CASE_NUMBER, ProgressWay()),
        "cases": at(Page.CASES, ProgressWay(asked_by=AskedBy.HOLDER, cases=cases)),
        "case": one(cases[0]),
        "case_by_slip": one(bare),
        "case_ready": one(cases[1]),
        "case_supplement": one(cases[2], Printout("x")),
        "case_printed": one(cases[0], Printout("x", Come.DONE)),
        "case_jam": one(cases[0], Printout("x", Come.VOID, fault=PaperFault.JAM)),
        "case_of_hall": at(Page.CASE, ProgressWay(cases=(bare,), answered=False)),
    }
