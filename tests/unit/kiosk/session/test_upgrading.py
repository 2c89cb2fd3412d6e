"""升级 (UI-T7): a version is asked for after a question, and nothing else is ever wished."""

from __future__ import annotations

import pytest

from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.state import Page, Session
from kiosk.session.upgrade_words import (
    Change,
    ChangeRefusal,
    LookAtSlots,
    Slots,
    SlotsBook,
    SlotsSeen,
    VersionRefused,
    WishVersion,
)
from kiosk.session.upgrading import the_upgrade
from kiosk.values import replace
from tests.unit.kiosk.session.visits import BENCH, T0, UPGRADE, after, played, touch

SLOTS = Slots(*(SlotsBook.READ, "0.4.1", "", "0.4.1", "0.4.0"), there=("0.4.0", "0.4.1"), last="well")
ASKED = after(UPGRADE, Chosen(T0 + 2, Choice.VERSION, "0.4.0"))


def with_slots(slots: Slots) -> Session:
    return after(UPGRADE, SlotsSeen(T0 + 2, slots))


def test_it_is_looked_at_when_the_page_opens_and_again_by_one_touch() -> None:
    assert played(BENCH, Chosen(T0 + 2, Choice.TOOL, "upgrade"))[1] == [LookAtSlots()]
    assert played(UPGRADE, touch(Touch.TRY_AGAIN, T0 + 2))[1] == [LookAtSlots()]


def test_the_version_before_is_wished_after_a_question_and_written_down() -> None:
    assert the_upgrade(ASKED).change is Change.ASKED
    sent, effects = played(ASKED, touch(Touch.AGREE, T0 + 3))
    assert effects == [StaffDoes(StaffAct.VERSION_WISHED), WishVersion("0.4.0")]
    assert the_upgrade(sent).change is Change.SENT
    assert played(sent, touch(Touch.AGREE, T0 + 4))[1] == []


def test_no_answer_to_the_question_wishes_nothing() -> None:
    stays = after(ASKED, touch(Touch.DECLINE, T0 + 3))
    assert (stays.page, the_upgrade(stays).change) == (Page.UPGRADE, Change.NONE)
    assert played(UPGRADE, touch(Touch.AGREE, T0 + 3))[1] == []


@pytest.mark.parametrize(
    "slots",
    [
        replace(SLOTS, there=("0.4.1",)),
        replace(SLOTS, bad=("0.4.0",)),
        replace(SLOTS, at_work="0.4.0"),
        replace(SLOTS, before="0.3.9"),
        Slots(SlotsBook.TORN, "0.4.1"),
    ],
    ids=["gone", "was_not_well", "at_work", "not_the_one_before", "torn"],
)
def test_what_cannot_be_put_to_work_is_not_asked_for(slots: Slots) -> None:
    session = after(with_slots(slots), Chosen(T0 + 3, Choice.VERSION, "0.4.0"))
    assert the_upgrade(session).change is Change.NONE


def test_the_version_that_the_hall_wants_can_be_had_at_once() -> None:
    wanted = with_slots(replace(SLOTS, wanted="0.4.2", there=(*SLOTS.there, "0.4.2")))
    asked = after(wanted, Chosen(T0 + 3, Choice.VERSION, "0.4.2"))
    assert played(asked, touch(Touch.AGREE, T0 + 4))[1][-1] == WishVersion("0.4.2")


def test_a_wish_that_came_to_nothing_is_told_and_another_one_s_answer_is_not() -> None:
    sent = after(ASKED, touch(Touch.AGREE, T0 + 3))
    assert after(sent, VersionRefused(T0 + 4, "9.9", ChangeRefusal.GONE)).workshop == sent.workshop
    told, effects = played(sent, VersionRefused(T0 + 4, "0.4.0", ChangeRefusal.NOT_WELL))
    assert (the_upgrade(told).change, the_upgrade(told).refusal) == (Change.REFUSED, ChangeRefusal.NOT_WELL)
    assert effects == [PlayTone(Tone.WARN)]
    assert the_upgrade(after(told, touch(Touch.TRY_AGAIN, T0 + 6))).change is Change.NONE


def test_news_after_the_pages_were_locked_change_nothing() -> None:
    locked = after(UPGRADE, touch(Touch.BACK, T0 + 2), touch(Touch.BACK, T0 + 3), touch(Touch.FINISH, T0 + 4))
    assert locked.workshop is None
    told = after(locked, SlotsSeen(T0 + 5, SLOTS), VersionRefused(T0 + 5, "0.4.0", ChangeRefusal.DISK))
    assert told.workshop is None
