"""UI-T8 配置: settings page by page, one of them with its pad, and old → new before it is kept. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.session.settings_words import Kind, SettingsFault, SettingStep
from kiosk.session.settling import is_typed, text_of, the_settings
from kiosk.values import Value
from kiosk.viewmodels.pads import CLEAR, PadKey, short_keys
from kiosk.viewmodels.progress import PAGER
from kiosk.viewmodels.room import form_of

if TYPE_CHECKING:
    from kiosk.session.settings_words import Setting
    from kiosk.session.state import Session

TIME_SIGNS = 4


class SettingRow(Value, frozen=True):
    """`changes`: it can be changed here; `set_by`: a Where, "usual" for nobody."""

    key: str
    value: str
    set_by: str
    changes: bool


class SettingsProps(Value, frozen=True):
    """`pad`: what is typed with, a Kind, "" for nothing; `typed` as it stands there; `ready`: 确定 would try it."""

    looking: bool = True
    step: str = SettingStep.LIST
    rows: tuple[SettingRow, ...] = ()
    number: int = 1
    pages: int = 1
    changed: int = 0
    undo: bool = False
    restarts: bool = False
    fault: str = ""
    expected: str = ""
    key: str = ""
    value: str = ""
    usual: str = ""
    set_by: str = ""
    least: str = ""
    most: str = ""
    pad: str = ""
    keys: tuple[PadKey, ...] = ()
    typed: str = ""
    ready: bool = False


def settings_props(session: Session) -> SettingsProps:
    """Derive the page."""
    settings = the_settings(session)
    if settings.seen is None:
        return SettingsProps()
    one = settings.one if settings.step in {SettingStep.ONE, SettingStep.SURE} else None
    rows = form_of(session).rows(taken=PAGER)
    pages = max(1, -(-len(settings.seen) // rows))
    at = settings.list_page % pages
    shown = settings.seen[at * rows : (at + 1) * rows]
    pad = "" if one is None or one.kind is Kind.FIXED or settings.step is SettingStep.SURE else one.kind
    return SettingsProps(
        looking=False,
        step=settings.step,
        rows=tuple(SettingRow(row.key, row.value, row.where, row.kind is not Kind.FIXED) for row in shown),
        number=at + 1,
        pages=pages,
        changed=sum(row.where != "usual" for row in settings.seen),
        undo=settings.undo,
        restarts=settings.restarts,
        fault=settings.fault,
        expected=settings.expected if settings.fault is SettingsFault.VALUE else "",
        key=settings.key if one is not None else "",
        value=one.value if one is not None else "",
        usual=one.usual if one is not None else "",
        set_by=one.where if one is not None else "",
        least=one.least if one is not None else "",
        most=one.most if one is not None else "",
        pad=pad,
        keys=_keys(pad),
        typed=_typed(one, settings.typed),
        ready=is_typed(settings),
    )


def _keys(pad: str) -> tuple[PadKey, ...]:
    if pad == Kind.NUMBER:
        return short_keys(".")
    return short_keys(CLEAR) if pad == Kind.TIME else ()


def _typed(one: Setting | None, typed: str) -> str:
    """2 2 0 is 22:0 while it is typed."""
    if one is None or not typed:
        return ""
    return text_of(one.kind, typed) if one.kind is Kind.TIME and len(typed) > TIME_SIGNS // 2 else typed
