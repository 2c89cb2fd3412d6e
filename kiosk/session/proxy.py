"""替别人办 (UI-K7, CL-G1, G7): by what right, whether the item takes it, and whose document is laid down next.

Relations are declared here and proved at the counter; nobody is sent away without being told why and what else there
is. Whose documents are not here goes on all the same.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.item_words import Target
from hall_server.contract.vocabulary import Relation
from kiosk.guides.proxy import ProxyAnswer, may_come
from kiosk.session.behalf import Behalf
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import CardRead, Choice, Touch
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.letter import begin_letter
from kiosk.session.referring import SlipStep
from kiosk.session.scans import DropPages
from kiosk.session.state import Page, Session
from kiosk.session.typing import Typed, begin_typing, with_way
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.events import CardSeen, Chosen, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Person

COMPANY = "company"  # besides the relations: for an organisation


class ProxyWay(Way, frozen=True):
    """Which relation was said, what the item says to it, and whether the visitor's own card came a second time."""

    relation: Relation | None = None
    answer: ProxyAnswer | None = None
    own_again: bool = False
    slip: SlipStep = SlipStep.NONE  # of `printed_way`
    printed_way: str = ""
    job: str = ""


class OtherWay(StrEnum):
    """How somebody who cannot come is reached instead. Permanent."""

    VIDEO = "video"  # 视频办
    HOME = "home"  # 上门办


class PrintOtherWay(Errand, frozen=True):
    """视频办单, 上门办单 → OtherWayPrinted: what it is about, how it is arranged, what to have ready. Names nobody."""

    job: str
    way: OtherWay
    item: str
    have_ready: tuple[str, ...] = ()


class OtherWayPrinted(JourneyEvent, frozen=True):
    """Whether the slip came."""

    job: str
    came: bool


def proxy_way(session: Session) -> ProxyWay:
    """How far it is; the beginning when it has not begun."""
    way = session.current_visit().way
    return way if isinstance(way, ProxyWay) else ProxyWay()


def begin_proxy(session: Session, _: Touched) -> Turn:
    """替别人办 on UI-K8: on by a relation, off by the same button."""
    visit = session.current_visit()
    if visit.for_other or visit.behalf is not None:
        return replace(session, visit=replace(visit, for_other=False, behalf=None)), ()
    return replace(with_way(session, ProxyWay()), page=Page.RELATION, last_touch=session.now), ()


def takes_companies(session: Session) -> bool:
    """Whether the item is settled for organisations too."""
    item = session.current_visit().item
    return item is not None and item.target in {Target.COMPANY, Target.BOTH}


def relation_chosen(session: Session, event: Chosen) -> Turn:
    """By what right. One that nobody knows changes nothing; one that the item does not take is answered."""
    visit = session.current_visit()
    if event.value == COMPANY and takes_companies(session):
        return begin_typing(session, Typed.COMPANY, Page.COMPANY), ()
    if visit.item is None or event.value not in set(Relation):
        return session, ()
    relation = Relation(event.value)
    answer = may_come(visit.item, relation)
    way = ProxyWay(relation, answer)
    if not answer.allowed:
        return with_way(session, way), (PlayTone(Tone.WARN),)
    visit = replace(visit, way=way, for_other=True, behalf=Behalf(relation))
    return replace(session, page=Page.PRINCIPAL, visit=visit, last_touch=session.now), ()


def principal_known(session: Session, person: Person) -> Turn:
    """Whom they act for; the visitor's own document laid down again is said to be that."""
    visit = session.current_visit()
    way = proxy_way(session)
    if visit.behalf is None:
        return session, ()
    if visit.person is not None and visit.person.pseudonym == person.pseudonym:
        return with_way(session, replace(way, own_again=True)), (PlayTone(Tone.WARN),)
    return _to_check(session, replace(visit.behalf, principal=person)), (PlayTone(Tone.OK),)


def company_known(session: Session, organisation: str) -> Turn:
    """An organisation, by its short name or the end of its code."""
    return _to_check(session, Behalf(Relation.MANDATE, organisation=organisation)), (PlayTone(Tone.OK),)


def card_of_principal(session: Session, event: CardSeen) -> Turn:
    """The other card, on its page."""
    return principal_known(session, event.person) if isinstance(event, CardRead) else (session, ())


def _to_check(session: Session, behalf: Behalf) -> Session:
    if behalf.by_letter:
        return begin_letter(session, behalf)
    visit = replace(session.current_visit(), way=None, behalf=behalf, for_other=not behalf.organisation)
    return replace(session, page=Page.CONFIRM, visit=visit, last_touch=session.now)


def print_other_way(session: Session, event: Chosen) -> Turn:
    """视频办, 上门办, where the item has it: a slip to arrange it with; a person of the hall is one touch beside it."""
    way, item = proxy_way(session), session.current_visit().item
    if item is None or way.answer is None or event.value not in set(OtherWay) or not event.fresh_id:
        return session, ()
    other = OtherWay(event.value)
    there = way.answer.by_video if other is OtherWay.VIDEO else way.answer.at_home
    if not there or way.slip is SlipStep.PRINTING:
        return session, ()
    names = tuple(one.name for one in item.materials)
    asked = replace(way, slip=SlipStep.PRINTING, printed_way=other, job=event.fresh_id)
    return with_way(session, asked), (PrintOtherWay(event.fresh_id, other, item.name, names),)


def other_way_printed(session: Session, event: OtherWayPrinted) -> Turn:
    """The slip came, or did not; of another one nothing is said."""
    way = proxy_way(session)
    if way.slip is not SlipStep.PRINTING or way.job != event.job:
        return session, ()
    slip = SlipStep.PRINTED if event.came else SlipStep.NOT_PRINTED
    return with_way(session, replace(way, slip=slip)), (PlayTone(Tone.OK if event.came else Tone.WARN),)


def without_their_card(session: Session, _: Touched) -> Turn:
    """没带对方的证: shown at the counter."""
    behalf = session.current_visit().behalf
    return (session, ()) if behalf is None else (_to_check(session, behalf), ())


def their_number(session: Session, _: Touched) -> Turn:
    """输号码 of the other."""
    return begin_typing(session, Typed.PRINCIPAL), ()


def back_from_relation(session: Session, _: Touched) -> Turn:
    """返回: from an answer to the question, from the question to the check."""
    if proxy_way(session).answer is not None:
        return with_way(session, ProxyWay()), ()
    return replace(with_way(session, None), page=Page.CONFIRM, last_touch=session.now), ()


def back_from_principal(session: Session, _: Touched) -> Turn:
    """返回 to the question; nothing was said so far."""
    visit = replace(session.current_visit(), way=ProxyWay(), for_other=False, behalf=None)
    return replace(session, page=Page.RELATION, visit=visit, last_touch=session.now), ()


def back_from_letter(session: Session, _: Touched) -> Turn:
    """返回 to the other one's document; what was scanned of the letter is gone."""
    visit = session.current_visit()
    if visit.item is None or visit.behalf is None:
        return session, ()
    relation = visit.behalf.relation
    visit = replace(visit, way=ProxyWay(relation, may_come(visit.item, relation)), behalf=Behalf(relation))
    return replace(session, page=Page.PRINCIPAL, visit=visit, last_touch=session.now), (DropPages(),)


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.CONFIRM, Touch.FOR_OTHER): begin_proxy,
            (Page.RELATION, Touch.BACK): back_from_relation,
            (Page.PRINCIPAL, Touch.BACK): back_from_principal,
            (Page.LETTER, Touch.BACK): back_from_letter,
            (Page.PRINCIPAL, Touch.WITHOUT_CARD): without_their_card,
            (Page.PRINCIPAL, Touch.TYPE_NUMBER): their_number,
        }
    ),
    choices=MappingProxyType(
        {(Page.RELATION, Choice.RELATION): relation_chosen, (Page.RELATION, Choice.OTHER_WAY): print_other_way}
    ),
    answers=MappingProxyType({OtherWayPrinted: other_way_printed}),
    cards=MappingProxyType({Page.PRINCIPAL: card_of_principal}),
)
