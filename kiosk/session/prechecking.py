"""看材料 (UI-K12): after the item, before the card: what to bring, narrowed by plain questions (CL-B12, C10, D17, E2).

It stands on the way only when somebody has to bring more than the card that is asked for next, and it keeps nobody from
a number: whoever lacks something is told where it is to be had. Pure; knows no paper and no page's look.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.licence_visits import HeldState
from kiosk.guides.precheck import PreCheck, check_all
from kiosk.session.events import Choice, Touch
from kiosk.session.journey import Journey, Way
from kiosk.session.listing import left, print_list
from kiosk.session.mine import once_known
from kiosk.session.papers import ChecklistPaper
from kiosk.session.printouts import PaperWay
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Collection

    from hall_server.contract.catalogue import ItemView, Material, SituationView
    from kiosk.session.events import Chosen, Touched
    from kiosk.session.leaving import Turn

OWN_CARD = "居民身份证"  # the licence type, and what lists of materials call the card that the reader asks for
OWN_CARD_NAMES = frozenset({OWN_CARD, "有效身份证件"})
UNSURE = ""  # 不清楚: an answer that takes nothing away


class PrecheckWay(PaperWay, frozen=True):
    """How far the check is. `answers`: of as many questions as were answered, each a choice's id or UNSURE.

    `page`: of the list. `lacking`: 没带齐 was said. `looks_up`: a card is laid down for 少带几样; `asked_at`: when
    that was answered. `held`: the way that led here.
    """

    items: tuple[ItemView, ...] = ()
    came_from: Page = Page.SERVICES
    answers: tuple[str, ...] = ()
    page: int = 0
    lacking: bool = False
    looks_up: bool = False
    asked_at: float | None = None
    held: Way | None = None


def precheck_way(session: Session) -> PrecheckWay | None:
    """The check that is under way; None when none is."""
    way = session.current_visit().way
    return way if isinstance(way, PrecheckWay) else None


def questions(way: PrecheckWay) -> tuple[tuple[ItemView, SituationView], ...]:
    """All that is asked, in the order of the items."""
    return tuple((item, one) for item in way.items for one in item.situations)


def question(way: PrecheckWay) -> tuple[ItemView, SituationView] | None:
    """What is asked now; None when all was answered."""
    asked = questions(way)
    return asked[len(way.answers)] if len(way.answers) < len(asked) else None


def found_now(session: Session, way: PrecheckWay) -> PreCheck:
    """What the answers so far leave, less what the hall found with the visitor's consent."""
    return checked(way, _licences_held(session))


def _licences_held(session: Session) -> frozenset[str]:
    found = session.current_visit().licences
    materials = () if found is None else found.materials
    return frozenset(one.licence for one in materials if one.state is HeldState.HELD and not one.paper_asked)


def checked(way: PrecheckWay, held: Collection[str] = ()) -> PreCheck:
    """What the answers so far leave. `held`: types of electronic licences."""
    said: dict[str, dict[str, str]] = {}
    for (item, one), answer in zip(questions(way), way.answers, strict=False):
        said.setdefault(item.id, {})[one.id] = answer
    return check_all(way.items, said, held)


def look_at_materials(session: Session) -> Turn:
    """On with the visit's item: to its questions, its materials, or past them when the card is all that is needed."""
    visit = session.current_visit()
    items = () if visit.item is None else (visit.item, *visit.more_items)
    way = PrecheckWay(items=items, came_from=session.page, held=visit.way)
    if not _worth_a_look(way):
        return on_to_card(session), ()
    return at_materials(session, way), ()


def on_to_card(session: Session) -> Session:
    """To the card, or to the check of what was chosen when nobody has to lay one down."""
    visit = replace(session.current_visit(), card_failures=0)
    if visit.person is not None or visit.without_card or not session.devices.card_reader:
        return once_known(replace(session, visit=visit), Page.CONFIRM)
    return replace(session, page=Page.CARD, visit=replace(visit, card_step=CardStep.WAITING))


def back_to_materials(session: Session) -> Session | None:
    """返回 from what follows: to the materials, where they stood on the way; else None."""
    way = precheck_way(session)
    return None if way is None else at_materials(session, way)


def _worth_a_look(way: PrecheckWay) -> bool:
    found = checked(way)
    return bool(questions(way)) or any(not _own_card(one) for one in (*found.bring, *found.later))


def _own_card(one: Material) -> bool:
    return one.licence == OWN_CARD and one.name in OWN_CARD_NAMES


def at_materials(session: Session, way: PrecheckWay) -> Session:
    """At the question that is next, or at the list."""
    page = Page.PRECHECK if question(way) is None else Page.SITUATION
    visit = replace(session.current_visit(), way=replace(way, looks_up=False))
    return replace(session, page=page, visit=visit, page_ends_at=None, last_touch=session.now)


def situation_answered(session: Session, event: Chosen) -> Turn:
    """An answer to the question that stands there, or 不清楚; one that it does not have changes nothing."""
    way = precheck_way(session)
    asked = None if way is None else question(way)
    if way is None or asked is None or event.value not in {UNSURE, *(choice for choice, _ in asked[1].choices)}:
        return session, ()
    return at_materials(session, replace(way, answers=(*way.answers, event.value), page=0)), ()


def turn_list(session: Session, event: Touched) -> Turn:
    """上一页, 下一页; the page shows the number modulo its pages."""
    way = precheck_way(session)
    if way is None:
        return session, ()
    by = 1 if event.touch is Touch.NEXT_LIST_PAGE else -1
    return at_materials(session, replace(way, page=way.page + by)), ()


def lacking(session: Session, _: Touched) -> Turn:
    """没带齐: where each thing is to be had. The number is given all the same."""
    way = precheck_way(session)
    return (session, ()) if way is None else (at_materials(session, replace(way, lacking=True, page=0)), ())


def brought(session: Session, _: Touched) -> Turn:
    """接着取号; what is to be brought is known from here on, and stands on the slip."""
    way = precheck_way(session)
    if way is None:
        return session, ()
    bring = tuple(one.name for one in found_now(session, way).bring)
    return on_to_card(replace(session, visit=replace(session.current_visit(), bring=bring))), ()


def print_materials(session: Session, event: Touched) -> Turn:
    """打印清单: what the answers leave, with a box to tick beside each thing."""
    way = precheck_way(session)
    if way is None or not way.items:
        return session, ()
    found = found_now(session, way)
    names = tuple(one.name for one in way.items)
    return print_list(session, way, event, ChecklistPaper(names[0], names, (*found.bring, *found.later)))


def back(session: Session, _: Touched) -> Turn:
    """返回: from what is lacking to the list, from the list to the last question, from the first to where one was."""
    way = precheck_way(session)
    if way is None:
        return session, ()
    if way.lacking:
        return at_materials(session, replace(way, lacking=False, page=0, printout=None)), left(way)
    if way.answers:
        return at_materials(session, replace(way, answers=way.answers[:-1], page=0)), ()
    visit = replace(session.current_visit(), way=way.held, bring=None)
    return replace(session, page=way.came_from, visit=visit, last_touch=session.now), ()


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.SITUATION, Touch.BACK): back,
            (Page.SITUATION, Touch.NEXT_LIST_PAGE): turn_list,
            (Page.PRECHECK, Touch.BACK): back,
            (Page.PRECHECK, Touch.PREVIOUS_LIST_PAGE): turn_list,
            (Page.PRECHECK, Touch.NEXT_LIST_PAGE): turn_list,
            (Page.PRECHECK, Touch.LACKING): lacking,
            (Page.PRECHECK, Touch.BROUGHT): brought,
            (Page.PRECHECK, Touch.PRINT_LIST): print_materials,
        }
    ),
    choices=MappingProxyType({(Page.SITUATION, Choice.ANSWER): situation_answered}),
)
