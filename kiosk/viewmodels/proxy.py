"""UI-K7: by what right somebody comes for another, what the item says to it, and the other one's card. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.values.document_scanner import Verdict
from hall_server.contract.vocabulary import Relation
from kiosk.session.letter import MATERIAL, letter_way
from kiosk.session.proxy import COMPANY, proxy_way, takes_companies
from kiosk.session.scan_way import pages_of
from kiosk.session.state import MOUTHS
from kiosk.values import Value
from kiosk.viewmodels.tongue import item_name, said

if TYPE_CHECKING:
    from kiosk.session.state import Session


class RelationProps(Value, frozen=True):
    """`relations`: to choose from. `why_not`: the WhyNot of one that the item does not take; "" while none was chosen.

    `reason`: the item's own words; `at_home`, `by_video`: what there is for a person who cannot come.
    """

    item: str = ""
    relations: tuple[str, ...] = ()
    why_not: str = ""
    reason: str = ""
    at_home: bool = False
    by_video: bool = False
    slip: str = "none"  # a SlipStep
    hotline: str = ""


def relation_props(session: Session) -> RelationProps:
    """Derive the question, or the answer."""
    item, answer = session.current_visit().item, proxy_way(session).answer
    return RelationProps(
        item=item_name(session, item) if item else "",
        relations=(*Relation, COMPANY) if takes_companies(session) else tuple(Relation),
        why_not=answer.why_not or "" if answer else "",
        reason=said(session, answer.note) if answer else "",
        at_home=answer is not None and answer.at_home,
        by_video=answer is not None and answer.by_video,
        slip=proxy_way(session).slip,
        hotline=session.hall.hotline if session.hall else "",
    )


class PrincipalProps(Value, frozen=True):
    """The other one's card. `own_again`: the visitor's own card came instead."""

    relation: str = ""
    own_again: bool = False
    reader: bool = False
    desk: tuple[str, ...] = MOUTHS


def principal_props(session: Session) -> PrincipalProps:
    """Derive the page that asks for it."""
    way = proxy_way(session)
    return PrincipalProps(
        relation=way.relation or "",
        own_again=way.own_again,
        reader=session.devices.card_reader,
        desk=session.mouths,
    )


class LetterProps(Value, frozen=True):
    """委托书. `scanner`: it can be looked at here; `pages` that were scanned, `odd` of them hard to read."""

    scanner: bool = False
    pages: int = 0
    odd: int = 0


def letter_props(session: Session) -> LetterProps:
    """Derive the step."""
    way = letter_way(session)
    seen = () if way is None else pages_of(way, MATERIAL)
    return LetterProps(session.devices.document_scanner, len(seen), sum(one is not Verdict.GOOD for one in seen))
