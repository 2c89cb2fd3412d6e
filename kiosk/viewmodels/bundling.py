"""UI-K34 一件事: its questions look like those about materials, what it comes to like a guide. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.guides.tree import longest
from kiosk.session.bundling import bundle_way, leaf, leaf_items, stands
from kiosk.viewmodels.guiding import Fact, GuideProps, facts_page
from kiosk.viewmodels.precheck import AnswerRow, SituationProps
from kiosk.viewmodels.room import form_of
from kiosk.viewmodels.services import bundle_name
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.state import Session


def bundle_props(session: Session) -> SituationProps:
    """Derive the question."""
    at, way = stands(session), bundle_way(session)
    if at is None or way is None or at[1].question is None:
        return SituationProps()
    bundle, step = at
    answers = at[1].question.answers
    rows = form_of(session).rows()
    pages = max(1, -(-len(answers) // rows))
    first = way.page % pages * rows
    return SituationProps(
        item=bundle_name(session, bundle),
        question=said(session, at[1].question.question),
        number=step.number,
        total=max(step.number, longest(bundle)),
        answers=tuple(
            AnswerRow(str(place), said(session, one.words))
            for place, one in list(enumerate(answers))[first : first + rows]
        ),
        pages=pages,
    )


def leaf_props(session: Session) -> GuideProps:
    """Derive what it comes to: what is settled here with one number, and what elsewhere."""
    found, way = leaf(session), bundle_way(session)
    if found is None or way is None:
        return GuideProps()
    bundle, end = found
    facts = [
        Fact("plain", said(session, end.words)),
        *(Fact("here", item_name(session, item)) for item in leaf_items(session)),
        *(Fact("elsewhere", said(session, one)) for one in end.elsewhere),
    ]
    shown, number, pages = facts_page(session, facts, way.page)
    return GuideProps(
        item=bundle_name(session, bundle),
        facts=shown,
        printable=False,
        general=not leaf_items(session),
        page_number=number,
        pages=pages,
    )
