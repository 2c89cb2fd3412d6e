"""UI A7: the idle ladder to the tick of a clock, on every page that asks, in every mode (ui.md 1.3, 4.2)."""

from __future__ import annotations

import pytest

from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Tick, Touch, Touched
from kiosk.session.leaving import FORMS, IDLE_PAGES, PRIVATE, forgotten_card
from kiosk.session.modes import Mode, Modes
from kiosk.session.state import Page, Session, Visit
from kiosk.session.step import step
from kiosk.values import replace
from kiosk.viewmodels.examples import EXAMPLES

T0 = 50_000.0
TICK = 0.1
ASKED = {
    name: session
    for name, session in EXAMPLES.items()
    if session.page in IDLE_PAGES
    and session.drill is None
    and session.visit is not None
    and session.warning is None
    and not forgotten_card(session)
    and session.visit.mine_until is None  # else a page of a moment: the hall's answer or its silence leads on
}
USUAL, LARGE, ALOUD = Modes(), Modes(frozenset({Mode.LARGE})), Modes(frozenset({Mode.ALOUD}))


def quiet_from_now(session: Session, modes: Modes = USUAL) -> Session:
    """Somebody has touched it just now, and does no more."""
    return replace(session, now=T0, last_touch=T0, page_ends_at=None, modes=modes, card_on_glass=False)


def at(session: Session, moment: float) -> tuple[Session, tuple[object, ...]]:
    return step(session, Tick(moment))


def test_the_pages_that_ask_are_looked_at_all() -> None:
    assert {session.page for session in ASKED.values()} == IDLE_PAGES


@pytest.mark.parametrize(("modes", "times"), [(USUAL, 1), (LARGE, 2), (ALOUD, 2)], ids=["usual", "large", "aloud"])
@pytest.mark.parametrize("name", ASKED)
def test_each_page_asks_after_its_time_and_not_a_tick_before_and_twice_as_late_for_who_needs_it(
    name: str, modes: Modes, times: int
) -> None:
    session = quiet_from_now(ASKED[name], modes)
    limit = times * (90.0 if session.page in FORMS else 60.0)
    before, _ = at(session, T0 + limit - TICK)
    assert before.warning is None
    asked, effects = at(session, T0 + limit)
    assert asked.warning is not None
    assert asked.warning.ends_at == T0 + limit + 30
    assert effects[0] == PlayTone(Tone.WARN)
    bare, visit = Visit(started_at=0), asked.visit
    assert visit is not None
    left = [field for field in PRIVATE if getattr(visit, field) != getattr(bare, field)]
    assert left == [], "what is private is out of the visit while the question stands"


def test_the_question_sounds_when_it_comes_and_ten_seconds_before_the_end_and_then_everything_is_gone() -> None:
    session, _ = at(quiet_from_now(EXAMPLES["confirm"]), T0 + 60)
    sounds = []
    for tenth in range(1, 301):
        session, effects = at(session, T0 + 60 + tenth / 10)
        sounds += [(tenth / 10, effect) for effect in effects]
    assert sounds == [(20.0, PlayTone(Tone.WARN)), (30.0, Wipe())]
    assert (session.page, session.visit, session.warning) == (Page.CLEARED, None, None)


def test_whoever_says_that_they_are_there_is_believed_as_often_as_they_say_it() -> None:
    session = quiet_from_now(EXAMPLES["confirm"])
    person, moment = EXAMPLES["confirm"].visit, T0
    for _ in range(40):
        session, _ = at(session, moment + 60)
        assert session.warning is not None
        moment += 89
        session, _ = at(session, moment)
        session, _ = step(session, Touched(moment, Touch.STILL_HERE, ""))
        assert (session.warning, session.page) == (None, Page.CONFIRM)
    assert session.visit is not None
    assert person is not None
    assert session.visit.person == person.person, "forty times and an hour later the visit is still whose it was"
