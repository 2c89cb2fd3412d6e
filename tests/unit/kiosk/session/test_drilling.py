"""演练 (UI-T9): staff see each fault's screen; nothing of it is real."""

from __future__ import annotations

import pytest

from kiosk.session.codes import listens
from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.drilling import DrillKind
from kiosk.session.effects import AskForCheckIn, AskForTicket, ConfirmPrint, PrintSlip, Wipe
from kiosk.session.events import CardRead, Choice, Chosen, LinkChanged, Tick, Touch, Touched
from kiosk.session.state import Page, Session
from kiosk.values import replace
from tests.unit.kiosk.session.visits import DRILL, LOOK, T0, YOUNG, after, played, touch

SHOWN = {
    DrillKind.PAPER_OUT: Page.PAPER_OUT,
    DrillKind.OFFLINE: Page.HOME,
    DrillKind.CARD: Page.CARD,
    DrillKind.BUSY: Page.BUSY,
}
REAL = (AskForTicket, AskForCheckIn, PrintSlip, ConfirmPrint)


def begun(kind: DrillKind) -> Session:
    return after(DRILL, Chosen(T0 + 3, Choice.DRILL, kind))


@pytest.mark.parametrize("kind", DrillKind)
def test_each_fault_shows_its_screen_and_is_written_down(kind: DrillKind) -> None:
    session, effects = played(DRILL, Chosen(T0 + 3, Choice.DRILL, kind))
    assert session.page is SHOWN[kind]
    assert effects == [StaffDoes(StaffAct.DRILLED)]


@pytest.mark.parametrize("kind", DrillKind)
@pytest.mark.parametrize("pressed", Touch)
def test_any_touch_ends_it_and_asks_the_hall_for_nothing(kind: DrillKind, pressed: Touch) -> None:
    session, effects = played(begun(kind), Touched(T0 + 9, pressed, LOOK))
    assert (session.page, session.drill, session.visit) == (Page.DRILL, None, None)
    assert effects == []


@pytest.mark.parametrize("kind", DrillKind)
def test_it_ends_by_itself_with_the_technician_s_five_minutes_without_a_word_about_its_number(kind: DrillKind) -> None:
    assert after(begun(kind), Tick(T0 + 300)).drill is not None
    session, effects = played(begun(kind), *(Tick(T0 + at) for at in range(10, 320, 10)))
    assert (session.page, session.drill, session.visit, session.online) == (Page.HOME, None, None, True)
    assert effects == [StaffDoes(StaffAct.TECHNICIAN_LEFT), Wipe()]
    assert not any(isinstance(effect, REAL) for effect in effects)


def test_what_happens_meanwhile_happens_to_the_kiosk_behind_it() -> None:
    session = after(begun(DrillKind.PAPER_OUT), LinkChanged(T0 + 5, online=False))
    assert session.page is Page.PAPER_OUT
    assert not after(session, touch(Touch.FINISH, T0 + 9)).online


@pytest.mark.parametrize("kind", DrillKind)
def test_no_card_begins_a_visit_and_no_code_is_listened_to(kind: DrillKind) -> None:
    session, effects = played(begun(kind), CardRead(T0 + 5, YOUNG, LOOK))
    assert session.page is SHOWN[kind]
    assert effects == []
    assert YOUNG.name_mask not in repr(session)
    assert not listens(session)


def test_a_machine_that_knows_no_items_plays_the_network_only() -> None:
    bare = replace(DRILL, catalogue=None)
    assert played(bare, Chosen(T0 + 3, Choice.DRILL, DrillKind.BUSY))[1] == []
    assert after(bare, Chosen(T0 + 3, Choice.DRILL, DrillKind.OFFLINE)).drill is not None
