"""UI-T7 升级: the version at work, the other slot, what the hall wants, how the last change ended. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.session.modes import Language
from kiosk.session.self_test_words import Lamp
from kiosk.session.upgrade_words import Change, SlotsBook
from kiosk.session.upgrading import goes_to, the_upgrade
from kiosk.values import Value

if TYPE_CHECKING:
    from kiosk.session.state import Session
    from kiosk.session.upgrade_words import Slots

LAST = {  # in the words of the slots
    "well": Lamp.FINE,
    "switched": Lamp.FINE,
    "rolled back": Lamp.WARNING,
    "not well": Lamp.FAULT,
    "stuck": Lamp.FAULT,
}
WHY = (  # of the gate (packaging/slots/gate.py), as far as a kiosk meets it
    ("did not become ready", "服务没就绪", "not ready in time"),
    ("it ended by itself", "程序自己退出过", "it ended by itself"),
    ("did not stay well", "没有连续正常够久", "not well for long enough"),
    (".service is ", "服务没有运行", "its service did not run"),
)
LONGEST = 120  # letters of a reason that nobody foresaw


class UpgradeRow(Value, frozen=True):
    """`key`: what it is of; `word`: how it stands, with `version`; `why` and `when` where there are any."""

    key: str
    lamp: str
    word: str
    version: str = ""
    why: str = ""
    when: str = ""


class UpgradeProps(Value, frozen=True):
    """`back`, `forward`: the versions that one touch asks for, "" for none; `version`: the one asked for.

    `returns`: the hall wants another one than `version`, and will have it put to work again.
    """

    looking: bool = True
    rows: tuple[UpgradeRow, ...] = ()
    change: str = Change.NONE
    version: str = ""
    refusal: str = ""
    back: str = ""
    forward: str = ""
    returns: str = ""


def upgrade_props(session: Session) -> UpgradeProps:
    """Derive the page."""
    upgrade = the_upgrade(session)
    slots = upgrade.slots
    if slots is None:
        return UpgradeProps()
    back = slots.before if goes_to(slots, slots.before) else ""
    forward = slots.wanted if slots.wanted != back and goes_to(slots, slots.wanted) else ""
    return UpgradeProps(
        looking=False,
        rows=_rows(session, slots),
        change=upgrade.change,
        version=upgrade.version,
        refusal=upgrade.refusal,
        back=back,
        forward=forward,
        returns=slots.wanted if slots.wanted != upgrade.version else "",
    )


def _rows(session: Session, slots: Slots) -> tuple[UpgradeRow, ...]:
    if slots.book is not SlotsBook.READ:
        return _running(slots), UpgradeRow("slots", Lamp.WARNING, slots.book), _wanted(slots)
    return _running(slots), _other(slots), _wanted(slots), _last(session, slots)


def _running(slots: Slots) -> UpgradeRow:
    if slots.book is SlotsBook.READ and slots.at_work != slots.running:
        return UpgradeRow("running", Lamp.WARNING, "not_begun", slots.running, why=slots.at_work)
    return UpgradeRow("running", Lamp.FINE, "running", slots.running)


def _other(slots: Slots) -> UpgradeRow:
    version = slots.before
    if not version or version == slots.at_work:
        return UpgradeRow("other", Lamp.FINE, "nothing")
    if version not in slots.there:
        return UpgradeRow("other", Lamp.WARNING, "removed", version)
    if version in slots.bad:
        return UpgradeRow("other", Lamp.WARNING, "not_well", version)
    return UpgradeRow("other", Lamp.FINE, "ready", version)


def _wanted(slots: Slots) -> UpgradeRow:
    version = slots.wanted
    if not version:
        return UpgradeRow("hall", Lamp.FINE, "nothing")
    if version == slots.running:
        return UpgradeRow("hall", Lamp.FINE, "running", version)
    if slots.book is not SlotsBook.READ or version in slots.bad:
        return UpgradeRow("hall", Lamp.WARNING, "not_well" if version in slots.bad else "cannot", version)
    if version not in slots.there:
        return UpgradeRow("hall", Lamp.WARNING, "removed", version)
    return UpgradeRow("hall", Lamp.FINE, "soon", version)


def _last(session: Session, slots: Slots) -> UpgradeRow:
    when = _when(slots.at, session.hall.utc_offset_s if session.hall is not None else 0)
    if slots.last not in LAST:
        return UpgradeRow("last", Lamp.FINE, "nothing", when=when)
    bad = slots.before if slots.last == "rolled back" else slots.at_work
    english = session.modes.language is Language.EN
    word = slots.last.replace(" ", "_")
    return UpgradeRow("last", LAST[slots.last], word, bad, _why(slots, english=english), when)


def _why(slots: Slots, *, english: bool) -> str:
    if slots.last in {"well", "switched"}:
        return ""
    known = next((words[english] for said, *words in WHY if said in slots.wrong), "")
    return known or slots.wrong[:LONGEST]


def _when(at: str, offset_s: int) -> str:
    """On the hall's clock: 11-23 21:10; "" for something else."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f"{moment + timedelta(seconds=offset_s):%m-%d %H:%M}"
