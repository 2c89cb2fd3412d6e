"""在这台机器上申办 (UI-K26 to K28): the way in: a yes, who applies, whether their licences may be asked for, the city.

Whatever keeps it from going on leads to a number for a counter, with what was said before (CL-E9): nobody is kept from
one. What follows is in `apply_scanning`, `apply_form` and `apply_sending`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from hall_server.contract.problems import ProblemCode
from kiosk.codes.words import CodeReason
from kiosk.session.apply_way import ApplyFault, ApplyWay, apply_way
from kiosk.session.apply_words import ApplicationFailed, ApplicationOpen, BeginApplication, DropApplication
from kiosk.session.browsing import begin_item, find_item
from kiosk.session.consent import ask_consent, purpose_of
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Touch
from kiosk.session.guiding import GuideWay
from kiosk.session.journey import Journey
from kiosk.session.leaving import HALL_SILENT
from kiosk.session.prechecking import UNSURE, PrecheckWay, brought, look_at_materials, question, questions
from kiosk.session.refusing import refuse
from kiosk.session.scan_way import at_page, with_scan
from kiosk.session.scans import DropPages
from kiosk.session.self_service import apply_here
from kiosk.session.showing import card_for, code_for
from kiosk.session.shown import CodeKind, PersonShown
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.catalogue import ItemView
    from kiosk.session.events import CardRead, CodeShown, Touched
    from kiosk.session.leaving import Turn
    from kiosk.session.state import Visit

FAULTS = {
    HALL_SILENT: ApplyFault.HALL_SILENT,
    ProblemCode.CITY_AWAY: ApplyFault.CITY_AWAY,
    ProblemCode.PARTS_MISSING: ApplyFault.CITY_AWAY,  # all is sent anew
    ProblemCode.MATERIALS_MISSING: ApplyFault.MISSING,
    ProblemCode.ITEM_UNKNOWN: ApplyFault.NOT_HERE,
    ProblemCode.NOT_FOUND: ApplyFault.GONE,
    ProblemCode.NOT_ALLOWED: ApplyFault.GONE,
    "too_much": ApplyFault.TOO_MUCH,
    "nobody_known": ApplyFault.GONE,
    "bundle_gone": ApplyFault.GONE,
    "page_gone": ApplyFault.GONE,
    "page_spoiled": ApplyFault.GONE,
    "pages_missing": ApplyFault.GONE,
}


def item_for(session: Session) -> ItemView | None:
    """What 申办 would be for on this page: one item, never several at once."""
    way, visit = session.current_visit().way, session.current_visit()
    if isinstance(way, GuideWay):
        return find_item(session, way.item_id)
    if isinstance(way, PrecheckWay) and len(way.items) == 1 and question(way) is None:
        return way.items[0]
    return find_item(session, way.item_id) if isinstance(way, ApplyWay) else visit.item


def begin(session: Session, _: Touched) -> Turn:
    """在这台机器上申办; where it rests, nothing. From a guide one is first asked what narrows the materials."""
    item = item_for(session)
    here = apply_here(session, item)
    if item is None or here is None or not here.usable:
        return session, ()
    way, visit = session.current_visit().way, session.current_visit()
    if not isinstance(way, PrecheckWay) and item.situations:
        return look_at_materials(replace(session, visit=replace(visit, item=item, more_items=(), bundle="")))
    answers = _answers(way) if isinstance(way, PrecheckWay) else ()
    applying = ApplyWay(item_id=item.id, answers=answers, came_from=session.page, held=way, proved=_proved(visit))
    session = replace(session, visit=replace(visit, item=item))
    return at_page(session, Page.APPLY, applying), ()


def _answers(way: PrecheckWay) -> tuple[tuple[str, str], ...]:
    said = zip(questions(way), way.answers, strict=False)
    return tuple((asked.id, answer) for (_, asked), answer in said if answer != UNSURE)


def _proved(visit: Visit) -> bool:
    """By card or code; a number that was typed proves nothing."""
    return visit.person is not None and (bool(visit.person.name_mask) or visit.code.kind is CodeKind.PERSON)


def agreed(session: Session, event: Touched) -> Turn:
    """同意，开始办: on to card or code, then to the question about licences, then to the city."""
    way = apply_way(session)
    if way is None or way.look or way.fault is not None or not event.fresh_id:
        return session, ()
    if not way.proved:
        visit = replace(session.current_visit(), card_step=CardStep.WAITING, card_failures=0)
        return at_page(replace(session, visit=visit), Page.APPLY_CARD, way), ()
    return _known(session, way, event.fresh_id)


def _card(session: Session, event: CardRead) -> Turn:
    way = apply_way(session)
    if way is None or not event.fresh_id:
        return session, ()
    return _known(session, replace(way, proved=True), event.fresh_id)


def _code(session: Session, event: CodeShown) -> Turn:
    way = apply_way(session)
    if way is None or not isinstance(event.shown, PersonShown):
        return refuse(session, CodeReason.NOBODY_NAMED)
    return _known(session, replace(way, proved=True), event.fresh_id)


def _known(session: Session, way: ApplyWay, fresh_id: str) -> Turn:
    visit = session.current_visit()
    visit = replace(visit, correlation=visit.correlation or fresh_id)
    session = at_page(replace(session, visit=visit), Page.APPLY, replace(way, visit=visit.correlation, fresh=fresh_id))
    item = find_item(session, way.item_id)
    if item is None:
        return _failed(session, ApplyFault.NOT_HERE)
    if visit.consented is not None:
        return _open(session, given=visit.consented)
    return ask_consent(session, purpose_of((item,)), _open)


def _open(session: Session, *, given: bool) -> Turn:
    """The city is asked, whatever was said about licences: after a no everything is scanned."""
    way = apply_way(session)
    if way is None or not way.fresh:
        return session, ()
    if not session.online:
        return _failed(session, ApplyFault.HALL_SILENT)
    asked = replace(way, look=way.fresh, asked_at=session.now, fault=None, asks=given)
    begin = BeginApplication(asked.look, way.visit, way.item_id, way.answers)
    return at_page(session, Page.APPLY, asked, session.rules.hall_s), (begin,)


def _opened(session: Session, event: ApplicationOpen) -> Turn:
    way = apply_way(session)
    if way is None or not way.look or way.look != event.look or session.page is not Page.APPLY:
        return session, ()
    first = event.begun.deliveries[0] if event.begun.deliveries else way.delivery
    opened = replace(way, look="", begun=event.begun, begun_at=session.now, delivery=first)
    return at_page(session, Page.APPLY_MATERIALS, opened), (PlayTone(Tone.OK),)


def failed(session: Session, event: ApplicationFailed) -> Turn:
    """No answer, or a no, at the beginning or while it is sent."""
    way = apply_way(session)
    if way is None or not way.look or way.look != event.look:
        return session, ()
    return _failed(session, FAULTS.get(event.code, ApplyFault.OTHER))


def _failed(session: Session, fault: ApplyFault) -> Turn:
    way = apply_way(session)
    if way is None:
        return session, ()
    return at_page(session, session.page, replace(way, look="", fault=fault)), (PlayTone(Tone.WARN),)


def nobody_answered(session: Session) -> Turn:
    """The page's time is over."""
    return _failed(session, ApplyFault.HALL_SILENT)


def again(session: Session, event: Touched) -> Turn:
    """再试一次 at the beginning, and 从头再来 later: everything that was scanned is gone first."""
    way = apply_way(session)
    if way is None or way.fault is None or not event.fresh_id or not way.visit:
        return session, ()
    fresh = ApplyWay(
        item_id=way.item_id,
        answers=way.answers,
        came_from=way.came_from,
        held=way.held,
        proved=way.proved,
        visit=way.visit,
        look=event.fresh_id,
        asked_at=session.now,
        asks=way.asks,
    )
    begin = BeginApplication(fresh.look, fresh.visit, fresh.item_id, fresh.answers)
    return at_page(session, Page.APPLY, fresh, session.rules.hall_s), (DropPages(), begin)


def number_instead(session: Session, event: Touched) -> Turn:
    """取号到窗口: the number, with what was said of the materials before; what was scanned is gone."""
    way = apply_way(session)
    item = None if way is None else find_item(session, way.item_id)
    under_way = session.page is Page.APPLY_SENDING and way is not None and way.fault is None
    if way is None or item is None or under_way:
        return session, ()
    gone = (DropApplication(), DropPages())
    before = replace(session, visit=replace(session.current_visit(), way=way.held, item=item), page_ends_at=None)
    after, effects = brought(before, event) if isinstance(way.held, PrecheckWay) else begin_item(before, item)
    return after, (*gone, *effects)


def leave(session: Session, event: Touched) -> Turn:
    """不办了, from the list of materials: asked once more when something was scanned."""
    way = apply_way(session)
    if way is None or not way.scanned or way.sure:
        return back(session, event)
    return with_scan(session, replace(way, sure=True)), (PlayTone(Tone.WARN),)


def back(session: Session, _: Touched) -> Turn:
    """返回 to where 申办 was touched; nothing was handed in, nothing stays."""
    way = apply_way(session)
    if way is None:
        return session, ()
    visit = replace(session.current_visit(), way=way.held)
    before = replace(session, page=way.came_from, visit=visit, page_ends_at=None, last_touch=session.now)
    return before, (DropApplication(), DropPages())


JOURNEY = Journey(
    touches=MappingProxyType(
        {
            (Page.GUIDE, Touch.APPLY): begin,
            (Page.PRECHECK, Touch.APPLY): begin,
            (Page.APPLY, Touch.AGREE): agreed,
            (Page.APPLY, Touch.BACK): back,
            (Page.APPLY, Touch.TRY_AGAIN): again,
            (Page.APPLY, Touch.TAKE_A_NUMBER): number_instead,
            (Page.APPLY_CARD, Touch.BACK): back,
            (Page.APPLY_MATERIALS, Touch.BACK): leave,
            (Page.APPLY_MATERIALS, Touch.TAKE_A_NUMBER): number_instead,
            (Page.APPLY_SENDING, Touch.TRY_AGAIN): again,
            (Page.APPLY_SENDING, Touch.TAKE_A_NUMBER): number_instead,
        }
    ),
    answers=MappingProxyType({ApplicationOpen: _opened, ApplicationFailed: failed}),
    cards=MappingProxyType({Page.APPLY_CARD: card_for(_card)}),
    codes=MappingProxyType({Page.APPLY_CARD: code_for(_code)}),
    ends=MappingProxyType(dict.fromkeys((Page.APPLY, Page.APPLY_SENDING), nobody_answered)),
)
