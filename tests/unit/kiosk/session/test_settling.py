"""配置 (UI-T8): one setting is typed, tried by the schema, shown old → new, kept and gone back from."""

from __future__ import annotations

import pytest

from kiosk.session.corner import StaffAct, StaffDoes
from kiosk.session.effects import PlayTone, Tone
from kiosk.session.events import Choice, Chosen, Touch
from kiosk.session.settings_words import (
    KeepSetting,
    Kind,
    LookAtSettings,
    SettingsFault,
    SettingsKept,
    SettingsSeen,
    SettingStep,
    SettingTried,
    TrySetting,
    UndoSetting,
)
from kiosk.session.settling import the_settings
from kiosk.session.state import Page, Session
from tests.unit.kiosk.session.visits import BENCH, SETTINGS, T0, after, played, touch


def typed(key: str, *signs: str) -> Session:
    session = after(SETTINGS, Chosen(T0 + 2, Choice.SETTING, key))
    return after(session, *(Chosen(T0 + 3 + place, Choice.KEY, sign) for place, sign in enumerate(signs)))


SURE = after(typed("kiosk.idle_s", "4", "5"), touch(Touch.TYPED, T0 + 8), SettingTried(T0 + 9, "kiosk.idle_s"))


def test_the_settings_are_looked_at_when_the_page_opens() -> None:
    assert played(BENCH, Chosen(T0 + 2, Choice.TOOL, "settings"))[1] == [LookAtSettings()]


def test_a_value_is_tried_by_the_schema_and_shown_old_and_new_before_it_is_kept() -> None:
    tried, effects = played(typed("kiosk.idle_s", "4", "5"), touch(Touch.TYPED, T0 + 8))
    assert effects == [TrySetting("kiosk.idle_s", Kind.NUMBER, "45")]
    assert the_settings(tried).step is SettingStep.ONE
    assert the_settings(SURE).step is SettingStep.SURE
    kept, effects = played(SURE, touch(Touch.AGREE, T0 + 10))
    assert effects == [KeepSetting("kiosk.idle_s", Kind.NUMBER, "45")]
    assert played(kept, touch(Touch.AGREE, T0 + 11))[1] == []
    told, effects = played(kept, SettingsKept(T0 + 11, restarts=True))
    assert (the_settings(told).step, the_settings(told).restarts) == (SettingStep.KEPT, True)
    assert effects == [StaffDoes(StaffAct.SETTINGS_CHANGED), LookAtSettings()]


def test_a_value_that_the_schema_refuses_stays_typed_with_a_sentence_beside_it() -> None:
    tried = after(typed("kiosk.idle_s", "4"), touch(Touch.TYPED, T0 + 8))
    told, effects = played(tried, SettingTried(T0 + 9, "kiosk.idle_s", SettingsFault.VALUE, "Expected `float` >= 5"))
    settings = the_settings(told)
    assert (settings.step, settings.typed, settings.fault) == (SettingStep.ONE, "4", SettingsFault.VALUE)
    assert effects == [PlayTone(Tone.WARN)]
    assert the_settings(after(told, Chosen(T0 + 10, Choice.KEY, "5"))).fault is SettingsFault.NONE


def test_nothing_is_kept_without_the_question() -> None:
    back = after(SURE, touch(Touch.DECLINE, T0 + 10))
    assert (the_settings(back).step, the_settings(back).typed) == (SettingStep.ONE, "45")
    assert the_settings(after(back, touch(Touch.DECLINE, T0 + 11))).step is SettingStep.LIST
    assert played(typed("kiosk.idle_s", "4", "5"), touch(Touch.AGREE, T0 + 9))[1] == []


@pytest.mark.parametrize(
    ("key", "signs", "shown"),
    [
        ("kiosk.idle_s", ("x", "4", ":", "5"), "45"),
        ("kiosk.idle_s", ("4", "5", "back"), "4"),
        ("kiosk.idle_s", tuple("12345678"), "123456"),
        ("speech.quiet_from", ("2", ".", "2", "0", "0", "0"), "2200"),
        ("kiosk.attended", ("1", "false"), "false"),
        ("kiosk.attended", ("false", "back", "clear"), "false"),
        ("kiosk.server", ("1", "true"), ""),
    ],
)
def test_only_what_can_stand_there_is_typed(key: str, signs: tuple[str, ...], shown: str) -> None:
    assert the_settings(typed(key, *signs)).typed == shown


@pytest.mark.parametrize(
    ("key", "signs"),
    [("kiosk.idle_s", ()), ("kiosk.idle_s", ("6", "0")), ("speech.quiet_from", ("2", "2")), ("kiosk.server", ("1",))],
)
def test_nothing_typed_the_same_or_half_a_time_is_not_tried(key: str, signs: tuple[str, ...]) -> None:
    assert played(typed(key, *signs), touch(Touch.TYPED, T0 + 9))[1] == []


def test_a_time_is_tried_as_it_stands_in_a_file() -> None:
    effects = played(typed("speech.quiet_from", *"2130"), touch(Touch.TYPED, T0 + 9))[1]
    assert effects == [TrySetting("speech.quiet_from", Kind.TIME, "21:30")]


def test_one_touch_goes_back_when_something_was_changed_here() -> None:
    seen = the_settings(SETTINGS).seen or ()
    assert played(SETTINGS, touch(Touch.UNDO, T0 + 2))[1] == []
    changed = after(SETTINGS, SettingsSeen(T0 + 2, seen, undo=True))
    undone, effects = played(changed, touch(Touch.UNDO, T0 + 3))
    assert effects == [UndoSetting()]
    told = after(undone, SettingTried(T0 + 4, "", SettingsFault.NOTHING_BEFORE))
    assert (the_settings(told).step, the_settings(told).fault) == (SettingStep.LIST, SettingsFault.NOTHING_BEFORE)


def test_an_answer_that_nobody_waits_for_changes_nothing() -> None:
    for event in (SettingTried(T0 + 2, "kiosk.idle_s"), SettingsKept(T0 + 2, restarts=True)):
        assert after(SETTINGS, event).workshop == SETTINGS.workshop
        locked = after(SETTINGS, touch(Touch.BACK, T0 + 2), touch(Touch.BACK, T0 + 3), touch(Touch.FINISH, T0 + 4))
        assert after(locked, event).page is Page.HOME


def test_the_list_is_turned_over_but_not_under_a_pad() -> None:
    turned = after(SETTINGS, touch(Touch.NEXT_LIST_PAGE, T0 + 2))
    assert the_settings(turned).list_page == 1
    assert the_settings(after(turned, touch(Touch.PREVIOUS_LIST_PAGE, T0 + 3))).list_page == 0
    pad = typed("kiosk.idle_s")
    assert after(pad, touch(Touch.NEXT_LIST_PAGE, T0 + 9)).workshop == pad.workshop
