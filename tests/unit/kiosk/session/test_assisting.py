"""号票 in the staff's corner: found by digits or slip, cancelled after a question, put first for a reason (CL-A6)."""

from __future__ import annotations

import pytest

from hall_server.contract.priority import PriorityReason
from kiosk.session.assisting import look_of
from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.corner_words import (
    CancelForThem,
    FindNumbers,
    LookStep,
    NumberChanged,
    NumbersFound,
    PutFirst,
)
from kiosk.session.effects import PlayTone, Tone, Wipe
from kiosk.session.events import Choice, Chosen, CodeShown, Tick, Touch
from kiosk.session.shown import PersonShown, SlipShown
from kiosk.session.state import Page, Session
from tests.unit.kiosk.session.visits import (
    ASSISTED,
    ID,
    LOOK,
    OTHER_ID,
    STAFF_FIND,
    STAFF_NUMBER,
    T0,
    YOUNG,
    after,
    played,
    touch,
)

JOB = "00000000-0000-4000-8000-0000000000a1"


def key(sign: str, at: float = T0 + 2) -> Chosen:
    return Chosen(at, Choice.KEY, sign)


def because(reason: str = "pregnant", at: float = T0 + 2) -> Chosen:
    return Chosen(at, Choice.REASON, reason)


def test_a_number_is_found_by_its_digits() -> None:
    session, effects = played(STAFF_FIND, key("2"), touch(Touch.TYPED, T0 + 3, LOOK))
    assert effects == [FindNumbers(LOOK, "42")]
    again, effects = played(session, key("7", T0 + 4), touch(Touch.TYPED, T0 + 4, JOB))
    assert (look_of(again), effects) == (look_of(session), [])
    found = after(session, NumbersFound(T0 + 4, LOOK, ASSISTED))
    assert (found.page, look_of(found).shown) == (Page.STAFF_NUMBER, ASSISTED[0])


def test_keys_undo_and_nothing_typed_asks_nothing() -> None:
    assert look_of(after(STAFF_FIND, key("back"))).typed == ""
    assert look_of(after(STAFF_FIND, key("2"), key("clear", T0 + 3))).typed == ""
    assert look_of(after(STAFF_FIND, key("x"))).typed == "4"
    long = after(STAFF_FIND, *(key(sign, T0 + at) for at, sign in enumerate("1234567", 2)))
    assert look_of(long).typed == "412345"
    assert played(STAFF_FIND, key("clear"), touch(Touch.TYPED, T0 + 3, LOOK))[1] == []


def test_a_slip_before_the_scanner_is_found_too_and_no_other_code_is_staff_s_business() -> None:
    session, effects = played(STAFF_FIND, CodeShown(T0 + 2, SlipShown(ID), LOOK))
    assert effects == [FindNumbers(LOOK, ID), PlayTone(Tone.OK)]
    assert session.visit is None
    assert played(STAFF_FIND, CodeShown(T0 + 2, PersonShown(YOUNG), LOOK))[1] == []


@pytest.mark.parametrize(("away", "step"), [(False, LookStep.NOT_FOUND), (True, LookStep.AWAY)])
def test_a_number_that_is_not_there_or_a_hall_that_is_not_is_said_and_typed_anew(*, away: bool, step: LookStep) -> None:
    session = after(STAFF_FIND, touch(Touch.TYPED, T0 + 2, LOOK), NumbersFound(T0 + 3, LOOK, away=away))
    assert (session.page, look_of(session).step) == (Page.STAFF_FIND, step)
    assert look_of(after(session, key("7", T0 + 4))).typed == "7"


def test_an_answer_that_nobody_waits_for_shows_nothing() -> None:
    waits = after(STAFF_FIND, touch(Touch.TYPED, T0 + 2, JOB))
    for session in (STAFF_FIND, waits):
        assert after(session, NumbersFound(T0 + 3, LOOK, ASSISTED)).page is Page.STAFF_FIND
    assert look_of(after(STAFF_NUMBER, NumberChanged(T0 + 3, LOOK, LookStep.FIRST))).step is LookStep.SHOWN


def test_going_first_needs_a_reason_from_the_list() -> None:
    assert played(STAFF_NUMBER, touch(Touch.PUT_FIRST, T0 + 2, JOB))[1] == []
    for wrong in ("friend", "", "sent_on"):
        assert look_of(after(STAFF_NUMBER, because(wrong))).reason is None
    doing, effects = played(STAFF_NUMBER, because(), touch(Touch.PUT_FIRST, T0 + 3, JOB))
    assert effects == [PutFirst(JOB, ID, PriorityReason.PREGNANT)]
    first, effects = played(doing, NumberChanged(T0 + 4, JOB, LookStep.FIRST))
    assert (look_of(first).step, effects) == (LookStep.FIRST, [PlayTone(Tone.OK)])


def test_who_does_not_wait_cannot_go_first_nor_be_cancelled_by_mistake() -> None:
    done = after(STAFF_NUMBER, Chosen(T0 + 2, Choice.TICKET, OTHER_ID))
    assert look_of(done).shown == ASSISTED[1]
    for event in (because(at=T0 + 3), touch(Touch.PUT_FIRST, T0 + 3, JOB), touch(Touch.DROP_NUMBER, T0 + 3, JOB)):
        session, effects = played(done, event)
        assert (look_of(session), effects) == (look_of(done), [])
    assert look_of(after(done, Chosen(T0 + 3, Choice.TICKET, ID))).shown == ASSISTED[0]


def test_cancelling_is_asked_twice_and_can_be_thought_better_of() -> None:
    sure, effects = played(STAFF_NUMBER, touch(Touch.DROP_NUMBER, T0 + 2, JOB))
    assert (look_of(sure).step, effects) == (LookStep.SURE, [])
    assert look_of(after(sure, touch(Touch.BACK, T0 + 3))).step is LookStep.SHOWN
    doing, effects = played(sure, touch(Touch.DROP_NUMBER, T0 + 3, JOB))
    assert effects == [CancelForThem(JOB, ID)]
    assert look_of(after(doing, touch(Touch.BACK, T0 + 4))).step is LookStep.DOING
    assert look_of(after(doing, NumberChanged(T0 + 4, JOB, LookStep.CANCELLED))).step is LookStep.CANCELLED


def test_a_hall_that_did_not_say_yes_is_heard_and_asked_again() -> None:
    doing = after(STAFF_NUMBER, because(), touch(Touch.PUT_FIRST, T0 + 3, JOB))
    session, effects = played(doing, NumberChanged(T0 + 4, JOB, LookStep.NOT_DONE))
    assert (look_of(session).step, effects) == (LookStep.NOT_DONE, [PlayTone(Tone.WARN)])
    assert played(session, touch(Touch.PUT_FIRST, T0 + 5, LOOK))[1] == [PutFirst(LOOK, ID, PriorityReason.PREGNANT)]


def test_back_leads_to_the_pad_and_then_to_what_staff_do() -> None:
    pad = after(STAFF_NUMBER, touch(Touch.BACK, T0 + 2))
    assert (pad.page, look_of(pad).found) == (Page.STAFF_FIND, ())
    staff = after(pad, touch(Touch.BACK, T0 + 3))
    assert (staff.page, staff.corner and staff.corner.look) == (Page.STAFF, None)


@pytest.mark.parametrize("session", [STAFF_FIND, STAFF_NUMBER])
def test_it_locks_itself_after_a_minute_like_the_rest_of_the_corner(session: Session) -> None:
    locked, effects = played(session, Tick(T0 + 63))
    assert (locked.page, locked.corner) == (Page.HOME, None)
    assert effects == [StaffDoes(StaffAct.LOCKED), Wipe()]


def test_done_closes_the_corner() -> None:
    ended = after(STAFF_NUMBER, because(), touch(Touch.PUT_FIRST, T0 + 3, JOB))
    ended = after(ended, NumberChanged(T0 + 4, JOB, LookStep.FIRST))
    session, effects = played(ended, touch(Touch.FINISH, T0 + 5))
    assert (session.page, session.corner, effects) == (Page.HOME, None, [StaffDoes(StaffAct.CLOSED), Wipe()])
