"""配置 behind the glass (UI-T8): where each setting comes from, and a change that is kept beside the hall's own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from config.pushed import PushedSettings, load_kiosk_as_pushed
from hall_server.contract.fleet_deeds import PUSHABLE
from kiosk.runner.settings_desk import CHANGED_HERE, SettingsDesk, settings_of
from kiosk.session.settings_words import (
    KeepSetting,
    Kind,
    LookAtSettings,
    SettingsFault,
    SettingsKept,
    SettingsSeen,
    SettingTried,
    TrySetting,
    UndoSetting,
    Where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.session.events import Event
    from kiosk.session.journey import Errand

FILE = '[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "http://127.0.0.1:8080"\nidle_s = 90\n'


class Desk:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "kiosk.toml"
        self.file.write_text(FILE, encoding="utf-8")
        self.pushed: PushedSettings | None = PushedSettings(self.file, folder, "K1")
        self.journal, self.starts = ThreadPoolExecutor(1), 0

    def restart(self) -> None:
        self.starts += 1

    def told(self, errand: Errand) -> Event:
        """What is answered."""
        answers: list[Event] = []
        desk = SettingsDesk(self.pushed, self.journal, answers.append, lambda: 1.0, self.restart)
        work = {
            LookAtSettings: desk.look,
            TrySetting: desk.try_one,
            KeepSetting: desk.keep,
            UndoSetting: desk.undo,
        }
        asyncio.run(work[type(errand)](errand))
        (answer,) = answers
        return answer

    def looked(self) -> SettingsSeen:
        seen = self.told(LookAtSettings())
        assert isinstance(seen, SettingsSeen)
        return seen


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.journal.shutdown()


def test_each_setting_says_who_set_it_what_is_usual_and_what_it_means(desk: Desk) -> None:
    assert desk.pushed is not None
    desk.pushed.take({"kiosk.warning_s": 20}, "1")
    desk.pushed.set_here({"speech.volume": 5})
    seen = {one.key: one for one in desk.looked().seen}
    assert (seen["kiosk.idle_s"].where, seen["kiosk.idle_s"].usual) == (Where.FILE, "60")
    assert [seen[key].where for key in ("kiosk.warning_s", "speech.volume", "kiosk.attended")] == [
        *(Where.HALL, Where.HERE, Where.USUAL)
    ]
    idle = seen["kiosk.idle_s"]
    assert (idle.kind, idle.least, idle.most) == (Kind.NUMBER, "5", "600")
    assert (seen["speech.quiet_from"].kind, seen["kiosk.attended"].kind) == (Kind.TIME, Kind.SWITCH)
    assert seen["kiosk.server"].kind is Kind.FIXED
    assert {key for key, one in seen.items() if one.where is Where.FILE} == {
        *("kiosk.id", "kiosk.name", "kiosk.server", "kiosk.idle_s")
    }


def test_whatever_the_hall_may_push_can_be_changed_here_at_a_pad(desk: Desk) -> None:
    assert desk.pushed is not None
    here = {one.key for one in settings_of(desk.pushed) if one.kind is not Kind.FIXED}
    assert here == CHANGED_HERE > PUSHABLE


def test_a_change_holds_from_the_next_start_on_which_comes_by_itself_and_is_gone_back_from(desk: Desk) -> None:
    assert desk.told(TrySetting("kiosk.idle_s", Kind.NUMBER, "45")) == SettingTried(1.0, "kiosk.idle_s")
    assert load_kiosk_as_pushed(desk.file).kiosk.idle_s == 90, "tried is not kept"
    assert desk.told(KeepSetting("kiosk.idle_s", Kind.NUMBER, "45")) == SettingsKept(1.0, restarts=True)
    assert (load_kiosk_as_pushed(desk.file).kiosk.idle_s, desk.starts, desk.looked().undo) == (45, 1, True)
    assert desk.told(UndoSetting()) == SettingsKept(1.0, restarts=True)
    assert (load_kiosk_as_pushed(desk.file).kiosk.idle_s, desk.looked().undo) == (90, False)
    again = desk.told(UndoSetting())
    assert isinstance(again, SettingTried)
    assert again.fault is SettingsFault.NOTHING_BEFORE
    assert desk.file.read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize(
    ("key", "kind", "text"),
    [
        ("kiosk.idle_s", Kind.NUMBER, "4"),
        ("kiosk.idle_s", Kind.NUMBER, "1.2.3"),
        ("kiosk.idle_s", Kind.NUMBER, "."),
        ("speech.volume", Kind.NUMBER, "2.5"),
        ("speech.quiet_from", Kind.TIME, "25:00"),
    ],
)
@pytest.mark.parametrize("errand", [TrySetting, KeepSetting])
def test_what_the_schema_refuses_is_told_with_what_it_expected_and_changes_nothing(
    desk: Desk, errand: type[TrySetting | KeepSetting], key: str, kind: Kind, text: str
) -> None:
    told = desk.told(errand(key, kind, text))
    assert isinstance(told, SettingTried)
    assert (told.key, told.fault) == (key, SettingsFault.VALUE)
    assert told.expected
    assert (load_kiosk_as_pushed(desk.file).kiosk.idle_s, desk.starts) == (90, 0)


def test_what_leads_to_another_hall_is_never_set_on_the_glass(desk: Desk) -> None:
    told = desk.told(KeepSetting("kiosk.server", Kind.TIME, "http://elsewhere"))
    assert isinstance(told, SettingTried)
    assert told.fault is SettingsFault.NO_FILE
    assert load_kiosk_as_pushed(desk.file).kiosk.server == "http://127.0.0.1:8080"


def test_a_file_that_is_torn_or_missing_is_said_so(desk: Desk) -> None:
    desk.file.write_text("[kiosk\n", encoding="utf-8")
    assert desk.looked().fault is SettingsFault.FILE
    desk.file.unlink()
    assert desk.looked().fault is SettingsFault.FILE
    desk.pushed = None
    assert desk.looked().fault is SettingsFault.NO_FILE


@pytest.mark.parametrize("torn", [b"", b'{"here": 3}', b'{"here": {"kiosk.idle_s": 1}}'])
def test_a_torn_store_counts_as_none(desk: Desk, torn: bytes) -> None:
    (desk.file.parent / "pushed-K1.json").write_bytes(torn)
    seen = {one.key: one for one in desk.looked().seen}
    assert (seen["kiosk.idle_s"].value, seen["kiosk.idle_s"].where) == ("90", Where.FILE)


def test_a_disk_that_takes_nothing_is_told(desk: Desk) -> None:
    (desk.file.parent / "pushed-K1.new").mkdir()
    told = desk.told(KeepSetting("kiosk.idle_s", Kind.NUMBER, "45"))
    assert isinstance(told, SettingTried)
    assert (told.fault, desk.starts) == (SettingsFault.DISK, 0)
