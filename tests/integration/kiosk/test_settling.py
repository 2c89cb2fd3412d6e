"""配置 at a kiosk that runs (UI-T8): what is changed on the glass holds at the next start, and is gone back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.pushed import PushedSettings, load_kiosk_as_pushed
from kiosk.local_store import LocalStore
from kiosk.runner import Kiosk, Parts
from kiosk.runner.boxes import Boxes
from kiosk.runner.staff import hash_pin
from kiosk.session.events import Choice, Touch
from kiosk.session.settings_words import SettingsFault, SettingStep
from kiosk.session.settling import the_settings
from kiosk.session.state import Page, Rules
from tests.integration.kiosk.stand_in import MemoryHall, Stage, slip_of
from tests.integration.kiosk.test_self_test import PIN, unlocked

if TYPE_CHECKING:
    from pathlib import Path

FILE = '[kiosk]\nid = "K1"\nname = "1 号机"\nserver = "http://127.0.0.1:8080"\n'


async def test_a_setting_is_changed_on_the_glass_and_gone_back_from_with_one_touch(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(FILE, encoding="utf-8")
    parts = Parts(
        hall=MemoryHall(),
        store=LocalStore(tmp_path / "kiosk.db"),
        boxes=Boxes(),
        slip_of=slip_of,
        pseudonym_key=b"a key of this hall",
        rules=Rules(same_touch_s=0.0, same_key_s=0.0),
        technician_pin=hash_pin(PIN),
        pushed=PushedSettings(file, tmp_path, "K1"),
    )
    async with Stage(Kiosk(parts)) as stage:
        kiosk = stage.kiosk
        await unlocked(stage)
        kiosk.touch(Touch.BENCH)
        await stage.page(Page.BENCH)
        kiosk.choose(Choice.TOOL, "settings")
        await stage.until(lambda session: the_settings(session).seen)
        kiosk.choose(Choice.SETTING, "speech.volume")
        kiosk.choose(Choice.KEY, "9")
        kiosk.touch(Touch.TYPED)
        refused = the_settings(await stage.until(lambda session: the_settings(session).fault))
        assert (refused.fault, refused.typed) == (SettingsFault.VALUE, "9")
        kiosk.choose(Choice.KEY, "back")
        kiosk.choose(Choice.KEY, "5")
        kiosk.touch(Touch.TYPED)
        await stage.until(lambda session: the_settings(session).step is SettingStep.SURE)
        assert load_kiosk_as_pushed(file).speech.volume == 3
        kiosk.touch(Touch.AGREE)
        await stage.until(lambda session: the_settings(session).undo)
        assert load_kiosk_as_pushed(file).speech.volume == 5
        kiosk.touch(Touch.UNDO)
        await stage.until(lambda session: not the_settings(session).undo)
    assert load_kiosk_as_pushed(file).speech.volume == 3
    assert file.read_text(encoding="utf-8") == FILE
