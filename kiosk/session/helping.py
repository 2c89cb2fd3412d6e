"""请人帮忙 (UI-K17): a person of the hall is called to this machine, and the visitor sees how that stands.

Pages that hold a number stay as they are; all others make room for a page of its own, and come back as they were. A
call outlives pages: whoever comes finds the machine where it was. Without the hall the desk is named at once.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hall_server.contract.city.video import Speech
from hall_server.contract.help_calls import HELP_IS_OPEN, AskHelp, HelpState
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Touch, Touched
from kiosk.session.help_slip import HelpSlipCame, asked_for, may_print
from kiosk.session.journey import Errand, Journey, JourneyEvent
from kiosk.session.leaving import HALL_SILENT, IDLE_PAGES, Turn, end_visit, forgotten_card, go_on, stirred
from kiosk.session.modes import Language
from kiosk.session.page_codes import CODES
from kiosk.session.state import CardStep, Page, Session
from kiosk.values import Value, replace

if TYPE_CHECKING:
    from kiosk.session.state import Visit

ASIDE = {Page.HELP, Page.WAYS, Page.REMOTE, Page.COMPLAINT}  # UI-K17 and what is opened from it
HELP_PAGES = (IDLE_PAGES | {Page.HOME}) - ASIDE - {Page.BUSY, Page.BOOKINGS}  # left for UI-K17; others keep a number
ANSWER_S = 90.0  # nobody on the way for so long: the desk is named as well
NEAR_S, FAR_S = 1.0, 5.0  # between two questions: while somebody looks, and after
NOTICE_S = 8.0


class HelpStep(StrEnum):
    """How a call for help stands, as far as this machine knows."""

    ASKING = "asking"  # on its way to the hall
    CALLED = "called"
    SEEN = "seen"
    COMING = "coming"
    DESK = "desk"  # nobody can be called from here now
    ALONE = "alone"  # and nobody is in the hall: only the telephone helps


UNDER_WAY = frozenset(HelpStep) - {HelpStep.DESK, HelpStep.ALONE}
_STEPS = {HelpState.CALLED: HelpStep.CALLED, HelpState.SEEN: HelpStep.SEEN, HelpState.COMING: HelpStep.COMING}


class Help(Value, frozen=True):
    """One call. Monotonic seconds: when it was asked for, when its step changed, when it was last told or pressed.

    `looks`: by what one knows whoever comes.
    """

    call_id: str
    asked_at: float
    changed_at: float
    told_at: float
    step: HelpStep = HelpStep.ASKING
    looks: str = ""
    minutes: int = 0
    waits_here: bool = False  # UI-K17 stands, or stood until the visitor went away
    slip_at: float | None = None  # when a slip with the way to the desk was last asked for
    slip_out: bool = False
    of_card: bool = False  # called by this machine, for a card that somebody left

    def late(self, now: float) -> bool:
        """Nobody is on the way, and that for too long."""
        return self.step in {HelpStep.CALLED, HelpStep.SEEN} and now - self.changed_at >= ANSWER_S


class AskForHelp(Errand, frozen=True):
    """POST help under `call_id` → HelpStands or HelpUnheard."""

    call_id: str
    order: AskHelp


class WatchHelp(Errand, frozen=True):
    """Ask in `after_s` seconds how the call stands → HelpStands or HelpUnheard."""

    call_id: str
    after_s: float


class GiveUpHelp(Errand, frozen=True):
    """不用了. No answer is needed: the hall gives up by itself what nobody answers."""

    call_id: str


class HelpStands(JourneyEvent, frozen=True):
    """The hall's word on the call that was asked for under `asked`; `call_id` is the hall's own id of it."""

    asked: str
    call_id: str
    state: HelpState
    looks: str = ""
    minutes: int = 0


class HelpUnheard(JourneyEvent, frozen=True):
    """No word on the call, or a no: `code` is a problem code or `hall_silent`."""

    asked: str
    code: str


def ask_for_help(session: Session, event: Touched) -> Turn:
    """请人帮忙: one call, however often it is pressed; its page, where no number is in sight."""
    session = go_on(session)
    page = session.page
    if session.help is None or session.help.step not in UNDER_WAY:
        session, effects = _called(session, event)
    else:
        session, effects = replace(session, help=replace(session.help, told_at=session.now)), ()
    if page not in HELP_PAGES or forgotten_card(session) or session.help is None:
        return session, effects
    waiting = replace(session.help, waits_here=True)
    return replace(session, page=Page.HELP, visit=session.current_visit(), help_from=page, help=waiting), effects


def _called(session: Session, event: Touched) -> Turn:
    now, here = session.now, session.page is Page.HELP
    nobody = _nobody(session)
    if nobody is not None:
        before = None if session.help is None else session.help.slip_at
        return _named(session, Help(event.fresh_id, now, now, now, nobody, waits_here=here, slip_at=before))
    speech, letters = _SPEECH[session.modes.language], session.modes.letters
    order = AskHelp(page=CODES[session.page], speech=speech, modes=letters)
    asked = Help(event.fresh_id, now, now, now, waits_here=here)
    return replace(session, help=asked), (AskForHelp(event.fresh_id, order),)


def call_for_card(session: Session, call_id: str) -> Turn:
    """Somebody of the hall, for a card that nobody takes back; where nobody can be called the page is all there is."""
    under_way = session.help is not None and session.help.step in UNDER_WAY
    if under_way or _nobody(session) is not None or not forgotten_card(session):
        return session, ()
    after, effects = _called(session, Touched(session.now, Touch.HELP, call_id))
    return replace(after, help=None if after.help is None else replace(after.help, of_card=True)), effects


def card_is_back(session: Session) -> Turn:
    """Whoever was called for it need not come."""
    call = session.help
    if call is None or not call.of_card:
        return session, ()
    return replace(session, help=None), (GiveUpHelp(call.call_id),) if call.step in UNDER_WAY else ()


def _nobody(session: Session) -> HelpStep | None:
    """Why nobody is called: nobody is in the hall (E12), or the hall does not answer. None: somebody is."""
    if not session.attended or (session.hall is not None and session.hall.closed_because):
        return HelpStep.ALONE
    return None if session.online else HelpStep.DESK


def _stands(session: Session, event: HelpStands) -> Turn:
    """The hall's word; a call that was given up before it came is given up there as well."""
    call, still = session.help, event.state in HELP_IS_OPEN
    if call is None:
        return session, (GiveUpHelp(event.call_id),) if still else ()
    if call.call_id != event.asked or call.step not in UNDER_WAY:
        return session, ()
    if not still:
        return _over(session, event.state)
    if call.waits_here and session.visit is None:  # nobody answered 您还在吗？: nobody is there to be helped
        return replace(session, help=None), (GiveUpHelp(event.call_id),)
    step = _STEPS[event.state]
    told: Turn = session, ()
    if (step, event.looks, event.minutes) != (call.step, call.looks, call.minutes):
        told = _changed(session, replace(call, step=step, looks=event.looks, minutes=event.minutes))
    after, effects = told
    after = replace(_patient(after), help=replace(after.help or call, call_id=event.call_id))
    return after, (*effects, WatchHelp(event.call_id, FAR_S if session.visit is None else NEAR_S))


def _changed(session: Session, call: Help) -> Turn:
    good = call.step in {HelpStep.SEEN, HelpStep.COMING}
    call = replace(call, changed_at=session.now, told_at=session.now)
    return replace(session, help=call), (PlayTone(Tone.OK),) if good else ()


def _patient(session: Session) -> Session:
    """Whoever waits for somebody who is on the way is there, and is not asked whether they are."""
    call = session.help
    waiting = session.page is Page.HELP and call is not None and session.warning is None
    if call is None or not waiting or session.now - call.changed_at > max(ANSWER_S, 60.0 * call.minutes):
        return session
    return stirred(session)


def _over(session: Session, state: HelpState) -> Turn:
    """Done: the visit goes on where it was. Given up elsewhere: nobody comes."""
    if state is HelpState.DONE:
        back = leave_help(session) if session.page is Page.HELP else session
        return replace(back, help=None), ()
    return _to_the_desk(session)


def _to_the_desk(session: Session) -> Turn:
    call = session.help
    if call is None or (call.waits_here and session.visit is None):
        return replace(session, help=None), ()
    now = session.now
    return _named(session, replace(call, step=HelpStep.DESK, changed_at=now, told_at=now))


def _named(session: Session, call: Help) -> Turn:
    """Where else to go: on the screen at once, and the desk on paper as well where the printer works (CL-D14)."""
    warned = (PlayTone(Tone.WARN),)
    if call.step is not HelpStep.DESK or not may_print(session, call.slip_at):
        return replace(session, help=call), warned
    call = replace(call, slip_at=session.now, slip_out=False)
    doing = session.help_from if session.page is Page.HELP else session.page
    return replace(session, help=call), (*warned, asked_for(session, call.call_id, doing))


def _slip_came(session: Session, event: HelpSlipCame) -> Turn:
    call = session.help
    if call is None or call.call_id != event.call_id:
        return session, ()
    return replace(session, help=replace(call, slip_out=event.printed)), ()


def _unheard(session: Session, event: HelpUnheard) -> Turn:
    """A call that reached nobody names the desk; one that did is asked about again, for as long as it is open."""
    call = session.help
    if call is None or call.call_id != event.asked or call.step not in UNDER_WAY:
        return session, ()
    if event.code == HALL_SILENT and call.step is not HelpStep.ASKING:
        return session, (WatchHelp(call.call_id, FAR_S),)
    return _to_the_desk(session)


def go_on_alone(session: Session, _: Touched) -> Turn:
    """我继续自己办: back to where help was asked for; whoever was called comes all the same."""
    return leave_help(session), ()


def not_needed(session: Session, _: Touched) -> Turn:
    """不用了: nobody need come."""
    call = session.help
    given_up = (GiveUpHelp(call.call_id),) if call is not None and call.step in UNDER_WAY else ()
    return replace(leave_help(session), help=None), given_up


def _end(session: Session, event: Touched) -> Turn:
    """不办了, also without help."""
    after, effects = not_needed(session, event)
    return end_visit(after, effects)


def leave_help(session: Session) -> Session:
    """From UI-K17 back; from home the visit that only asked for help is dropped."""
    visit, call = None if session.help_from is Page.HOME else session.visit, session.help
    if visit is not None and session.help_from is Page.CARD:
        visit = replace(visit, card_step=_asked_again(session, visit))
    call = None if call is None or call.step not in UNDER_WAY else replace(call, waits_here=False)
    return replace(session, page=session.help_from, visit=visit, help_from=Page.HOME, help=call)


def _asked_again(session: Session, visit: Visit) -> CardStep:
    """What the card page says after a while away: the reader may have come or gone meanwhile."""
    if not session.devices.card_reader or visit.card_failures >= session.rules.card_failures:
        return CardStep.OTHER_WAY
    return CardStep.READING if session.card_on_glass and visit.card_step is CardStep.READING else CardStep.WAITING


def help_notice(session: Session) -> str:
    """What a page that keeps its number says of the call for some seconds, or until a touch; "" = nothing."""
    call = session.help
    if call is None or session.page is Page.HELP:
        return ""
    if session.now - call.told_at >= NOTICE_S or session.last_touch > call.told_at:
        return ""
    if call.step is HelpStep.DESK or call.late(session.now):
        return "help_desk"
    return "help_called" if call.step is HelpStep.ASKING else f"help_{call.step.value}"


_SPEECH = {Language.ZH_CN: Speech.MANDARIN, Language.ZH_HK: Speech.CANTONESE, Language.EN: Speech.ENGLISH}
JOURNEY = Journey(
    touches={
        (Page.HELP, Touch.BACK): go_on_alone,
        (Page.HELP, Touch.STILL_HERE): go_on_alone,
        (Page.HELP, Touch.HELP_NOT_NEEDED): not_needed,
        (Page.HELP, Touch.FINISH): _end,
    },
    answers={HelpStands: _stands, HelpUnheard: _unheard, HelpSlipCame: _slip_came},
)
