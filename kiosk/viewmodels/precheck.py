"""UI-K12 看材料: one plain question a page, then what to bring, what can wait, and what need not be brought. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides.pictures import picture_of
from kiosk.session.prechecking import found_now, precheck_way, question, questions
from kiosk.session.sparing import Look, look
from kiosk.values import Value
from kiosk.viewmodels.apply_offer import apply_offer
from kiosk.viewmodels.guiding import printed
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from hall_server.contract.catalogue import Material
    from kiosk.guides.precheck import PreCheck
    from kiosk.session.state import Session

BRING, LATER, SPARED, FETCH, HERE = "bring", "later", "spared", "fetch", "here"


class AnswerRow(Value, frozen=True):
    """One answer to a plain question."""

    answer: str
    words: str


class SituationProps(Value, frozen=True):
    """`number` of `total` questions; `pages` of answers, where they do not stand on one."""

    item: str = ""
    question: str = ""
    number: int = 1
    total: int = 1
    answers: tuple[AnswerRow, ...] = ()
    pages: int = 1


class MaterialLine(Value, frozen=True):
    """One thing. `how`: bring, later 可后补, spared; once something is lacking: here, fetch, later.

    `picture`: of kiosk.guides.pictures. `source`: why it need not be brought; `made_here`: photo, copy, print
    or form.
    """

    name: str
    how: str
    note: str = ""
    picture: str = "paper"
    source: str = ""
    made_here: str = ""


class PrecheckProps(Value, frozen=True):
    """`count` to bring of `asked`; `spared` need not be brought. `alone`: one thing only, drawn large."""

    item: str = ""
    count: int = 0
    asked: int = 0
    spared: int = 0
    lacking: bool = False
    lines: tuple[MaterialLine, ...] = ()
    alone: bool = False
    consent: bool = False  # there is room to say that nobody looks without asking
    look: str = ""  # a Look: whether electronic licences are looked for
    found: int = 0  # how many of them were
    apply: str = ""  # 在这台机器上申办: can | rests; "": a counter does it
    apply_why: str = ""  # it rests, in a word of the manifest
    apply_where: str = ""  # and where else
    come: str = ""  # of what is printed: a Come
    fault: str = ""
    sheets: int = 0
    page_number: int = 1
    pages: int = 1


def situation_props(session: Session) -> SituationProps:
    """Derive the question."""
    way = precheck_way(session)
    asked = None if way is None else question(way)
    if way is None or asked is None:
        return SituationProps()
    item, one = asked
    rows = form_of(session).rows()
    pages = max(1, -(-len(one.choices) // rows))
    first = way.page % pages * rows
    return SituationProps(
        item=item_name(session, item),
        question=said(session, one.question),
        number=len(way.answers) + 1,
        total=len(questions(way)),
        answers=tuple(AnswerRow(choice, said(session, words)) for choice, words in one.choices[first : first + rows]),
        pages=pages,
    )


def precheck_props(session: Session) -> PrecheckProps:
    """Derive the list; as many lines a page as fit, in the order: to bring, later, not at all."""
    way = precheck_way(session)
    if way is None:
        return PrecheckProps()
    found, looked = found_now(session, way), look(session)
    lines = _lacking(session, found) if way.lacking else _lines(session, found)
    form = form_of(session)
    offer, why, where = ("", "", "") if way.lacking else apply_offer(session)
    alone = found.count == 1 and not form.large and not way.lacking and not offer
    rows = form.rows() - alone  # a low page shows as much: what is only read stays up
    if form.low:
        rows = type(form)(form.landscape, form.large).rows() - alone
    rows = max(1, rows - (way.printout is not None) - (looked is not Look.NONE) - bool(offer))
    pages = max(1, -(-len(lines) // rows))
    first = way.page % pages * rows
    come, fault, sheets = printed(way)
    return PrecheckProps(
        apply=offer,
        apply_why=why,
        apply_where=where,
        come=come,
        fault=fault,
        sheets=sheets,
        item=item_name(session, way.items[0]) if way.items else "",
        count=found.count,
        asked=found.asked,
        spared=len(found.spared),
        lacking=way.lacking,
        lines=lines[first : first + rows],
        alone=alone and first == 0,
        consent=not form.large and pages == 1 and len(lines) < rows and not looked and not offer,
        look=looked,
        found=found.by_licence,
        page_number=way.page % pages + 1,
        pages=pages,
    )


def _lines(session: Session, found: PreCheck) -> tuple[MaterialLine, ...]:
    return (
        *(_line(session, one, BRING) for one in found.bring),
        *(_line(session, one, LATER) for one in found.later),
        *(_line(session, one.material, SPARED, one.source) for one in found.spared),
    )


def _lacking(session: Session, found: PreCheck) -> tuple[MaterialLine, ...]:
    """What can be had in the hall first."""
    return (
        *(_line(session, one, HERE) for one in found.made_here),
        *(_line(session, one, FETCH) for one in found.to_fetch),
        *(_line(session, one, LATER) for one in found.later),
    )


def _line(session: Session, one: Material, how: str, source: str = "") -> MaterialLine:
    return MaterialLine(
        name=said(session, one.name),
        how=how,
        note=said(session, one.note),
        picture=picture_of(one),
        source=source,
        made_here="" if one.made_here is None or how == SPARED else one.made_here,
    )
