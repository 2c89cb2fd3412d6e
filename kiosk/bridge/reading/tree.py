"""The accessibility tree of the window -> entries in reading order. The only source of what is spoken.

Only what can be seen is read; what lies inside something that can be touched is said by that thing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.speech.entries import TOUCHABLE, Place, Role, Spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtQuick import QQuickView

_ROLES = {
    QAccessible.Role.Heading: Role.HEADING,
    QAccessible.Role.StaticText: Role.TEXT,
    QAccessible.Role.AlertMessage: Role.ALERT,
    QAccessible.Role.EditableText: Role.FIELD,
    QAccessible.Role.Button: Role.BUTTON,
    QAccessible.Role.Link: Role.BUTTON,
    QAccessible.Role.CheckBox: Role.CHECK,
    QAccessible.Role.RadioButton: Role.CHECK,
    QAccessible.Role.PageTab: Role.TAB,
}
_PRESS = "Press"


class Found(NamedTuple):
    """An entry and what stands behind it, for as long as its page does."""

    spoken: Spoken
    item: QQuickItem


def read(view: QQuickView) -> tuple[Found, ...]:
    """What stands on the glass now."""
    QAccessible.setActive(True)
    root = QAccessible.queryAccessibleInterface(view)
    return () if root is None else tuple(_walk(root))


def press(item: QQuickItem) -> bool:
    """Do what a touch does; False when nothing can be done with it."""
    node = QAccessible.queryAccessibleInterface(item)
    actions = node.actionInterface() if node is not None and node.isValid() else None
    if actions is None or _PRESS not in actions.actionNames():
        return False
    actions.doAction(_PRESS)
    return True


def _walk(node: QAccessibleInterface) -> Iterator[Found]:
    for place in range(node.childCount()):
        child = node.child(place)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        role, item = _ROLES.get(child.role()), child.object()
        if role is not None and isinstance(item, QQuickItem):
            yield Found(_spoken(child, role, item), item)
        if role not in TOUCHABLE:
            yield from _walk(child)


def _spoken(node: QAccessibleInterface, role: Role, item: QQuickItem) -> Spoken:
    state = node.state()
    rect = item.mapRectToScene(item.boundingRect())
    return Spoken(
        role,
        node.text(QAccessible.Text.Name),
        node.text(QAccessible.Text.Description),
        item.objectName(),
        Place(rect.x(), rect.y(), rect.width(), rect.height()),
        checked=bool(state.checked),
        selected=bool(state.selected),
        disabled=bool(state.disabled),
        leads=bool(state.defaultButton),
    )
