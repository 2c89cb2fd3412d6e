"""Made-up moments of 配置. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.self_test_words import Workshop
from kiosk.session.settings_words import Kind, Setting, Settings, SettingsFault, SettingStep, Where
from kiosk.session.state import Page
from kiosk.values import replace

if TYPE_CHECKING:
    from kiosk.session.state import Session

SEEN = (
    Setting("kiosk.idle_s", "45", "60", Where.HALL, Kind.NUMBER, "5", "600"),
    Setting("speech.volume", "4", "3", Where.HERE, Kind.NUMBER, "1", "5"),
    Setting("kiosk.warning_s", "30", "30", Where.USUAL, Kind.NUMBER, "5", "120"),
    Setting("kiosk.attended", "true", "true", Where.USUAL, Kind.SWITCH),
    Setting("speech.quiet_from", "00:00", "00:00", Where.USUAL, Kind.TIME),
    Setting("kiosk.id", "K1", "", Where.FILE),
    Setting("kiosk.server", "http://10.0.0.2:8080", "", Where.FILE),
    Setting("screen.mouths", "slot, reader, scanner", "slot, reader, scanner"),
    Setting("kiosk.metrics_port", "0", "0"),
)
LOOKED = Settings(SEEN, undo=True)


def settings_examples(page: Session) -> dict[str, Session]:
    """UI-T8. `page`: any of the technician's."""

    def standing(settings: Settings) -> Session:
        return replace(page, page=Page.SETTINGS, workshop=Workshop(settings=settings))

    one = replace(LOOKED, step=SettingStep.ONE, key="kiosk.idle_s")
    return {
        "settings": standing(LOOKED),
        "settings_looking": standing(Settings()),
        "settings_one": standing(replace(one, typed="9")),
        "settings_refused": standing(
            replace(one, typed="4", fault=SettingsFault.VALUE, expected="Expected `float` >= 5")
        ),
        "settings_time": standing(replace(one, key="speech.quiet_from", typed="220")),
        "settings_switch": standing(replace(one, key="kiosk.attended", typed="false")),
        "settings_fixed": standing(replace(one, key="screen.mouths")),
        "settings_sure": standing(replace(one, step=SettingStep.SURE, typed="90")),
        "settings_kept": standing(replace(LOOKED, step=SettingStep.KEPT, restarts=True)),
        "settings_no_file": standing(Settings((), fault=SettingsFault.NO_FILE)),
        "settings_torn": standing(Settings((), fault=SettingsFault.FILE)),
    }
