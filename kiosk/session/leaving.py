"""How a visit ends: the warning, the wipe, the card that somebody forgot (UI-K18, K19, and K5 请取回身份证).

Knows no clock and no screen. Whatever ends a visit goes through `end_visit`, so that nothing of the visitor stays and
no number is left without an answer to the hall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hall_server.contract.vocabulary import PrintAnswer
from kiosk.session.effects import CallStaff, ConfirmPrint, Effect, PlayTone, Tone, Wipe
from kiosk.session.modes import Modes
from kiosk.session.state import CardStep, IdleWarning, Page, Session, Visit
from kiosk.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

Turn = tuple[Session, tuple[Effect, ...]]

HALL_SILENT = "hall_silent"
CARD_LEFT = "card_left"
UNASKED = frozenset(  # nobody is there to be asked
    {
        *(Page.STARTING, Page.HOME, Page.CLEARED, Page.OUT_OF_SERVICE),
        *(Page.STAFF_PIN, Page.STAFF, Page.STAFF_FIND, Page.STAFF_NUMBER, Page.SELF_TEST, Page.SETUP),
        *(Page.BENCH, Page.TOUCH_GRID, Page.SOUNDS, Page.GLASS_LOOK, Page.WAY, Page.DRILL),
        *(Page.LOG, Page.LOG_SEARCH, Page.LOG_STICK),
        *(Page.UPGRADE, Page.SETTINGS),
    }
)
OF_THEIR_OWN = frozenset(  # pages that end by themselves, or with the next answer
    {
        *(Page.CHECKING, Page.PRINTING, Page.TICKET, Page.PAPER_OUT, Page.ASK_SLIP, Page.TICKET_STATE),
        *(Page.CODE_REFUSED, Page.RATING, Page.APPLY_SENDING),
    }
)
IDLE_PAGES = frozenset(Page) - UNASKED - OF_THEIR_OWN
FORMS = frozenset(  # somebody is turning papers over, or reading: they are asked later
    {
        *(Page.APPLY, Page.APPLY_CARD, Page.APPLY_MATERIALS, Page.APPLY_SCAN),
        *(Page.APPLY_BLACKEN, Page.LETTER),
        *(Page.APPLY_FORM, Page.APPLY_FIELD, Page.APPLY_DELIVERY, Page.APPLY_CHECK),
    }
)
LAST_S = 10.0  # so long before its end the question is asked again (ui.md 1.3; 49 CFR 27.71(k))
PRIVATE = (
    "person",
    "way",
    "talk",
    "behalf",
    "licences",
    "mine",
    "phone",
)  # fields of a visit that no page may show under the warning


def forgotten_card(session: Session) -> bool:
    """True while the kiosk asks for a card of the visit before to be taken back."""
    return session.current_visit().card_step is CardStep.TAKE_BACK


def warn_if_idle(session: Session) -> Turn:
    """Put up 您还在吗？ when nobody has touched anything for `idle_s`; what is private leaves the visit's own value.

    Without a visit nothing is to be wiped but the modes: whoever comes next begins in the usual ones.
    """
    visit = session.visit
    if visit is None and session.page is Page.HOME and session.now - session.last_touch >= patient(session, "idle_s"):
        usual = session.modes == Modes()
        return (session if usual else replace(session, modes=Modes(), hearing=session.hearing.after_visit)), ()
    if visit is None or session.page not in IDLE_PAGES or forgotten_card(session):
        return session, ()
    if session.now - session.last_touch < patient(session, "form_s" if session.page in FORMS else "idle_s"):
        return session, ()
    warning = IdleWarning(ends_at=session.now + session.rules.warning_s, kept=visit)
    bare = Visit(started_at=visit.started_at)
    hearing = session.hearing.next_turn  # nor may it be said any further
    after = replace(session, warning=warning, visit=_with_private(visit, bare), hearing=hearing)
    return after, (PlayTone(Tone.WARN),)


def nobody_answers(session: Session) -> Turn:
    """您还在吗？ stands and time passes: asked again shortly before the end, then the visit ends."""
    warning = session.warning
    if warning is not None and session.now >= warning.ends_at:
        return end_visit(session)
    if warning is None or warning.again or session.now < warning.ends_at - LAST_S:
        return session, ()
    return replace(session, warning=replace(warning, again=True)), (PlayTone(Tone.WARN),)


def _with_private(visit: Visit, other: Visit) -> Visit:
    """`visit` with what is private of `other`."""
    return replace(visit, **{name: getattr(other, name) for name in PRIVATE})


def patient(session: Session, rule: str) -> float:
    """A waiting time of the rules, in seconds: twice as long in 大字 and 朗读 (ui.md 1.3)."""
    seconds: float = getattr(session.rules, rule)
    return seconds * session.modes.patience


def stirred(session: Session) -> Session:
    """Somebody did something: the quiet time begins anew. Under the warning only its own buttons count."""
    return session if session.warning is not None else replace(session, last_touch=session.now)


def go_on(session: Session) -> Session:
    """Take the warning down and give the visit its person back."""
    if session.warning is None:
        return session
    visit, kept = session.current_visit(), session.warning.kept
    visit = visit if kept is None else _with_private(visit, kept)
    return replace(session, warning=None, visit=visit, last_touch=session.now)


def abandoned(session: Session) -> tuple[Effect, ...]:
    """What the hall must hear about a number that was asked for and that nobody will hold.

    Only UI-K20s can be left with such a number: the hall was silent, or answered while the visitor was being warned.
    """
    ticket_id = session.current_visit().ticket_id
    return (ConfirmPrint(ticket_id, PrintAnswer.VOID),) if session.page is Page.BUSY and ticket_id else ()


def end_visit(session: Session, before: Iterable[Effect] = ()) -> Turn:
    """Drop the visit and wipe; a card still on the glass is asked back first, else the farewell stands for a moment."""
    effects = (*before, *abandoned(session), Wipe())
    if not session.card_on_glass:
        return _said_farewell(session), effects
    bare = _without_visit(session, still_there=True)
    visit = Visit(started_at=session.now, card_step=CardStep.TAKE_BACK)
    ends_at = session.now + session.rules.card_left_s
    return replace(bare, page=Page.CARD, visit=visit, page_ends_at=ends_at), (*effects, PlayTone(Tone.WARN))


def back_to_home(session: Session) -> Turn:
    """Leave UI-K3 by 返回: when nothing personal was shown there is nothing to say farewell to."""
    if session.card_on_glass or session.current_visit().person is not None:
        return end_visit(session)
    return replace(_without_visit(session), page=Page.HOME), (Wipe(),)


def card_taken_back(session: Session) -> Session:
    """The forgotten card is gone: farewell, then home."""
    return _said_farewell(session)


def begun_anew(before: Session, after: Session) -> Session:
    """Modes stay for as long as the farewell does, which is read out too; who comes next begins in the usual ones."""
    if not _farewell(before) or _farewell(after):
        return after
    return replace(after, modes=Modes(), hearing=after.hearing.after_visit)


def _farewell(session: Session) -> bool:
    return session.page is Page.CLEARED or forgotten_card(session)


def _said_farewell(session: Session) -> Session:
    bare = _without_visit(session, still_there=True)
    return replace(bare, page=Page.CLEARED, page_ends_at=session.now + session.rules.cleared_s)


def card_still_there(session: Session) -> Turn:
    """Nobody took the card: tell staff, once; the page stays, and 没带证 lets the next visitor by."""
    return replace(session, page_ends_at=None), (CallStaff(CARD_LEFT),)


def _without_visit(session: Session, *, still_there: bool = False) -> Session:
    """`still_there`: a farewell follows, in the visitor's own modes."""
    hearing = session.hearing
    return replace(
        session,
        visit=None,
        warning=None,
        page_ends_at=None,
        help_from=Page.HOME,
        last_pressed="",
        page=Page.HOME,
        modes=session.modes if still_there else Modes(),
        hearing=replace(hearing.next_turn, panel=False) if still_there else hearing.after_visit,
    )
