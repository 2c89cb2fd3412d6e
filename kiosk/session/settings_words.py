"""配置 (UI-T8) as values: each setting of this machine with where it comes from, and a change of one. Pure."""

from __future__ import annotations

from enum import StrEnum

from kiosk.session.journey import Errand, JourneyEvent
from kiosk.values import Value


class Where(StrEnum):
    """Who set it. Permanent."""

    USUAL = "usual"  # the default
    FILE = "file"  # this machine's own file
    HALL = "hall"  # pushed from afar
    HERE = "here"  # a technician, on this glass


class Kind(StrEnum):
    """How it is changed on the glass. Permanent."""

    FIXED = "fixed"  # not here
    NUMBER = "number"
    TIME = "time"  # 22:00
    SWITCH = "switch"


class Setting(Value, frozen=True):
    """One key of the kiosk's file. `usual`: what holds without anybody; `least` and `most` of a number, "" for none."""

    key: str
    value: str
    usual: str = ""
    where: Where = Where.USUAL
    kind: Kind = Kind.FIXED
    least: str = ""
    most: str = ""


class SettingsFault(StrEnum):
    """Why there is nothing to show, or why something was not kept. Permanent: the page has a sentence for each."""

    NONE = ""
    NO_FILE = "no_file"  # this kiosk was not begun with a file
    FILE = "file"  # it cannot be read any more
    VALUE = "value"  # the schema says no
    NOTHING_BEFORE = "nothing_before"
    DISK = "disk"


class SettingStep(StrEnum):
    """How far the page is. Permanent."""

    LIST = "list"
    ONE = "one"  # a setting is looked at, and typed
    SURE = "sure"  # old → new
    KEPT = "kept"


class Settings(Value, frozen=True):
    """The page. `seen` None: not looked at yet; `busy`: an answer is awaited; `restarts`: it counts after a start."""

    seen: tuple[Setting, ...] | None = None
    step: SettingStep = SettingStep.LIST
    list_page: int = 0
    key: str = ""
    typed: str = ""
    busy: bool = False
    fault: SettingsFault = SettingsFault.NONE
    expected: str = ""  # of the schema, in its own words
    undo: bool = False  # there is something to go back to
    restarts: bool = False

    @property
    def one(self) -> Setting | None:
        """The setting that is looked at."""
        return next((one for one in self.seen or () if one.key == self.key), None)


class LookAtSettings(Errand, frozen=True):
    """→ SettingsSeen."""


class TrySetting(Errand, frozen=True):
    """Whether the schema takes it → SettingTried. Nothing is kept."""

    key: str
    kind: Kind
    text: str


class KeepSetting(Errand, frozen=True):
    """→ SettingsKept or SettingTried with a fault."""

    key: str
    kind: Kind
    text: str


class UndoSetting(Errand, frozen=True):
    """To what held before the last one that was set on the glass → SettingsKept or SettingTried with a fault."""


class SettingsSeen(JourneyEvent, frozen=True):
    """As they hold, in the order of the list. `fault`: why there are none."""

    seen: tuple[Setting, ...]
    undo: bool = False
    fault: SettingsFault = SettingsFault.NONE


class SettingTried(JourneyEvent, frozen=True):
    """Whether it can be. `expected`: what the schema says."""

    key: str
    fault: SettingsFault = SettingsFault.NONE
    expected: str = ""


class SettingsKept(JourneyEvent, frozen=True):
    """It holds from the next start on, which comes by itself once nobody stands there (`restarts`)."""

    restarts: bool
