"""A card that nobody takes back: a person of the hall is called for it, and need not come once it is gone."""

import pytest

from hall_server.contract.help_calls import HelpState
from kiosk.session.effects import CallStaff
from kiosk.session.events import CardGone, DevicesChanged, Tick, Touch
from kiosk.session.helping import AskForHelp, GiveUpHelp, HelpStands
from kiosk.session.leaving import CARD_LEFT
from kiosk.session.staffing import StaffWanted
from kiosk.session.state import Devices, Page
from kiosk.values import replace
from tests.unit.kiosk.session.visits import (
    ID,
    OTHER_ID,
    T0,
    TAKE_BACK,
    TICKET,
    after,
    is_take_back,
    played,
    touch,
)

LEFT, EFFECTS = played(TAKE_BACK, Tick(T0 + 60))
CALLED, CALLS = played(LEFT, StaffWanted(T0 + 60, CARD_LEFT, OTHER_ID))


def test_after_a_minute_a_person_is_called_once():
    assert [CallStaff(CARD_LEFT)] == EFFECTS
    (call,) = CALLS
    assert isinstance(call, AskForHelp)
    assert (call.call_id, call.order.page) == (OTHER_ID, "K5")
    assert is_take_back(CALLED)
    assert played(CALLED, StaffWanted(T0 + 61, CARD_LEFT, ID), Tick(T0 + 400))[1] == []


def test_whoever_comes_is_told_on_the_page_that_asks_for_the_card():
    coming = after(CALLED, HelpStands(T0 + 61, OTHER_ID, OTHER_ID, HelpState.COMING, "红马甲", 1))
    assert is_take_back(coming)
    assert coming.help.looks == "红马甲"


@pytest.mark.parametrize("gone", [CardGone(T0 + 70), DevicesChanged(T0 + 70, Devices(printer=True))])
def test_once_the_card_is_gone_nobody_need_come(gone):
    away, effects = played(CALLED, gone)
    assert (away.page, away.help, effects) == (Page.CLEARED, None, [GiveUpHelp(OTHER_ID)])


def test_whoever_comes_next_is_not_waited_for_by_the_card_s_helper():
    past, effects = played(CALLED, touch(Touch.WITHOUT_CARD, T0 + 70))
    assert (past.page, past.help, effects) == (Page.SERVICES, None, [GiveUpHelp(OTHER_ID)])


def test_help_that_a_visitor_asked_for_is_not_taken_back_with_the_card():
    asked = after(TAKE_BACK, touch(Touch.HELP, T0 + 1))
    left, effects = played(asked, StaffWanted(T0 + 60, CARD_LEFT, OTHER_ID), CardGone(T0 + 70))
    assert effects == []
    assert left.help is not None


def test_nobody_is_called_where_nobody_can_be_or_for_what_is_no_card():
    for session, reason in ((replace(LEFT, online=False), CARD_LEFT), (LEFT, "paper_out"), (TICKET, CARD_LEFT)):
        assert played(session, StaffWanted(T0 + 60, reason, OTHER_ID))[1] == []
