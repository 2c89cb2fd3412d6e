"""投诉、办不成事、建议 (UI-K30): a category, ready sentences, a number that finds it again. No name is asked for.

There is no keyboard and no recording: whoever wants to say more calls the hotline or goes to the desk, and is told so.
Reached from 请人帮忙 over 别的办法, from an item's guide with the item filled in, and after a rating that was poor.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.voices import Complain
from kiosk.session.browsing import find_item
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Touch, Touched
from kiosk.session.guiding import GuideWay
from kiosk.session.helping import leave_help
from kiosk.session.journey import Errand, Journey, JourneyEvent, Way
from kiosk.session.leaving import Turn, end_visit
from kiosk.session.rating import rating_way
from kiosk.session.state import Page, Session
from kiosk.values import replace

if TYPE_CHECKING:
    from hall_server.contract.voices import ComplaintCategory

SENTENCES = {  # by permanent code; the hall is told them in Chinese
    "long_wait": "等得太久",
    "many_trips": "跑了好几趟",
    "not_told": "没讲清要带什么",
    "no_reason": "办不了，没说为什么",
    "attitude": "态度不好",
    "nobody": "窗口没人",
    "machine": "机器不好用",
    "suggestion": "我有建议",
}


class ComplaintStep(StrEnum):
    """How far it is. Permanent: the page has sentences for each."""

    LOADING = "loading"
    CATEGORY = "category"
    WORDS = "words"
    SENDING = "sending"
    HEARD = "heard"  # the hall has it: a number
    KEPT = "kept"  # without the hall, by its category only: told when it is back
    UNSAID = "unsaid"  # it has words and the hall is silent: say it again without them, or call
    LOST = "lost"  # not from here now: the desk and the hotline


class ComplaintWay(Way, frozen=True):
    """One complaint. `held`: what the visitor was doing before."""

    came_from: Page
    step: ComplaintStep = ComplaintStep.LOADING
    key: str = ""  # the same key says it once, with words or without
    categories: tuple[ComplaintCategory, ...] = ()
    category: str = ""
    about: str = ""  # the item whose guide it was begun on
    said: frozenset[str] = frozenset()
    list_page: int = 0
    number: str = ""
    slip: bool | None = None  # whether one came out; None: nobody knows yet
    held: Way | None = None


class FindCategories(Errand, frozen=True):
    """What one can complain of → CategoriesFound; none when nobody knows."""

    look: str


class SendComplaint(Errand, frozen=True):
    """投诉 under `key` → ComplaintSent."""

    key: str
    order: Complain


class PrintComplaint(Errand, frozen=True):
    """A slip with the number, and the hotline at its foot → ComplaintPrinted."""

    key: str
    number: str
    category: str


class CategoriesFound(JourneyEvent, frozen=True):
    """The table, in its order."""

    look: str
    categories: tuple[ComplaintCategory, ...]


class ComplaintSent(JourneyEvent, frozen=True):
    """What became of it; `number` with HEARD."""

    key: str
    step: ComplaintStep
    number: str = ""


class ComplaintPrinted(JourneyEvent, frozen=True):
    """Whether its slip is out."""

    key: str
    printed: bool


def complaint_way(session: Session) -> ComplaintWay | None:
    """How far a complaint is; None when there is none."""
    way = session.current_visit().way
    return way if isinstance(way, ComplaintWay) else None


def complain(session: Session, event: Touched) -> Turn:
    """Begin one; whatever way the visitor was on waits."""
    rated = rating_way(session)
    if not event.fresh_id or (rated is not None and not rated.poor):
        return session, ()
    held = None if rated is not None else session.current_visit().way
    way = ComplaintWay(came_from=session.page, key=event.fresh_id, about=_about(session), held=held)
    return _on(session, way), (FindCategories(event.fresh_id),)


def _about(session: Session) -> str:
    way = session.current_visit().way
    item = find_item(session, way.item_id) if isinstance(way, GuideWay) else None
    return "" if item is None else item.name


def _found(session: Session, event: CategoriesFound) -> Turn:
    way = _waiting(session, event.look, ComplaintStep.LOADING)
    if way is None:
        return session, ()
    step = ComplaintStep.CATEGORY if event.categories else ComplaintStep.LOST
    return _on(session, replace(way, step=step, categories=event.categories)), ()


def _category(session: Session, event: Chosen) -> Turn:
    """Which; one that is not in the table changes nothing. Without the hall there are no words: they are not kept."""
    way = complaint_way(session)
    if way is None or way.step is not ComplaintStep.CATEGORY:
        return session, ()
    if event.value not in {one.code for one in way.categories}:
        return session, ()
    way = replace(way, category=event.value, list_page=0, said=frozenset())
    if session.online:
        return _on(session, replace(way, step=ComplaintStep.WORDS)), ()
    return _send(session, replace(way, about=""))


def _sentence(session: Session, event: Chosen) -> Turn:
    way = complaint_way(session)
    if way is None or way.step is not ComplaintStep.WORDS or event.value not in SENTENCES:
        return session, ()
    return _on(session, replace(way, said=way.said ^ {event.value})), ()


def _sent_off(session: Session, _: Touched) -> Turn:
    way = complaint_way(session)
    return (session, ()) if way is None or way.step is not ComplaintStep.WORDS else _send(session, way)


def _without_words(session: Session, _: Touched) -> Turn:
    way = complaint_way(session)
    if way is None or way.step is not ComplaintStep.UNSAID:
        return session, ()
    return _send(session, replace(way, said=frozenset(), about=""))


def _send(session: Session, way: ComplaintWay) -> Turn:
    about = (f"事项：{way.about}",) if way.about else ()
    words = "；".join((*about, *(sentence for code, sentence in SENTENCES.items() if code in way.said)))
    order = Complain(category=way.category, words=words)
    sending = _on(session, replace(way, step=ComplaintStep.SENDING))
    return replace(sending, page_ends_at=session.now + 2 * session.rules.hall_s), (SendComplaint(way.key, order),)


def _nothing_heard(session: Session) -> Turn:
    """No word of what became of it: where to go instead; nobody is left before a page without an end."""
    way = complaint_way(session)
    if way is None or way.step is not ComplaintStep.SENDING:
        return end_visit(session)
    return _on(session, replace(way, step=ComplaintStep.LOST)), (PlayTone(Tone.WARN),)


def _sent(session: Session, event: ComplaintSent) -> Turn:
    way = _waiting(session, event.key, ComplaintStep.SENDING)
    if way is None:
        return session, ()
    after = _on(session, replace(way, step=event.step, number=event.number))
    if event.step is not ComplaintStep.HEARD:
        return after, (PlayTone(Tone.OK if event.step is ComplaintStep.KEPT else Tone.WARN),)
    return after, (PlayTone(Tone.OK), PrintComplaint(way.key, event.number, way.category))


def _printed(session: Session, event: ComplaintPrinted) -> Turn:
    way = _waiting(session, event.key, ComplaintStep.HEARD)
    return (session, ()) if way is None else (_on(session, replace(way, slip=event.printed)), ())


def _waiting(session: Session, key: str, step: ComplaintStep) -> ComplaintWay | None:
    """The complaint that waits for this answer; late and strange answers find none."""
    way = complaint_way(session)
    here = session.page is Page.COMPLAINT and way is not None and way.key == key and way.step is step
    return way if here else None


def _next(session: Session, _: Touched) -> Turn:
    way = complaint_way(session)
    return (session, ()) if way is None else (_on(session, replace(way, list_page=way.list_page + 1)), ())


def _back(session: Session, event: Touched) -> Turn:
    """From the sentences to the categories, from there to where it began; what is on its way is not called back."""
    way = complaint_way(session)
    if way is None or way.step is ComplaintStep.SENDING:
        return session, ()
    if way.step in {ComplaintStep.WORDS, ComplaintStep.UNSAID}:
        return _on(session, replace(way, step=ComplaintStep.CATEGORY, list_page=0)), ()
    if way.came_from is Page.RATING or way.step in {ComplaintStep.HEARD, ComplaintStep.KEPT}:
        return _done(session, event)
    visit = replace(session.current_visit(), way=way.held)
    return replace(session, page=way.came_from, visit=visit, last_touch=session.now), ()


def _done(session: Session, _: Touched) -> Turn:
    """好了: back to what the visitor was doing, or the end where that was nothing."""
    way = complaint_way(session)
    if way is None or way.step is ComplaintStep.SENDING:
        return session, ()
    if way.came_from is Page.RATING or (way.came_from is Page.WAYS and session.help_from is Page.HOME):
        return end_visit(session)
    visit = replace(session.current_visit(), way=way.held)
    after = replace(session, visit=visit, last_touch=session.now)
    return (replace(after, page=Page.GUIDE) if way.came_from is Page.GUIDE else leave_help(after)), ()


def _on(session: Session, way: ComplaintWay) -> Session:
    visit = replace(session.current_visit(), way=way)
    return replace(session, page=Page.COMPLAINT, visit=visit, page_ends_at=None, last_touch=session.now)


def silent_step(*, words: bool, kept: bool) -> ComplaintStep:
    """What it comes to without the hall."""
    return ComplaintStep.KEPT if kept else ComplaintStep.UNSAID if words else ComplaintStep.LOST


JOURNEY = Journey(
    touches={
        (Page.WAYS, Touch.COMPLAIN): complain,
        (Page.GUIDE, Touch.COMPLAIN): complain,
        (Page.RATING, Touch.COMPLAIN): complain,
        (Page.COMPLAINT, Touch.NEXT_LIST_PAGE): _next,
        (Page.COMPLAINT, Touch.SEND): _sent_off,
        (Page.COMPLAINT, Touch.WITHOUT_WORDS): _without_words,
        (Page.COMPLAINT, Touch.BACK): _back,
        (Page.COMPLAINT, Touch.FINISH): _done,
    },
    choices={(Page.COMPLAINT, Choice.CATEGORY): _category, (Page.COMPLAINT, Choice.SENTENCE): _sentence},
    answers={CategoriesFound: _found, ComplaintSent: _sent, ComplaintPrinted: _printed},
    ends={Page.COMPLAINT: _nothing_heard},
)
